import {
  createPostgresBackend,
  type PgPool,
  type Processor,
  Queue,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq'
import { Pool } from 'pg'
import { DOCUMENTS_QUEUE } from './jobs.ts'
import { isOutage } from './outage.ts'

/** Where the queue is kept: in Postgres by default, in Redis where there is one. */
export type QueueStore =
  | { kind: 'postgres'; url: string; poolSize?: number | undefined }
  /** `patience`: milliseconds that Redis has to answer at the start, default ten seconds; later it may stay away */
  | { kind: 'redis'; url: string; patience?: number | undefined }

/** The queue as producers and operators use it, whichever store it has. */
export type DocumentsQueue = Pick<Queue, 'add' | 'addBulk' | 'getJobState' | 'getJobs' | 'getJobCounts' | 'remove'>

export type DocumentsWorker = Pick<Worker, 'close' | 'waitUntilReady'>

export type WorkerSettings = Omit<WorkerOptions, 'connection'>

export interface QueueConnection {
  store: QueueStore['kind']
  /** For producers; fails soon instead of waiting for a store that is away. Closed by `close`. */
  queue: DocumentsQueue
  /** The caller closes it, before the connection. */
  createWorker(processor: Processor, settings: WorkerSettings): DocumentsWorker
  close(): Promise<void>
}

/**
 * Opens the queue, making BullMQ's tables in the schema `bullmq` where they are missing.
 *
 * On Postgres it has a pool of its own: every worker holds one of its clients for LISTEN, BullMQ names its tables
 * without their schema, and commits need not wait for the disk, because the log is what must not be lost.
 *
 * @param onError errors of connections and of the worker's own upkeep, which heal by themselves
 */
export async function connectQueue(store: QueueStore, onError: (error: Error) => void): Promise<QueueConnection> {
  const tell = sparingly(onError)
  return store.kind === 'postgres' ? connectPostgres(store, tell) : connectRedis(store, tell)
}

/** Milliseconds between two tries at a store that is away, and between two tellings of one message. */
const PAUSE = { retry: 1_000, tell: 10_000 }

/** A store that is away fails every call: what was just said is not said again. */
function sparingly(onError: (error: Error) => void): (error: Error) => void {
  const toldAt = new Map<string, number>()
  return (error) => {
    const now = performance.now()
    if (now - (toldAt.get(error.message) ?? -Infinity) < PAUSE.tell) return
    if (toldAt.size > 100) toldAt.clear()
    toldAt.set(error.message, now)
    onError(error)
  }
}

/**
 * BullMQ waits between tries where a connection is refused, but asks again at once where Postgres cuts it or is starting
 * up, thousands of times a second. So the worker rests.
 */
function restWhileAway(worker: Pick<Worker, 'pause' | 'resume'>): (error: Error) => void {
  let resting = false
  return (error) => {
    if (resting || !isOutage(error)) return
    resting = true
    void worker.pause(true)
    setTimeout(() => {
      resting = false
      void worker.resume()
    }, PAUSE.retry)
  }
}

async function connectPostgres(
  { url, poolSize = 12 }: { url: string; poolSize?: number | undefined },
  onError: (error: Error) => void,
): Promise<QueueConnection> {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    keepAlive: true,
    connectionTimeoutMillis: 15_000,
    options: '-c search_path=bullmq,public -c synchronous_commit=off',
    application_name: 'dateline-queue',
  })
  pool.on('error', onError)
  // A client that breaks while it is checked out tells nobody else, and an error that nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', onError))
  try {
    const client = await pool.connect()
    try {
      await runMigrations(client)
    } finally {
      client.release()
    }
  } catch (error) {
    await pool.end()
    throw error
  }
  // BullMQ declares of a pool what it uses, with overloads where pg has a generic: the same at run time.
  const connection = pool as unknown as PgPool
  const queue = new Queue(DOCUMENTS_QUEUE, { connection }, createPostgresBackend)
  queue.on('error', onError)
  return {
    store: 'postgres',
    queue,
    createWorker(processor, options) {
      const worker = new Worker(
        DOCUMENTS_QUEUE,
        processor,
        { runRetryDelay: PAUSE.retry, ...options, connection },
        createPostgresBackend,
      )
      worker.on('error', onError)
      worker.on('error', restWhileAway(worker))
      return worker
    },
    async close() {
      await queue.close()
      await pool.end()
    },
  }
}

async function connectRedis(
  { url, patience = 10_000 }: { url: string; patience?: number | undefined },
  onError: (error: Error) => void,
): Promise<QueueConnection> {
  const queue = new Queue(DOCUMENTS_QUEUE, { connection: { url, maxRetriesPerRequest: 3 } })
  queue.on('error', onError)
  try {
    await within(patience, queue.waitUntilReady())
  } catch (error) {
    // It goes on trying to connect until then, and its end is not worth waiting for.
    queue.disconnect().catch(onError)
    // Not the whole URL: it may hold a password.
    throw new Error(`Redis does not answer at ${new URL(url).host}`, { cause: error })
  }
  return {
    store: 'redis',
    queue,
    createWorker(processor, options) {
      const connection = { url, maxRetriesPerRequest: null }
      const worker = new Worker(DOCUMENTS_QUEUE, processor, { runRetryDelay: PAUSE.retry, ...options, connection })
      worker.on('error', onError)
      return worker
    },
    close: () => queue.close(),
  }
}

function within(milliseconds: number, promise: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
