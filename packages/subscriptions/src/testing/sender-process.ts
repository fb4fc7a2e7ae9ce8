import { randomUUID } from 'node:crypto'
import { createEventLog } from '@dateline/event-log'
import { createPool } from '@dateline/platform'
import { silent } from '@dateline/test/support/silent.ts'
import { startSender } from '../sending/sender.ts'

/** A sender in a process of its own, to be killed: the database's URL is its argument. */
const pool = createPool({ url: process.argv[2]!, max: 4 })
startSender({
  pool,
  log: createEventLog({ pool }),
  logger: silent,
  clock: () => new Date(),
  newId: randomUUID,
  allowPrivate: true,
  settings: { lease: 1_000, timeout: 800, firstPause: 20, growth: 1, batch: 3 },
})
process.stdout.write('sending\n')
