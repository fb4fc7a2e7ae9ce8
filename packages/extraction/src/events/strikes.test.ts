import { expect, test } from 'vitest'
import { annotate } from '../annotate.ts'

test.each([
  ['A strong earthquake struck Chile on Monday, killing 12 people.', 'disaster', '2026-10-19', 'country:CL', 12],
  ['A 6.5-magnitude quake struck Nepal early on Friday.', 'disaster', '2026-10-16', 'country:NP', undefined],
  ['A cyclone struck Mozambique late on Friday, officials said.', 'disaster', '2026-10-16', 'country:MZ', undefined],
  ['A storm battered Oman on Monday, killing 12 people.', 'disaster', '2026-10-19', 'country:OM', 12],
  ['A typhoon slammed into Japan on Monday, killing at least six people.', 'disaster', '2026-10-19', 'country:JP', 6],
  ['A bomb struck Kabul on Monday.', 'attack', '2026-10-19', 'place:AF/kabul', undefined],
] as const)('what strikes a place happens there: %s', (body, type, edtf, place, dead) => {
  const { events } = annotate({ id: 'd', body, publishedAt: '2026-10-20' })
  const told = events.filter((event) => event.type !== 'statement')
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({ type, date: { edtf }, place: { id: place } })
  expect((told[0]?.attributes['fatalities'] as { value: number } | undefined)?.value).toBe(dead)
})

test('the place is the one that was struck, whatever country the text speaks of most', () => {
  const body = 'An explosion rocked Kabul on Monday. Pakistan condemned it. Pakistan offered help, and India did not.'
  const { events } = annotate({ id: 'd', body, publishedAt: '2026-10-20' })
  expect(events.find(({ type }) => type === 'attack')?.place?.id).toBe('place:AF/kabul')
})
