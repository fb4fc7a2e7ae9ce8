import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areNearCopies, bandsOf, sketchOf } from './sketch.ts'

const VOCABULARY = `bridge river mayor school storm council harbour engine winter market farmer letter signal valley
  border copper window teacher rocket garden mountain doctor railway island shadow carpet basket lantern mirror pepper
  cotton anchor velvet thunder marble needle saddle ribbon candle hammer`.split(/\s+/)

/** A text of sentences of eight words, by a seed. */
function sentences(seed: number, count: number): string[] {
  let state = seed
  const next = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8
  return Array.from({ length: count }, () =>
    Array.from({ length: 8 }, () => VOCABULARY[next() % VOCABULARY.length]).join(' '),
  )
}

const copies = (a: readonly string[], b: readonly string[]) =>
  areNearCopies(sketchOf(a.join('. ')) ?? '', sketchOf(b.join('. ')) ?? '')

describe('a near-copy', () => {
  test('is recognised with some sentences left out or written anew: two in ten always, three nearly so', () => {
    const recognised = (edited: number) => {
      const seeds = Array.from({ length: 200 }, (_, n) => 1 + n * 7919)
      return seeds.filter((seed) => {
        const [original, other] = [sentences(seed, 20), sentences(seed + 4001, 20)]
        const rewritten = original.map((sentence, index) => (index % 10 < edited ? (other[index] ?? '') : sentence))
        return copies(original, rewritten) && copies(original, original.slice(edited * 2))
      }).length
    }
    expect(recognised(0)).toBe(200)
    expect(recognised(1)).toBe(200)
    expect(recognised(2)).toBeGreaterThanOrEqual(199)
    expect(recognised(3)).toBeGreaterThanOrEqual(185)
  })

  test('shares a band', () => {
    const original = sentences(3, 20)
    const [a, b] = [original, original.slice(5)].map((text) => bandsOf(sketchOf(text.join('. ')) ?? ''))
    expect(a?.some((band) => b?.includes(band))).toBe(true)
  })
})

test('texts in words of their own are no copies, though they have some sentences in common', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
      const [one, other] = [sentences(seed, 20), sentences(seed + 7, 20)]
      expect(copies(one, other)).toBe(false)
      expect(copies(one, [...one.slice(0, 4), ...other.slice(4)])).toBe(false)
    }),
    { numRuns: 100, seed: 5 },
  )
})

test('a few words have no sketch', () => {
  expect(sketchOf('A strike in Lyon.')).toBeNull()
})
