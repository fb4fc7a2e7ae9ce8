import { createQueueBench, STORES, until } from '@dateline/test/support/queue.ts'
import { silent } from '@dateline/test/support/silent.ts'
import { describe, expect, test } from 'vitest'
import { createDispatcher } from './dispatcher/dispatcher.ts'
import { isProcessing } from './processing.ts'

describe.each(STORES)('a document, queue on %s', { timeout: 60_000 }, (kind) => {
  test('is being processed while a worker has its job, and neither before nor for other documents', async () => {
    await using bench = await createQueueBench(kind)
    const deps = { pool: bench.db.pool, queue: bench.connection.queue }
    await bench.submitted('d1', 'One text.')
    await bench.submitted('d2', 'Another text.')
    const dispatcher = createDispatcher({ ...deps, log: bench.log, logger: silent })
    dispatcher.start()
    await until('both are queued', async () => (await deps.queue.getJobCounts('waiting'))['waiting'] === 2)
    expect(await isProcessing(deps, 'd1')).toBe(false)

    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    const worker = bench.connection.createWorker(() => released, { concurrency: 1 })
    await until('one is taken', async () => (await deps.queue.getJobCounts('active'))['active'] === 1)
    const active = await deps.queue.getJobs(['active'])
    const [taken = ''] = active.map((job) => (job.data as { documentId: string }).documentId)
    expect(await isProcessing(deps, taken)).toBe(true)
    expect(await isProcessing(deps, taken === 'd1' ? 'd2' : 'd1')).toBe(false)
    release()
    await worker.close()
    await dispatcher.stop()
  })
})
