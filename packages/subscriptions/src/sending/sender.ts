import { setTimeout as sleep } from 'node:timers/promises'
import type { EventLog } from '@dateline/event-log'
import type { Clock, Logger } from '@dateline/platform'
import { positions, type ServedBuild } from '@dateline/projections'
import type { Pool } from 'pg'
import { createPoster } from '../http/post.ts'
import { DEFAULTS, type SenderSettings } from '../settings.ts'
import type { Leased } from '../types.ts'
import { claim, release } from './claim.ts'
import { prune } from './prune.ts'
import { turn } from './turn.ts'

export interface SenderDeps {
  pool: Pool
  log: Pick<EventLog, 'waitBeyond'>
  logger: Logger
  clock: Clock
  newId: () => string
  /** Addresses of private networks and loopback are let in */
  allowPrivate: boolean
  settings?: Partial<SenderSettings> | undefined
  /** In [0, 1); by default by chance */
  random?: (() => number) | undefined
}

export interface Sender {
  /** Ends soon: what is on its way has a moment to arrive, else it is sent again by another. */
  stop(): Promise<void>
}

/** Between two looks, in milliseconds: changes that come together are sent together. Longer while nothing moves. */
const PAUSE = { least: 40, most: 500 }

const AFTER_ERROR_MS = 1_000
const PRUNE_EVERY_MS = 10 * 60_000

/** How long what is on its way may take when the sender is stopped. */
const GRACE_MS = 3_000

/** Sends changes to subscriptions. Any number of senders may run, in any number of processes. */
export function startSender({ pool, log, logger, random = Math.random, ...deps }: SenderDeps): Sender {
  const settings = { ...DEFAULTS, ...deps.settings }
  const poster = createPoster({ allowPrivate: deps.allowPrivate, timeout: settings.timeout, clock: deps.clock })
  const turnDeps = { pool, poster, clock: deps.clock, newId: deps.newId, random, settings }
  const stopping = new AbortController()
  const cutting = new AbortController()
  const running = { fast: new Set<Promise<void>>(), slow: new Set<Promise<void>>() }
  let freed = new AbortController()
  let prunedAt = -Infinity

  /** Takes as many as there is room for. Answers whether it took any. */
  async function fill(shown: ServedBuild): Promise<boolean> {
    const room = () => settings.concurrency - running.fast.size - running.slow.size
    let taken = 0
    for (const lane of ['slow', 'fast'] as const) {
      const limit = lane === 'fast' ? room() : Math.min(room(), settings.slowConcurrency - running.slow.size)
      if (limit <= 0) continue
      const options = { lease: deps.newId(), leaseMs: settings.lease, shown, slow: lane === 'slow', limit }
      for (const leased of await claim(pool, options)) {
        taken += 1
        const work = serve(leased).finally(() => {
          running[lane].delete(work)
          freed.abort()
        })
        running[lane].add(work)
      }
    }
    return taken > 0
  }

  async function serve(leased: Leased): Promise<void> {
    try {
      await turn(turnDeps, leased, stopping.signal, cutting.signal)
      await release(pool, leased)
    } catch (error) {
      // The lease ends by itself, and what was begun is sent again.
      logger.error({ err: error, subscription: leased.id }, 'webhooks: a turn broke off')
    }
  }

  async function look(pause: number): Promise<number> {
    freed = new AbortController()
    if (performance.now() - prunedAt > PRUNE_EVERY_MS) {
      prunedAt = performance.now()
      await prune(pool, settings.keep)
    }
    const { timeline } = await positions(pool)
    const took = timeline !== undefined && (await fill(timeline))
    const wake = AbortSignal.any([stopping.signal, freed.signal])
    const next = took ? PAUSE.least : Math.min(PAUSE.most, pause * 2)
    await log.waitBeyond(timeline?.position ?? 0n, wake)
    await sleep(next, undefined, { signal: wake }).catch(() => undefined)
    return next
  }

  async function run(): Promise<void> {
    let pause = PAUSE.least
    while (!stopping.signal.aborted) {
      try {
        pause = await look(pause)
      } catch (error) {
        if (stopping.signal.aborted) return
        logger.warn({ err: error }, 'webhooks: looking again')
        await sleep(AFTER_ERROR_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
  }

  const ended = run()
  return {
    async stop() {
      stopping.abort()
      await ended
      const late = setTimeout(() => cutting.abort(), GRACE_MS)
      await Promise.all([...running.fast, ...running.slow])
      clearTimeout(late)
      poster.close()
    },
  }
}
