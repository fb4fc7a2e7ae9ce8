import { setTimeout as sleep } from 'node:timers/promises'
import type { EventLog } from '@dateline/event-log'
import type { Logger } from '@dateline/platform'
import { positions } from '@dateline/projections'
import type { Pool } from 'pg'

/** Somebody who waits for the read tables to move. */
export interface Follower {
  /** They have. Must not throw. */
  moved(): void
  /** The service closes. */
  end(): void
}

/** One look-out of a process for all of its streams. */
export interface Feed {
  follow(follower: Follower): () => void
  count(): number
  /** Runs `query` once for all that ask for the same thing before the tables move again; few run at a time. */
  shared<T>(key: string, query: () => Promise<T>): Promise<T>
  close(): void
}

/** Between two looks, in milliseconds: changes that come together are told together. */
const PAUSE_MS = 40

/** Queries for streams that run at once: the others wait, and readers have the rest of the pool. */
const AT_ONCE = 3

export function createFeed({
  pool,
  log,
  logger,
}: {
  pool: Pool
  log: Pick<EventLog, 'waitBeyond'>
  logger: Logger
}): Feed {
  const followers = new Set<Follower>()
  const closing = new AbortController()
  const results = new Map<string, Promise<unknown>>()
  const enter = turnstile(AT_ONCE)
  let watching = false

  async function watch(): Promise<void> {
    let seen = ''
    while (followers.size > 0 && !closing.signal.aborted) {
      try {
        const { timeline } = await positions(pool)
        const now = timeline ? `${timeline.id} ${timeline.position}` : ''
        if (now !== seen) {
          seen = now
          results.clear()
          for (const follower of followers) follower.moved()
        }
        await log.waitBeyond(timeline?.position ?? 0n, closing.signal)
      } catch (error) {
        logger.warn({ err: error }, 'streams: looking again')
        await pause(1_000)
      }
      await pause(PAUSE_MS)
    }
    watching = false
  }

  const pause = (ms: number) => sleep(ms, undefined, { signal: closing.signal }).catch(() => undefined)

  return {
    follow(follower) {
      followers.add(follower)
      if (!watching) {
        watching = true
        void watch()
      }
      return () => followers.delete(follower)
    },
    count: () => followers.size,
    shared<T>(key: string, query: () => Promise<T>): Promise<T> {
      const known = results.get(key) as Promise<T> | undefined
      if (known) return known
      const result = enter(query)
      results.set(key, result)
      // A failure is nobody's answer but theirs who wait for it now.
      result.catch(() => results.delete(key))
      return result
    },
    close() {
      closing.abort()
      for (const follower of followers) follower.end()
      followers.clear()
    },
  }
}

/** Lets so many in at a time; the others wait in the order they came. */
function turnstile(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let inside = 0
  return async (work) => {
    if (inside >= width) await new Promise<void>((resolve) => waiting.push(resolve))
    else inside += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else inside -= 1
    }
  }
}
