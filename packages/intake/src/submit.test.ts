import { documentStream, textHash } from '@dateline/domain'
import { createEventLog, type EventLog } from '@dateline/event-log'
import { createTestDatabase, type TestDatabase } from '@dateline/test/support/postgres.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Delivery, type ItemResult, type Submission, submitDocuments } from './submit.ts'

let db: TestDatabase
let log: EventLog

beforeEach(async () => {
  db = await createTestDatabase()
  log = createEventLog({ pool: db.pool })
})

afterEach(async () => {
  await log.close()
  await db.drop()
})

function submit(delivery: Partial<Delivery>): Promise<Submission> {
  return submitDocuments({ pool: db.pool, log }, { source: 'demo', documents: [], ...delivery })
}

function results(submission: Submission): ItemResult[] {
  if (submission.status !== 'answered') throw new Error(submission.status)
  return submission.results
}

type Taken = Extract<ItemResult, { outcome: 'taken' }>

async function submitOne(document: Record<string, unknown>, delivery: Partial<Delivery> = {}): Promise<Taken> {
  const [result] = results(await submit({ documents: [{ publishedAt: '2022-11-28', ...document }], ...delivery }))
  if (result?.outcome !== 'taken') throw new Error(JSON.stringify(result))
  return result
}

test('a document is durable in the log, with its text, when it is answered', async () => {
  const document = { body: 'Voters went to the polls.', title: ' The  vote ', url: 'https://news.example/1' }
  const { id } = await submitOne(document, { deliveryId: 'msg_1' })
  const [entry, ...more] = await log.readStream(documentStream(id))
  expect(more).toEqual([])
  expect(entry).toMatchObject({
    type: 'document.submitted',
    correlationId: id,
    metadata: { deliveryId: 'msg_1' },
    data: { documentId: id, revision: 1, source: 'demo', title: 'The vote', textLength: 25, publishedAt: '2022-11-28' },
  })
  expect(await log.texts.get(textHash(document.body))).toEqual({ status: 'found', body: document.body })
  expect((await log.verify()).problems).toEqual([])
})

describe('the same text from the same source is the same document', () => {
  test.each([
    ['without an id', {}, {}],
    ['with an id', { externalId: 'a' }, { externalId: 'a' }],
    ['with an address', { url: 'https://news.example/1' }, { url: 'https://news.example/1' }],
    ['first without an id', {}, { externalId: 'a' }],
    ['under two ids', { externalId: 'a' }, { externalId: 'b' }],
  ])('%s', async (_name, first, second) => {
    const one = await submitOne({ body: 'Some words.', ...first })
    const two = await submitOne({ body: 'Some words.', ...second })
    expect(two).toEqual({ ...one, duplicate: true })
    expect(await log.head()).toBe(1n)
  })

  test('and that of another source is another one', async () => {
    const one = await submitOne({ body: 'Some words.' })
    const two = await submitOne({ body: 'Some words.' }, { source: 'other' })
    expect(two.id).not.toBe(one.id)
    expect(two.duplicate).toBe(false)
  })
})

describe('another text under the same id is the next revision', () => {
  test.each([
    ['externalId', { externalId: 'a' }],
    ['url', { url: 'https://news.example/1' }],
  ])('by %s', async (_name, identity) => {
    const first = await submitOne({ body: 'First.', ...identity })
    const second = await submitOne({ body: 'Second.', ...identity })
    expect(second).toMatchObject({ id: first.id, revision: 2, duplicate: false, status: 'queued' })
    expect(await submitOne({ body: 'Second.', ...identity })).toMatchObject({ revision: 2, duplicate: true })
  })

  test('also when an earlier text comes back', async () => {
    const { id } = await submitOne({ body: 'First.', externalId: 'a' })
    await submitOne({ body: 'Second.', externalId: 'a' })
    expect(await submitOne({ body: 'First.', externalId: 'a' })).toMatchObject({ id, revision: 3, duplicate: false })
  })

  test('and an id that was learned later leads to the same document', async () => {
    const { id } = await submitOne({ body: 'First.', externalId: 'a' })
    await submitOne({ body: 'First.', externalId: 'b' })
    expect(await submitOne({ body: 'Second.', externalId: 'b' })).toMatchObject({ id, revision: 2 })
    expect(await submitOne({ body: 'Third.', externalId: 'a' })).toMatchObject({ id, revision: 3 })
  })
})

describe('a delivery', () => {
  const documents = [
    { externalId: 'a', body: 'First.', publishedAt: '2022-11-28' },
    { externalId: 'b', body: 'Other.' },
    { externalId: 'a', body: 'Second.', publishedAt: '2022-11-28' },
  ]

  test('is judged document by document, in its order', async () => {
    const [first, refused, second] = results(await submit({ documents }))
    expect(first).toMatchObject({ outcome: 'taken', index: 0, revision: 1 })
    expect(refused).toMatchObject({ outcome: 'refused', index: 1, errors: [{ pointer: '/publishedAt' }] })
    expect(second).toMatchObject({ outcome: 'taken', index: 2, revision: 2, id: (first as Taken).id })
    expect(await log.head()).toBe(2n)
  })

  test('that comes again is answered the same, whatever happened since', async () => {
    const before = results(await submit({ documents, deliveryId: 'msg_1' }))
    await submitOne({ externalId: 'a', body: 'Third.' })
    const again = results(await submit({ documents, deliveryId: 'msg_1' }))
    expect(again).toEqual(
      before.map((result) => (result.outcome === 'taken' ? { ...result, duplicate: true } : result)),
    )
    expect(await log.head()).toBe(3n)
  })

  test('that comes again with other documents is a conflict, and nothing is taken', async () => {
    await submit({ documents, deliveryId: 'msg_1' })
    expect(await submit({ documents: documents.slice(1), deliveryId: 'msg_1' })).toEqual({ status: 'deliveryConflict' })
    expect(await submit({ documents: [], deliveryId: 'msg_1', source: 'other' })).toMatchObject({ status: 'answered' })
    expect(await log.head()).toBe(2n)
  })

  test('is forgotten after thirty days by deliveries that come then, its documents are not', async () => {
    const [document] = documents
    await submit({ documents: [document], deliveryId: 'old' })
    await submit({ documents: [document], deliveryId: 'recent' })
    const [old] = await deliveries()
    await db.pool.query(
      `update intake.deliveries set received_at = now() - case when key = $1 then 31 else 29 end * interval '1 day'`,
      [old],
    )
    const [same] = results(await submit({ documents: [document], deliveryId: 'new' }))
    expect(same).toMatchObject({ outcome: 'taken', duplicate: true, revision: 1 })
    expect(await deliveries()).not.toContain(old)
    expect(await submit({ documents: [], deliveryId: 'recent' })).toEqual({ status: 'deliveryConflict' })
    expect(await submit({ documents: [], deliveryId: 'old' })).toMatchObject({ status: 'answered' })
  })

  const deliveries = async () => {
    const { rows } = await db.pool.query<{ key: string }>('select key from intake.deliveries order by received_at')
    return rows.map(({ key }) => key)
  }
})

describe('at the same time', () => {
  test('the same text is taken once', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, () => submitOne({ body: 'Some words.' })))
    expect(taken.filter(({ duplicate }) => !duplicate)).toHaveLength(1)
    expect(new Set(taken.map(({ id }) => id)).size).toBe(1)
    expect(await log.head()).toBe(1n)
  })

  test('revisions of one document, by two of its ids, are numbered without gaps', async () => {
    const { id } = await submitOne({ body: 'Zero.', externalId: 'a' })
    await submitOne({ body: 'Zero.', externalId: 'b' })
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, n) => submitOne({ body: `Text ${n}.`, externalId: n % 2 === 0 ? 'a' : 'b' })),
    )
    expect(taken.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 2),
    )
    expect(await log.streamVersion(documentStream(id))).toBe(21)
  })

  test('deliveries with the same documents in opposite order do not block each other', async () => {
    const documents = Array.from({ length: 30 }, (_, n) => ({ body: `Text ${n}.`, publishedAt: '2022-11-28' }))
    await Promise.all([
      ...Array.from({ length: 4 }, () => submit({ documents })),
      ...Array.from({ length: 4 }, () => submit({ documents: documents.toReversed() })),
    ])
    expect(await log.head()).toBe(30n)
  })
})

test('characters that no database holds never reach it', async () => {
  const { id } = await submitOne({ body: 'Half \uD83D of\0 it.', title: 'T\0\uDC00' })
  expect((await log.readStream(documentStream(id)))[0]).toMatchObject({ type: 'document.submitted' })
})

test('the status tells how far a document has come', async () => {
  const { id, status } = await submitOne({ body: 'Some words.' })
  expect(status).toBe('queued')
  const append = (type: string) =>
    log.append({
      stream: documentStream(id),
      expected: 'exists',
      entries: [{ id: type, type, schemaVersion: 1, data: {} }],
    })
  await append('document.failed')
  expect((await submitOne({ body: 'Some words.' })).status).toBe('failed')
  await append('election')
  expect((await submitOne({ body: 'Some words.' })).status).toBe('done')
})

describe('a document that was corrected', () => {
  const correct = (documentId: string, id: string, change: object) =>
    log.append({
      stream: documentStream(documentId),
      expected: 'exists',
      entries: [{ id, type: 'correction.made', schemaVersion: 1, data: { change } }],
    })

  test('is retracted until that is taken back', async () => {
    const document = { body: 'A false report.', externalId: 'a' }
    const { id } = await submitOne(document)
    await correct(id, 'c1', { kind: 'document.retract', documentId: id })
    expect(await submitOne(document)).toMatchObject({ duplicate: true, status: 'retracted' })
    await correct(id, 'c2', { kind: 'correction.undo', correctionId: 'c1' })
    expect(await submitOne(document)).toMatchObject({ duplicate: true, status: 'queued' })
  })

  test('is not taken again once it was erased, in whatever words', async () => {
    const document = { body: 'Private words.', externalId: 'a', publishedAt: '2022-11-28' }
    const { id } = await submitOne(document)
    await correct(id, 'c1', { kind: 'document.erase', documentId: id })
    const documents = [document, { ...document, body: 'Other words.' }]
    expect(results(await submit({ documents }))).toMatchObject([
      { outcome: 'refused', errors: [{ message: expect.stringContaining('was erased') as string }] },
      { outcome: 'refused' },
    ])
    expect(await log.streamVersion(documentStream(id))).toBe(2)
  })
})
