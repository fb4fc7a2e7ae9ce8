import { loadModel, parse } from '@dateline/english'
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findActors } from './actors.ts'

const model = loadModel()

const FRAGMENTS = [
  'President Amara Diallo',
  'the opposition',
  'said',
  'in Bamako',
  'Malian troops',
  ', 45, a farmer from the north,',
  'the U.N. (UN)',
  '“We will not leave,”',
  'he told Reuters.',
  'THE ARMY DENIED IT.',
  'O\u2019Brien-\u00c5str\u00f6m',
  '[sic]',
  '\n\n',
  '\u200f\u0301\ud83d\ude80',
  '---',
  'al-',
  'Mr.',
  'Ministry of the',
  '""""',
  '\u0000',
]

const texts = array(oneof(constantFrom(...FRAGMENTS), string({ maxLength: 12 })), { maxLength: 30 }).map((parts) =>
  parts.join(' '),
)

describe('mentions of any text', () => {
  it('are verbatim, within their sentence, and their tokens are those of their span', () => {
    assert(
      property(texts, (text) => {
        const parsed = parse(text, model)
        for (const mention of findActors(parsed).mentions) {
          const sentence = parsed.sentences[mention.sentence]
          expect(text.slice(mention.start, mention.end)).toBe(mention.text)
          expect(sentence?.tokens[mention.from]?.start).toBe(mention.start)
          expect(sentence?.tokens[mention.to - 1]?.end).toBe(mention.end)
          expect(mention.head).toBeGreaterThanOrEqual(mention.from)
          expect(mention.head).toBeLessThan(mention.to)
          expect(mention.id).toMatch(/^(?:person|org|group|country|place|region):\S/u)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('are the same each time', () => {
    assert(
      property(texts, (text) => {
        const once = findActors(parse(text, model))
        const again = findActors(parse(text, model))
        expect(again.mentions).toEqual(once.mentions)
        expect(again.mainCountry).toBe(once.mainCountry)
      }),
      { numRuns: 40 },
    )
  })

  it('know their actor by id', () => {
    assert(
      property(texts, (text) => {
        const actors = findActors(parse(text, model))
        for (const { id, name } of actors.mentions) expect(actors.info(id)?.name).toBe(name)
      }),
      { numRuns: 40 },
    )
  })
})
