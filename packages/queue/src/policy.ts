import type { DefaultJobOptions } from 'bullmq'

/** How often and after what pauses a failing job is tried. */
export interface RetryPolicy {
  /** Tries in all, the first included */
  attempts: number
  /** Milliseconds before the second try; doubled before each further one */
  delay: number
  /** 0…1: how much of each pause is random, so that what failed together does not come back together */
  jitter: number
}

/** Six tries within about a minute: 2, 4, 8, 16, 32 s apart, half of it random. */
export const DEFAULT_RETRY: RetryPolicy = { attempts: 6, delay: 2_000, jitter: 0.5 }

/** Completed jobs stay ten minutes (in seconds) for whoever looks. By age: by count costs a search at each completion. */
export const KEEP_COMPLETED = { age: 600 } as const

/** Failed ones stay until the collector has made a dead letter of them. */
export function jobOptions(retry: RetryPolicy): DefaultJobOptions {
  return {
    attempts: retry.attempts,
    backoff: { type: 'exponential', delay: retry.delay, jitter: retry.jitter },
    removeOnComplete: KEEP_COMPLETED,
    removeOnFail: false,
  }
}

/** The pause after the `tries`-th try, in milliseconds. `random` is in [0, 1). */
export function pauseAfter(tries: number, retry: RetryPolicy, random: () => number): number {
  const longest = retry.delay * 2 ** (tries - 1)
  return Math.round(longest * (1 - retry.jitter * random()))
}
