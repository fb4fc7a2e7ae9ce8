import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql'
import { type Load, measure, payload } from './workload.ts'

const store = getPostgreSQLEventStore(process.argv[2] ?? '')

const append = (name: string, entries: number) =>
  store.appendToStream(
    name,
    Array.from({ length: entries }, (_, n) => ({ type: 'election', data: payload(n) })),
    { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' },
  )

// The first append makes its schema.
await append(`first-${process.pid}`, 1)
process.send?.(0)
process.on('message', (load: Load) => {
  void measure(append, load).then((rate) => process.send?.(rate))
})
process.on('disconnect', () => {
  void store.close().finally(() => process.exit())
})
