import { EventList, type Event } from '@dateline/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/api.ts'
import { ASTANA, KAZAKHSTAN } from '../testing/story.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
  await api.tell({
    title: 'A vote in Kazakhstan',
    events: [
      {
        type: 'election',
        sentence: 'Anna Berg won the presidential election in Kazakhstan on Sunday.',
        edtf: '2022-11-20',
        participants: [['winner', 'person:anna-berg']],
        place: KAZAKHSTAN,
        attributes: { kind: 'presidential' },
      },
      {
        type: 'inauguration',
        sentence: 'Anna Berg was sworn in at Astana on Saturday.',
        edtf: '2022-11-26',
        participants: [['holder', 'person:anna-berg']],
        place: ASTANA,
        attributes: { office: 'president' },
      },
      {
        type: 'unrest',
        sentence: 'Riots shook Almaty in January.',
        edtf: '2022-01',
        place: KAZAKHSTAN,
        confidence: 0.4,
      },
      { type: 'protest', sentence: 'People took to the streets.', place: KAZAKHSTAN },
      {
        type: 'sanctions',
        sentence: 'Brussels may impose sanctions.',
        edtf: '2023',
        realis: 'hypothetical',
        participants: [
          ['imposer', 'org:eu'],
          ['target', 'country:KZ'],
        ],
      },
      {
        type: 'statement',
        sentence: 'Anna Berg told Carl Dahl: "We have won."',
        edtf: '2022-11-21',
        participants: [
          ['speaker', 'person:anna-berg'],
          ['target', 'person:carl-dahl'],
        ],
        attributes: {
          mode: 'verbatim',
          quote: ['We have won.'],
          act: 'announce',
          stance: 'positive',
          about: 'the vote',
        },
      },
    ],
  })
  await api.tell({
    source: 'other',
    title: 'Weather',
    events: [{ type: 'disaster', sentence: 'A flood hit Ülke on Friday.', edtf: '2022-11-25' }],
  })
  await api.settled()
})
afterAll(() => api[Symbol.asyncDispose]())

async function events(query: string): Promise<Event[]> {
  const { body } = await api.request.get(`/v1/timeline?${query}`).expect(200)
  return EventList.parse(body).data
}
const types = async (query: string) => (await events(query)).map((event) => event.type)

describe('the timeline', () => {
  test('shows what has happened, in the order of event dates', async () => {
    expect(await types('')).toEqual(['unrest', 'election', 'statement', 'disaster', 'inauguration', 'protest'])
    expect(await types('order=desc')).toEqual([
      'protest',
      'inauguration',
      'disaster',
      'statement',
      'election',
      'unrest',
    ])
  })

  test.each([
    ['country=KZ', ['unrest', 'election', 'inauguration', 'protest']],
    ['country=KZ&realis=actual,hypothetical', ['unrest', 'election', 'inauguration', 'protest', 'sanctions']],
    ['place=place:KZ/astana', ['inauguration']],
    ['place=country:KZ', ['unrest', 'election', 'inauguration', 'protest']],
    ['actor=person:anna-berg', ['election', 'statement', 'inauguration']],
    ['actor=person:anna-berg&actor=person:carl-dahl', ['statement']],
    ['actor=person:anna-berg,person:carl-dahl&match=any&role=target', ['statement']],
    ['actor=person:anna-berg&role=winner', ['election']],
    ['actor=person:anna-berg&role=target', []],
    ['role=speaker', ['statement']],
    ['type=election,unrest', ['unrest', 'election']],
    ['from=2022-11-21', ['statement', 'disaster', 'inauguration']],
    ['from=2022-11-21&undated=include', ['statement', 'disaster', 'inauguration', 'protest']],
    ['to=2022-11-20', ['unrest', 'election']],
    ['from=2022-01-15&to=2022-01-16', ['unrest']],
    ['undated=only', ['protest']],
    ['undated=exclude', ['unrest', 'election', 'statement', 'disaster', 'inauguration']],
    ['q=flood', ['disaster']],
    ['q=%22presidential+election%22', ['election']],
    ['q=sworn', ['inauguration']],
    ['q=ulke', ['disaster']],
    ['q=the', []],
    ['source=other', ['disaster']],
    ['source=nobody', []],
    ['minConfidence=0.5&country=KZ', ['election', 'inauguration', 'protest']],
    ['minConfidence=0.4&type=unrest', ['unrest']],
    ['minSources=2', []],
    ['realis=hypothetical', ['sanctions']],
  ])('filtered by %s', async (query, expected) => {
    expect(await types(query)).toEqual(expected)
  })

  test('filters by a document that reports it', async () => {
    const [flood] = await events('type=disaster')
    expect(await types(`document=${flood?.evidence[0]?.documentId}`)).toEqual(['disaster'])
    expect(await types('document=none')).toEqual([])
  })
})
