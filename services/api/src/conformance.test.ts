import {
  Change,
  OPERATIONS,
  type OperationId,
  Problem,
  type ProblemName,
  PROBLEMS,
  problemsOf,
  type Operation,
} from '@dateline/contract'
import { bury } from '@dateline/queue'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from './testing/api.ts'
import { openStream } from './testing/sse.ts'
import { ASTANA, KAZAKHSTAN } from './testing/story.ts'

/** One request: what is left out is what makes the operation succeed. */
interface Ask {
  path?: string
  query?: string
  headers?: Record<string, string>
  body?: string
  key?: string | null
  api?: TestApi
}

let api: TestApi
let strict: TestApi
let limited: TestApi
let parking: TestApi
let crowded: TestApi
beforeAll(async () => {
  ;[api, strict, limited, parking, crowded] = await Promise.all([
    startTestApi(),
    startTestApi({ readAuth: 'required' }),
    startTestApi({ rateLimitPerMinute: 1 }),
    startTestApi(),
    startTestApi(),
  ])
})
afterAll(() => Promise.all([api, strict, limited, parking, crowded].map((one) => one[Symbol.asyncDispose]())))

async function ask(operation: Operation, { path, query = '', headers = {}, body, key, api: of = api }: Ask) {
  const authorization = key === null ? {} : { authorization: `Bearer ${key ?? of.adminKey}` }
  const sent = of.request[operation.method](`${path ?? operation.path}${query && `?${query}`}`)
    .set({ ...authorization, ...headers })
    .redirects(0)
  const answer = body === undefined ? await sent : await sent.type('application/json').send(body)
  return { status: answer.status, type: answer.type, body: answer.body as unknown, text: answer.text }
}

let made = 0
const unique = () => `thing-${(made += 1)}`

/** What there has to be for an operation to succeed, and the path and the body with which it does. */
const SUCCESS: Record<OperationId, () => Promise<Ask> | Ask> = {
  listTimeline: () => ({ query: 'country=KZ' }),
  countTimeline: () => ({ query: 'interval=year' }),
  getEvent: async () => ({ path: `/v1/events/${await anEvent()}` }),
  getEventHistory: async () => ({ path: `/v1/events/${await anEvent()}/history` }),
  listActors: () => ({ query: 'q=red' }),
  getActor: async () => ({ path: (await anEvent(), '/v1/actors/org:red-cross') }),
  listActorTimeline: async () => ({ path: (await anEvent(), '/v1/actors/org:red-cross/timeline') }),
  listActorStatements: async () => ({ path: (await anEvent(), '/v1/actors/org:red-cross/statements') }),
  getDocument: async () => ({ path: `/v1/documents/${await aDocument()}` }),
  getAnnotation: async () => ({ path: `/v1/documents/${await aDocument()}/annotation` }),
  listChanges: () => ({ query: 'after=0' }),
  openStream: () => ({ headers: { 'last-event-id': '0' } }),
  readLog: () => ({ query: 'after=0' }),
  submitDocuments: async () => ({
    path: '/v1/webhooks/demo/documents',
    key: await api.key('documents:write'),
    body: JSON.stringify({ body: `Text of ${unique()}.`, publishedAt: '2022-11-28' }),
  }),
  submitFeed: async () => ({
    path: '/v1/webhooks/demo/feed',
    key: await api.key('documents:write'),
    body: feedOf(`Text of ${unique()}.`),
  }),
  getLive: () => ({}),
  getReady: () => ({}),
  getOpenApi: () => ({}),
  getProblem: () => ({ path: '/problems/gone' }),
  listSources: () => ({}),
  createSource: () => ({ body: JSON.stringify({ name: unique() }) }),
  rotateSource: async () => ({ path: `/v1/admin/sources/${await aSource()}/rotate` }),
  deleteSource: async () => ({ path: `/v1/admin/sources/${await aSource()}` }),
  listKeys: () => ({}),
  createKey: () => ({ body: JSON.stringify({ name: 'one', scopes: ['admin'] }) }),
  deleteKey: async () => ({
    path: `/v1/admin/keys/${await aKey()}`,
  }),
  rotateKey: async () => ({ path: `/v1/admin/keys/${await aKey()}/rotate` }),
  listActs: () => ({ query: 'action=createKey' }),
  listProjections: () => ({}),
  startReplay: async () => ({
    path: (await noReplay(), '/v1/admin/projections/timeline/replays'),
    body: '{"dryRun":true}',
  }),
  rollbackProjection: async () => ({ path: (await served(), '/v1/admin/projections/timeline/rollback') }),
  getReplay: async () => ({ path: `/v1/admin/replays/${await aReplay()}` }),
  cancelReplay: async () => ({ path: `/v1/admin/replays/${await aReplay()}/cancel` }),
  activateReplay: async () => ({ path: `/v1/admin/replays/${await aReplay()}/activate` }),
  listParked: () => ({}),
  releaseParked: async () => ({ api: parking, path: `/v1/admin/parked/${(await parked())[0]}/release` }),
  discardParked: async () => ({ api: parking, path: `/v1/admin/parked/${(await parked())[0]}/discard` }),
  listDeadLetters: () => ({}),
  retryDeadLetters: () => ({}),
  retryDeadLetter: async () => ({ path: `/v1/admin/dead-letters/${await aDeadLetter()}/retry` }),
  discardDeadLetter: async () => ({ path: `/v1/admin/dead-letters/${await aDeadLetter()}/discard` }),
  listCorrections: () => ({}),
  makeCorrection: async () => ({ body: correction({ kind: 'document.retract', documentId: await aDocument() }) }),
  listSubscriptions: () => ({}),
  createSubscription: () => ({ body: subscriptionTo('http://127.0.0.1:9/hook') }),
  getSubscription: async () => ({ path: await aSubscription() }),
  editSubscription: async () => ({ path: await aSubscription(), body: '{"description":"The map"}' }),
  deleteSubscription: async () => ({ path: await aSubscription() }),
  pauseSubscription: async () => ({ path: `${await aSubscription()}/pause` }),
  resumeSubscription: async () => ({ path: `${await aSubscription()}/resume` }),
  rotateSubscription: async () => ({ path: `${await aSubscription()}/rotate` }),
  testSubscription: async () => ({ path: `${await aSubscription()}/test` }),
  replaySubscription: async () => ({ path: `${await aSubscription()}/replay`, body: '{"from":"1"}' }),
  listDeliveries: async () => ({ path: `${await aSubscription()}/deliveries` }),
  retryDelivery: async () => ({ path: `${await aDelivery('dead')}/retry` }),
}

const correction = (change: object) => JSON.stringify({ ...change, reason: 'It is wrong.' })

/** How an error is provoked, where it is the same for every operation. */
const PROVOCATIONS: Partial<Record<ProblemName, (operation: Operation) => Promise<Ask> | Ask>> = {
  'invalid-request': () => ({ query: 'nothing=1' }),
  'invalid-cursor': () => ({ query: 'cursor=x' }),
  'invalid-json': () => ({ body: '{' }),
  'too-large': (operation) => ({ body: 'x'.repeat(operation.access === 'signed' ? 11_000_000 : 200_000) }),
  'unsupported-media-type': () => ({ body: 'x', headers: { 'content-encoding': 'br' } }),
  unauthenticated: (operation) => (operation.access === 'admin' ? { key: null } : { api: strict, key: null }),
  forbidden: async (operation) =>
    operation.access === 'admin' || operation.access === 'signed'
      ? { key: await api.key('timelines:read') }
      : { api: strict, key: await strict.key('documents:write') },
  'not-found': (operation) => ({ path: operation.path.replaceAll(/\{\w+\}/g, '99999') }),
  'not-acceptable': () => ({ headers: { accept: 'image/png' } }),
  'rate-limited': async (operation) => {
    const key = operation.access === 'admin' ? limited.adminKey : null
    await ask(OPERATIONS.readLog, { api: limited, key })
    return { api: limited, key }
  },
}

/** The others. */
const SPECIAL: Partial<Record<`${OperationId} ${ProblemName}`, () => Promise<Ask> | Ask>> = {
  'getEvent gone': async () => ({ path: `/v1/events/${await aWithdrawnEvent()}` }),
  'getAnnotation gone': async () => ({ path: `/v1/documents/${await anErasedDocument()}/annotation` }),
  'makeCorrection not-found': () => ({ body: correction({ kind: 'event.withdraw', eventId: 'none' }) }),
  'makeCorrection conflict': async () => {
    const eventId = await anEvent()
    return { body: correction({ kind: 'event.merge', eventId, into: eventId }) }
  },
  'submitDocuments invalid-signature': () => ({ key: null }),
  'submitDocuments not-found': async () => ({
    path: '/v1/webhooks/nobody/documents',
    key: await api.key('documents:write'),
  }),
  'submitDocuments unprocessable': () => ({ body: '{}' }),
  'submitDocuments delivery-conflict': async () => {
    await api.deliver({ body: 'One.', publishedAt: '2022-11-28' }, { id: 'twice' }).expect(202)
    return { headers: { 'webhook-id': 'twice' } }
  },
  'submitFeed invalid-signature': () => ({ key: null }),
  'submitFeed not-found': async () => ({
    path: '/v1/webhooks/nobody/feed',
    key: await api.key('documents:write'),
  }),
  'submitFeed unprocessable': () => ({ body: '<p>No feed.</p>' }),
  'submitFeed delivery-conflict': async () => {
    await api.deliver({ body: 'Three.', publishedAt: '2022-11-28' }, { id: 'twice fed' }).expect(202)
    return { headers: { 'webhook-id': 'twice fed' } }
  },
  'createSource conflict': () => ({ body: '{"name":"demo"}' }),
  'createSubscription conflict': async () => ({ api: crowded, key: await crowd() }),
  'editSubscription not-found': () => ({ path: '/v1/admin/subscriptions/none', body: '{}' }),
  'replaySubscription not-found': () => ({ path: '/v1/admin/subscriptions/none/replay', body: '{"from":"1"}' }),
  'replaySubscription conflict': () => ({ body: '{"from":"9000000000000000000"}' }),
  'retryDelivery conflict': async () => ({ path: `${await aDelivery('superseded')}/retry` }),
  'deleteKey conflict': () => ({ path: `/v1/admin/keys/${api.adminKey.split('_')[1]}` }),
  'rotateKey conflict': async () => {
    const id = await aKey()
    await api.access.rotateKey(id)
    return { path: `/v1/admin/keys/${id}/rotate` }
  },
  'startReplay conflict': async () => ({ path: (await aReplay(), '/v1/admin/projections/timeline/replays') }),
  'rollbackProjection conflict': () => ({ api: strict, path: '/v1/admin/projections/timeline/rollback' }),
  'cancelReplay conflict': async () => ({ path: `/v1/admin/replays/${await anEndedReplay()}/cancel` }),
  'activateReplay conflict': async () => ({ path: `/v1/admin/replays/${await anEndedReplay()}/activate` }),
  'releaseParked conflict': async () => ({ api: parking, path: `/v1/admin/parked/${(await parked())[1]}/release` }),
  'discardParked conflict': async () => ({ api: parking, path: `/v1/admin/parked/${(await parked())[1]}/discard` }),
  'retryDeadLetter conflict': async () => ({ path: `/v1/admin/dead-letters/${await aSettledLetter()}/retry` }),
  'discardDeadLetter conflict': async () => ({ path: `/v1/admin/dead-letters/${await aSettledLetter()}/discard` }),
}

/** Refused before anything is looked for, so that nothing has to be there. */
const AT_THE_DOOR: ReadonlySet<ProblemName> = new Set([
  'invalid-request',
  'invalid-cursor',
  'too-large',
  'unsupported-media-type',
  'unauthenticated',
  'forbidden',
  'rate-limited',
  'not-found',
])

/** What no request can bring about. */
const FROM_INSIDE: readonly ProblemName[] = ['internal', 'unavailable']

const operations = Object.entries(OPERATIONS) as [OperationId, Operation][]

describe('every operation', () => {
  test.each(operations.filter(([id]) => id !== 'openStream'))(
    '%s answers as its schema says',
    async (id, operation) => {
      const { status, body } = await ask(operation, await SUCCESS[id]())
      const answer = operation.answers[status]
      expect([status, Object.keys(operation.answers)]).toEqual([status, expect.arrayContaining([String(status)])])
      expect(answer?.schema?.safeParse(body).error).toBeUndefined()
    },
  )

  test('openStream answers a stream whose every message is as its schema says', async () => {
    await anEvent()
    const stream = await openStream(`${api.url}/v1/stream`, { 'last-event-id': '0' })
    await expect.poll(() => stream.messages.length).toBeGreaterThan(0)
    stream.close()
    expect(stream.status).toBe(200)
    expect(stream.contentType).toMatch(OPERATIONS.openStream.answers[200].contentType)
    for (const { id, data } of stream.messages) {
      const change = Change.parse(JSON.parse(data))
      expect(id).toBe(`${change.position}-${change.n}`)
    }
  })
})

describe('every error that is documented', () => {
  const documented = operations.flatMap(([id, operation]) =>
    problemsOf(operation)
      .filter((problem) => !FROM_INSIDE.includes(problem))
      .map((problem) => [id, problem] as const),
  )

  test.each(documented)('%s: %s', async (id, problem) => {
    const operation: Operation = OPERATIONS[id]
    const provocation = SPECIAL[`${id} ${problem}`] ?? PROVOCATIONS[problem]
    if (!provocation) throw new Error(`nothing provokes ${problem} of ${id}`)
    const rest = AT_THE_DOOR.has(problem)
      ? { path: operation.path.replaceAll(/\{\w+\}/g, 'demo') }
      : await SUCCESS[id]()
    const answer = await ask(operation, { ...rest, ...(await provocation(operation)) })
    const { type, status, title } = Problem.parse(answer.body)
    expect([type, status, title, answer.status, answer.type]).toEqual([
      `/problems/${problem}`,
      PROBLEMS[problem].status,
      PROBLEMS[problem].title,
      PROBLEMS[problem].status,
      'application/problem+json',
    ])
  })

  test('is explained at its type', async () => {
    for (const [name, { status, title }] of Object.entries(PROBLEMS)) {
      const { body } = await api.request.get(`/problems/${name}`).expect(200)
      expect(body).toEqual({ type: `/problems/${name}`, status, title })
    }
  })
})

function feedOf(text: string): string {
  return `<rss version="2.0"><channel><title>News</title><item><title>One</title><guid>${unique()}</guid>
    <pubDate>Mon, 28 Nov 2022 08:00:00 GMT</pubDate><description>${text}</description></item></channel></rss>`
}

async function aDocument(): Promise<string> {
  const id = await api.tell({
    events: [
      {
        type: 'aid',
        sentence: `Help came to ${unique()}.`,
        place: KAZAKHSTAN,
        edtf: '2022-11',
        participants: [['donor', 'org:red-cross']],
      },
    ],
  })
  await api.settled()
  return id
}

async function anEvent(): Promise<string> {
  const document = await aDocument()
  const { body } = await api.request.get(`/v1/documents/${document}`).expect(200)
  return (body as { events: { id: string }[] }).events[0]?.id ?? ''
}

async function aWithdrawnEvent(): Promise<string> {
  const externalId = unique()
  const told = (events: Parameters<TestApi['tell']>[0]['events']) => api.tell({ externalId, events })
  const document = await told([
    { type: 'coup', sentence: `A coup in ${externalId}.`, place: ASTANA, edtf: '2021-03-04' },
  ])
  await api.settled()
  const { body } = await api.request.get(`/v1/documents/${document}`).expect(200)
  await told([{ type: 'aid', sentence: `No coup in ${externalId}.`, edtf: '2021-03-05' }])
  await api.settled()
  return (body as { events: { id: string }[] }).events[0]?.id ?? ''
}

async function anErasedDocument(): Promise<string> {
  const document = await aDocument()
  const { body } = await api.request.get(`/v1/documents/${document}`).expect(200)
  await api.log.texts.erase((body as { revisions: { textHash: string }[] }).revisions[0]?.textHash ?? '')
  return document
}

async function aKey(): Promise<string> {
  return (await api.access.createKey({ name: 'x', scopes: ['admin'] })).id
}

const subscriptionTo = (url: string) => JSON.stringify({ url, filters: { type: ['election'] } })

async function aSubscription(): Promise<string> {
  const made = await admin('subscriptions', { url: 'http://127.0.0.1:9/hook' })
  return `/v1/admin/subscriptions/${made.id}`
}

/** A delivery that was tried, and how it ended. */
async function aDelivery(state: 'dead' | 'superseded'): Promise<string> {
  const subscription = await aSubscription()
  const { body } = await api.request
    .post(`${subscription}/test`)
    .set('authorization', `Bearer ${api.adminKey}`)
    .expect(200)
  const { id } = body as { id: string }
  await api.pool.query(`update subscriptions.deliveries set kind = 'resync', state = $2 where id = $1`, [id, state])
  return `${subscription}/deliveries/${id}`
}

/** As many subscriptions as there may be; answers the key for one more. */
async function crowd(): Promise<string> {
  await crowded.pool.query(
    `insert into subscriptions.subscriptions (id, url, filters, position, n, build_version)
     select 'crowd ' || n, 'https://receiver.example', '{}', 0, 0, 1 from generate_series(1, 1000) n
     on conflict (id) do nothing`,
  )
  return crowded.adminKey
}

async function aSource(): Promise<string> {
  const name = unique()
  await api.access.createSource(name)
  return name
}

/** No replay under way. */
async function noReplay(): Promise<void> {
  for (;;) {
    const { rows } = await api.pool.query<{ id: string; state: string }>(
      `select id::text, state from projections.builds where state in ('running', 'caughtUp')`,
    )
    if (rows.length === 0) return
    for (const { id } of rows) await admin(`replays/${id}/cancel`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function admin(path: string, body: object = {}): Promise<{ id: string; state: string }> {
  const answer = await api.request.post(`/v1/admin/${path}`).set('authorization', `Bearer ${api.adminKey}`).send(body)
  return answer.body as { id: string; state: string }
}

async function aReplay(): Promise<string> {
  await noReplay()
  return (await admin('projections/timeline/replays', { activate: 'manual' })).id
}

async function anEndedReplay(): Promise<string> {
  const id = await aReplay()
  await admin(`replays/${id}/cancel`)
  return id
}

/** A build that served before the one that serves now. */
async function served(): Promise<void> {
  await noReplay()
  const { id } = await admin('projections/timeline/replays')
  for (;;) {
    const { body } = await api.request.get(`/v1/admin/replays/${id}`).set('authorization', `Bearer ${api.adminKey}`)
    if ((body as { state: string }).state === 'active') return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** The ids of two entries of a stream that could not be folded: in a log of their own, since no replay gets past them. */
async function parked(): Promise<string[]> {
  const stream = `document-${unique()}`
  const entry = (n: number) => ({ id: `${stream}-${n}`, type: 'election', schemaVersion: 1, data: {} })
  await parking.log.append({ stream, expected: 'none', entries: [entry(1), entry(2)] })
  await parking.settled()
  const { rows } = await parking.pool.query<{ id: string }>(
    `select p.id::text from projections.parked p join projections.builds b on b.id = p.build_id and b.state = 'active'
     where stream = $1 order by position`,
    [stream],
  )
  return rows.map((row) => row.id)
}

async function aDeadLetter(): Promise<string> {
  const id = unique()
  const deps = { pool: api.pool, log: api.log, clock: () => new Date() }
  await bury(deps, { id, timestamp: 1, data: { nonsense: id }, attemptsStarted: 3 }, new Error('no job'))
  const { rows } = await api.pool.query<{ id: string }>('select id from queue.dead_letters where job_id = $1', [id])
  return rows[0]?.id ?? ''
}

async function aSettledLetter(): Promise<string> {
  const id = await aDeadLetter()
  await admin(`dead-letters/${id}/discard`)
  return id
}
