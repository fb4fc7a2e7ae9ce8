import { fork } from 'node:child_process'
import { join } from 'node:path'
import { createEventLog } from '@dateline/event-log'
import { createPool } from '@dateline/platform'
import { type Load, measure, payload } from './workload.ts'

export interface Contender {
  name: string
  /** Appends a second under a load */
  run(load: Load): Promise<number>
  close(): Promise<void>
}

/** As many connections as the inserts by hand get: what comes beyond waits for one. */
const CONNECTIONS = 8

export function ourLog(url: string): Contender {
  const pool = createPool({ url, max: CONNECTIONS })
  const log = createEventLog({ pool })
  const append = async (name: string, entries: number) => {
    const result = await log.append({
      stream: name,
      expected: 'none',
      entries: Array.from({ length: entries }, (_, n) => ({
        id: `${name}/${n}`,
        type: 'election',
        schemaVersion: 1,
        data: payload(n),
      })),
    })
    if (result.status !== 'appended') throw new Error(`the log answered ${result.status}`)
  }
  return {
    name: 'event log',
    run: (load) => measure(append, load),
    async close() {
      await log.close()
      await pool.end()
    },
  }
}

/**
 * What Postgres does without any of a log's promises: entries with the same columns and indexes, in no order, unchained
 * and unchecked, by one prepared statement an append.
 */
export async function rawInserts(url: string): Promise<Contender> {
  const pool = createPool({ url, max: CONNECTIONS })
  await pool.query(`
    CREATE TABLE raw_entries (LIKE log.entries INCLUDING ALL);
    CREATE SEQUENCE raw_position;
    ALTER TABLE raw_entries ALTER position SET DEFAULT nextval('raw_position'), ALTER digest DROP NOT NULL`)
  const one = (name: string) =>
    pool.query({
      name: 'one',
      text: `INSERT INTO raw_entries (recorded_at, version, schema_version, id, stream, type, data, metadata)
             VALUES (now(), 1, 1, $1, $2, $3, $4, $5)`,
      values: [`${name}/0`, name, 'election', JSON.stringify(payload(0)), '{}'],
    })
  const many = (name: string, entries: number) =>
    pool.query({
      name: 'many',
      text: `INSERT INTO raw_entries (recorded_at, version, schema_version, id, stream, type, data, metadata)
             SELECT now(), n, 1, $1 || '/' || n, $1, $2, data, '{}'
             FROM unnest($3::jsonb[]) WITH ORDINALITY AS given (data, n)`,
      values: [name, 'election', Array.from({ length: entries }, (_, n) => JSON.stringify(payload(n)))],
    })
  return {
    name: 'inserts by hand',
    run: (load) => measure((name, entries) => (entries === 1 ? one(name) : many(name, entries)), load),
    close: () => pool.end(),
  }
}

/** Emmett changes pg's type parsers for its whole process, so it gets one of its own. */
export async function emmett(url: string): Promise<Contender> {
  const child = fork(join(import.meta.dirname, 'emmett-process.ts'), [url], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const answer = () =>
    new Promise<number>((resolve, reject) => {
      const ended = () => reject(new Error('the process with Emmett ended'))
      child.once('exit', ended)
      child.once('message', (message) => {
        child.off('exit', ended)
        resolve(Number(message))
      })
    })
  await answer()
  return {
    name: 'Emmett',
    run(load) {
      const rate = answer()
      child.send(load)
      return rate
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.disconnect()
      await ended
    },
  }
}
