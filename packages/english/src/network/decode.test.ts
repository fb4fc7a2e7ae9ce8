import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDecoder } from './decode.ts'

const decode = createDecoder()
const headsOf = (scores: number[][]): number[] => [
  ...decode(Float32Array.from(scores.flat()), 0, scores.length + 1, scores.length),
]

test('takes the best heads where they are a tree', () => {
  expect(
    headsOf([
      [0, 5, 1],
      [2, 0, 9],
    ]),
  ).toEqual([1, -1])
})

test('breaks a cycle at the least cost', () => {
  // words 0 and 1 want each other; the root wants both, word 1 more
  expect(
    headsOf([
      [0, 9, 3],
      [9, 0, 8],
    ]),
  ).toEqual([1, -1])
})

test('gives one root even where two are wanted', () => {
  expect(
    headsOf([
      [0, 1, 9],
      [3, 0, 5],
    ]),
  ).toEqual([-1, 0])
})

const matrices = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n + 1, maxLength: n + 1 }), {
    minLength: n,
    maxLength: n,
  }),
)

test('is always a tree with one root', () => {
  fc.assert(
    fc.property(matrices, (scores) => {
      const heads = headsOf(scores)
      expect(heads.filter((head) => head === -1)).toHaveLength(1)
      for (const [i] of heads.entries()) {
        let steps = 0
        for (let at = i; at >= 0; at = heads[at] ?? -1) expect(steps++).toBeLessThanOrEqual(heads.length)
      }
    }),
  )
})
