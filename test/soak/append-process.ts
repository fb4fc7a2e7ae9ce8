import { setTimeout as sleep } from 'node:timers/promises'
import { createEventLog } from '@dateline/event-log'
import { createPool } from '@dateline/platform'

/** Eight writers that append without end, each from its stream's beginning, and say the ids that the log answered for. */
const [url = '', name = ''] = process.argv.slice(2)
const pool = createPool({ url, max: 4 })
// What breaks is said by the append, which tries again.
pool.on('error', () => undefined)
const log = createEventLog({ pool })
await Promise.all(
  Array.from({ length: 8 }, async (_, writer) => {
    const stream = `${name}-${writer}`
    // What the process before had appended, with or without hearing of it.
    const begin = await versionOf(stream)
    for (let n = Math.max(0, begin - 20); ; n += 1) {
      const id = `${stream}-${n}`
      const entries = [{ id, type: 'thing', schemaVersion: 1, data: { n } }]
      const result = await log.append({ stream, expected: n, entries })
      if (result.status === 'conflict') throw new Error(`conflict at ${id}`)
      process.stdout.write(`${id} ${result.positions[0]}\n`)
    }
  }),
)

/** Asked until Postgres is there to answer. */
async function versionOf(stream: string): Promise<number> {
  for (;;) {
    try {
      return await log.streamVersion(stream)
    } catch {
      await sleep(100)
    }
  }
}
