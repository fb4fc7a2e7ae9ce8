import type { Logger } from '@dateline/platform'
import { ALL_OF_ENTRY, type FeedPoint, type Filters, matchChanges, type ServedBuild } from '@dateline/projections'
import type { Response } from 'express'
import type { Pool } from 'pg'
import type { Feed } from './feed.ts'

export interface StreamDeps {
  pool: Pool
  feed: Feed
  logger: Logger
  /** A client that takes nothing for so long while something waits for it is cut off; it resumes where it was. */
  patienceMs?: number
}

/** A proxy that hears nothing for a minute hangs up. */
const HEARTBEAT_MS = 15_000

const PATIENCE_MS = 30_000

/** Writes changes to a response from a point on, until either side ends it. The head is sent already. */
export function stream(
  { pool, feed, logger, patienceMs = PATIENCE_MS }: StreamDeps,
  response: Response,
  { filters, from, build }: { filters: Filters; from: FeedPoint; build: ServedBuild },
): void {
  const key = JSON.stringify(filters)
  let point = from
  let version = build.version
  let running = false
  let again = false
  let ended = false

  async function tellAll(): Promise<void> {
    for (;;) {
      const at = `${point.position}-${point.n} ${key}`
      const matches = await feed.shared(at, () => matchChanges(pool, filters, point))
      if (ended || !matches) return
      if (matches.build.version !== version) {
        // Other code has made these tables: what the client knows under an id may be another event in them.
        version = matches.build.version
        point = { position: matches.build.position, n: ALL_OF_ENTRY }
        await write(`id: ${point.position}-${point.n}\nevent: resync\ndata: {"reason":"rebuilt"}\n\n`)
        continue
      }
      point = matches.through
      const text = matches.rows.map(({ position, n, json }) => `id: ${position}-${n}\ndata: ${json}\n\n`).join('')
      if (text !== '') await write(text)
      if (matches.level) return
    }
  }

  async function run(): Promise<void> {
    if (running) {
      again = true
      return
    }
    running = true
    try {
      do {
        again = false
        await tellAll()
      } while (again)
    } catch (error) {
      // The client comes back with the last id that it got, so nothing is lost.
      logger.warn({ err: error }, 'a stream broke off')
      end()
    } finally {
      running = false
    }
  }

  /** Resolves when the client has taken most of it. */
  async function write(text: string): Promise<void> {
    if (ended || response.write(text)) return
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(late)
        response.off('drain', done).off('close', done)
        resolve()
      }
      const late = setTimeout(() => {
        response.destroy()
        done()
      }, patienceMs)
      response.once('drain', done).once('close', done)
    })
  }

  function end(): void {
    if (ended) return
    ended = true
    clearInterval(heartbeat)
    leave()
    response.end()
  }

  const heartbeat = setInterval(() => {
    // Nothing is added to what waits already.
    if (!response.writableNeedDrain) response.write(': still here\n\n')
  }, HEARTBEAT_MS)
  const leave = feed.follow({ moved: () => void run(), end })
  response.once('close', end).on('error', end)
  void run()
}
