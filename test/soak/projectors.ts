import { setTimeout as sleep } from 'node:timers/promises'
import { createEventLog } from '@dateline/event-log'
import { rebuiltDiffers } from './catch-up.ts'
import { createNewsroom } from './news.ts'
import { startProcess } from './process.ts'
import { type Scenario } from './scenario.ts'
import { startServer } from './server.ts'

const PROJECTORS = 2

/**
 * Projector processes are killed at random, and now and then Postgres with them, while documents and corrections arrive:
 * afterwards the tables are those of a replay of the whole log.
 */
export const projectors: Scenario = async ({ milliseconds, random, tell }) => {
  await using server = await startServer()
  const { pool } = server
  const log = createEventLog({ pool })
  const start = () => startProcess('projector-process.ts', [server.url])
  const running = Array.from({ length: PROJECTORS }, start)
  const newsroom = createNewsroom(log, pool, random)
  const killed = { postgres: 0, projectors: 0 }
  const problems: string[] = []
  let nextKill = performance.now() + 2_000
  const until = performance.now() + milliseconds
  let lost = 0
  while (performance.now() < until) {
    await newsroom.publish().catch(() => (lost += 1))
    await sleep(random() * 60)
    if (performance.now() < nextKill) continue
    nextKill = performance.now() + 500 + random() * 4_000
    if (random() < 0.2) {
      await server.killAndRestart()
      killed.postgres += 1
    } else {
      const index = Math.floor(random() * PROJECTORS)
      await running[index]?.kill('SIGKILL')
      running[index] = start()
      killed.projectors += 1
    }
    for (const [index, projector] of running.entries()) {
      const failed = projector.failed()
      if (failed === null) continue
      problems.push(failed)
      running[index] = start()
    }
    const { documents, corrections } = newsroom.counts()
    tell(`${documents} documents, ${corrections} corrections, ${killed.projectors} + ${killed.postgres} kills`)
  }
  tell('grown against rebuilt')
  problems.push(...(await rebuiltDiffers(pool, log)))
  const head = await log.head()
  await Promise.all(running.map((projector) => projector.kill('SIGKILL')))
  await log.close()
  const { documents, corrections } = newsroom.counts()
  return {
    did: [
      `${documents} documents and ${corrections} corrections, ${head} entries`,
      `projectors killed ${killed.projectors} times`,
      `Postgres killed ${killed.postgres} times, ${lost} readings or appends cut off`,
    ],
    problems,
  }
}
