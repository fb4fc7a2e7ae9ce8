import { setTimeout as sleep } from 'node:timers/promises'
import { type EncodedAppend, appendAll, encode } from './append.ts'
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
const BATCH = { entries: 2_000, size: 8_000_000 }

/** Waits before a batch is sent again whose connection broke, in milliseconds. */
const RETRIES = [50, 100, 200, 500, 1_000, 2_000, 4_000, 8_000]

/**
 * One statement in flight, and what comes meanwhile leaves together in the next. The log has one counter, so two
 * statements at once would only wait for each other; many appends in one commit is what makes it fast.
 */
export function createAppender(db: Queryable, onAppended: (last: bigint) => void): Appender {
  const waiting: Waiting[] = []
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      // Whoever was just answered gets to append again before the batch closes.
      await new Promise(setImmediate)
      await send(db, takeBatch(waiting), onAppended)
    }
    running = undefined
  }

  return {
    append(append) {
      return new Promise((resolve, reject) => {
        waiting.push({ encoded: encode(append), resolve, reject })
        running ??= run()
      })
    },
    async idle() {
      await running
    },
  }
}

function takeBatch(waiting: Waiting[]): Waiting[] {
  let entries = 0
  let size = 0
  let count = 0
  for (const { encoded } of waiting) {
    entries += encoded.entries.length
    size += encoded.size
    if (count > 0 && (entries > BATCH.entries || size > BATCH.size)) break
    count++
  }
  return waiting.splice(0, count)
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
