import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Entry } from '@dateline/event-log'
import { createEventLog } from '@dateline/event-log'
import { createPool, migrate, startEmbeddedPostgres } from '@dateline/platform'
import type { Pool, PoolClient } from 'pg'
import { analyzeBuild } from '../../../packages/projections/src/engine/builds.ts'
import { ensureServing } from '../../../packages/projections/src/testing/catch-up.ts'
import { annotation, submission } from '../../../packages/projections/src/testing/story.ts'
import { soughtKeys } from '../../../packages/projections/src/identity/keys.ts'
import { foldEntry } from '../../../packages/projections/src/timeline/fold.ts'
import { BODIES, FIND, loadTouched, REPORTS, touchedBy } from '../../../packages/projections/src/timeline/load.ts'
import { pipeliningPool } from '../../../packages/projections/src/shared/send.ts'
import { timeline } from '../../../packages/projections/src/timeline/projection.ts'
import { toldBy } from '../../../packages/projections/src/timeline/report.ts'
import { noChanges, nothingKnown } from '../../../packages/projections/src/timeline/state.ts'
import type { EventReported } from '@dateline/domain'
import { fillEvents, sketchOf, WORLD } from './events.ts'

/**
 * `npm run bench:identity`: what it costs to find the event of one report among many. The tables of a build are filled
 * in SQL as a projector would have left them; then reports come one at a time, each in a page of its own with nothing
 * in memory: what is asked of Postgres, and the decision.
 */
const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    reports: { type: 'string', default: '2000' },
  },
})

const dataDir = await mkdtemp(join(tmpdir(), 'dateline-identity-'))
const postgres = await startEmbeddedPostgres({ dataDir })
const pool = createPool({ url: postgres.url, max: 4 })
try {
  await migrate(pool)
  const log = createEventLog({ pool })
  const schema = await ensureServing({ pool }, timeline)
  await fillEvents(pool, schema, Number(values.events))
  await analyzeBuild(pool, schema)
  await pool.query(`VACUUM ${schema}.event_keys, ${schema}.reports, ${schema}.events`)
  await printSkew(pool, schema)
  await measure(pool, schema)
  await log.close()
} finally {
  await pool.end()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function measure(from: Pool, schema: string): Promise<void> {
  // As a projector that follows the log is connected.
  const pipelining = pipeliningPool(from, 1)
  const client = await pipelining.connect()
  try {
    const began = process.cpuUsage()
    const taken: { trip: number; find: number; whole: number; candidates: number; found: boolean }[] = []
    for (let n = 0; n < Number(values.reports); n += 1) taken.push(await identifyOne(client, schema, n))
    const cpu = process.cpuUsage(began)
    console.log(`Node, ms of processor a report: ${((cpu.user + cpu.system) / 1000 / taken.length).toFixed(2)}`)
    const steady = taken.slice(Math.floor(taken.length / 10))
    const share = steady.filter(({ found }) => found).length / steady.length
    console.log(`\n${steady.length} reports, ${Math.round(share * 100)} % of them of an event that is there already`)
    for (const [label, of] of [
      ['looked up and decided, ms', 'whole'],
      ['of it the look-up of keys, ms', 'find'],
      ['a round trip for nothing, ms', 'trip'],
      ['candidates', 'candidates'],
    ] as const) {
      const sorted = steady.map((one) => one[of]).sort((a, b) => a - b)
      const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(of === 'candidates' ? 0 : 2)
      console.log(
        `${label.padEnd(32)} p50 ${at(0.5).padStart(7)}   p95 ${at(0.95).padStart(7)}   p99 ${at(0.99).padStart(7)}`,
      )
    }
    await printServed(client, schema)
    await explain(client, schema)
  } finally {
    client.release()
    await pipelining.end()
  }
}

/** A document with one event, as the log has it. */
function entriesOf(n: number): Entry[] {
  const document = { id: `new-${n}`, source: `source-${n % 40}`, ...sketchOf(n, Number(values.events)) }
  return [submission(document), ...annotation(document)].map((entry, index) => ({
    ...entry,
    causationId: null,
    correlationId: null,
    metadata: {},
    position: BigInt(10 * (Number(values.events) + n) + index),
    stream: `document-${document.id}`,
    version: index + 1,
    recordedAt: new Date(0),
  }))
}

async function identifyOne(client: PoolClient, schema: string, n: number) {
  const entries = entriesOf(n)
  const keys = keysOf(entries)
  const idle = performance.now()
  await client.query('SELECT 1')
  const began = performance.now()
  await client.query({ name: 'find', text: FIND(schema), values: [[], keys] })
  const find = performance.now() - began
  const state = { ...nothingKnown(), ...noChanges() }
  const start = performance.now()
  await loadTouched(client, schema, state, touchedBy(entries))
  const candidates = state.events.size
  for (const entry of entries) foldEntry(state, entry)
  const whole = performance.now() - start
  return { trip: began - idle, find, whole, candidates, found: state.events.size === candidates }
}

function keysOf(entries: readonly Entry[]): readonly string[] {
  const last = entries.at(-1)
  return last ? soughtKeys(toldBy(last.data as EventReported)) : []
}

/** What Postgres itself needs for the statements, whatever the machine does besides. */
async function printServed(client: PoolClient, schema: string): Promise<void> {
  const spent: number[] = []
  const served = async (sql: string, given: unknown[]) => {
    const { rows } = await client.query<{ 'QUERY PLAN': { 'Execution Time': number }[] }>(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`,
      given,
    )
    return rows[0]?.['QUERY PLAN'][0]?.['Execution Time'] ?? 0
  }
  for (let n = 0; n < 500; n += 1) {
    const find = [[], keysOf(entriesOf(n))]
    const { rows } = await client.query<{ id: string }>(FIND(schema), find)
    const ids = rows.map(({ id }) => id)
    spent.push(
      (await served(FIND(schema), find)) +
        (await served(REPORTS(schema), [ids])) +
        (await served(BODIES(schema), [ids])),
    )
  }
  const sorted = spent.sort((a, b) => a - b)
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(2).padStart(7)
  console.log(`${'executed by Postgres, ms'.padEnd(32)} p50 ${at(0.5)}   p95 ${at(0.95)}   p99 ${at(0.99)}`)
}

async function printSkew(from: Pool, schema: string): Promise<void> {
  const { rows } = await from.query<{ events: string; keys: string; most: string[] }>(
    `SELECT (SELECT count(*) FROM ${schema}.events) AS events, (SELECT count(*) FROM ${schema}.event_keys) AS keys,
       ARRAY(SELECT key || ' ' || count(*) FROM ${schema}.event_keys GROUP BY key ORDER BY count(*) DESC LIMIT 3) AS most`,
  )
  console.log(
    `${rows[0]?.events} events under ${rows[0]?.keys} keys; under one key at most: ${rows[0]?.most.join(', ')}`,
  )
  console.log(`of the country told of most ${await countOf(from, schema, WORLD.countries[0] ?? '')}`)
}

async function countOf(from: Pool, schema: string, country: string): Promise<number> {
  const sql = `SELECT count(*)::int AS n FROM ${schema}.events WHERE countries @> ARRAY[$1]`
  return (await from.query<{ n: number }>(sql, [country])).rows[0]?.n ?? 0
}

async function explain(client: PoolClient, schema: string): Promise<void> {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${FIND(schema)}`, [
    ['new-0'],
    keysOf(entriesOf(0)),
  ])
  console.log(`\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`)
}
