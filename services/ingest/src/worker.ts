import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock, Logger } from '@dateline/platform'
import {
  bury,
  collectFailed,
  DEFAULT_RETRY,
  isOutage,
  KEEP_COMPLETED,
  pauseAfter,
  type QueueConnection,
  type RetryPolicy,
  submissionIn,
  withoutWords,
} from '@dateline/queue'
import { DelayedError, type Job, UnrecoverableError, WaitingError } from 'bullmq'
import { HopelessJob, type Outcome, type ProcessDeps, processJob } from './process.ts'

export interface IngestDeps extends ProcessDeps {
  connection: QueueConnection
  clock: Clock
  logger: Logger
  /** Jobs in hand at once; more than the annotator has threads keeps these busy while others read and append */
  concurrency: number
  retry?: RetryPolicy | undefined
  settings?: Partial<IngestSettings> | undefined
  onJob?: ((done: JobReport) => void) | undefined
}

/** Milliseconds, all of them. */
export interface IngestSettings {
  /** A job whose worker is silent for this long is taken from it */
  lockDuration: number
  /** How often such jobs are looked for */
  stalledInterval: number
  /** How often the queue's failed jobs are made dead letters */
  collectEvery: number
  /** The pause while the database is away */
  outagePause: number
}

const DEFAULTS: IngestSettings = {
  lockDuration: 6_000,
  stalledInterval: 2_000,
  collectEvery: 5_000,
  outagePause: 2_000,
}

/** A job that took this many workers down with it, or lost them otherwise, is given up. */
const MAX_STALLED = 3

const COLLECT_BATCH = 100

/** How one try of a job ended and how long it took. */
export interface JobReport {
  outcome: Outcome['outcome'] | 'retrying' | 'deferred' | 'failed'
  milliseconds: number
}

export interface IngestWorker {
  /**
   * Takes no further jobs; what is in hand is finished, or given back to the queue when it is not by the end of the
   * grace (milliseconds, default 8,000).
   */
  close(grace?: number): Promise<void>
}

/** Works on the queue `documents` until it is closed. */
export function createIngestWorker(deps: IngestDeps): IngestWorker {
  const { connection, logger, retry = DEFAULT_RETRY, onJob } = deps
  const settings = { ...DEFAULTS, ...deps.settings }
  const givingBack = new AbortController()

  async function processor(job: Job, token?: string): Promise<Outcome> {
    const began = performance.now()
    const report = (outcome: JobReport['outcome']) => onJob?.({ outcome, milliseconds: performance.now() - began })
    try {
      const outcome = await processJob(deps, job.data, givingBack.signal)
      const submission = outcome.outcome === 'erased' ? submissionIn(job.data) : null
      if (outcome.outcome === 'erased' && submission) await job.updateData(withoutWords(submission, outcome.documentId))
      report(outcome.outcome)
      return outcome
    } catch (error) {
      if (givingBack.signal.aborted) {
        await job.moveToWait(token)
        throw new WaitingError()
      }
      return await giveUpOrRetry(job, token, error, report)
    }
  }

  async function giveUpOrRetry(
    job: Job,
    token: string | undefined,
    error: unknown,
    report: (outcome: JobReport['outcome']) => void,
  ): Promise<never> {
    const defer = async (pause: number): Promise<never> => {
      report('deferred')
      await job.moveToDelayed(Date.now() + pause, token)
      throw new DelayedError()
    }
    if (isOutage(error)) return defer(settings.outagePause)

    const { attempts = 1 } = job.opts
    const hopeless = error instanceof HopelessJob
    if (!hopeless && job.attemptsMade + 1 < attempts) {
      report('retrying')
      logger.warn({ err: error, job: job.id, attempt: job.attemptsMade + 1 }, 'a job failed and will be tried again')
      throw error
    }
    // A producer that asked for fewer tries than our policy, such as one that asked for none, gets the policy's.
    if (!hopeless && job.attemptsStarted < retry.attempts)
      return defer(pauseAfter(job.attemptsStarted, retry, Math.random))

    try {
      await bury(deps, job, error)
    } catch (failure) {
      if (isOutage(failure)) return defer(settings.outagePause)
      throw failure
    }
    report('failed')
    logger.error({ err: error, job: job.id }, 'a job was given up: it is among the dead letters')
    throw new UnrecoverableError(error instanceof Error ? error.message : String(error))
  }

  const worker = connection.createWorker(processor, {
    concurrency: deps.concurrency,
    lockDuration: settings.lockDuration,
    stalledInterval: settings.stalledInterval,
    maxStalledCount: MAX_STALLED,
    removeOnComplete: KEEP_COMPLETED,
  })
  const collector = repeat(settings.collectEvery, async () => {
    try {
      while ((await collectFailed({ ...deps, queue: connection.queue }, COLLECT_BATCH)) === COLLECT_BATCH);
    } catch (error) {
      logger.warn({ err: error }, 'failed jobs could not be collected; trying again')
    }
  })

  return {
    async close(grace = 8_000) {
      const timer = setTimeout(() => givingBack.abort(), grace)
      await Promise.all([worker.close(), collector.stop()])
      clearTimeout(timer)
    },
  }
}

/** Runs `task` at once and again `pause` milliseconds after each end of it. */
function repeat(pause: number, task: () => Promise<void>): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const loop = async () => {
    while (!signal.aborted) {
      await task()
      await sleep(pause, undefined, { signal }).catch(() => undefined)
    }
  }
  const running = loop()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
