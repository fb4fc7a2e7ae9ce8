import { randomUUID } from 'node:crypto'
import type { NewCorrection } from '@dateline/contract'
import { type CorrectionMade, derivedId, documentStream, textHash } from '@dateline/domain'
import { createEventLog, type EventLog } from '@dateline/event-log'
import { submitDocuments } from '@dateline/intake'
import { createTestDatabase, type TestDatabase } from '@dateline/test/support/postgres.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { correct, type CorrectionResult } from './index.ts'

let db: TestDatabase
let log: EventLog

beforeAll(async () => {
  db = await createTestDatabase()
  log = createEventLog({ pool: db.pool })
})

afterAll(async () => {
  await log.close()
  await db.drop()
})

const make = (request: NewCorrection) =>
  correct({ pool: db.pool, log, newId: randomUUID }, request, { id: 'k1', name: 'desk' })

const reason = 'It is wrong.'

/** A document with one event, in the log alone. */
async function aDocument(text = `Rebels took ${randomUUID()}.`): Promise<string> {
  const documentId = derivedId('test', randomUUID())
  const hash = textHash(text)
  const common = { documentId, revision: 1 }
  const span = { start: 0, end: text.length, text }
  await log.append({
    stream: documentStream(documentId),
    expected: 'none',
    entries: [
      {
        id: randomUUID(),
        type: 'document.submitted',
        schemaVersion: 1,
        data: { ...common, source: 'wire', title: text, authors: ['A. Writer'], textHash: hash },
      },
      { id: randomUUID(), type: 'document.annotated', schemaVersion: 1, data: { ...common, events: 1 } },
      {
        id: randomUUID(),
        type: 'request',
        schemaVersion: 1,
        data: {
          ...common,
          type: 'request',
          trigger: span,
          evidence: [span],
          date: { edtf: '2031-05-04', precision: 'day', basis: 'explicit', expression: span },
          participants: [{ role: 'requester', actor: 'org:x', mention: span }],
          place: null,
          attributes: { what: text, of: 'org:y' },
          actors: [{ id: 'org:x', kind: 'organization', name: 'X', aliases: [text] }],
        },
      },
    ],
    texts: [{ hash, body: text }],
  })
  return documentId
}

function made(result: CorrectionResult) {
  if (result.status !== 'made') throw new Error(result.message)
  return result.entry
}

test('a correction of a document stands in its stream, with reason and author', async () => {
  const documentId = await aDocument()
  const entry = made(await make({ kind: 'document.retract', documentId, reason }))
  expect(entry).toMatchObject({ stream: documentStream(documentId), version: 4, type: 'correction.made' })
  expect(entry.data).toEqual({
    change: { kind: 'document.retract', documentId },
    reason,
    author: { id: 'k1', name: 'desk' },
  } satisfies CorrectionMade)
})

test('a target that is not there is unknown', async () => {
  for (const request of [
    { kind: 'document.erase', documentId: 'none', reason },
    { kind: 'event.withdraw', eventId: 'none', reason },
    { kind: 'actor.rename', actorId: 'none', name: 'N', reason },
    { kind: 'correction.undo', correctionId: 'none', reason },
  ] as const)
    expect(await make(request)).toMatchObject({ status: 'unknown', message: expect.stringContaining('none') as string })
})

test('what is retracted is not retracted twice, unless it was taken back', async () => {
  const documentId = await aDocument()
  const { id } = made(await make({ kind: 'document.retract', documentId, reason }))
  expect(await make({ kind: 'document.retract', documentId, reason })).toMatchObject({ status: 'refused' })
  made(await make({ kind: 'correction.undo', correctionId: id, reason }))
  made(await make({ kind: 'document.retract', documentId, reason }))
})

test('a correction is taken back once, and an undo never', async () => {
  const documentId = await aDocument()
  const { id } = made(await make({ kind: 'document.retract', documentId, reason }))
  const undo = made(await make({ kind: 'correction.undo', correctionId: id, reason }))
  expect(undo.stream).toBe(documentStream(documentId))
  expect(await make({ kind: 'correction.undo', correctionId: id, reason })).toMatchObject({ status: 'refused' })
  expect(await make({ kind: 'correction.undo', correctionId: undo.id, reason })).toMatchObject({ status: 'refused' })
})

test('an erased document leaves its structure, no word, and a log that is whole', async () => {
  const words = `Unheard words ${randomUUID()}`
  const documentId = await aDocument(words)
  const { id } = made(await make({ kind: 'document.erase', documentId, reason }))
  const { rows } = await db.pool.query(`SELECT FROM log.entries WHERE data::text LIKE '%Unheard words%'`)
  expect(rows).toHaveLength(0)
  expect(await log.texts.get(textHash(words))).toMatchObject({ status: 'erased' })
  const event = (await log.readStream(documentStream(documentId)))[2]
  expect(event?.data).toMatchObject({
    type: 'request',
    date: { edtf: '2031-05-04' },
    participants: [{ role: 'requester', actor: 'org:x' }],
    attributes: { of: 'org:y' },
    erased: { eventId: null },
  })
  expect((await log.verify()).problems).toEqual([])
  expect(await make({ kind: 'correction.undo', correctionId: id, reason })).toMatchObject({ status: 'refused' })
  expect(await make({ kind: 'document.reprocess', documentId, reason })).toMatchObject({ status: 'refused' })
})

test('an erasure that races with the document’s growth is made over what has grown', async () => {
  const words = `Late words ${randomUUID()}`
  const documentId = await aDocument(words)
  const growing = Array.from({ length: 3 }, (_, n) =>
    log.append({
      stream: documentStream(documentId),
      expected: 'any',
      entries: [
        {
          id: `${documentId}-${n}`,
          type: 'document.failed',
          schemaVersion: 1,
          data: { documentId, revision: 1, error: words, attempts: 1 },
        },
      ],
    }),
  )
  const [erased] = await Promise.all([make({ kind: 'document.erase', documentId, reason }), ...growing])
  const before = (await log.readStream(documentStream(documentId))).filter(
    ({ position }) => position < made(erased).position,
  )
  expect(JSON.stringify(before, (_, value: unknown) => (typeof value === 'bigint' ? '' : value))).not.toContain('Late')
  expect((await log.verify()).problems).toEqual([])
})

test('a text that two documents share is gone with the last of them', async () => {
  const words = `Shared words ${randomUUID()}`
  const submit = async (source: string) => {
    const documents = [{ body: words, publishedAt: '2031-05-04' }]
    const submission = await submitDocuments({ pool: db.pool, log }, { source, documents })
    const [taken] = submission.status === 'answered' ? submission.results : []
    if (taken?.outcome !== 'taken') throw new Error('not taken')
    return taken.id
  }
  const [one, other] = [await submit('wire'), await submit('daily')]
  made(await make({ kind: 'document.erase', documentId: one, reason }))
  expect(await log.texts.get(textHash(words))).toMatchObject({ status: 'found' })
  made(await make({ kind: 'document.erase', documentId: other, reason }))
  expect(await log.texts.get(textHash(words))).toMatchObject({ status: 'erased' })
})
