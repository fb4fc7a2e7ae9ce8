import { append, entry } from '@dateline/test/support/event-log-suite.ts'
import { createTestDatabase, emptyLog, type TestDatabase } from '@dateline/test/support/postgres.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createEventLog } from './event-log.ts'
import type { EventLog } from './types.ts'

let db: TestDatabase
let log: EventLog

beforeAll(async () => {
  db = await createTestDatabase()
  log = createEventLog({ pool: db.pool })
})

beforeEach(async () => {
  await emptyLog(db.pool)
  await log.append({
    stream: 'a',
    expected: 'none',
    entries: [entry('a1'), entry('a2', { data: { quote: 'secret words', kind: 'vote' } }), entry('a3')],
  })
})

afterAll(async () => {
  await log.close()
  await db.drop()
})

async function erase(position: bigint, data: unknown, { saidSo = true } = {}): Promise<void> {
  const client = await db.pool.connect()
  try {
    await client.query('BEGIN')
    const erased = await log.eraseIn(client, [{ position, data }])
    const entries = erased.map((one) => ({ ...one, position: String(one.position) }))
    const change = { kind: 'document.erase', documentId: 'a', entries, texts: [] }
    const correction = entry(`erase-${position}-${JSON.stringify(data)}`, {
      type: 'correction.made',
      data: { change, reason: 'asked to', author: { id: 'k', name: 'desk' } },
    })
    if (saidSo) await log.appendIn(client, [{ stream: 'a', expected: 'exists', entries: [correction] }])
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

test('an erased entry has lost its words, and the log is whole', async () => {
  await erase(2n, { kind: 'vote' })
  const [read] = await log.read({ after: 1n, limit: 1 })
  expect(read?.data).toEqual({ kind: 'vote' })
  expect((await log.verify()).problems).toEqual([])
  const { rows } = await db.pool.query(`SELECT FROM log.entries WHERE data::text LIKE '%secret%'`)
  expect(rows).toHaveLength(0)
})

test('it may be erased further', async () => {
  await erase(2n, { kind: 'vote' })
  await erase(2n, {})
  expect((await log.verify()).problems).toEqual([])
})

test('an erasure that no correction tells of is found', async () => {
  await erase(2n, { kind: 'vote' }, { saidSo: false })
  expect((await log.verify()).problems).toMatchObject([{ kind: 'digest', position: 2n }])
})

test('an erased entry that is changed afterwards is found', async () => {
  await erase(2n, { kind: 'vote' })
  await db.pool.query(`
    ALTER TABLE log.entries DISABLE TRIGGER USER;
    UPDATE log.entries SET data = '{"kind": "coup"}' WHERE position = 2;
    ALTER TABLE log.entries ENABLE TRIGGER USER`)
  expect((await log.verify()).problems).toMatchObject([
    { kind: 'digest', position: 2n, message: 'the entry at 2 is not what its erasure left of it' },
  ])
})

test('what comes after an erasure is chained as ever', async () => {
  await erase(2n, {})
  await log.append(append('b', 'none', 'b1'))
  expect((await log.verify()).problems).toEqual([])
})

test('nothing but an erasure changes an entry, and an erasure nothing but what it says', async () => {
  await expect(db.pool.query(`UPDATE log.entries SET data = '{}' WHERE position = 2`)).rejects.toThrow('never changed')
  await erase(2n, {})
  await expect(
    db.pool.query(`SELECT set_config('log.erasing', 'on', true); UPDATE log.entries SET type = 'x' WHERE position = 2`),
  ).rejects.toThrow('never changed')
  await expect(db.pool.query('DELETE FROM log.entries WHERE position = 2')).rejects.toThrow('never changed')
})
