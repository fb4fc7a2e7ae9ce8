import { documentStream } from '@dateline/domain'
import { createEventLog, type EventLog } from '@dateline/event-log'
import { createTestDatabase, type TestDatabase } from '@dateline/test/support/postgres.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recogniseErased, type Unread } from './recognise.ts'
import { submitDocuments } from './submit.ts'

let db: TestDatabase
let log: EventLog
let erased: string
const BODY = 'A private matter.'
const ADDRESS = 'https://news.example/1'

beforeAll(async () => {
  db = await createTestDatabase()
  log = createEventLog({ pool: db.pool })
  erased = await submit({ externalId: 'a', body: BODY })
  await erase(erased)
  await erase(await submit({ url: ADDRESS, body: 'Another private matter.' }))
  await submit({ externalId: 'b', body: 'A public matter.' })
})
afterAll(async () => {
  await log.close()
  await db.drop()
})

async function submit(document: object): Promise<string> {
  const documents = [{ publishedAt: '2022-11-28', ...document }]
  const submission = await submitDocuments({ pool: db.pool, log }, { source: 'demo', documents })
  const result = submission.status === 'answered' ? submission.results[0] : undefined
  if (result?.outcome !== 'taken') throw new Error(JSON.stringify(submission))
  return result.id
}

async function erase(documentId: string): Promise<void> {
  const data = { change: { kind: 'document.erase', documentId } }
  const entry = { id: `erase ${documentId}`, type: 'correction.made', schemaVersion: 1, data }
  await log.append({ stream: documentStream(documentId), expected: 'exists', entries: [entry] })
}

const demo = (document: Record<string, unknown>): Unread => ({ source: 'demo', document })

test('an erased document is recognised by its id, its address and its text, also where it does not parse', async () => {
  const some = [
    demo({ externalId: 'a', body: 'In other words.', publishedAt: '2022-11-29' }),
    demo({ externalId: ' a ' }),
    demo({ body: BODY, publishedAt: 'never' }),
    demo({ html: `<p>${BODY}</p>`, title: 7, more: true }),
    demo({ externalId: 'z', body: BODY }),
  ]
  expect(await recogniseErased(db.pool, some)).toEqual(some.map(() => erased))
  expect(await recogniseErased(db.pool, [demo({ url: ADDRESS })])).toEqual([expect.any(String)])
})

test('no other document is', async () => {
  const others = [
    { source: 'gazette', document: { externalId: 'a', body: BODY } },
    demo({ externalId: 'b', body: BODY }),
    demo({ externalId: 'c', body: 'Something else.' }),
    demo({ title: BODY }),
    demo({ externalId: 7, body: null }),
    demo({}),
  ]
  expect(await recogniseErased(db.pool, others)).toEqual(others.map(() => null))
  expect(await recogniseErased(db.pool, [])).toEqual([])
})
