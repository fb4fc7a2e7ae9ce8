import { createEventLog } from '@dateline/event-log'
import { createPool, systemClock } from '@dateline/platform'
import { connectQueue, type QueueStore } from '@dateline/queue'
import { createThreadAnnotator } from '../../services/ingest/src/annotator.ts'
import { createIngestWorker } from '../../services/ingest/src/worker.ts'
import { silent } from './silent.ts'

/** An ingest worker with the tests' engine, as a process of its own, to be killed. Says `ready` when it works. */
const { databaseUrl, store } = JSON.parse(process.argv[2] ?? '') as { databaseUrl: string; store: QueueStore }

const pool = createPool({ url: databaseUrl, max: 4 })
const annotator = await createThreadAnnotator({ threads: 2, module: new URL('./engine.ts', import.meta.url) })
createIngestWorker({
  pool,
  log: createEventLog({ pool }),
  annotator,
  submit: () => Promise.reject(new Error('this worker takes no submissions')),
  connection: await connectQueue(store, () => undefined),
  clock: systemClock,
  logger: silent,
  concurrency: 2,
  settings: { lockDuration: 2_000, stalledInterval: 500 },
})
console.log('ready')
