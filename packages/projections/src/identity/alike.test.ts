import { hashOf } from '@dateline/domain'
import { expect, it } from 'vitest'
import { isNamedPerson } from '../people/names.ts'
import { featuresOf, stemOf } from './features.ts'
import { canBeOne, withName } from './who.ts'

const told = (text: string, trigger: string) => ({ evidence: [{ start: 0, end: text.length, text }], trigger })

it('takes names, figures and telling words out of the evidence', () => {
  const { names, figures, stems, plain, trigger } = featuresOf(
    told('On Friday the ferry Rosalind sank off Streslau with 1,240 passengers, Ruritanian officials said.', 'sank'),
  )
  expect([...names]).toEqual(['rosalind', 'streslau', 'ruritanian'])
  expect([...figures]).toEqual(['1240'])
  expect(stems).toContain(hashOf(stemOf('passenger')))
  expect(plain).toContain(hashOf(stemOf('passenger')))
  expect(stems).toContain(hashOf(stemOf('streslau')))
  expect(plain).not.toContain(hashOf(stemOf('streslau')))
  expect(stems).not.toContain(hashOf('said'))
  expect(trigger).toBe('sank')
})

it.each([
  ['person:maurice-cheever', 'person:mo-cheever', true],
  ['person:brian-g-nolan', 'person:brian-nolan', true],
  ['person:nolan', 'person:brian-nolan', true],
  ['person:ramzan-kadyrin', 'person:r-kadirin', true],
  ['person:brian-nolan', 'person:brigitte-nolan', false],
  ['person:anna-nolan', 'person:brian-nolan', false],
  ['person:brian-nolan', 'person:brian-dolan', false],
  ['person:ca/employee', 'person:us/employee', false],
])('%s and %s can be one person: %s', (a, b, expected) => {
  expect(canBeOne(withName(a), withName(b))).toBe(expected)
})

it('takes a description for nobody by name', () => {
  expect(['person:jane-doe', 'person:ca/employee', 'group:pirates'].map(isNamedPerson)).toEqual([true, false, false])
})
