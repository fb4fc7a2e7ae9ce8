import { setTimeout as sleep } from 'node:timers/promises'
import { createEventLog } from '@dateline/event-log'
import { cancelReplay, getReplay, PROJECTIONS, readSnapshot, rollback, startReplay } from '@dateline/projections'
import type { Pool } from 'pg'
import { caughtUp, rebuiltDiffers } from './catch-up.ts'
import { createNewsroom } from './news.ts'
import { startProcess } from './process.ts'
import { type Scenario } from './scenario.ts'
import { startServer } from './server.ts'

const READERS = 3

/** Replays, cancels and ways back one after the other under writes: no reader fails, goes back, or sees half of two builds. */
export const replays: Scenario = async ({ milliseconds, random, tell }) => {
  await using server = await startServer()
  const { pool } = server
  const log = createEventLog({ pool })
  const deps = { pool, log, projections: PROJECTIONS }
  const projector = startProcess('projector-process.ts', [server.url])
  const newsroom = createNewsroom(log, pool, random)
  for (let n = 0; n < 200; n += 1) await newsroom.publish()
  await caughtUp(pool, log)
  const until = performance.now() + milliseconds
  const problems: string[] = []
  const counts = { switched: 0, cancelled: 0, back: 0, reads: 0 }

  const writer = (async () => {
    while (performance.now() < until) {
      await newsroom.publish()
      await sleep(random() * 200)
    }
  })()
  const readers = Array.from({ length: READERS }, async () => {
    let last = 0n
    while (performance.now() < until) {
      try {
        const read = await readAll(pool)
        problems.push(...read.problems)
        if (read.position < last) problems.push(`a reader saw ${read.position} after ${last}`)
        last = read.position
        counts.reads += 1
      } catch (error) {
        problems.push(`a reader failed: ${String(error)}`)
      }
      await sleep(20)
    }
  })
  while (performance.now() < until) {
    const started = await startReplay(deps, 'timeline')
    if (started.status === 'unknown') break
    if (random() < 0.3) {
      await sleep(random() * 1_500)
      if ((await cancelReplay(deps, started.replay.id)).status === 'done') counts.cancelled += 1
    }
    for (let running = true; running && performance.now() < until + 60_000; await sleep(50)) {
      const replay = await getReplay(deps, started.replay.id)
      if (replay?.state === 'failed') problems.push(`a replay failed: ${replay.error}`)
      if (replay?.state === 'active') counts.switched += 1
      running = replay?.state === 'running' || replay?.state === 'caughtUp'
    }
    if (random() < 0.3 && (await rollback(deps, 'timeline')).status === 'done') counts.back += 1
    tell(`${counts.switched} replays, ${counts.cancelled} cancelled, ${counts.back} back, ${counts.reads} reads`)
  }
  await Promise.all([writer, ...readers])
  const failed = projector.failed()
  if (failed !== null) problems.push(failed)
  tell('grown against rebuilt')
  for (const underway of await replaysUnderway(pool)) await cancelReplay(deps, underway)
  problems.push(...(await rebuiltDiffers(pool, log)))
  await projector.kill('SIGKILL')
  await log.close()
  return {
    did: [
      `${counts.switched} replays took over, ${counts.cancelled} cancelled, ${counts.back} ways back`,
      `${counts.reads} readings of whole timelines`,
      `${newsroom.counts().documents} documents meanwhile`,
    ],
    problems: [...new Set(problems)],
  }
}

/** One moment of the timeline, by what must agree within it. */
async function readAll(pool: Pool): Promise<{ position: bigint; problems: string[] }> {
  return readSnapshot(pool, async ({ client, builds }) => {
    const served = builds['timeline']
    if (!served) return { position: 0n, problems: ['a reader found nothing that serves'] }
    const { schema, position } = served
    const { rows } = await client.query<{ newest: bigint | null; dangling: number; open: number }>(
      `SELECT (SELECT max(position) FROM ${schema}.events) AS newest,
              (SELECT count(*)::int FROM ${schema}.reports r WHERE until IS NULL AND event_id IS NOT NULL
               AND NOT EXISTS (SELECT FROM ${schema}.events e WHERE e.event_id = r.event_id AND e.until IS NULL)) AS dangling`,
    )
    const [row] = rows
    const problems: string[] = []
    if ((row?.newest ?? 0n) > position) problems.push(`events of ${row?.newest} at position ${position}`)
    if (row?.dangling) problems.push(`${row.dangling} reports of events that are not there`)
    return { position, problems }
  })
}

async function replaysUnderway(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id::text FROM projections.builds WHERE state IN ('running', 'caughtUp')`,
  )
  return rows.map(({ id }) => id)
}
