import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createPool, migrate, startEmbeddedPostgres } from '@dateline/platform'
import { positions } from '@dateline/projections'
import { compareContenders } from './contenders.ts'
import { generateTimeline } from './generate.ts'
import { measureReads } from './reads.ts'

/**
 * `npm run bench:api`: a timeline of a million invented events; then every kind of read at a steady rate, and pages of
 * fifty beside what they could cost at least. With `--data DIR` the tables are kept there and used again.
 */
const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    data: { type: 'string' },
    /** Requests a second of each kind of read */
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '8' },
    only: { type: 'string' },
    /** Kinds of reads whose name has this in it */
    reads: { type: 'string', default: '' },
  },
})
const [seconds, rounds, connections] = [values.seconds, values.rounds, values.connections].map(Number) as [
  number,
  number,
  number,
]

const dataDir = values.data ?? (await mkdtemp(join(tmpdir(), 'dateline-bench-')))
const postgres = await startEmbeddedPostgres({ dataDir })
const pool = createPool({ url: postgres.url, max: 4 })
try {
  await migrate(pool)
  const schema =
    (await positions(pool))['timeline']?.schema ?? (await generateTimeline(pool, Number(values.events), console.log))
  const { rows } = await pool.query<{ events: bigint }>(`SELECT count(*) AS events FROM ${schema}.timeline`)
  console.log(`${rows[0]?.events} events; ${cpus()[0]?.model}, ${cpus().length} threads\n`)
  const on = { pool, url: postgres.url, schema }
  if (values.only !== 'pages') await measureReads(on, { rate: Number(values.rate), seconds, named: values.reads })
  if (values.only !== 'reads') await compareContenders(on, { seconds, rounds, connections })
} finally {
  await pool.end()
  await postgres.stop()
  if (values.data === undefined) await rm(dataDir, { recursive: true, force: true })
}
