import { setTimeout as sleep } from 'node:timers/promises'
import { createEventLog } from '@dateline/event-log'
import type { Scenario } from './scenario.ts'
import { startServer } from './server.ts'
import { problemsOf } from './verify.ts'

const WRITERS = 16

/**
 * Transactions that commit some time after they appended, or roll back, while an unrelated one idles with a number of
 * its own: a follower sees every committed entry once, in order, without a hole.
 */
export const order: Scenario = async ({ milliseconds, random, tell }) => {
  await using server = await startServer()
  const { pool } = server
  const log = createEventLog({ pool })
  const idle = await pool.connect()
  await idle.query('BEGIN; CREATE TEMP TABLE idle ON COMMIT DROP AS SELECT pg_current_xact_id()')
  const problems: string[] = []
  const ended = new AbortController()
  const at = { position: 0n }
  const seen: string[] = []
  const follower = (async () => {
    for await (const page of log.follow({ after: 0n, signal: ended.signal, pageSize: 50 })) {
      for (const entry of page) {
        if (entry.position !== at.position + 1n) problems.push(`${entry.position} was seen after ${at.position}`)
        at.position = entry.position
        seen.push(entry.id)
      }
    }
  })()
  const committed = new Set<string>()
  let rolledBack = 0
  const until = performance.now() + milliseconds
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      const client = await pool.connect()
      for (let n = 0; performance.now() < until; n += 1) {
        const id = `${writer}-${n}`
        await client.query('BEGIN')
        await log.appendIn(client, [
          { stream: `stream-${id}`, expected: 'none', entries: [{ id, type: 'thing', schemaVersion: 1, data: {} }] },
        ])
        await sleep(random() * 12)
        const keep = random() > 0.1
        await client.query(keep ? 'COMMIT' : 'ROLLBACK')
        if (keep) committed.add(id)
        else rolledBack += 1
        if (n % 10 === 0) log.wake()
        if (writer === 0) tell(`${committed.size} committed`)
      }
      client.release()
    }),
  )
  const head = await log.head()
  for (let waits = 0; at.position < head && waits < 200; waits += 1) await sleep(50)
  ended.abort()
  await follower
  await idle.query('ROLLBACK')
  idle.release()
  if (new Set(seen).size !== seen.length) problems.push('an entry was seen twice')
  const missed = [...committed].filter((id) => !new Set(seen).has(id))
  if (missed.length > 0) problems.push(`${missed.length} committed entries were never seen, such as ${missed[0]}`)
  if (seen.length !== committed.size) problems.push(`${committed.size} were committed, ${seen.length} seen`)
  problems.push(...(await problemsOf(log, new Map())))
  await log.close()
  return { did: [`${committed.size} transactions committed late`, `${rolledBack} rolled back`], problems }
}
