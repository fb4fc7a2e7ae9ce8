import { decodeCursor, encodeCursor, ProblemError, queryHash, type Cursor, type KeyPart } from '@dateline/contract'
import type { Request, Response } from 'express'
import type { Call } from './call.ts'
import { searchOf } from './route.ts'

/** A list that is walked by cursors over the sort key `parts`. */
export interface Walk {
  /** Where to go on; null at the beginning */
  cursor: Cursor | null
  limit: number
  /** The cursor behind an item */
  after(asOf: bigint, key: readonly string[]): string
}

/** Reads where a walk stands. `list` names the list, with whatever in its path it depends on. */
export function walkOf(
  list: string,
  query: Readonly<Record<string, unknown>> & { cursor?: string | undefined; limit: number },
  parts: readonly KeyPart[],
): Walk {
  const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor, queryHash(list, query), parts)
  if (query.cursor !== undefined && cursor === null) {
    throw new ProblemError(
      'invalid-cursor',
      'A cursor goes with the list and the filters of the page that it is from.',
      {
        errors: [{ pointer: '/query/cursor', message: 'does not belong to this query' }],
      },
    )
  }
  const after: Walk['after'] = (asOf, key) => encodeCursor({ asOf, key: [...key] }, queryHash(list, query))
  return { cursor, limit: query.limit, after }
}

/** The items of a page, and where the next one begins: one item more than the limit was asked for to find out. */
export function pageOf<Row>(rows: Row[], walk: Walk, asOf: bigint, keyOf: (row: Row) => readonly string[]) {
  const page = rows.slice(0, walk.limit)
  const last = page.at(-1)
  return { page, next: rows.length > walk.limit && last ? walk.after(asOf, keyOf(last)) : null }
}

/** Sends a list whose items are JSON already. */
export function sendList(
  { request, response }: Call,
  { items, next, limit, asOf }: { items: readonly string[]; next: string | null; limit: number; asOf: bigint },
): void {
  if (next !== null) response.set('Link', `<${nextPage(request, next)}>; rel="next"`)
  sendJson(
    response,
    `{"data":[${items.join(',')}],"page":{"next":${JSON.stringify(next)},"limit":${limit}},"asOf":"${asOf}"}`,
  )
}

/** Sends JSON text as it is: the head and the text in one write, which express does in two. */
export function sendJson(response: Response, json: string): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  // Whether a condition holds by now is express's to say.
  if (response.req.headers['if-none-match'] !== undefined) response.send(json)
  else response.setHeader('Content-Length', Buffer.byteLength(json)).end(json)
}

/** The path and query of the next page. */
export function nextPage(request: Request, next: string): string {
  const search = searchOf(request)
  search.set('cursor', next)
  const [path] = request.originalUrl.split('?')
  return `${path}?${search.toString()}`
}
