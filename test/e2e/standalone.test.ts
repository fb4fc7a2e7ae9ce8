import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliver, get, until } from '../support/client.ts'
import { type ServiceProcess, startService } from '../support/service.ts'
import { report } from './reports.ts'

interface Taken {
  data: { id: string; status: string; duplicate: boolean; revision: number; href: string; index?: number }[]
  errors?: { pointer: string; message: string }[]
}

interface EventJson {
  id: string
  type: string
  date: { edtf: string; earliest: string | null; latest: string | null; precision: string }
  place: { country: string | null } | null
  participants: { role: string; actor: { id: string; name: string } }[]
  attributes: Record<string, unknown>
  evidence: { documentId: string; quote: string; start: number; end: number }[]
}

interface List<Item> {
  data: Item[]
  page: { next: string | null; limit: number }
  asOf: string
}

let dataDir: string
let service: ServiceProcess

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dateline-e2e-'))
  service = await startService(dataDir)
})

afterAll(async () => {
  await service.end('SIGINT')
  await rm(dataDir, { recursive: true, force: true })
})

const read = (id: string) =>
  until(
    () => get<{ status: string; events: string[] }>(`${service.url}/v1/documents/${id}`),
    ({ status, body }) => status === 200 && body.status === 'done',
  )

/** Every document is read, so that nothing moves. */
async function settle(): Promise<void> {
  const { body } = await get<List<{ data: { documentId: string } }>>(
    `${service.url}/v1/log?type=document.submitted&limit=200`,
  )
  for (const { data } of body.data) await read(data.documentId)
}

test('the first start leaves credentials that only their owner may read', async () => {
  const { mode } = await stat(join(dataDir, 'credentials.json'))
  expect(mode & 0o777).toBe(0o600)
  expect(service.secret).toMatch(/^whsec_/)
})

test('a signed document comes out as events on the timeline and at its actors, with the words that prove them', async () => {
  const document = {
    externalId: 'oslo-1',
    url: 'https://news.example/oslo-1',
    title: 'Norway gets a new prime minister',
    publishedAt: '2026-05-06T10:00:00Z',
    body:
      'OSLO – Ingrid Solberg-Dahl was sworn in as Norway’s prime minister on Tuesday in Oslo.\n\n' +
      '“We have work to do,” Solberg-Dahl told reporters after the ceremony.',
  }
  const { status, body } = await deliver<Taken>(service, document)
  expect(status).toBe(202)
  expect(body.data).toMatchObject([{ duplicate: false, revision: 1 }])
  const { id, href } = body.data[0]!
  expect(href).toBe(`/v1/documents/${id}`)
  await read(id)

  const timeline = await until(
    () => get<List<EventJson>>(`${service.url}/v1/timeline?country=NO`),
    ({ body }) => body.data.length > 0,
  )
  const inauguration = timeline.body.data.find((event) => event.type === 'inauguration')
  expect(inauguration).toMatchObject({
    date: { edtf: '2026-05-05', earliest: '2026-05-05', latest: '2026-05-05', precision: 'day' },
    place: { country: 'NO' },
    participants: [{ role: 'holder', actor: { id: 'person:ingrid-solberg-dahl', name: 'Ingrid Solberg-Dahl' } }],
  })
  for (const event of timeline.body.data)
    for (const { documentId, quote, start, end } of event.evidence) {
      expect(documentId).toBe(id)
      expect(document.body.slice(start, end)).toBe(quote)
    }

  const actor = `${service.url}/v1/actors/person:ingrid-solberg-dahl`
  const hers = await get<List<EventJson>>(`${actor}/timeline`)
  expect(hers.body.data.map((event) => event.type)).toEqual(expect.arrayContaining(['inauguration', 'statement']))
  const statements = await get<List<{ quotes: string[] }>>(`${actor}/statements`)
  expect(statements.body.data.flatMap((one) => one.quotes).join()).toContain('We have work to do')
})

describe('what the webhook answers', () => {
  test('the same delivery again: the same document, once', async () => {
    const options = { id: randomUUID() }
    const first = await deliver<Taken>(service, report(1), options)
    const second = await deliver<Taken>(service, report(1), options)
    expect([first.status, second.status]).toEqual([202, 202])
    expect(second.body.data[0]).toMatchObject({ id: first.body.data[0]!.id, duplicate: true })
  })

  test('the same text under another delivery: a duplicate, too; another text: a revision', async () => {
    const first = await deliver<Taken>(service, report(2))
    const again = await deliver<Taken>(service, report(2))
    expect(again.body.data[0]).toMatchObject({ id: first.body.data[0]!.id, duplicate: true, revision: 1 })
    const changed = { ...report(2), body: `${report(2).body}\n\nSchools were closed.` }
    const revision = await deliver<Taken>(service, changed)
    expect(revision.body.data[0]).toMatchObject({ id: first.body.data[0]!.id, duplicate: false, revision: 2 })
  })

  test('the same delivery id with another body: 409', async () => {
    const options = { id: randomUUID() }
    await deliver(service, report(3), options)
    const { status, body } = await deliver<{ status: number; detail: string }>(service, report(4), options)
    expect(status).toBe(409)
    expect(body.status).toBe(409)
  })

  test('a bad signature, an old one, and one of an unknown source: 401', async () => {
    const bad = await deliver(service, report(5), { signature: `v1,${Buffer.alloc(32).toString('base64')}` })
    const old = await deliver(service, report(5), { timestamp: Math.floor(Date.now() / 1000) - 301 })
    const unknown = await deliver(service, report(5), { source: 'nobody' })
    expect([bad.status, old.status, unknown.status]).toEqual([401, 401, 401])
    expect(bad.headers.get('content-type')).toContain('application/problem+json')
  })

  test('a body that is not JSON: 400', async () => {
    const { status, body } = await deliver<{ title: string }>(service, '{"title": ')
    expect(status).toBe(400)
    expect(body.title).not.toBe('')
  })

  test('a document without a publication date: 422, and what is missing', async () => {
    const { publishedAt: _, ...undated } = report(6)
    const { status, body } = await deliver<{ errors: { pointer: string; message: string }[] }>(service, undated)
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ pointer: '/publishedAt' }])
  })

  test('twelve mebibytes: 413', async () => {
    const { status } = await deliver(service, { ...report(7), body: 'x'.repeat(12 * 1024 * 1024) })
    expect(status).toBe(413)
  })

  test('a batch with good and bad items: the good are taken, the bad are named', async () => {
    const { status, body } = await deliver<Taken>(service, { documents: [report(8), { title: 'nothing' }, report(9)] })
    expect(status).toBe(202)
    expect(body.data.map((one) => one.index)).toEqual([0, 2])
    expect(body.errors?.every(({ pointer }) => pointer.startsWith('/documents/1'))).toBe(true)
  })

  test('none of the refused ones is in the log, and each of the others is there once', async () => {
    const log = await get<List<{ data: { externalId: string; revision: number } }>>(
      `${service.url}/v1/log?type=document.submitted&limit=200`,
    )
    const ids = log.body.data
      .map(({ data }) => `${data.externalId} ${data.revision}`)
      .filter((id) => id.startsWith('report'))
    expect(ids.sort()).toEqual(['report-1 1', 'report-2 1', 'report-2 2', 'report-3 1', 'report-8 1', 'report-9 1'])
  })
})

test('reads carry the position that they show, and answer 304 to whoever has it', async () => {
  await settle()
  const url = `${service.url}/v1/timeline?country=NO`
  const { headers } = await get<List<EventJson>>(url)
  const etag = headers.get('etag')!
  expect(etag).toBeTruthy()
  expect((await get(url, { 'if-none-match': etag })).status).toBe(304)
})

test('a replay over the API serves the same timeline as before', async () => {
  const admin = { authorization: `Bearer ${service.adminKey}` }
  await settle()
  const before = await get<List<EventJson>>(`${service.url}/v1/timeline?limit=200`)
  const started = await fetch(`${service.url}/v1/admin/projections/timeline/replays`, {
    method: 'POST',
    headers: { ...admin, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(started.status).toBe(202)
  const { id } = (await started.json()) as { id: string }
  await until(
    () => get<{ state: string }>(`${service.url}/v1/admin/replays/${id}`, admin),
    ({ body }) => body.state === 'active',
  )
  const after = await get<List<EventJson>>(`${service.url}/v1/timeline?limit=200`)
  expect(after.body.data).toEqual(before.body.data)
})

test('Ctrl-C ends it cleanly', async () => {
  expect(await service.end('SIGINT')).toBe(0)
  expect(service.log()).not.toContain('"level":60')
})
