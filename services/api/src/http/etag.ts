import { hash } from 'node:crypto'
import express, { type Express, type Request, type Response } from 'express'

/**
 * A weak ETag of what a read shows: the service's version, whatever the answer is made from (a build, a position), and
 * the URL, so that a tag got for one resource never answers for another.
 */
export function etagOf(request: Request, version: string, ...from: readonly (string | bigint)[]): string {
  const url = hash('sha256', `${version} ${request.originalUrl}`, 'base64url').slice(0, 11)
  return `W/"${[...from, url].join('.')}"`
}

/**
 * Express looks for itself whether the client has an answer already, and takes `If-None-Match: *` for a yes also where
 * there is no ETag. What has none is always answered whole.
 */
export function answerWholeWithoutEtag(app: Express): void {
  Object.defineProperty(app.request, 'fresh', {
    get(this: Request) {
      return this.res?.getHeader('ETag') !== undefined && Reflect.get(express.request, 'fresh', this)
    },
  })
}

/** Whether the request has it already (RFC 9110, 13.1.2: a weak comparison). */
export function isFresh(request: Request, etag: string): boolean {
  const header = request.get('if-none-match')
  if (header === undefined) return false
  const tag = etag.replace(/^W\//, '')
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}

/** Lets caches keep the answer, and ask each time whether it still holds. */
export function setEtag(response: Response, etag: string, privately: boolean): void {
  response.setHeader('ETag', etag)
  response.setHeader('Cache-Control', privately ? 'private, no-cache' : 'no-cache')
}

export function notModified(response: Response, etag: string, privately: boolean): void {
  setEtag(response, etag, privately)
  response.status(304).end()
}
