import { decodeCursor, encodeCursor, ProblemError, queryHash, type Cursor, type KeyPart } from '@dateline/contract'
import type { Request } from 'express'
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
  const hash = queryHash(list, query)
  const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor, hash, parts)
  if (query.cursor !== undefined && cursor === null) {
    throw new ProblemError(
      'invalid-cursor',
      'A cursor goes with the list and the filters of the page that it is from.',
      {
        errors: [{ pointer: '/query/cursor', message: 'does not belong to this query' }],
      },
    )
  }
  return { cursor, limit: query.limit, after: (asOf, key) => encodeCursor({ asOf, key: [...key] }, hash) }
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

/** Sends JSON text as it is. */
export function sendJson(response: Call['response'], json: string): void {
  response.set('Content-Type', 'application/json; charset=utf-8').send(json)
}

/** The path and query of the next page. */
export function nextPage(request: Request, next: string): string {
  const search = searchOf(request)
  search.set('cursor', next)
  const [path] = request.originalUrl.split('?')
  return `${path}?${search.toString()}`
}
