import { Event } from '@dateline/contract'
import { check } from '@placemarkio/check-geojson'
import { parse as parseCsv } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { parseAtomFeed } from 'feedsmith'
import ICAL from 'ical.js'
import jsonld from 'jsonld'
import { describe, expect, test } from 'vitest'
import { FORMATS } from './index.ts'

const context = {
  title: 'Timeline of “A & B”',
  baseUrl: 'https://dateline.example',
  selfUrl: 'https://dateline.example/v1/timeline.atom?country=KZ&limit=2',
  nextUrl: 'https://dateline.example/v1/timeline.atom?country=KZ&limit=2&cursor=abc',
}

function event(more: Partial<Event> = {}): Event {
  return {
    id: 'e1',
    type: 'election',
    title: 'Presidential election in Kazakhstan',
    date: { edtf: '2022-11-20', earliest: '2022-11-20', latest: '2022-11-20', precision: 'day' },
    place: { id: 'country:KZ', name: 'Kazakhstan', country: 'KZ' },
    participants: [{ role: 'winner', actor: { id: 'person:anna-berg', name: 'Anna Berg', kind: 'person' } }],
    attributes: { kind: 'presidential' },
    realis: 'actual',
    assertedBy: null,
    confidence: 0.9,
    documents: 1,
    sources: 1,
    firstReportedAt: '2022-11-28T00:00:00.000Z',
    lastReportedAt: '2022-11-29T00:00:00.000Z',
    evidence: [
      {
        documentId: 'd1',
        source: 'demo',
        url: 'https://news.example/1?a=b&c=d',
        title: 'A vote',
        publishedAt: '2022-11-28',
        quote: 'Anna Berg, 52, won "clearly"; nobody else\ncame close.',
        start: 0,
        end: 51,
      },
    ],
    disputed: [],
    ...more,
  }
}

const DATES = {
  day: { edtf: '2022-11-20', earliest: '2022-11-20', latest: '2022-11-20', precision: 'day' },
  month: { edtf: '2022-01', earliest: '2022-01-01', latest: '2022-01-31', precision: 'month' },
  year: { edtf: '2021~', earliest: '2021-01-01', latest: '2021-12-31', precision: 'year' },
  interval: { edtf: '2022-11-20/2022-11-28', earliest: '2022-11-20', latest: '2022-11-28', precision: 'interval' },
  until: { edtf: '../2022-08', earliest: null, latest: '2022-08-31', precision: 'interval' },
  since: { edtf: '2020/..', earliest: '2020-01-01', latest: null, precision: 'interval' },
  unknown: { edtf: 'unknown', earliest: null, latest: '2022-11-28', precision: 'unknown' },
} as const satisfies Record<string, Event['date']>

const dated = Object.entries(DATES).map(([id, date]) => event({ id, date }))

function render(suffix: string, events: Event[]): string {
  const format = FORMATS.find((one) => one.suffix === suffix)
  if (!format) throw new Error(`no ${suffix}`)
  return format.render(
    events.map((one) => JSON.stringify(one)),
    context,
  )
}
const json = (suffix: string, events: Event[]) => JSON.parse(render(suffix, events)) as Record<string, unknown>

const components = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')

describe('CSV', () => {
  const rows = (events: Event[]) => parseCsv<Record<string, string>>(render('csv', events), { columns: true })

  test('has a line an event, texts as they are', () => {
    expect(rows([event()])).toEqual([
      expect.objectContaining({
        id: 'e1',
        date: '2022-11-20',
        country: 'KZ',
        participants: 'winner=person:anna-berg',
        quote: event().evidence[0]?.quote,
        attributes: '{"kind":"presidential"}',
        asserted_by: '',
      }),
    ])
  })

  test('leaves empty what nobody knows', () => {
    const [until] = rows([event({ date: DATES.until, place: null, evidence: [] })])
    expect(until).toMatchObject({ date: '../2022-08', earliest: '', latest: '2022-08-31', place: '', quote: '' })
  })
})

describe('iCalendar', () => {
  test('has the events that have days, and no day that nobody said', () => {
    const events = components(render('ics', dated))
    const told = events.map((one) => [
      one.getFirstPropertyValue('uid'),
      String(one.getFirstPropertyValue('dtstart')),
      String(one.getFirstPropertyValue('dtend')),
      one.getFirstPropertyValue('status'),
    ])
    expect(told).toEqual([
      ['day@dateline', '2022-11-20', '2022-11-21', 'CONFIRMED'],
      ['month@dateline', '2022-01-01', '2022-02-01', 'TENTATIVE'],
      ['year@dateline', '2021-01-01', '2022-01-01', 'TENTATIVE'],
      ['interval@dateline', '2022-11-20', '2022-11-29', 'TENTATIVE'],
    ])
  })

  test('says how exact a date is, and keeps the words', () => {
    const [month] = components(render('ics', [event({ date: DATES.month })]))
    const description = String(month?.getFirstPropertyValue('description'))
    expect(description).toContain('Date: 2022-01 (to the month)')
    expect(description).toContain(event().evidence[0]?.quote)
  })

  test('has no line over 75 octets, whatever the title', () => {
    const law = fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (title) => {
      const text = render('ics', [event({ title })])
      const [found] = components(text)
      return (
        text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75) &&
        found?.getFirstPropertyValue('summary') ===
          title.replaceAll(/\r\n|\r|\n/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, ' ')
      )
    })
    expect(() => fc.assert(law)).not.toThrow()
  })
})

describe('Atom', () => {
  test('is a feed with an entry an event, and a link to the next page', () => {
    const feed = parseAtomFeed(render('atom', dated))
    expect(feed.title).toMatchObject({ value: context.title })
    expect(feed.links?.map((link) => [link.rel, link.href])).toEqual([
      ['self', context.selfUrl],
      ['next', context.nextUrl],
    ])
    expect(feed.entries).toHaveLength(dated.length)
    expect(JSON.stringify(feed.entries?.[0])).toContain('clearly')
    expect(JSON.stringify(feed.entries?.map((entry) => entry.summary))).toContain('undated')
  })

  test('is well formed whatever the texts hold', () => {
    const law = fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (title) => {
      const feed = parseAtomFeed(render('atom', [event({ title: `x${title}x` })]))
      return feed.entries?.length === 1
    })
    expect(() => fc.assert(law)).not.toThrow()
  })
})

describe('GeoJSON', () => {
  interface Feature {
    id: string
    geometry: unknown
    properties: Record<string, unknown>
  }
  const features = (...events: Event[]) =>
    (check(render('geojson', events)) as unknown as { features: Feature[] }).features

  test('has the event as properties', () => {
    const [feature] = features(event())
    expect(feature).toMatchObject({ type: 'Feature', id: 'e1' })
    const { url, ...properties } = feature?.properties ?? {}
    expect(url).toBe('https://dateline.example/v1/events/e1')
    expect(Event.parse(properties)).toEqual(event())
  })

  test('has the point of a city, and none for what is no closer than a country or region, or more than one city', () => {
    const at = (id: string) => features(event({ place: { id, name: 'Somewhere', country: 'XX' } }))[0]?.geometry
    expect(at('place:KZ/almaty')).toEqual({ type: 'Point', coordinates: [76.93, 43.26] })
    // By another name than the gazetteer's, west of Greenwich, south of the equator
    expect(at('place:UA/odesa')).toEqual({ type: 'Point', coordinates: [30.73, 46.48] })
    expect(at('place:CL/santiago')).toEqual({ type: 'Point', coordinates: [-70.65, -33.46] })
    for (const id of ['country:KZ', 'place:RU/chechnya', 'place:US/springfield', 'place:KZ/nowhere', 'region:asia'])
      expect(at(id)).toBeNull()
    expect(features(event({ place: null }))[0]?.geometry).toBeNull()
  })
})

describe('JSON-LD', () => {
  test('is read by another as events of schema.org, nothing lost', async () => {
    const schemaOrg = { '@context': { '@vocab': 'https://schema.org/' } }
    const [read] = await jsonld.expand(json('jsonld', [event()]), {
      documentLoader: (url) => Promise.resolve({ contextUrl: null, documentUrl: url, document: schemaOrg }),
    })
    const of = (term: string) => (read?.[`https://schema.org/${term}`] as Record<string, unknown>[] | undefined)?.[0]
    expect(read).toMatchObject({
      '@id': 'https://dateline.example/v1/events/e1',
      '@type': ['https://schema.org/Event'],
    })
    expect(of('startDate')).toEqual({ '@value': '2022-11-20' })
    expect(of('subjectOf')).toMatchObject({ '@type': ['https://schema.org/NewsArticle'] })
    expect(of('contributor')).toMatchObject({ 'https://schema.org/roleName': [{ '@value': 'winner' }] })
  })

  test('has the point of a city, and of nothing else', () => {
    const place = (id: string) => {
      const graph = json('jsonld', [event({ place: { id, name: 'Almaty', country: 'KZ' } })])['@graph']
      return (graph as { location: Record<string, unknown> }[])[0]?.location
    }
    expect(place('place:KZ/almaty')).toMatchObject({ geo: { latitude: 43.26, longitude: 76.93 } })
    expect(place('country:KZ')).not.toHaveProperty('geo')
  })

  test('has dates as exact as they are known and no more', () => {
    const graph = json('jsonld', dated)['@graph'] as Record<string, unknown>[]
    expect(graph.map((node) => [node['identifier'], node['startDate'], node['endDate']])).toEqual([
      ['day', '2022-11-20', '2022-11-20'],
      ['month', '2022-01', '2022-01'],
      ['year', '2021', '2021'],
      ['interval', '2022-11-20', '2022-11-28'],
      ['until', undefined, '2022-08-31'],
      ['since', '2020-01-01', undefined],
      ['unknown', undefined, undefined],
    ])
  })
})

describe('TimelineJS', () => {
  test('begins slides with what is known of a date, and leaves out what has no beginning', () => {
    const { events } = json('timelinejs.json', dated) as { events: Record<string, unknown>[] }
    expect(
      events.map((slide) => [slide['unique_id'], slide['start_date'], slide['end_date'], slide['display_date']]),
    ).toEqual([
      ['day', { year: 2022, month: 11, day: 20 }, undefined, undefined],
      ['month', { year: 2022, month: 1 }, undefined, '2022-01 (to the month)'],
      ['year', { year: 2021 }, undefined, '2021~ (to the year)'],
      [
        'interval',
        { year: 2022, month: 11, day: 20 },
        { year: 2022, month: 11, day: 28 },
        'between 2022-11-20 and 2022-11-28',
      ],
      ['since', { year: 2020, month: 1, day: 1 }, undefined, 'since 2020'],
    ])
  })

  test('lets no markup of a document through', () => {
    const quote = '<script>alert("x")</script>'
    const text = render('timelinejs.json', [event({ title: quote, evidence: [{ ...event().evidence[0]!, quote }] })])
    expect(text).not.toContain('<script>')
  })
})

describe('NDJSON', () => {
  test('has a line an event', () => {
    const lines = render('ndjson', dated).trimEnd().split('\n')
    expect(lines.map((line) => Event.parse(JSON.parse(line)))).toEqual(dated)
  })
})

test('nothing is made of an empty list but an empty one', () => {
  for (const { suffix } of FORMATS) expect(typeof render(suffix, [])).toBe('string')
  expect(components(render('ics', []))).toEqual([])
})
