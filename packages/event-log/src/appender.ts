import { setTimeout as sleep } from 'node:timers/promises'
import { type EncodedAppend, appendAll, encode, keysOf } from './append.ts'
import type { Append, AppendResult, Queryable } from './types.ts'

export interface Appender {
  append: (append: Append) => Promise<AppendResult>
  /** Resolves when nothing waits and nothing is in flight. */
  idle: () => Promise<void>
}

interface Waiting {
  encoded: EncodedAppend
  resolve: (result: AppendResult) => void
  reject: (error: unknown) => void
}

/** What one statement takes at most; a single append may be larger and then goes alone. */
const BATCH = { entries: 400, size: 4_000_000 }

/** From how many waiting entries on a second statement is sent before the first is answered. */
const SECOND = { entries: 100, size: 250_000 }

/** Waits before a batch is sent again whose connection broke, in milliseconds. */
const RETRIES = [50, 100, 200, 500, 1_000, 2_000, 4_000, 8_000]

/**
 * What comes while a statement is in flight leaves together in the next: the log has one counter, so two statements
 * would wait for each other, and many appends in one commit is what makes it fast. Only where much waits a second one is
 * sent: Postgres reads and digests it while the first holds the counter.
 */
export function createAppender(db: Queryable, onAppended: (last: bigint) => void): Appender {
  const waiting: Waiting[] = []
  const inFlight = new Set<readonly Waiting[]>()
  const idlers: (() => void)[] = []
  let pumping = false

  async function pump(): Promise<void> {
    if (pumping) return
    pumping = true
    // Whoever was just answered gets to append again before the batch closes.
    await new Promise(setImmediate)
    pumping = false
    while (inFlight.size === 0 || (inFlight.size === 1 && isMuch(waiting))) {
      const batch = takeBatch(waiting, inFlight)
      if (batch.length === 0) break
      inFlight.add(batch)
      void send(db, batch, onAppended).then(() => {
        inFlight.delete(batch)
        return pump()
      })
    }
    if (inFlight.size === 0) for (const wake of idlers.splice(0)) wake()
  }

  return {
    append(append) {
      return new Promise((resolve, reject) => {
        waiting.push({ encoded: encode(append), resolve, reject })
        void pump()
      })
    },
    idle() {
      return new Promise((resolve) => {
        idlers.push(resolve)
        void pump()
      })
    },
  }
}

function isMuch(waiting: readonly Waiting[]): boolean {
  let entries = 0
  let size = 0
  return waiting.some(({ encoded }) => {
    entries += encoded.entries.length
    size += encoded.size
    return entries >= SECOND.entries || size >= SECOND.size
  })
}

/**
 * From the front, but nothing that shares a stream or an id with what is in flight, nor with what had to stay for that
 * reason: which of two statements comes first is not known before they are answered.
 */
function takeBatch(waiting: Waiting[], inFlight: ReadonlySet<readonly Waiting[]>): Waiting[] {
  const busy = new Set([...inFlight].flatMap((batch) => batch.flatMap(({ encoded }) => keysOf(encoded.append))))
  const batch: Waiting[] = []
  const staying: Waiting[] = []
  let entries = 0
  let size = 0
  for (const [n, one] of waiting.entries()) {
    entries += one.encoded.entries.length
    size += one.encoded.size
    if (batch.length > 0 && (entries > BATCH.entries || size > BATCH.size)) {
      staying.push(...waiting.slice(n))
      break
    }
    const keys = busy.size === 0 ? [] : keysOf(one.encoded.append)
    if (keys.some((key) => busy.has(key))) {
      for (const key of keys) busy.add(key)
      staying.push(one)
    } else batch.push(one)
  }
  waiting.splice(0, waiting.length, ...staying)
  return batch
}

async function send(db: Queryable, batch: readonly Waiting[], onAppended: (last: bigint) => void): Promise<void> {
  try {
    const results = await sendSurely(
      db,
      batch.map(({ encoded }) => encoded),
    )
    const last = lastPosition(results)
    if (last !== null) onAppended(last)
    batch.forEach(({ resolve, reject }, n) => {
      const result = results[n]
      if (result === undefined) reject(new Error('the log gave no result for an append'))
      else resolve(result)
    })
  } catch (error) {
    // One that the database refuses takes its neighbours with it; alone, each gets what is its own.
    if (batch.length > 1 && !isConnectionError(error)) for (const one of batch) await send(db, [one], onAppended)
    else for (const { reject } of batch) reject(error)
  }
}

/**
 * A connection that breaks leaves open whether the batch was committed. Sending it again is right in both cases: what
 * stands already is recognised by its ids.
 */
async function sendSurely(db: Queryable, appends: readonly EncodedAppend[]): Promise<AppendResult[]> {
  for (const wait of RETRIES) {
    try {
      return await appendAll(db, appends)
    } catch (error) {
      if (!isConnectionError(error)) throw error
      await sleep(wait)
    }
  }
  return appendAll(db, appends)
}

function lastPosition(results: readonly AppendResult[]): bigint | null {
  let last: bigint | null = null
  for (const result of results) {
    const position = result.status === 'appended' ? result.positions.at(-1) : undefined
    if (position !== undefined && (last === null || position > last)) last = position
  }
  return last
}

/** Connection exceptions (class 08), a server that shuts down or starts (57P), and what the socket itself says. */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string') return /^(?:08|57P0[1-3]|ECONN|EPIPE|ETIMEDOUT)/.test(code)
  return /^Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    error.message,
  )
}
