import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createPool, migrate, startEmbeddedPostgres } from '@dateline/platform'
import { type Cell, benchAppends } from './appends.ts'
import { type ReplayFigures, benchReplay } from './replay.ts'
import { type TimelineFigures, benchTimeline } from './timeline.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    milliseconds: { type: 'string', default: '1000' },
    entries: { type: 'string', default: '1000000' },
    // Appends whose way into the timeline is timed
    visible: { type: 'string', default: '200' },
    // Only what is made of the log, not the appends
    'only-timeline': { type: 'boolean', default: false },
  },
})

const dataDir = await mkdtemp(join(tmpdir(), 'dateline-bench-'))
// As it comes: whatever is acknowledged is on the disk.
const postgres = await startEmbeddedPostgres({ dataDir })
try {
  const rounds = Number(values.rounds)
  const pool = createPool({ url: postgres.url, max: 2 })
  await migrate(pool)
  await pool.end()
  printMachine()
  const entries = Number(values.entries)
  if (!values['only-timeline']) {
    printAppends(await benchAppends(postgres.url, rounds, Number(values.milliseconds), tell))
    printReplay(await benchReplay(postgres.url, entries, rounds, tell))
  }
  const url = await createDatabase(postgres.url, 'news')
  printTimeline(await benchTimeline(url, { entries, appends: Number(values.visible) }, tell))
} finally {
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function createDatabase(url: string, name: string): Promise<string> {
  const admin = createPool({ url, max: 1 })
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.end()
  const made = new URL(url)
  made.pathname = `/${name}`
  return made.href
}

function tell(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${what}`)
}

function printMachine(): void {
  const [cpu] = cpus()
  console.log(
    `${availableParallelism()} × ${cpu?.model.trim() ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ` +
      `${process.platform}, Node ${process.versions.node}, embedded Postgres 18 with default durability.`,
  )
}

function printAppends(cells: readonly Cell[]): void {
  console.log(`\nAppends a second, median of ${values.rounds} alternating rounds of ${values.milliseconds} ms:\n`)
  console.log('| waiting | entries each | inserts by hand | Emmett | event log | against by hand | against Emmett |')
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const { waiting, entries, rates } of cells) {
    const [raw = 0, emmett = 0, ours = 0] = ['inserts by hand', 'Emmett', 'event log'].map((name) => rates[name])
    const columns = [waiting, entries, ...[raw, emmett, ours].map(whole), ratio(ours, raw), ratio(ours, emmett)]
    console.log(`| ${columns.join(' | ')} |`)
  }
}

function printReplay({ entries, setBased, replay, paging, memory }: ReplayFigures): void {
  console.log(`\nReplay of ${whole(entries)} entries, a row each, entries a second, median of ${values.rounds}:\n`)
  console.log('| one SQL statement | replay | against it | reading only | memory before, most |')
  console.log('| ---: | ---: | ---: | ---: | ---: |')
  const columns = [whole(setBased), whole(replay), ratio(replay, setBased), whole(paging)]
  console.log(`| ${columns.join(' | ')} | ${memory.before}, ${memory.most} MiB |`)
}

function printTimeline({ entries, rate, memory, visible }: TimelineFigures): void {
  console.log(`\nReplay of timeline from ${whole(entries)} entries of news: ${whole(rate)} entries a second.`)
  console.log(`Memory during a replay, before and at each tenth: ${memory.join(', ')} MiB.`)
  console.log(`Append → visible, idle: p50 ${visible.p50.toFixed(1)} ms, p99 ${visible.p99.toFixed(1)} ms.`)
}

function whole(rate: number): string {
  return Math.round(rate).toLocaleString('en')
}

function ratio(ours: number, theirs: number): string {
  return `${(ours / theirs).toFixed(2)} ×`
}
