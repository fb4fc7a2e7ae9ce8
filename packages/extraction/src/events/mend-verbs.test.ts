import { expect, test } from 'vitest'
import { annotate } from '../annotate.ts'

const toldIn = (body: string) =>
  annotate({ id: 'd', body, publishedAt: '2026-10-20' }).events.filter(({ type }) => type !== 'statement')

test.each([
  ['A powerful earthquake hit near Arica on Monday, leaving nine people dead.', '2026-10-19', 9],
  ['A magnitude 5.8 quake shook southern Peru on Sunday.', '2026-10-18', undefined],
  ['Nine people lost their lives on Sunday when a quake rocked Arica, a city in Chile.', '2026-10-18', undefined],
  ['A tornado struck near Lublin late on Friday, killing two people.', '2026-10-16', 2],
])('what strikes near a place is no attack: %s', (body, edtf, dead) => {
  const told = toldIn(body)
  expect(told.map(({ type, date }) => [type, date.edtf])).toEqual([['disaster', edtf]])
  expect((told[0]?.attributes['fatalities'] as { value: number } | undefined)?.value).toBe(dead)
})

test.each([
  ['The Kenyan government yesterday imposed sanctions against Chad, closing the border.', '2026-10-19'],
  ['The Polish government on Monday imposed sanctions against Chad.', '2026-10-19'],
])('a time between subject and verb hides neither: %s', (body, edtf) => {
  const [event, ...others] = toldIn(body)
  expect(others).toEqual([])
  expect(event).toMatchObject({ type: 'sanctions', date: { edtf } })
  expect(event?.participants.map(({ role }) => role).sort()).toEqual(['imposer', 'target'])
})

test('what is said keeps its subject from the one who says it', () => {
  const [event, ...others] = toldIn('The earthquake in Izmir on Saturday killed eleven people, rescuers said.')
  expect(others).toEqual([])
  expect(event).toMatchObject({ type: 'disaster', date: { edtf: '2026-10-17' }, place: { id: 'place:TR/izmir' } })
})

test.each([
  ['Farah Idris, accused of money laundering, was given a sentence of two years by a court in Lagos.', 'legal_action'],
  ['Ana Rey, accused of fraud, was arrested in Lima on Monday.', 'arrest'],
])('a name with an insertion is the subject: %s', (body, type) => {
  const [event] = toldIn(body).filter((one) => one.type === type)
  expect(event?.participants.map(({ actor }) => actor)).toContainEqual(expect.stringMatching(/farah-idris|ana-rey/))
})

test('the time and place behind what a protest is about are those of the protest', () => {
  const [event] = toldIn('Hundreds took part in a march against plans to close the school in Kisumu on Saturday.')
  expect(event).toMatchObject({ type: 'protest', date: { edtf: '2026-10-17' }, place: { id: 'place:KE/kisumu' } })
  const [other] = toldIn('Parliament rejected plans to build a dam in Kisumu on Saturday.')
  expect(other?.place?.id).not.toBe('place:KE/kisumu')
})

test('streets and squares put a protest in their town', () => {
  for (const [body, place] of [
    ['Strikers filled the squares of the Kenyan city of Kisumu on Monday.', 'place:KE/kisumu'],
    ['Crowds took to the streets of Lagos on Monday.', 'place:NG/lagos'],
  ] as const)
    expect(toldIn(body)).toMatchObject([{ type: 'protest', place: { id: place } }])
  expect(toldIn('Troops filled the streets of Kisumu on Monday.')).toEqual([])
})

test('a town hit by a quake is where it was', () => {
  expect(toldIn('Antofagasta in Chile was struck by a strong quake on Monday.')[0]?.place?.id).toBe(
    'place:CL/antofagasta',
  )
})

test('what took place on a day has its date', () => {
  const [event] = toldIn(
    'The parliamentary election in Chad took place on Sunday, with fewer voters than four years ago.',
  )
  expect(event).toMatchObject({ type: 'election', date: { edtf: '2026-10-18' } })
})

test('sanctions of two states on one are two', () => {
  const body = 'Kenya imposed sanctions on Chad on Monday. Earlier Ghana had imposed sanctions on Chad.'
  const told = toldIn(body).filter(({ type }) => type === 'sanctions')
  expect(told.map(({ participants }) => participants.find(({ role }) => role === 'imposer')?.actor)).toEqual([
    'country:KE',
    'country:GH',
  ])
})
