import { derivedId, documentStream, type DocumentSubmitted, textHash } from '@dateline/domain'
import { createEventLog, type Entry, type EventLog } from '@dateline/event-log'
import { connectQueue, type QueueConnection, type QueueStore } from '@dateline/queue'
import { createTestDatabase, type TestDatabase } from './postgres.ts'
import { redisAvailable, startRedis } from './redis.ts'
import { Redis } from 'ioredis'
import { Client } from 'pg'

/** The stores that behaviour of the queue is to be shown on: `describe.each(STORES)`. */
export const STORES: QueueStore['kind'][] = redisAvailable() ? ['postgres', 'redis'] : ['postgres']

export interface QueueBench extends AsyncDisposable {
  db: TestDatabase
  log: EventLog
  store: QueueStore
  connection: QueueConnection
  /** Appends `document.submitted`, as intake would; answers the entry's id. */
  submitted(documentId: string, body: string, revision?: number): Promise<string>
  /** The types of the document's entries, in order */
  types(documentId: string): Promise<string[]>
  /** Every entry of these types */
  all(...types: string[]): Promise<Entry[]>
  /** Loses everything that the queue's store holds. */
  wipe(): Promise<void>
  /** Kills the queue's store and starts it again; Postgres, which holds the log too, only cuts its connections. */
  restart(): Promise<void>
}

/** A database, a log and a queue of their own, the latter on Postgres or on a Redis of its own. */
export async function createQueueBench(kind: QueueStore['kind']): Promise<QueueBench> {
  const db = await createTestDatabase()
  const redis = kind === 'redis' ? await startRedis() : undefined
  const store: QueueStore = redis ? { kind: 'redis', url: redis.url } : { kind: 'postgres', url: db.url }
  const connection = await connectQueue(store, () => undefined)
  const log = createEventLog({ pool: db.pool })
  return {
    db,
    log,
    store,
    connection,
    submitted: (documentId, body, revision = 1) => submitted(log, documentId, body, revision),
    async types(documentId) {
      return (await log.readStream(documentStream(documentId))).map((entry) => entry.type)
    },
    all: (...types) => log.read({ after: 0n, limit: 100_000, types }),
    async wipe() {
      if (redis) await flushAll(redis.url)
      else await db.pool.query('truncate bullmq.job cascade')
    },
    restart: () => (redis ? redis.restart() : cutConnections(db.url)),
    async [Symbol.asyncDispose]() {
      await connection.close()
      await log.close()
      await redis?.stop()
      await db.drop()
    },
  }
}

/** As Postgres does when it is restarted. */
export async function cutConnections(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
}

async function flushAll(url: string): Promise<void> {
  const client = new Redis(url)
  await client.flushall()
  client.disconnect()
}

async function submitted(log: EventLog, documentId: string, body: string, revision: number): Promise<string> {
  const id = derivedId('document.submitted', documentId, revision)
  const data: DocumentSubmitted = {
    documentId,
    revision,
    source: 'test',
    externalId: documentId,
    url: null,
    title: null,
    textHash: textHash(body),
    textLength: body.length,
    publishedAt: '2024-03-05',
    lang: 'en',
    authors: [],
  }
  await log.append({
    stream: documentStream(documentId),
    expected: 'any',
    entries: [{ id, type: 'document.submitted', schemaVersion: 1, data }],
    texts: [{ hash: data.textHash, body }],
  })
  return id
}

/** Waits until `condition` holds, a minute at most. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
