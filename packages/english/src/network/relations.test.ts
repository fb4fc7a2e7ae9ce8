import { expect, test } from 'vitest'
import { createNaming } from './relations.ts'

const relations = ['appos', 'nsubj', 'nsubj:pass', 'obj', 'root']
const name = createNaming(relations)
const namesOf = (heads: number[], scores: number[][]): string[] =>
  [...name(Float32Array.from(scores.flat()), 0, relations.length, Int32Array.from(heads))].map(
    (relation) => relations[relation] ?? '',
  )

test('takes the best relation of each word, and root at the root alone', () => {
  expect(
    namesOf(
      [1, -1],
      [
        [0, 5, 0, 0, 9],
        [9, 0, 0, 0, 0],
      ],
    ),
  ).toEqual(['nsubj', 'root'])
})

test('of two subjects the one that loses less takes another relation', () => {
  expect(
    namesOf(
      [2, 2, -1],
      [
        [0, 9, 0, 0, 0],
        [5, 6, 0, 0, 0],
        [0, 0, 0, 0, 0],
      ],
    ),
  ).toEqual(['nsubj', 'appos', 'root'])
  expect(
    namesOf(
      [2, 2, -1],
      [
        [8, 9, 0, 0, 0],
        [1, 0, 6, 0, 0],
        [0, 0, 0, 0, 0],
      ],
    ),
  ).toEqual(['appos', 'nsubj:pass', 'root'])
})

test('who gives way may push on: a subject becomes the object and the object something else', () => {
  const scores = [
    [0, 9, 0, 0, 0],
    [0, 5, 0, 4, 0],
    [2, 0, 0, 3, 0],
    [0, 0, 0, 0, 0],
  ]
  expect(namesOf([3, 3, 3, -1], scores)).toEqual(['nsubj', 'obj', 'appos', 'root'])
})

test('subjects of different heads do not meet', () => {
  expect(
    namesOf(
      [1, -1, 1],
      [
        [0, 1, 0, 0, 0],
        [0, 0, 0, 0, 0],
        [0, 0, 0, 1, 0],
      ],
    ),
  ).toEqual(['nsubj', 'root', 'obj'])
})

test('an outer subject without an inner one or a copula is the subject', () => {
  const naming = createNaming(['nsubj', 'nsubj:outer', 'root', 'cop'])
  const scores = Float32Array.from([1, 2, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0])
  expect([...naming(scores, 0, 4, Int32Array.from([2, 2, -1]))]).toEqual([1, 3, 2])
  expect([...naming(scores.subarray(0, 8), 0, 4, Int32Array.from([1, -1]))]).toEqual([0, 2])
})
