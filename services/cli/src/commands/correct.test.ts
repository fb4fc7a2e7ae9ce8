import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { documentStream, textHash } from '@dateline/domain'
import { createEventLog, type EventLog } from '@dateline/event-log'
import { PROJECTIONS, type Projector, startProjector } from '@dateline/projections'
import { createTestDatabase, type TestDatabase } from '@dateline/test/support/postgres.ts'
import { silent } from '@dateline/test/support/silent.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

let db: TestDatabase
let log: EventLog
let projector: Projector

beforeAll(async () => {
  db = await createTestDatabase()
  log = createEventLog({ pool: db.pool })
  projector = startProjector({ pool: db.pool, log, projections: PROJECTIONS, logger: silent })
})

afterAll(async () => {
  await projector.stop()
  await log.close()
  await db.drop()
})

async function dateline(...args: string[]): Promise<{ out: string; status: number }> {
  const env = { PATH: process.env.PATH, DATABASE_URL: db.url }
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...args], { env })
    return { out: stdout, status: 0 }
  } catch (error) {
    const { stdout, stderr, code } = error as { stdout: string; stderr: string; code: number }
    return { out: stdout + stderr, status: code }
  }
}

const TEXT = 'Protesters marched through Zenda on Monday.'

/** A document that another engine annotated, and found nothing in. */
async function aDocument(documentId: string): Promise<void> {
  const common = { documentId, revision: 1 }
  const submitted = {
    ...common,
    source: 'wire',
    externalId: null,
    url: null,
    title: 'March in Zenda',
    textHash: textHash(TEXT),
    textLength: TEXT.length,
    publishedAt: '2024-05-07',
    lang: 'en',
    authors: [],
  }
  const annotated = {
    ...common,
    engine: { name: 'other', version: '0.1' },
    sentences: [],
    timexes: [],
    mentions: [],
    attributions: [],
    events: 0,
  }
  await log.append({
    stream: documentStream(documentId),
    expected: 'none',
    entries: [
      { id: `${documentId}-1`, type: 'document.submitted', schemaVersion: 1, data: submitted },
      { id: `${documentId}-2`, type: 'document.annotated', schemaVersion: 1, data: annotated },
    ],
    texts: [{ hash: textHash(TEXT), body: TEXT }],
  })
  await expect
    .poll(async () => (await db.pool.query('SELECT position FROM projections.checkpoints')).rows[0] as unknown, {
      timeout: 10_000,
    })
    .toMatchObject({ position: await log.head() })
}

test('a document is retracted, listed with the reason, and brought back', { timeout: 180_000 }, async () => {
  await aDocument('d1')
  const made = await dateline('correct', 'retract', 'd1', '--reason', 'It was satire.')
  const id = /^Correction (\S+) stands at position \d+\.$/m.exec(made.out)?.[1]
  expect(made).toMatchObject({ status: 0 })
  expect(await dateline('correct', 'undo', id ?? '', '--reason', 'It was not.')).toMatchObject({ status: 0 })
  const { out } = await dateline('correct')
  expect(out).toMatch(/correction\.undo .*\n {4}It was not\.\n.*document\.retract documentId=d1\n {4}It was satire\./)
})

test('what is not there, or is no correction, is told in a line', { timeout: 180_000 }, async () => {
  const merge = await dateline('correct', 'merge', 'none', 'other', '--reason', 'x')
  expect(merge).toEqual({ status: 1, out: 'There is no event none.\n' })
  const amend = await dateline('correct', 'amend', 'none', '--set', 'date.edtf=soon', '--reason', 'x')
  expect(amend.status).toBe(1)
  expect(amend.out).toContain('EDTF')
  expect((await dateline('correct', 'withdraw', 'none')).out).toContain('--reason')
})

test(
  'a dry run says what this engine would say otherwise; then it is asked for, once',
  { timeout: 180_000 },
  async () => {
    await aDocument('d2')
    const dry = await dateline('reprocess', '--dry-run')
    expect(dry.out).toMatch(/would say something else of \d of \d documents/)
    expect(dry.out).toMatch(/^protest +0 +0 +0 +\d/m)
    expect(dry.out).toContain(TEXT)
    expect(await log.streamVersion(documentStream('d2'))).toBe(2)
    expect((await dateline('reprocess', '--rate', '100')).out).toMatch(/documents are to be annotated again/)
    expect((await dateline('reprocess', '--rate', '100')).out).toMatch(/^0 documents are to be annotated again/)
    expect(await log.streamVersion(documentStream('d2'))).toBe(3)
  },
)
