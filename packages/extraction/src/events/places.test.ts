import { expect, test } from 'vitest'
import { annotate } from '../annotate.ts'

const placesOf = (body: string, type: string, title?: string) =>
  annotate({ id: 'doc', body, publishedAt: '2024-05-16', ...(title ? { title } : {}) })
    .events.filter((event) => event.type === type)
    .map(({ place }) => place?.id ?? null)

test('words are said where the sentence puts them', () => {
  expect(placesOf('The talks failed, the foreign minister of Norway, Kari Lund, said in Geneva.', 'statement')).toEqual(
    ['place:CH/geneva'],
  )
  expect(placesOf('The talks failed, the foreign minister of Norway, Kari Lund, said.', 'statement')).toEqual([null])
})

test('a verb that goes on is where the one before it is', () => {
  expect(
    placesOf(
      'Prime Minister Anna Koch met President Paul Dubois in Lyon on Thursday and signed an agreement.',
      'agreement',
    ),
  ).toEqual(['place:FR/lyon'])
})

test.each([
  ['Bus drivers in Lyon went on strike on Monday, the union said.', 'protest', 'place:FR/lyon'],
  ['Thousands of teachers in Bogota marched on Monday.', 'protest', 'place:CO/bogota'],
  ['Police in Nairobi arrested a reporter on Monday.', 'arrest', 'place:KE/nairobi'],
  ['Lawmakers in Canberra passed a bill on Monday that bans cash payments.', 'policy_change', 'country:AU'],
])('who acts on the spot says where that is, who acts from afar does not: %s', (body, type, place) => {
  expect(placesOf(body, type)).toEqual([place])
})

test('aid is where it is given', () => {
  expect(placesOf('Sweden gave Chad 40 million dollars in food aid.', 'aid')).toEqual(['country:TD'])
})

test('an invasion is not at home', () => {
  expect(placesOf('Traders left Russia because of its invasion of the neighbouring state.', 'armed_conflict')).toEqual([
    null,
  ])
})

test('what is named two steps off is not where it was', () => {
  expect(
    placesOf('Agents asked for help in inquiries about links in Florida with the murder of a priest.', 'attack'),
  ).not.toContain('place:US/florida')
})
