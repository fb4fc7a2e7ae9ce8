import { fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createEventLog } from '@dateline/event-log'
import { createLogger, createPool, migrate } from '@dateline/platform'
import { positions, PROJECTIONS, startProjector } from '@dateline/projections'
import { newsDocument } from './news.ts'
import type { TimelineMade } from './timeline-process.ts'

export interface TimelineFigures {
  entries: number
  /** Entries a second, indexes included */
  rate: number
  /** Mebibytes of the projector's process: before, then at each tenth */
  memory: readonly number[]
  /** Milliseconds from an append's answer to its events in the timeline, nothing else going on */
  visible: { p50: number; p99: number }
}

/** The timeline made of a long log by a projector, and then kept up with it. `url` is of an empty database. */
export async function benchTimeline(
  url: string,
  { entries, appends }: { entries: number; appends: number },
  tell: (what: string) => void,
): Promise<TimelineFigures> {
  const pool = createPool({ url, max: 6 })
  await migrate(pool)
  const log = createEventLog({ pool })
  let documents = 0
  while (Number(await log.head()) < entries) {
    tell(`news, ${await log.head()} of ${entries}`)
    await Promise.all(Array.from({ length: 100 }, () => log.append(newsDocument(documents++))))
  }
  await pool.query('VACUUM ANALYZE log.entries')
  tell('making the timeline')
  const total = Number(await log.head())
  const { seconds, memory } = await makeTimeline(url)
  const projector = startProjector({
    pool,
    log,
    projections: PROJECTIONS,
    logger: createLogger({ logLevel: 'warn' }, 'bench'),
  })
  const waits: number[] = []
  for (let n = 0; n < appends; n += 1) {
    tell(`appends to be seen, ${n} of ${appends}`)
    const result = await log.append(newsDocument(documents++))
    const answered = performance.now()
    const last = result.status === 'appended' ? (result.positions.at(-1) ?? 0n) : 0n
    while (((await positions(pool))['timeline']?.position ?? 0n) < last) await sleep(1)
    waits.push(performance.now() - answered)
    await sleep(30)
  }
  await projector.stop()
  await log.close()
  await pool.end()
  waits.sort((a, b) => a - b)
  const at = (share: number) => waits[Math.floor((waits.length - 1) * share)] ?? Number.NaN
  return { entries: total, rate: total / seconds, memory, visible: { p50: at(0.5), p99: at(0.99) } }
}

function makeTimeline(url: string): Promise<TimelineMade> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'timeline-process.ts'), [url])
    child.once('message', (made: TimelineMade) => resolve(made))
    child.once('exit', () => reject(new Error('the projector ended before the timeline was there')))
  })
}
