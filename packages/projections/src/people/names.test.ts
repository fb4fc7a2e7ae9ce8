import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { keysOfPerson, keysSought } from './keys.ts'
import { keyOfActor, type Likeness, likenessOf, parseName } from './names.ts'
import { newPerson, type Told } from './person.ts'

it.each<[string, string, Likeness | null]>([
  ['mira-kolarova', 'mira-kolarova', 'same'],
  ['mira-kolarova', 'mira-b-kolarova', 'fuller'],
  ['rudolf-hentz', 'district-judge-rudolf-hentz', 'fuller'],
  ['ramzan-kadyrin', 'ramzan-kadirin', 'spelt'],
  ['yusuf-tokarev', 'youssouf-tokarev', 'spelt'],
  ['dmitri-gorbatchin', 'dmitry-gorbachin', 'spelt'],
  ['bill-harrow', 'william-harrow', 'spelt'],
  ['ted-harrow', 'edward-harrow', 'spelt'],
  ['ted-harrow', 'theodore-harrow', 'spelt'],
  ['theodore-harrow', 'edward-harrow', null],
  ['v-petrescu', 'victor-petrescu', 'initial'],
  ['j-m-barnaby', 'john-michael-barnaby', 'initial'],
  ['petrescu', 'victor-petrescu', 'last'],
  ['kadirin', 'ramzan-kadyrin', 'last'],
  ['jermaine-tillman', 'jeremaine-tillman', 'slip'],
  // Father and son, brother and sister, namesakes.
  ['george-h-w-tarn', 'george-w-tarn', null],
  ['paul-tarn-jr', 'paul-tarn-sr', null],
  ['paul-tarn-jr', 'paul-tarn', 'same'],
  ['anna-harrow', 'bill-harrow', null],
  ['christopher-harrow', 'christine-harrow', null],
  ['mira-kolarova', 'mira-kolar', null],
  ['li', 'lee', null],
])('%s and %s: %s', (a, b, expected) => {
  const [x, y] = [parseName(a)!, parseName(b)!]
  expect([likenessOf(x, y), likenessOf(y, x)]).toEqual([expected, expected])
})

const word = fc.constantFrom(
  'bill',
  'william',
  'w',
  'yusuf',
  'youssouf',
  'j',
  'jon',
  'kim',
  'judge',
  'khalid',
  'halid',
  'i',
)
const last = fc.constantFrom('kadyrov', 'kadirov', 'lee', 'li', 'khan', 'han', 'tokayev', 'tokaev', 'iii')
const slug = fc.tuple(fc.array(word, { maxLength: 3 }), last).map(([given, name]) => [...given, name].join('-'))

it('finds whoever can be meant under a key, and events of them under the same one', () => {
  fc.assert(
    fc.property(slug, slug, (a, b) => {
      const [x, y] = [parseName(a)!, parseName(b)!]
      if (likenessOf(x, y) === null) return
      const told = (id: string): Told => ({
        id,
        documentId: 'd',
        name: id,
        gender: null,
        countries: [],
        offices: [],
        home: 'RU',
        company: [],
        namesake: false,
      })
      const person = newPerson(`person:${a}`, told(`person:${a}`), 1n)
      const sought = keysSought(told(`person:${b}`))
      // A full name is not looked for by it where somebody is known by a last name alone, but for those of a country.
      expect(keysOfPerson(person).some((key) => sought.includes(key))).toBe(true)
      expect(keyOfActor(`person:${a}`)).toBe(keyOfActor(`person:${b}~x1`))
    }),
    { numRuns: 2_000 },
  )
})
