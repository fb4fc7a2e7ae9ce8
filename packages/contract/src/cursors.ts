import { hash } from 'node:crypto'
import { z } from 'zod'
import { Position } from './primitives.ts'

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

const Payload = z.tuple([z.literal(1), z.string(), Position, z.array(z.string().max(400).nullable()).min(1).max(4)])

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
  return hash('sha256', JSON.stringify([list, parts]), 'base64url').slice(0, 16)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export function encodeCursor(cursor: Cursor, hash: string): string {
  return Buffer.from(JSON.stringify([1, hash, cursor.asOf.toString(), cursor.key])).toString('base64url')
}

/** What a part of a sort key must be, so that no cursor made by hand reaches SQL as a bad value. */
export const KEY_PARTS = {
  text: (part: string | null) => part !== null && !part.includes('\0') && part.isWellFormed(),
  day: (part: string | null) => part !== null && z.iso.date().safeParse(part).success && part >= '0001',
  position: (part: string | null) => part !== null && Position.safeParse(part).success,
  number: (part: string | null) => part !== null && /^-?\d{1,11}(\.\d{1,9})?$/.test(part),
} as const

export type KeyPart = keyof typeof KEY_PARTS

/** Null if the text is no cursor, or one of another query; `parts` says what its sort key is made of. */
export function decodeCursor(text: string, hash: string, parts: readonly KeyPart[]): Cursor | null {
  const bytes = Buffer.from(text, 'base64url')
  // Decoding passes over what does not belong there: only the text that was given out is a cursor.
  if (bytes.toString('base64url') !== text) return null
  let json: unknown
  try {
    json = JSON.parse(bytes.toString())
  } catch {
    return null
  }
  const payload = Payload.safeParse(json)
  if (!payload.success) return null
  const [, bound, asOf, key] = payload.data
  if (bound !== hash || key.length !== parts.length) return null
  if (!parts.every((part, index) => KEY_PARTS[part](key[index] ?? null))) return null
  return { asOf: BigInt(asOf), key }
}
