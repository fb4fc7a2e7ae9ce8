import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createEventLog, type EventLog } from '@dateline/event-log'
import { createPool, migrate, startEmbeddedPostgres } from '@dateline/platform'
import type { Pool } from 'pg'
import { payload } from '../log/workload.ts'

/**
 * What a long log costs: filled to a number of entries, with the rates of appending and of reading at the beginning and
 * at the end, the sizes of the table and of each index, and what autovacuum made of the head's row.
 */
const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '5000000' },
    // Entries that a rate is measured over
    sample: { type: 'string', default: '100000' },
  },
})

const TYPES = ['statement', 'statement', 'statement', 'election', 'attack', 'protest', 'coup'] as const

const EACH = 100
const WAITING = 8

const dataDir = await mkdtemp(join(tmpdir(), 'dateline-size-'))
const postgres = await startEmbeddedPostgres({ dataDir })
const pool = createPool({ url: postgres.url, max: 8 })
try {
  await migrate(pool)
  const log = createEventLog({ pool })
  const [entries, sample] = [Number(values.entries), Number(values.sample)]
  const before = { append: await fill(log, sample), single: await singles(log, 2_000) }
  const reading = { first: await readRate(log, 0n, sample) }
  while (Number(await log.head()) < entries - sample) {
    await fill(log, Math.min(sample, entries - sample - Number(await log.head())))
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${await log.head()} of ${entries}`)
  }
  const after = { append: await fill(log, sample), single: await singles(log, 2_000) }
  const head = await log.head()
  console.log(`\n${head} entries of some 400 bytes.\n`)
  console.log(
    `appends of ${EACH}, ${WAITING} waiting, entries/s: ${whole(before.append)} empty, ${whole(after.append)} full`,
  )
  console.log(`single appends, 64 waiting, appends/s: ${whole(before.single)} empty, ${whole(after.single)} full`)
  const last = await readRate(log, head - BigInt(sample), sample)
  console.log(`read in pages of 1,000, entries/s: ${whole(reading.first)} empty, ${whole(last)} at the end`)
  console.log(`a stream of 100 read, ms: ${(await streamRead(log)).toFixed(2)}`)
  await printSizes(pool, Number(head))
  await log.close()
} finally {
  await pool.end()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}

/** @returns entries a second */
async function fill(log: EventLog, entries: number): Promise<number> {
  const began = performance.now()
  const start = Number(await log.head())
  let next = 0
  const appends = Math.ceil(entries / EACH)
  const work = async () => {
    for (let n = next++; n < appends; n = next++) {
      const stream = `document-${start}-${n}`
      await log.append({
        stream,
        expected: 'none',
        entries: Array.from({ length: EACH }, (_, i) => entry(`${stream}-${i}`, i)),
      })
    }
  }
  await Promise.all(Array.from({ length: WAITING }, work))
  return (entries * 1000) / (performance.now() - began)
}

async function singles(log: EventLog, appends: number): Promise<number> {
  const began = performance.now()
  const start = await log.head()
  let next = 0
  const work = async () => {
    for (let n = next++; n < appends; n = next++) {
      const stream = `single-${start}-${n}`
      await log.append({ stream, expected: 'none', entries: [entry(stream, n)] })
    }
  }
  await Promise.all(Array.from({ length: 64 }, work))
  return (appends * 1000) / (performance.now() - began)
}

function entry(id: string, n: number) {
  return { id, type: TYPES[n % TYPES.length] ?? 'statement', schemaVersion: 1, data: payload(n) }
}

async function readRate(log: EventLog, after: bigint, entries: number): Promise<number> {
  const began = performance.now()
  let read = 0
  for (let at = after; read < entries;) {
    const page = await log.read({ after: at, limit: 1_000 })
    if (page.length === 0) break
    read += page.length
    at = page.at(-1)?.position ?? at
  }
  return (read * 1000) / (performance.now() - began)
}

/** @returns the median of fifty, in milliseconds */
async function streamRead(log: EventLog): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 50; n++) {
    const began = performance.now()
    await log.readStream(`document-0-${n * 7}`)
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[25] ?? 0
}

async function printSizes(db: Pool, entries: number): Promise<void> {
  const { rows } = await db.query<{ name: string; bytes: string }>(`
    SELECT 'log.entries' AS name, pg_table_size('log.entries')::text AS bytes
    UNION ALL SELECT indexrelid::regclass::text, pg_relation_size(indexrelid)::text
    FROM pg_index WHERE indrelid = 'log.entries'::regclass`)
  console.log('\n| | MiB | bytes an entry |\n| --- | ---: | ---: |')
  for (const { name, bytes } of rows)
    console.log(`| ${name} | ${whole(Number(bytes) / 2 ** 20)} | ${whole(Number(bytes) / entries)} |`)
  const { rows: head } = await db.query<Record<string, string>>(`
    SELECT n_tup_upd::text AS updates, n_tup_hot_upd::text AS hot, n_dead_tup::text AS dead,
      autovacuum_count::text AS vacuums, pg_relation_size('log.head')::text AS bytes
    FROM pg_stat_user_tables WHERE relname = 'head' AND schemaname = 'log'`)
  const row = head[0] ?? {}
  console.log(
    `\nThe head's row: ${row['updates']} updates, ${row['hot']} of them HOT, vacuumed ${row['vacuums']} times, ` +
      `${row['dead']} dead rows, ${whole(Number(row['bytes']) / 1024)} KiB.`,
  )
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en')
}
