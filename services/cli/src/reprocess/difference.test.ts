import type { ExtractedEvent } from '@dateline/domain'
import { expect, test } from 'vitest'
import { differenceOf } from './difference.ts'

function event(start: number, more: Partial<ExtractedEvent> = {}): ExtractedEvent {
  const text = 'Rebels took the town.'
  return {
    type: 'attack',
    trigger: { start, end: start + 6, text: 'Rebels' },
    evidence: [{ start, end: start + text.length, text }],
    date: { edtf: '2031-05-04', precision: 'day', basis: 'explicit', expression: null },
    participants: [{ role: 'attacker', actor: 'group:rebels', mention: { start, end: start + 6, text: 'Rebels' } }],
    place: null,
    attributes: { a: 1, b: 2 },
    realis: 'actual',
    assertedBy: null,
    confidence: 0.9,
    ...more,
  }
}

test('what is said again is the same, whatever the order and the confidence', () => {
  const again = [event(100, { confidence: 0.1, attributes: { b: 2, a: 1 } }), event(0)]
  expect(differenceOf([event(0), event(100)], again)).toEqual({ same: 2, added: [], removed: [], changed: [] })
})

test('what finds no partner of its type in its words came or went', () => {
  const [old, now] = [event(0), event(0, { type: 'protest' })]
  expect(differenceOf([old], [now])).toEqual({ same: 0, added: [now], removed: [old], changed: [] })
})

test('what is said otherwise is named by its fields', () => {
  const now = event(0, {
    realis: 'alleged',
    date: { edtf: '2031-05', precision: 'month', basis: 'explicit', expression: null },
  })
  expect(differenceOf([event(0)], [now]).changed).toMatchObject([{ fields: ['date', 'realis'] }])
})

test('of two in the same words each goes with the one whose trigger it shares', () => {
  const evidence = [{ start: 0, end: 60, text: '' }]
  const at = (start: number) => event(start, { evidence })
  expect(differenceOf([at(0), at(30)], [at(30), at(0)]).same).toBe(2)
})
