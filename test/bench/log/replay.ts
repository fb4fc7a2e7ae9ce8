import { setTimeout as sleep } from 'node:timers/promises'
import { createEventLog, type EventLog } from '@dateline/event-log'
import { createLogger, createPool } from '@dateline/platform'
import { getReplay, type Projection, startProjector, startReplay } from '@dateline/projections'
import type { Pool } from 'pg'
import { median } from './appends.ts'
import { payload } from './workload.ts'

export interface ReplayFigures {
  entries: number
  /** Entries a second, medians of the rounds */
  setBased: number
  replay: number
  paging: number
  /** Mebibytes: most resident memory of this process during a replay, and what it had before */
  memory: { before: number; most: number }
}

/** A row an entry: the simplest thing that a projection can do, and as many writes as it can have. */
const ROWS: Projection = {
  name: 'bench_rows',
  version: 1,
  tables: (schema) => [
    `CREATE TABLE ${schema}.rows (id text PRIMARY KEY, position bigint NOT NULL, type text NOT NULL, edtf text)`,
  ],
  indexes: () => [],
  compared: [],
  async open(client, schema) {
    const rows: { id: string; position: bigint; type: string; edtf: string }[] = []
    return {
      fold({ id, position, type, data }) {
        rows.push({ id, position, type, edtf: (data as { date: { edtf: string } }).date.edtf })
      },
      async write() {
        await client.query({
          name: `bench rows ${schema}`,
          text: `INSERT INTO ${schema}.rows SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[])
                 ON CONFLICT (id) DO UPDATE
                 SET position = excluded.position, type = excluded.type, edtf = excluded.edtf`,
          values: [
            rows.map(({ id }) => id),
            rows.map(({ position }) => position),
            rows.map(({ type }) => type),
            rows.map(({ edtf }) => edtf),
          ],
        })
      },
    }
  },
}

export async function benchReplay(
  url: string,
  entries: number,
  rounds: number,
  tell: (what: string) => void,
): Promise<ReplayFigures> {
  const pool = createPool({ url, max: 6 })
  const log = createEventLog({ pool })
  await fill(log, entries, tell)
  await pool.query('VACUUM ANALYZE log.entries')
  const total = Number(await log.head())
  const rates = { setBased: [] as number[], replay: [] as number[], paging: [] as number[] }
  const memory = { before: megabytes(), most: 0 }
  for (let round = 1; round <= rounds; round++) {
    tell(`replay, round ${round} of ${rounds}`)
    rates.setBased.push(total / (await seconds(() => setBased(pool))))
    rates.paging.push(total / (await seconds(() => page(log))))
    const sampling = setInterval(() => (memory.most = Math.max(memory.most, megabytes())), 50)
    rates.replay.push(total / (await seconds(() => replay(pool, log))))
    clearInterval(sampling)
  }
  await log.close()
  await pool.end()
  return {
    entries: total,
    setBased: median(rates.setBased),
    replay: median(rates.replay),
    paging: median(rates.paging),
    memory,
  }
}

async function fill(log: EventLog, entries: number, tell: (what: string) => void): Promise<void> {
  for (let n = Number(await log.head()); n < entries; n += 2_000) {
    tell(`filling, ${n} of ${entries}`)
    await Promise.all(
      Array.from({ length: 100 }, (_, document) => {
        const stream = `document-${n}-${document}`
        return log.append({
          stream,
          expected: 'none',
          entries: Array.from({ length: 20 }, (_, i) => ({
            id: `${stream}-${i}`,
            type: 'election',
            schemaVersion: 1,
            data: payload(i),
          })),
        })
      }),
    )
  }
}

/** The least that Postgres has to do for the same rows. */
async function setBased(pool: Pool): Promise<void> {
  await pool.query('DROP TABLE IF EXISTS set_based')
  await pool.query(
    'CREATE TABLE set_based (id text PRIMARY KEY, position bigint NOT NULL, type text NOT NULL, edtf text)',
  )
  await pool.query(`
    INSERT INTO set_based SELECT id, position, type, data #>> '{date,edtf}' FROM log.entries ORDER BY position
    ON CONFLICT (id) DO UPDATE SET position = excluded.position, type = excluded.type, edtf = excluded.edtf`)
}

async function page(log: EventLog): Promise<void> {
  for (let after = 0n, size = -1; size !== 0;) {
    const entries = await log.read({ after, limit: 1_000 })
    size = entries.length
    after = entries.at(-1)?.position ?? after
  }
}

/** As an operator has it done: by a projector, until the new tables serve. */
async function replay(pool: Pool, log: EventLog): Promise<void> {
  const deps = { pool, log, projections: [ROWS], logger: createLogger({ logLevel: 'warn' }, 'bench') }
  const started = await startReplay(deps, ROWS.name)
  if (started.status !== 'started') throw new Error(`the replay is ${started.status}`)
  const projector = startProjector(deps)
  for (;;) {
    const now = await getReplay(deps, started.replay.id)
    if (now?.state === 'active') break
    if (now?.state === 'failed') throw new Error(now.error ?? 'the replay failed')
    await sleep(20)
  }
  await projector.stop()
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

function megabytes(): number {
  return Math.round(process.memoryUsage.rss() / 2 ** 20)
}
