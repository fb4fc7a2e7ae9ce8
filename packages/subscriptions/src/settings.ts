/** How deliveries are tried. All times in milliseconds. */
export interface SenderSettings {
  /** Endpoints that are spoken to at once */
  concurrency: number
  /** How many of these may be slow ones, so that they never take all */
  slowConcurrency: number
  /** An endpoint that takes longer to answer is a slow one */
  slowAfter: number
  /** For one attempt, look-up, connection and answer together */
  timeout: number
  /** A sender that is not heard of for so long is taken for dead: longer than an attempt */
  lease: number
  /** Until another endpoint has its turn */
  turn: number
  /** Most changes of one delivery, and about the most bytes of its body */
  batch: number
  batchBytes: number
  /** Tries of a delivery before it is given up */
  tries: number
  /** The pause after the first try; each further one is `growth` times as long, up to `longestPause` */
  firstPause: number
  growth: number
  longestPause: number
  /** 0…1: how much of a pause is random, so that what failed together does not come back together */
  jitter: number
  /** The most that a `Retry-After` is honoured */
  longestRetryAfter: number
  /** An endpoint for which nothing got through for so long is paused */
  pauseAfter: number
  /** How long the log of deliveries is kept; dead letters stay */
  keep: number
}

const SECOND = 1_000
const HOUR = 3_600 * SECOND

/** Eight tries within about three hours: after 5 s, 20 s, 80 s, 5, 21, 60 and 60 minutes, a fifth of each random. */
export const DEFAULTS: SenderSettings = {
  concurrency: 16,
  slowConcurrency: 8,
  slowAfter: 2 * SECOND,
  timeout: 15 * SECOND,
  lease: 45 * SECOND,
  turn: 5 * SECOND,
  batch: 100,
  batchBytes: 256 * 1024,
  tries: 8,
  firstPause: 5 * SECOND,
  growth: 4,
  longestPause: HOUR,
  jitter: 0.2,
  longestRetryAfter: 24 * HOUR,
  pauseAfter: 24 * HOUR,
  keep: 30 * 24 * HOUR,
}
