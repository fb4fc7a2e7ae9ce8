import { createHash } from 'node:crypto'
import { z } from 'zod'

/**
 * A cursor: the position that the walk shows, and the sort key of the last item given. Opaque to clients; bound by a
 * hash to the list and the filters it was made for, so that with others it is refused and never a wrong page.
 */
export interface Cursor {
  /** The position that the walk began at */
  asOf: bigint
  /** The sort key of the last item given, most significant part first */
  key: (string | null)[]
}

const Payload = z.tuple([
  z.literal(1),
  z.string(),
  z.string().regex(/^\d{1,19}$/),
  z.array(z.string().max(400).nullable()).min(1).max(4),
])

/**
 * What a cursor is bound to: the list's name and the query without `cursor` and `limit` (a walk may change its page
 * size). Lists count as sets, because the order of a repeatable parameter means nothing.
 */
export function queryHash(list: string, query: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(query)
    .filter(([name, value]) => name !== 'cursor' && name !== 'limit' && value !== undefined)
    .map(([name, value]): [string, unknown] => [
      name,
      Array.isArray(value) ? [...new Set(value.map(String))].sort(compare) : value,
    ])
    .sort(([a], [b]) => compare(a, b))
  return createHash('sha256')
    .update(JSON.stringify([list, parts]))
    .digest('base64url')
    .slice(0, 16)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export function encodeCursor(cursor: Cursor, hash: string): string {
  return Buffer.from(JSON.stringify([1, hash, cursor.asOf.toString(), cursor.key])).toString('base64url')
}

/** Null if the text is no cursor, or one of another query. */
export function decodeCursor(text: string, hash: string, parts: number): Cursor | null {
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
  const payload = Payload.safeParse(json)
  if (!payload.success) return null
  const [, bound, asOf, key] = payload.data
  if (bound !== hash || key.length !== parts) return null
  if (key.some((part) => part?.includes('\0') || part?.isWellFormed() === false)) return null
  const position = BigInt(asOf)
  return position <= 9_223_372_036_854_775_807n ? { asOf: position, key } : null
}
