import type { Annotation, Span } from '@dateline/domain'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotate } from './annotate.ts'

/** Texts that break readers, each a part that can be repeated without end. */
const PARTS: readonly (readonly [name: string, part: string])[] = [
  ['one line', 'Police arrested two men in Quito on Sunday. Minister Ana Rey said on Monday that she would resign. '],
  ['no punctuation', 'the rebels attacked the town on monday and killed nine people near the old bridge '],
  ['names without end', 'Maria Lopez met Juan Mora in Lima on Monday and Ana Rey attacked '],
  ['capitals', 'THE ARMY SEIZED POWER IN NIGER ON MONDAY. PRESIDENT OUMAR BA RESIGNED. '],
  ['lines', '• Police arrested nine men\n'],
  ['bylines', 'By Maria Lopez\n\n'],
  ['quotation marks', '"'],
  ['quotations that never close', '“We ‘will "go '],
  ['quotations within quotations', '"He said \'she said '],
  ['apostrophes', "'n "],
  ['brackets', '[He] (('],
  ['full stops', '. '],
  ['dashes', '—'],
  ['dates', 'on Monday 12 May 2020, the 1990s and '],
  ['digits', '1,234/5 '],
  ['one letter', 'a'],
  ['one mark', '\u0301'],
  ['emoji', '👩‍👩‍👧 🇨🇭 '],
  ['halves of surrogate pairs', '\ud83d \udc69'],
  ['control characters', '\u0000\u0007 \u001b[31m'],
  ['right to left', '\u200f\u202eabc القاهرة '],
  ['accents apart from their letters', 'Se\u0301gole\u0300ne Du\u0308rr met A\u0328bc. '],
  ['Russian', 'Президент подал в отставку в понедельник. '],
  ['Chinese', '北京举行了会议。'],
  ['addresses', 'https://a.example/b?c=d e@f.example '],
  ['nested phrases', 'according to the minister of '],
]

const read = (body: string) => annotate({ id: 'bad', title: body.slice(0, 80), body, publishedAt: '2024-05-16' })

function spansOf({ sentences, timexes, mentions, attributions, events }: Annotation): Span[] {
  const spans = [
    ...sentences,
    ...timexes,
    ...mentions,
    ...attributions.flatMap(({ source, cue, content }) => [source, cue, ...content]),
    ...events.flatMap(({ trigger, evidence, date, participants }) => [
      trigger,
      ...evidence,
      date.expression,
      ...participants.map(({ mention }) => mention),
    ]),
  ]
  return spans.filter((span) => span !== null)
}

/** Spans that are not what stands at their offsets. */
const misplaced = (body: string, annotation: Annotation): Span[] =>
  spansOf(annotation).filter(
    ({ start, end, text }) => start < 0 || start >= end || end > body.length || body.slice(start, end) !== text,
  )

const seconds = (body: string): number => {
  const started = process.cpuUsage()
  read(body)
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1e6
}

// Four times the text takes four times as long, and sixteen times where time grows with the square.
test.each(PARTS)('time grows with the text and no faster: %s', (_, part) => {
  const small = part.repeat(Math.ceil(5_000 / part.length))
  const large = small.repeat(4)
  read(small)
  const once = Math.max(0.03, Math.min(seconds(small), seconds(small)))
  expect(Math.min(seconds(large), seconds(large)) / once).toBeLessThan(4 * 2.5)
})

test.each(PARTS)('every span is verbatim, and the same text gives the same bytes: %s', (_, part) => {
  const body = part.repeat(Math.ceil(2_000 / part.length))
  const annotation = read(body)
  expect(misplaced(body, annotation)).toEqual([])
  expect(JSON.stringify(read(body))).toBe(JSON.stringify(annotation))
})

test('a thousand quotation marks leave the sentences around them what they are', () => {
  const body = `Police arrested two men in Quito on Sunday.\n\n${'"'.repeat(1000)}\n\nRebels attacked a village in Chad on Monday.`
  const annotation = read(body)
  expect(misplaced(body, annotation)).toEqual([])
  expect(annotation.events.map(({ type }) => type)).toEqual(['arrest', 'attack'])
})

test('a million characters without a blank are read', () => {
  const body = 'a1b'.repeat(333_334)
  expect(misplaced(body, read(body))).toEqual([])
})

test('any mixture of them is read verbatim, twice alike', () => {
  const piece = fc.oneof(
    fc.constantFrom(...PARTS).chain(([, part]) => fc.integer({ min: 1, max: 30 }).map((times) => part.repeat(times))),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.constantFrom('', ' ', '\n', '\n\n'), (pieces, joint) => {
      const body = pieces.join(joint)
      const annotation = read(body)
      expect(misplaced(body, annotation)).toEqual([])
      expect(JSON.stringify(read(body))).toBe(JSON.stringify(annotation))
    }),
    { numRuns: 60 },
  )
})
