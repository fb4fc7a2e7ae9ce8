import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexWords } from './word-index.ts'

test('finds the words of a list and nothing else', () => {
  const { has } = indexWords('ant bee beetle', ' ')
  expect(['ant', 'bee', 'beetle'].every(has)).toBe(true)
  expect(['', 'an', 'ants', 'beet', 'ant bee', 'eetle'].some(has)).toBe(false)
})

test('gives the line of a word', () => {
  const { line } = indexWords('ulm|DE:120\nulan bator|MN:1500\nul', '\n', '|')
  expect(line('ulan bator')).toBe('ulan bator|MN:1500')
  expect(line('ulm')).toBe('ulm|DE:120')
  expect(line('ul')).toBe('ul')
  expect(line('ulan')).toBeUndefined()
})

test('knows what a set knows', () => {
  const word = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b', 'é', '’') })
  fc.assert(
    fc.property(fc.array(word), fc.array(word), (words, others) => {
      const { has } = indexWords(words.join(' '), ' ')
      const set = new Set(words)
      for (const each of [...words, ...others]) expect(has(each)).toBe(set.has(each))
    }),
  )
})
