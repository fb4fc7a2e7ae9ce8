import { setTimeout as sleep } from 'node:timers/promises'
import { createEventLog } from '@dateline/event-log'
import { startProcess } from './process.ts'
import { oneOf, type Scenario } from './scenario.ts'
import { startServer } from './server.ts'
import { problemsOf } from './verify.ts'

const PROCESSES = 3

/** `kill -9` of Postgres and of appending processes under load: all that was acknowledged is there, and nothing twice. */
export const kills: Scenario = async ({ milliseconds, random, tell }) => {
  await using server = await startServer()
  const acknowledged = new Map<string, bigint>()
  const problems: string[] = []
  const hear = (line: string) => {
    const [id = '', position = ''] = line.split(' ')
    const before = acknowledged.get(id)
    if (before !== undefined && before !== BigInt(position)) problems.push(`${id}: ${before}, then ${position}`)
    acknowledged.set(id, BigInt(position))
  }
  const start = (index: number) => startProcess('append-process.ts', [server.url, `writer${index}`], hear)
  const writers = Array.from({ length: PROCESSES }, (_, index) => start(index))
  const killed = { postgres: 0, processes: 0 }
  const until = performance.now() + milliseconds
  while (performance.now() < until) {
    await sleep(500 + random() * 2_500)
    const index = oneOf(random, [...writers.keys()]) ?? 0
    if (random() < 0.4) {
      await server.killAndRestart()
      killed.postgres += 1
    } else {
      await writers[index]?.kill('SIGKILL')
      writers[index] = start(index)
      killed.processes += 1
    }
    for (const [other, writer] of writers.entries()) {
      const failed = writer.failed()
      if (failed === null) continue
      problems.push(failed)
      writers[other] = start(other)
    }
    tell(`${acknowledged.size} acknowledged, ${killed.postgres} + ${killed.processes} kills`)
  }
  await Promise.all(writers.map((writer) => writer.kill('SIGKILL')))
  const log = createEventLog({ pool: server.pool })
  problems.push(...(await problemsOf(log, acknowledged)))
  await log.close()
  return {
    did: [
      `${acknowledged.size} appends acknowledged`,
      `Postgres killed ${killed.postgres} times`,
      `appending processes killed ${killed.processes} times`,
    ],
    problems,
  }
}
