import { setTimeout as sleep } from 'node:timers/promises'
import type { EventLog } from '@dateline/event-log'
import type { Logger } from '@dateline/platform'
import type { Pool } from 'pg'
import type { DocumentsQueue } from '../connection.ts'
import { eraseWords } from '../erasure/erase.ts'
import { DEFAULT_RETRY, type RetryPolicy } from '../policy.ts'
import { advance } from './advance.ts'
import { enqueuePending } from './enqueue.ts'
import { hasLosses } from './losses.ts'
import { findMissing, restoreMissing } from './sweep.ts'

export interface DispatcherDeps {
  pool: Pool
  log: EventLog
  queue: DocumentsQueue
  logger: Logger
  retry?: RetryPolicy | undefined
  settings?: Partial<DispatcherSettings> | undefined
}

export interface DispatcherSettings {
  /** Entries a page */
  pageSize: number
  /** Work that is on the queue at once, at most; the rest waits in the database */
  window: number
  /** Milliseconds between two looks at whether the queue lost jobs */
  lookEvery: number
  /** Milliseconds after which one looks after a job even though nothing seems to be lost */
  unseenFor: number
  /** Jobs that one sweep looks after */
  sweepBatch: number
}

const DEFAULTS: DispatcherSettings = {
  pageSize: 1_000,
  window: 5_000,
  lookEvery: 2_000,
  unseenFor: 60_000,
  sweepBatch: 500,
}

/** Jobs put on the queue by one command. */
const BATCH = 500

/** Milliseconds to wait after an error, such as a database that is away. */
const AFTER_ERROR = 1_000

export interface Dispatcher {
  start(): void
  /** Resolves when the turn in hand has ended. */
  stop(): Promise<void>
}

/**
 * Fills the queue from the log: every submitted revision that has neither an annotation nor a failure gets a job, and
 * gets it again when the queue loses it. Any number of dispatchers may run.
 */
export function createDispatcher({
  pool,
  log,
  queue,
  logger,
  retry = DEFAULT_RETRY,
  settings,
}: DispatcherDeps): Dispatcher {
  const { pageSize, window, lookEvery, unseenFor, sweepBatch } = { ...DEFAULTS, ...settings }
  const deps = { pool, log, queue, retry }
  const stopping = new AbortController()
  const { signal } = stopping
  let running: Promise<void> | undefined
  let position = 0n
  let lookAt = 0

  async function turn(): Promise<void> {
    await readLog()
    while (!signal.aborted && (await enqueuePending(deps, { window, batch: BATCH })) === BATCH);
    if (performance.now() < lookAt) return
    await lookForLosses()
    await eraseWords({ pool, queue, logger })
    lookAt = performance.now() + lookEvery
  }

  /** Answers whether the pending work shows the log as it is; not while another dispatcher is at it. */
  async function readLog(): Promise<boolean> {
    while (!signal.aborted) {
      const step = await advance(deps, pageSize)
      if (step.status === 'leased') return false
      position = step.position
      if (!step.more) return true
    }
    return false
  }

  async function lookForLosses(): Promise<void> {
    const lossy = await hasLosses(deps)
    const look = { unseenFor: lossy ? Math.min(lookEvery, unseenFor) : unseenFor, batch: sweepBatch }
    let restored = 0
    for (let checked = sweepBatch; checked === sweepBatch && !signal.aborted;) {
      const missing = await findMissing(deps, look)
      const found = missing.lost.length + missing.spent.length
      if (found > 0 && (await readLog())) restored += await restoreMissing(deps, missing)
      // A few are looked after in passing; when much is missing, one goes on until all is back.
      checked = found > 0 ? missing.checked : 0
    }
    if (restored > 0) logger.warn({ restored }, 'the queue had lost jobs: they were put on it again from the log')
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await turn()
        await log.waitBeyond(position, signal)
      } catch (error) {
        if (signal.aborted) return
        logger.error({ err: error }, 'the dispatcher could not take its turn')
        await sleep(AFTER_ERROR, undefined, { signal }).catch(() => undefined)
      }
    }
  }

  return {
    start() {
      running ??= run()
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
