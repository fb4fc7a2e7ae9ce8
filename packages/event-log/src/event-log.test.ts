import { createTestDatabase } from '@dateline/test/support/postgres.ts'
import { append, entry, fresh, testEventLog } from '@dateline/test/support/event-log-suite.ts'
import { createMemoryEventLog } from '@dateline/test/support/memory-event-log.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '@dateline/test/support/postgres.ts'
import { createEventLog } from './event-log.ts'
import type { EventLog } from './types.ts'

describe('the log in memory', () => {
  testEventLog(async () => {
    const log = createMemoryEventLog()
    return { log, close: () => log.close() }
  })
})

describe('the log in Postgres', () => {
  testEventLog(async () => {
    const db = await createTestDatabase()
    const log = createEventLog({ pool: db.pool })
    return {
      log,
      async close() {
        const { problems } = await log.verify()
        if (problems.length > 0)
          throw new Error(
            `not whole after the suite: ${JSON.stringify(problems, (_key, value: unknown) => String(value))}`,
          )
        await log.close()
        await db.drop()
      },
    }
  })
})

describe('in Postgres', () => {
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

  test.each([
    ['no entries', { stream: 's', expected: 'any', entries: [] }],
    ['no stream', append('', 'any', 'x')],
    ['one id twice', append('s', 'any', 'x', 'x')],
    ['half a version', append('s', 1.5, 'x')],
    ['a negative version', append('s', -1, 'x')],
    ['a NUL', { stream: 's', expected: 'any', entries: [entry('x', { data: { text: 'a\0b' } })] }],
    ['half a surrogate pair', { stream: 's', expected: 'any', entries: [entry('x', { data: ['\uD83D'] })] }],
  ] as const)('an append with %s is refused before it is sent', async (_name, wrong) => {
    const given = { ...wrong, entries: [...wrong.entries] }
    await expect(log.append(given)).rejects.toThrow('append')
  })

  test('an append that the database refuses does not touch the ones that leave with it', async () => {
    const stream = fresh('stream')
    // A type that no column takes, past what is checked before.
    const wrong = { ...append(stream, 'any', `${stream}-x`), entries: [entry(`${stream}-x`, { schemaVersion: 1e12 })] }
    const results = await Promise.allSettled(
      Array.from({ length: 9 }, (_, n) =>
        log.append(n === 4 ? wrong : append(`${stream}-${n}`, 'none', `${stream}-${n}`)),
      ),
    )
    expect(results.map(({ status }) => status)).toEqual(
      Array.from({ length: 9 }, (_, n) => (n === 4 ? 'rejected' : 'fulfilled')),
    )
  })

  test('many large ones that do not wait for each other are judged in the order in which they were made', async () => {
    const streams = [fresh('stream'), fresh('stream'), fresh('stream')]
    const results = await Promise.all(
      Array.from({ length: 45 }, (_, n) => {
        const stream = streams[n % 3] as string
        const ids = Array.from({ length: 40 }, (_, i) => `${stream}-${n}-${i}`)
        return log.append(append(stream, Math.floor(n / 3) * 40, ...ids))
      }),
    )
    results.forEach((result, n) => {
      expect(result).toMatchObject({ status: 'appended', version: (Math.floor(n / 3) + 1) * 40 })
    })
  })

  test('an append within a transaction stands and falls with it', async () => {
    const stream = fresh('stream')
    const client = await db.pool.connect()
    for (const end of ['ROLLBACK', 'COMMIT']) {
      await client.query('BEGIN')
      const results = await log.appendIn(client, [
        append(stream, 'none', `${stream}-1`),
        append(stream, 1, `${stream}-2`),
      ])
      expect(results.map(({ status }) => status)).toEqual(['appended', 'appended'])
      expect(await log.streamVersion(stream)).toBe(0)
      await client.query(end)
    }
    expect(await log.appendIn(client, [])).toEqual([])
    client.release()
    expect(await log.streamVersion(stream)).toBe(2)
  })

  test('entries cannot be changed or removed', async () => {
    const stream = fresh('stream')
    await log.append(append(stream, 'none', stream))
    for (const statement of [
      `UPDATE log.entries SET type = 'other'`,
      'DELETE FROM log.entries',
      'TRUNCATE log.entries',
    ]) {
      await expect(db.pool.query(statement)).rejects.toThrow('never changed or removed')
    }
  })
})
