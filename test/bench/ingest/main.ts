import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentStream } from '@dateline/domain'
import { createEventLog, type EventLog } from '@dateline/event-log'
import { composeIngest } from '@dateline/ingest'
import { submitDocuments } from '@dateline/intake'
import { createPool, migrate, startEmbeddedPostgres, systemClock } from '@dateline/platform'
import { connectQueue, createDispatcher, type QueueStore } from '@dateline/queue'
import { Client, type Pool } from 'pg'
import { redisAvailable, startRedis } from '../../support/redis.ts'
import { silent } from '../../support/silent.ts'
import { makeArticles } from './articles.ts'

/**
 * `npm run bench:ingest [documents]`: documents a second from submission to their events in the log, on a durable
 * embedded Postgres, the queue on Postgres and on Redis in the same run; with the extraction engine, and with one that
 * answers at once, which shows what log and queue cost. Then how long one document takes on an idle service.
 */
const documents = Number(process.argv[2] ?? 400)
const SINGLES = 30
const DELIVERY = 20
const THREADS = availableParallelism()
const NULL_ENGINE = new URL('../../support/engine.ts', import.meta.url)

const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'))
const postgres = await startEmbeddedPostgres({ dataDir: folder })
const redis = redisAvailable() ? await startRedis() : undefined
try {
  console.log(`${documents} documents of 1,400 words, ${THREADS} annotating threads, Node ${process.version}\n`)
  console.log('queue     engine      documents/s   CPU ms/document (Node)   submit→log of one: p50 ms   p95 ms')
  for (const engine of ['dateline', 'none'] as const) {
    await measure('postgres', engine)
    if (redis) await measure('redis', engine)
  }
} finally {
  await redis?.stop()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

async function measure(kind: QueueStore['kind'], engine: 'dateline' | 'none'): Promise<void> {
  const url = await createDatabase(`bench_${kind}_${engine}`)
  const pool = createPool({ url })
  await migrate(pool)
  const log = createEventLog({ pool })
  const store: QueueStore =
    kind === 'redis' && redis
      ? { kind: 'redis', url: `${redis.url}/${engine === 'none' ? 1 : 0}` }
      : { kind: 'postgres', url }
  const connection = await connectQueue(store, (error) => console.error(error.message))
  const shared = { pool, log, logger: silent, clock: systemClock }
  const worker = await composeIngest({
    ...shared,
    configuration: { ingestConcurrency: THREADS },
    connection,
    ...(engine === 'none' ? { engine: NULL_ENGINE } : {}),
  })
  const dispatcher = createDispatcher({ ...shared, queue: connection.queue })
  dispatcher.start()

  const articles = [...makeArticles(documents + SINGLES)]
  // Of all threads of this process. On a busy machine it says more than the clock.
  const cpuBefore = process.cpuUsage()
  const perSecond = await throughput(pool, log, articles.slice(0, documents))
  const { user, system } = process.cpuUsage(cpuBefore)
  const cpu = (user + system) / 1000 / documents
  const singles = await latencies(pool, log, articles.slice(documents))
  const cells = [kind.padEnd(9), engine.padEnd(11), perSecond.toFixed(1).padStart(11), cpu.toFixed(1).padStart(24)]
  console.log([...cells, quantile(singles, 0.5).padStart(26), quantile(singles, 0.95).padStart(8)].join(' '))

  await dispatcher.stop()
  await worker.close()
  await connection.close()
  await log.close()
  await pool.end()
}

async function throughput(pool: Pool, log: EventLog, articles: readonly unknown[]): Promise<number> {
  const began = performance.now()
  const submitting = (async () => {
    for (let at = 0; at < articles.length; at += DELIVERY)
      await submitDocuments({ pool, log }, { source: 'bench', documents: articles.slice(at, at + DELIVERY) })
  })()
  let done = 0
  let position = 0n
  const stop = new AbortController()
  for await (const page of log.follow({ after: position, types: ['document.annotated'], signal: stop.signal })) {
    done += page.length
    position = page.at(-1)?.position ?? position
    if (done >= articles.length) break
  }
  await submitting
  return articles.length / ((performance.now() - began) / 1000)
}

async function latencies(pool: Pool, log: EventLog, articles: readonly unknown[]): Promise<number[]> {
  const times: number[] = []
  for (const article of articles) {
    const began = performance.now()
    const submission = await submitDocuments({ pool, log }, { source: 'bench', documents: [article] })
    const result = submission.status === 'answered' ? submission.results[0] : undefined
    if (result?.outcome !== 'taken') throw new Error('a document was refused')
    while ((await log.streamVersion(documentStream(result.id))) < 2)
      await new Promise((resolve) => setTimeout(resolve, 1))
    times.push(performance.now() - began)
  }
  return times.sort((one, other) => one - other)
}

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.floor(sorted.length * share)] ?? NaN).toFixed(1)
}

async function createDatabase(name: string): Promise<string> {
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(postgres.url)
  url.pathname = `/${name}`
  return url.href
}
