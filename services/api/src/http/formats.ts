import { ProblemError } from '@dateline/contract'
import { FORMATS, type Format } from '@dateline/formats'
import type { RequestHandler, Response } from 'express'
import type { Call } from './call.ts'
import { nextPage, sendList } from './lists.ts'

/** `json` is the list in its envelope. */
export type ChosenFormat = Format | 'json'

const suffixes = new WeakMap<Response, ChosenFormat>()

const SUFFIXED = new RegExp(
  String.raw`^(/v1/(?:timeline|actors/.+/timeline))\.(json|${FORMATS.map(({ suffix }) => suffix.replaceAll('.', String.raw`\.`)).join('|')})(\?.*)?$`,
)

/** Takes the suffix of a format off the path, so that a list has one route whatever its format. */
export const formatSuffix: RequestHandler = (request, response, next) => {
  const [, path, suffix, search = ''] = SUFFIXED.exec(request.url) ?? []
  if (path !== undefined) {
    suffixes.set(response, FORMATS.find((format) => format.suffix === suffix) ?? 'json')
    request.url = `${path}${search}`
  }
  next()
}

/** The format that is asked for, by suffix or else by `Accept`. Throws where there is no such one. */
export function chooseFormat({ request, response }: Pick<Call, 'request' | 'response'>): ChosenFormat {
  const bySuffix = suffixes.get(response)
  if (bySuffix !== undefined) return bySuffix
  response.vary('Accept')
  const types = ['application/json', ...FORMATS.map(({ mediaType }) => essence(mediaType))]
  const accepted = request.accepts(types)
  if (accepted === false)
    throw new ProblemError('not-acceptable', `There is no such format of it; there are: ${types.join(', ')}.`)
  return FORMATS.find(({ mediaType }) => essence(mediaType) === accepted) ?? 'json'
}

/** Sends a list of events in the format. */
export function sendEvents(
  call: Call,
  format: ChosenFormat,
  list: { items: readonly string[]; next: string | null; limit: number; asOf: bigint },
  title: string,
): void {
  if (format === 'json') return sendList(call, list)
  const { request, response } = call
  const baseUrl = `${request.protocol}://${request.get('host') ?? 'localhost'}`
  const next = list.next === null ? null : nextPage(request, list.next)
  if (next !== null) response.set('Link', `<${next}>; rel="next"`)
  const context = { title, baseUrl, selfUrl: `${baseUrl}${request.originalUrl}`, nextUrl: next && `${baseUrl}${next}` }
  response.set('Content-Type', format.mediaType).send(format.render(list.items, context))
}

export function suffixOf(format: ChosenFormat): string {
  return format === 'json' ? 'json' : format.suffix
}

function essence(mediaType: string): string {
  return mediaType.split(';')[0] ?? mediaType
}
