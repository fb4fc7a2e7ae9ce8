import { createHash } from 'node:crypto'
import { append, entry } from '@dateline/test/support/event-log-suite.ts'
import { createTestDatabase, emptyLog, type TestDatabase } from '@dateline/test/support/postgres.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEventLog } from './event-log.ts'
import type { EventLog, Problem } from './types.ts'

let db: TestDatabase
let log: EventLog

const body = 'Voters went to the polls.'
const hash = createHash('sha256').update(body).digest('hex')

beforeAll(async () => {
  db = await createTestDatabase()
  log = createEventLog({ pool: db.pool })
})

beforeEach(async () => {
  await emptyLog(db.pool)
  await log.append({
    stream: 'a',
    expected: 'none',
    entries: [entry('a1', { data: { textHash: hash } }), entry('a2'), entry('a3')],
    texts: [{ hash, body }],
  })
  await log.append(append('b', 'none', 'b1', 'b2'))
  await log.append(append('a', 'any', 'a4'))
})

afterAll(async () => {
  await log.close()
  await db.drop()
})

/** As only someone with the database in his hands can. */
async function tamper(statement: string): Promise<void> {
  await db.pool.query(
    `ALTER TABLE log.entries DISABLE TRIGGER USER; ${statement}; ALTER TABLE log.entries ENABLE TRIGGER USER`,
  )
}

async function problems(): Promise<[Problem['kind'], bigint | null][]> {
  return (await log.verify()).problems.map(({ kind, position }) => [kind, position])
}

test('a whole log has no problems, and its digest is that of its head', async () => {
  const progress: bigint[] = []
  const verification = await log.verify({ onProgress: (done) => progress.push(done) })
  const { rows } = await db.pool.query(`SELECT encode(digest, 'hex') AS digest FROM log.head`)
  expect(verification).toEqual({ through: 6n, problems: [], ...(rows[0] as { digest: string }) })
  expect(progress).toEqual([6n])
})

test('an empty log is whole', async () => {
  await emptyLog(db.pool)
  expect(await log.verify()).toMatchObject({ through: 0n, problems: [] })
})

test('an erased text is no problem', async () => {
  await log.texts.erase(hash)
  expect(await problems()).toEqual([])
})

describe('is found:', () => {
  test.each<[string, string, [Problem['kind'], bigint | null][]]>([
    ['other data', `UPDATE log.entries SET data = '{}' WHERE position = 2`, [['digest', 2n]]],
    ['another type', `UPDATE log.entries SET type = 'other' WHERE position = 2`, [['digest', 2n]]],
    [
      'another time',
      `UPDATE log.entries SET recorded_at = now() - interval '1 year' WHERE position = 4`,
      [['digest', 4n]],
    ],
    ['other metadata', `UPDATE log.entries SET metadata = '{"by": "me"}' WHERE position = 6`, [['digest', 6n]]],
    [
      'a removed entry',
      'DELETE FROM log.entries WHERE position = 2',
      [
        ['hole', 2n],
        ['version', 6n],
      ],
    ],
    [
      'a removed end',
      'DELETE FROM log.entries WHERE position > 4',
      [
        ['hole', 5n],
        ['head', 4n],
      ],
    ],
    [
      'a removed end with the head set back',
      'DELETE FROM log.entries WHERE position > 4; UPDATE log.head SET position = 4',
      [['head', 4n]],
    ],
    [
      'a head that lags',
      'UPDATE log.head SET position = 5',
      [
        ['head', 5n],
        ['head', 6n],
      ],
    ],
    [
      'another version',
      `UPDATE log.entries SET version = 9 WHERE position = 5`,
      [
        ['digest', 5n],
        ['version', 5n],
      ],
    ],
    ['a missing text', 'DELETE FROM log.texts', [['text-missing', 1n]]],
    ['an altered text', `UPDATE log.texts SET body = 'Nobody went.'`, [['text-altered', 1n]]],
  ])('%s', async (_name, statement, found) => {
    await tamper(statement)
    expect(await problems()).toEqual(found)
  })

  test('two entries that changed places', async () => {
    await tamper(`
      UPDATE log.entries SET position = -position WHERE position IN (2, 5);
      UPDATE log.entries SET position = 7 + position WHERE position < 0`)
    expect(await problems()).toEqual([
      ['digest', 2n],
      ['digest', 3n],
      ['digest', 5n],
      ['digest', 6n],
    ])
  })
})

test('many problems are told in part', async () => {
  const ids = Array.from({ length: 300 }, (_, n) => `many-${n}`)
  await log.append(append('many', 'none', ...ids))
  await tamper(`UPDATE log.entries SET data = '{}' WHERE stream = 'many'`)
  expect(await problems()).toHaveLength(100)
})

test('it stops when told to', async () => {
  await expect(log.verify({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
})
