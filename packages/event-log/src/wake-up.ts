import { Client, type Pool } from 'pg'

export interface WakeUp {
  /** The log is known to reach this position; tells the followers here, and soon those of other processes. */
  appended: (position: bigint) => void
  /** The log has grown, how far is to be looked up. */
  wake: () => void
  /** Resolves when the log is known to reach beyond a position, or it is time to look, or the signal aborts. */
  waitBeyond: (position: bigint, signal?: AbortSignal) => Promise<void>
  close: () => Promise<void>
}

const CHANNEL = 'dateline_log'

/** Other processes are told at most this often, in milliseconds: many appends by one wake-up. */
const PAUSE = 20

/** Nobody relies on being told. How long a follower waits before it looks by itself, in milliseconds. */
const POLL = { least: 50, most: 500 }

/** How long after a break the listening connection is made again, in milliseconds. */
const RECONNECT = 1_000

/**
 * NOTIFY takes a lock of the whole database server at commit, so it is sent after the append, by itself, and not more
 * often than needed.
 */
export function createWakeUp(pool: Pool): WakeUp {
  let known = 0n
  let changedAt = Date.now()
  let pending: NodeJS.Timeout | undefined
  let toldAt = 0
  let telling: Promise<void> = Promise.resolve()
  let closed = false
  const waiters = new Set<() => void>()
  const listener = createListener(pool, learn)

  function learn(position: bigint): void {
    if (position <= known) return
    known = position
    changedAt = Date.now()
    for (const wake of waiters) wake()
  }

  function tellOthers(): void {
    if (closed || pending !== undefined) return
    pending = setTimeout(
      () => {
        pending = undefined
        toldAt = Date.now()
        telling = pool.query<{ position: string }>(TELL).then(
          ({ rows }) => learn(BigInt(rows[0]?.position ?? 0)),
          // They poll.
          () => undefined,
        )
      },
      Math.max(0, toldAt + PAUSE - Date.now()),
    )
  }

  return {
    appended(position) {
      learn(position)
      tellOthers()
    },
    wake: tellOthers,
    waitBeyond(position, signal) {
      if (known > position || signal?.aborted || closed) return Promise.resolve()
      listener.start()
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer)
          waiters.delete(done)
          signal?.removeEventListener('abort', done)
          resolve()
        }
        // The longer the log has been quiet, the longer it may be so.
        const timer = setTimeout(done, Math.min(POLL.most, Math.max(POLL.least, Date.now() - changedAt)))
        waiters.add(done)
        signal?.addEventListener('abort', done)
      })
    },
    async close() {
      closed = true
      clearTimeout(pending)
      for (const wake of waiters) wake()
      await telling
      await listener.close()
    },
  }
}

const TELL = `SELECT position::text, pg_notify('${CHANNEL}', position::text) FROM log.head`

/** A connection of its own: one of the pool's would be missing there for ever. */
function createListener(pool: Pool, learn: (position: bigint) => void) {
  let client: Client | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false

  function start(): void {
    if (closed || client !== undefined || retry !== undefined) return
    const mine = new Client({ ...pool.options, application_name: 'dateline log listener' })
    client = mine
    const broken = () => {
      if (client !== mine) return
      client = undefined
      if (!closed) retry = setTimeout(again, RECONNECT)
    }
    mine.on('error', broken)
    mine.on('end', broken)
    mine.on('notification', ({ payload }) => {
      if (payload !== undefined && /^\d+$/.test(payload)) learn(BigInt(payload))
    })
    mine
      .connect()
      .then(() => mine.query(`LISTEN ${CHANNEL}`))
      .catch(() => {
        broken()
        return mine.end().catch(() => undefined)
      })
  }

  function again(): void {
    retry = undefined
    start()
  }

  return {
    start,
    async close() {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}
