import { createEventLog } from '@dateline/event-log'
import { createPool } from '@dateline/platform'
import { step } from '../engine/step.ts'
import { toyProjection } from './toy.ts'

/** A projector process of its own, that folds one page and takes its time before it writes; it tells both. */
const pool = createPool({ url: process.argv[2] ?? '', max: 2 })
const log = createEventLog({ pool })
const projection = toyProjection()
const slow: typeof projection = {
  ...projection,
  async open(...args) {
    const page = await projection.open(...args)
    return {
      ...page,
      async write() {
        process.stdout.write('folded\n')
        await new Promise((resolve) => setTimeout(resolve, 1000))
        await page.write()
      },
    }
  },
}
const result = await step({ pool, log, idleMs: 2000 }, slow, { states: ['active'], limit: 100, mode: 'strict' }).catch(
  (error: Error) => ({ status: error.name }),
)
process.stdout.write(`${result.status}\n`)
await log.close()
await pool.end()
