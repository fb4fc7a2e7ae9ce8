import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayNumber, dayOfNumber } from '../timeline/dates.ts'
import { enteredKeys, soughtKeys, type Told } from './keys.ts'

const FIRST = dayNumber('2024-01-01')

/** Somebody is arrested; nothing says when but the day on which it is told. */
function arrest(toldOn: string | null, date: string | null = null): Told {
  return {
    type: 'arrest',
    earliest: date,
    latest: date,
    place: null,
    participants: [{ role: 'detainee', actor: 'person:jane-doe' }],
    attributes: {},
    evidence: [{ start: 0, end: 60, text: `The police of the town arrested Jane Doe at home (${toldOn}, ${date}).` }],
    trigger: 'arrested',
    toldOn,
  }
}

const meet = (a: Told, b: Told): boolean => {
  const entered = new Set(enteredKeys(a))
  return soughtKeys(b).some((key) => entered.has(key))
}

it('finds whatever was told within two weeks, before or after', () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.integer({ min: -14, max: 14 }), (day, apart) => {
      const [one, other] = [FIRST + day, FIRST + day + apart].map((number) => arrest(dayOfNumber(number)))
      expect(meet(one!, other!)).toBe(true)
    }),
  )
})

it('finds what happened on the same day, whenever it is told', () => {
  expect(meet(arrest('2024-05-06', '2024-05-04'), arrest('2025-05-06', '2024-05-04'))).toBe(true)
})

it('leaves alone what was told of the same person in another year, or dated otherwise', () => {
  expect(meet(arrest('2024-05-06'), arrest('2025-05-06'))).toBe(false)
  expect(meet(arrest('2024-05-06', '2024-05-04'), arrest('2025-05-06', '2025-05-04'))).toBe(false)
})

it('finds each other what was written before entries said when they were told', () => {
  expect(meet(arrest(null), arrest(null))).toBe(true)
})

/** The words are told of, not quoted, in other words each time but for a few. */
function statement(speaker: string | null, says: string): Told {
  return {
    ...arrest('2024-05-06'),
    type: 'statement',
    participants: speaker === null ? [] : [{ role: 'speaker', actor: speaker }],
    evidence: [{ start: 0, end: says.length, text: says }],
    trigger: 'said',
  }
}

it('finds what a speaker says of one matter under any of his names, and not what others say of it', () => {
  const [full, last] = ['person:maria-okonjo', 'person:okonjo'].map((speaker, n) =>
    statement(speaker, n === 0 ? 'The Harbour Authority will not raise its fees.' : 'Fees of the Harbour stay put.'),
  )
  expect(meet(full!, last!)).toBe(true)
  expect(meet(full!, statement('person:paul-abara', 'The Harbour fees are too high.'))).toBe(false)
  expect(meet(full!, statement(null, 'The Harbour fees are too high.'))).toBe(false)
  expect(meet(statement(null, 'Fees of the Harbour rise.'), statement('group:officials', 'Harbour fees rise.'))).toBe(
    true,
  )
})
