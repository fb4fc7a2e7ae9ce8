import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeCursor, encodeCursor, queryHash } from './cursors.ts'

const hash = queryHash('timeline', { country: 'KZ', limit: 50 })
const day = ['day', 'text'] as const

describe('a cursor', () => {
  test('comes back as it was, for its query', () => {
    const cursor = { asOf: 12n, key: ['2022-11-20', 'event/ü'] }
    expect(decodeCursor(encodeCursor(cursor, hash), hash, day)).toEqual(cursor)
  })

  test('is bound to the list and the filters, not to page size nor to the order of a repeated parameter', () => {
    const text = encodeCursor(
      { asOf: 1n, key: ['2022-11-20', 'a'] },
      queryHash('timeline', { type: ['a', 'b'], limit: 50 }),
    )
    const read = (list: string, query: Record<string, unknown>) => decodeCursor(text, queryHash(list, query), day)
    expect(read('timeline', { type: ['b', 'a', 'a'], limit: 10, cursor: text })).not.toBeNull()
    expect(read('timeline', { type: ['a'], limit: 50 })).toBeNull()
    expect(read('timeline', { type: ['a', 'b'], limit: 50, country: 'KZ' })).toBeNull()
    expect(read('actors/a/timeline', { type: ['a', 'b'], limit: 50 })).toBeNull()
  })

  test.each([
    ['a day that is none', ['2022-02-30', 'a']],
    ['a day without a date', [null, 'a']],
    ['a NUL', ['2022-11-20', 'a\0']],
    ['half of a surrogate pair', ['2022-11-20', '\ud800']],
    ['too few parts', ['2022-11-20']],
    ['too many parts', ['2022-11-20', 'a', 'b']],
  ])('made by hand with %s is none', (_what, key) => {
    expect(decodeCursor(encodeCursor({ asOf: 1n, key }, hash), hash, day)).toBeNull()
  })

  test('with anything added is none', () => {
    const texts = ['a', 'ab', 'abc', 'abcd'].map((id) => encodeCursor({ asOf: 1n, key: ['2022-11-20', id] }, hash))
    const altered = texts.flatMap((text) => [`${text}x`, `${text}=`, `${text} `, ` ${text}`, `${text}.`])
    expect(altered.map((text) => decodeCursor(text, hash, day))).toEqual(altered.map(() => null))
    expect(texts.map((text) => decodeCursor(text, hash, day))).not.toContain(null)
  })

  test('beyond the highest position is none', () => {
    expect(decodeCursor(encodeCursor({ asOf: 2n ** 63n, key: ['2022-11-20', 'a'] }, hash), hash, day)).toBeNull()
  })

  test('is none whatever else a text is', () => {
    const law = fc.property(
      fc.oneof(fc.string(), fc.base64String(), fc.json()),
      (text) => decodeCursor(text, hash, day) === null,
    )
    expect(() => fc.assert(law)).not.toThrow()
  })
})
