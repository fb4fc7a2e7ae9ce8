import {
  Actor,
  ActorList,
  AnnotationView,
  CountList,
  Document,
  EventInFull,
  EventList,
  HistoryList,
  LogList,
  Problem,
  StatementList,
} from '@dateline/contract'
import { createDispatcher } from '@dateline/queue'
import { silent } from '@dateline/test/support/silent.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from './testing/api.ts'
import { ASTANA, KAZAKHSTAN, type ToldEvent } from './testing/story.ts'

const VOTE: ToldEvent = {
  type: 'election',
  sentence: 'Anna Berg won the presidential election in Kazakhstan on Sunday.',
  edtf: '2022-11-20',
  participants: [['winner', 'person:anna-berg']],
  place: KAZAKHSTAN,
  attributes: { kind: 'presidential' },
}
const OATH: ToldEvent = {
  type: 'inauguration',
  sentence: 'Anna Berg was sworn in at Astana on Saturday.',
  edtf: '2022-11-26',
  participants: [['holder', 'person:anna-berg']],
  place: ASTANA,
  attributes: { office: 'president' },
}
const PROTEST: ToldEvent = {
  type: 'protest',
  sentence: 'The Free Union marched in Astana.',
  edtf: '2022-11-27',
  participants: [['participants', 'org:free-union']],
  place: ASTANA,
}
const WORDS: ToldEvent = {
  type: 'statement',
  sentence: 'Anna Berg told Carl Dahl: "We have won."',
  edtf: '2022-11-21',
  participants: [
    ['speaker', 'person:anna-berg'],
    ['target', 'person:carl-dahl'],
  ],
  attributes: { mode: 'verbatim', quote: ['We have won.'], act: 'announce', stance: 'positive', about: 'the vote' },
}

let api: TestApi
let first: string
let second: string
beforeAll(async () => {
  api = await startTestApi()
  first = await api.tell({ title: 'A vote', externalId: 'first', events: [VOTE, OATH, PROTEST, WORDS] })
  second = await api.tell({
    source: 'other',
    publishedAt: '2022-11-29T10:00:00Z',
    events: [{ ...VOTE, sentence: 'Berg takes it all.' }],
  })
  await api.tell({
    events: [{ ...WORDS, participants: [['speaker', 'group:kz/opposition-groups']], sentence: 'No, they said.' }],
  })
  await api.settled()
})
afterAll(() => api[Symbol.asyncDispose]())

const get = async (path: string) => (await api.request.get(path).expect(200)).body as unknown
const problem = async (path: string, status: number) => Problem.parse((await api.request.get(path).expect(status)).body)
const find = async (type: string) => {
  const event = EventList.parse(await get(`/v1/timeline?type=${type}`)).data[0]
  if (!event) throw new Error(`no ${type}`)
  return event
}

describe('an event', () => {
  test('is shown with all of its evidence, in a list with the best of it', async () => {
    const listed = await find('election')
    expect(listed).toMatchObject({ documents: 2, sources: 2, title: 'Presidential election in Kazakhstan' })
    expect(listed.evidence).toHaveLength(1)
    const { reports, ...event } = EventInFull.parse(await get(`/v1/events/${listed.id}`))
    expect(event.evidence.map((piece) => piece.documentId).sort()).toEqual([first, second].sort())
    expect({ ...event, evidence: [] }).toEqual({ ...listed, evidence: [] })
    expect(reports.map(({ documentId, points }) => [documentId, points >= 5])).toEqual([
      [first, false],
      [second, true],
    ])
    expect(reports[1]?.because).toContain('the dates agree (2)')
  })

  test('has the entries that made it as its history', async () => {
    const { id } = await find('election')
    const { data } = HistoryList.parse(await get(`/v1/events/${id}/history`))
    expect(data.map((item) => [item.type, item.engine?.name])).toEqual([
      ['election', 'told'],
      ['election', 'told'],
    ])
    expect(data[0]?.change).toBe('created')
    const page = HistoryList.parse(await get(`/v1/events/${id}/history?limit=1`))
    const rest = HistoryList.parse(await get(`/v1/events/${id}/history?limit=1&cursor=${page.page.next}`))
    expect([...page.data, ...rest.data]).toEqual(data)
    expect(rest.page.next).toBeNull()
  })

  test('that no document reports any more is gone, with the reason, and keeps its history', async () => {
    const { id } = await find('protest')
    await api.tell({
      externalId: 'first',
      title: 'A vote',
      events: [VOTE, OATH, WORDS, { ...PROTEST, type: 'disaster', sentence: 'It rained.' }],
    })
    await api.settled()
    const gone = await problem(`/v1/events/${id}`, 410)
    expect(gone.type).toBe('/problems/gone')
    expect(gone.detail).not.toBe('')
    const { data } = HistoryList.parse(await get(`/v1/events/${id}/history`))
    expect(data.at(-1)?.change).toBe('withdrawn')
  })

  test.each(['none', 'none/history', '%00', '%ff', '%2e%2e%2f', 'x'.repeat(2000)])(
    'that nobody reports is not found: %s',
    async (id) => {
      expect((await problem(`/v1/events/${id}`, 404)).type).toBe('/problems/not-found')
    },
  )
})

describe('counts', () => {
  test('are given by interval and type, and add up to the timeline', async () => {
    const events = EventList.parse(await get('/v1/timeline')).data
    for (const interval of ['day', 'week', 'month', 'year']) {
      const { data } = CountList.parse(await get(`/v1/timeline/counts?interval=${interval}`))
      expect(data.reduce((sum, count) => sum + count.count, 0)).toBe(events.length)
      const starts = data.map((count) => count.start ?? 'undated')
      expect(starts).toEqual(starts.toSorted((a, b) => (a < b ? -1 : 1)))
    }
    const { data } = CountList.parse(await get('/v1/timeline/counts?interval=week&type=election'))
    expect(data).toEqual([{ start: '2022-11-14', end: '2022-11-20', count: 1, types: { election: 1 } }])
  })

  test('are walked as every list is', async () => {
    const all = CountList.parse(await get('/v1/timeline/counts?interval=day')).data
    const walked: unknown[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = CountList.parse(
        await get(`/v1/timeline/counts?interval=day&limit=1${cursor && `&cursor=${cursor}`}`),
      )
      walked.push(...page.data)
      cursor = page.page.next
    }
    expect(walked).toEqual(all)
  })
})

describe('actors', () => {
  const ids = async (query: string) => ActorList.parse(await get(`/v1/actors?${query}`)).data.map((actor) => actor.id)

  test('are found by the beginning of a name, roughly, by kind and by country', async () => {
    expect(await ids('q=ann')).toEqual(['person:anna-berg'])
    expect(await ids('q=BERG')).toEqual(['person:anna-berg'])
    expect(await ids('q=ana%20berg')).toEqual(['person:anna-berg'])
    expect(await ids('q=anna+b')).toEqual(['person:anna-berg'])
    expect(await ids('kind=person')).toEqual(['person:anna-berg', 'person:carl-dahl'])
    expect(await ids('country=KZ&kind=group')).toEqual(['group:kz/opposition-groups'])
    expect(await ids('q=zzzz')).toEqual([])
    expect(await ids('q=(.*%5B%5C')).toEqual([])
    expect(await ids('q=!!')).toEqual([])
  })

  test('are walked in one order, also where they are searched', async () => {
    for (const query of ['', 'q=an&']) {
      const all = await ids(query)
      const walked: string[] = []
      for (let cursor: string | null = ''; cursor !== null;) {
        const page = ActorList.parse(await get(`/v1/actors?${query}limit=1${cursor && `&cursor=${cursor}`}`))
        walked.push(...page.data.map((actor) => actor.id))
        cursor = page.page.next
      }
      expect(walked).toEqual(all)
    }
  })

  test('are shown with names, offices, counts and company', async () => {
    const actor = Actor.parse(await get('/v1/actors/person:anna-berg'))
    expect(actor).toMatchObject({
      id: 'person:anna-berg',
      name: 'Anna Berg',
      kind: 'person',
      events: 3,
      statements: 1,
      documents: 2,
      counts: { byType: { election: 1, inauguration: 1, statement: 1 }, byRole: { winner: 1, holder: 1, speaker: 1 } },
    })
    expect(actor.offices).toEqual([{ office: 'president', of: 'country:KZ', from: '2022-11-26', to: null }])
    expect(actor.appearsWith.map((other) => other.actor.id)).toEqual(['person:carl-dahl'])
  })

  test('have a timeline and statements of their own', async () => {
    const timeline = EventList.parse(await get('/v1/actors/person:anna-berg/timeline'))
    expect(timeline.data.map((event) => event.type)).toEqual(['election', 'statement', 'inauguration'])
    const winner = EventList.parse(await get('/v1/actors/person:anna-berg/timeline?role=winner'))
    expect(winner.data.map((event) => event.type)).toEqual(['election'])
    const statements = StatementList.parse(await get('/v1/actors/person:anna-berg/statements'))
    expect(statements.data).toHaveLength(1)
    expect(statements.data[0]).toMatchObject({
      speaker: { id: 'person:anna-berg' },
      target: { id: 'person:carl-dahl' },
      quotes: ['We have won.'],
      mode: 'verbatim',
      stance: 'positive',
      about: 'the vote',
    })
    expect(StatementList.parse(await get('/v1/actors/person:carl-dahl/statements')).data).toEqual([])
  })

  test('whose ids hold a slash are found with it encoded or not', async () => {
    for (const id of ['group:kz/opposition-groups', 'group%3Akz%2Fopposition-groups']) {
      expect(Actor.parse(await get(`/v1/actors/${id}`)).id).toBe('group:kz/opposition-groups')
      expect(StatementList.parse(await get(`/v1/actors/${id}/statements`)).data).toHaveLength(1)
      expect(EventList.parse(await get(`/v1/actors/${id}/timeline`)).data).toHaveLength(1)
    }
  })

  test.each(['', '/timeline', '/statements'])('that are not there are not found: %s', async (part) => {
    expect((await problem(`/v1/actors/person:nobody${part}`, 404)).type).toBe('/problems/not-found')
  })
})

describe('documents', () => {
  test('say where they stand and what they report', async () => {
    const document = Document.parse(await get(`/v1/documents/${second}`))
    expect(document).toMatchObject({
      status: 'done',
      source: 'other',
      revision: 1,
      publishedAt: '2022-11-29T10:00:00Z',
    })
    expect(document.events.map((event) => event.type)).toEqual(['election'])
    await problem('/v1/documents/none', 404)
  })

  test('are annotated, every span verbatim', async () => {
    const { body, sentences, events, mentions, timexes } = AnnotationView.parse(
      await get(`/v1/documents/${second}/annotation`),
    )
    expect(sentences.length).toBeGreaterThan(0)
    expect(events).toHaveLength(1)
    for (const span of [
      ...sentences,
      ...mentions,
      ...timexes,
      ...events.flatMap((event) => [event.trigger, ...event.evidence]),
    ])
      expect(body.slice(span.start, span.end)).toBe(span.text)
    await problem('/v1/documents/none/annotation', 404)
  })

  test('without an annotation yet have none', async () => {
    const { body } = await api.deliver({ body: 'Nobody reads this one.', publishedAt: '2022-11-28' }).expect(202)
    await api.settled()
    const { id } = (body as { data: { id: string }[] }).data[0] ?? { id: '' }
    expect(Document.parse(await get(`/v1/documents/${id}`)).status).toBe('queued')
    expect((await problem(`/v1/documents/${id}/annotation`, 404)).detail).toContain('queued')
  })

  test('are being processed while a worker has them in hand', async () => {
    const { pool, log, connection } = api
    const dispatcher = createDispatcher({ pool, log, queue: connection.queue, logger: silent })
    dispatcher.start()
    const { body } = await api.deliver({ body: 'A worker takes this one.', publishedAt: '2022-11-28' }).expect(202)
    const { id } = (body as { data: { id: string }[] }).data[0] ?? { id: '' }
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    const worker = connection.createWorker(() => released, { concurrency: 8 })
    await expect.poll(() => get(`/v1/documents/${id}`), { timeout: 20_000 }).toMatchObject({ id, status: 'processing' })
    release()
    await worker.close()
    await dispatcher.stop()
  })
})

describe('the log', () => {
  test('is read in order, from a position, by type and by stream', async () => {
    const all = LogList.parse(await get('/v1/log?limit=200'))
    expect(all.data.map((entry) => Number(entry.position))).toEqual(all.data.map((_, index) => index + 1))
    expect(all.asOf).toBe(String(all.data.length))
    expect(LogList.parse(await get('/v1/log?after=3&limit=2')).data.map((entry) => entry.position)).toEqual(['4', '5'])
    const elections = LogList.parse(await get('/v1/log?type=election,protest')).data
    expect(new Set(elections.map((entry) => entry.type))).toEqual(new Set(['election', 'protest']))
    const stream = LogList.parse(await get(`/v1/log?stream=document-${second}`)).data
    expect(stream.map((entry) => entry.version)).toEqual([1, 2, 3])
    expect(LogList.parse(await get(`/v1/log?stream=document-${second}&type=election`)).data).toHaveLength(1)
    expect(LogList.parse(await get('/v1/log?stream=none')).data).toEqual([])
    expect(LogList.parse(await get('/v1/log?after=9223372036854775807')).data).toEqual([])
  })

  test('is walked to its end', async () => {
    const walked: string[] = []
    for (let path: string | null = '/v1/log?limit=3'; path !== null;) {
      const answer: { headers: Record<string, string>; body: unknown } = await api.request.get(path).expect(200)
      walked.push(...LogList.parse(answer.body).data.map((entry) => entry.position))
      path = /^<([^>]+)>; rel="next"$/.exec(answer.headers['link'] ?? '')?.[1] ?? null
    }
    expect(walked).toEqual(Array.from({ length: Number(await api.log.head()) }, (_, index) => String(index + 1)))
  })
})

describe('a read', () => {
  test('is answered 304 for the ETag of what it shows, until the log has grown', async () => {
    for (const path of [
      '/v1/timeline?country=KZ',
      '/v1/timeline/counts',
      '/v1/actors',
      '/v1/actors/person:anna-berg',
      '/v1/log',
    ]) {
      const etag = (await api.request.get(path).expect(200)).headers['etag'] ?? ''
      expect(etag).toMatch(/^W\/"/)
      const again = await api.request.get(path).set('if-none-match', `"x", ${etag}`).expect(304)
      expect([again.headers['etag'], again.text]).toEqual([etag, ''])
      await api.request
        .get(`${path}${path.includes('?') ? '&' : '?'}limit=7`)
        .set('if-none-match', etag)
        .expect(path === '/v1/actors/person:anna-berg' ? 400 : 200)
      await api.tell({ events: [{ type: 'aid', sentence: `Help came for ${path}.`, edtf: '2022-01-01' }] })
      await api.settled()
      await api.request.get(path).set('if-none-match', etag).expect(200)
    }
  })

  test('can be asked for by HEAD', async () => {
    const answer = await api.request.head('/v1/timeline').expect(200)
    expect(answer.headers['etag']).toBeDefined()
    expect(answer.text ?? '').toBe('')
  })

  test('shows what was known at a position and at an instant', async () => {
    const now = EventList.parse(await get('/v1/timeline'))
    expect(EventList.parse(await get('/v1/timeline?asOf=0')).data).toEqual([])
    const early = EventList.parse(await get('/v1/timeline?asOf=3'))
    expect(early.asOf).toBe('3')
    expect(early.data.map((event) => event.type)).toEqual(['election'])
    expect(early.data[0]?.documents).toBe(1)
    const later = EventList.parse(await get('/v1/timeline?asOf=9223372036854775807'))
    expect(later).toEqual(now)
    expect(EventList.parse(await get('/v1/timeline?asOf=2100-01-01T00:00:00Z'))).toEqual(now)
    expect(EventList.parse(await get('/v1/timeline?asOf=2000-01-01T00:00:00Z')).data).toEqual([])
  })
})

describe('what is not there', () => {
  test.each([
    ['get', '/v1/nothing', 404],
    ['get', '/v1/actors/', 404],
    ['get', '/v1/timeline/', 404],
    ['post', '/v1/timeline', 405],
    ['delete', '/v1/events/x', 405],
    ['put', '/v1/admin/keys', 405],
    ['get', '/v1/webhooks/demo/documents', 405],
  ] as const)('%s %s is a problem', async (method, path, status) => {
    const answer = await api.request[method](path).expect(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(Problem.parse(answer.body).status).toBe(status)
    expect(answer.headers['allow'] !== undefined).toBe(status === 405)
  })
})
