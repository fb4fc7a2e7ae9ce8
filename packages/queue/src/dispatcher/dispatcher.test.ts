import { derivedId, documentStream } from '@dateline/domain'
import { createQueueBench, type QueueBench, STORES, until } from '@dateline/test/support/queue.ts'
import { silent } from '@dateline/test/support/silent.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { workJobId } from '../jobs.ts'
import { createDispatcher, type Dispatcher, type DispatcherSettings } from './dispatcher.ts'

describe.each(STORES)('the dispatcher, queue on %s', { timeout: 90_000 }, (kind) => {
  let bench: QueueBench
  let dispatchers: Dispatcher[]
  beforeEach(async () => {
    bench = await createQueueBench(kind)
    dispatchers = []
  })
  afterEach(async () => {
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()))
    await bench[Symbol.asyncDispose]()
  })

  function dispatch(settings: Partial<DispatcherSettings> = {}): Dispatcher {
    const { log, connection, db } = bench
    const dispatcher = createDispatcher({ pool: db.pool, log, queue: connection.queue, logger: silent, settings })
    dispatchers.push(dispatcher)
    dispatcher.start()
    return dispatcher
  }

  const jobs = () => bench.connection.queue.getJobs(['waiting'])
  const annotated = (documentId: string, revision: number) =>
    bench.log.append({
      stream: documentStream(documentId),
      expected: 'any',
      entries: [
        {
          id: derivedId('document.annotated', documentId, revision),
          type: 'document.annotated',
          schemaVersion: 1,
          data: { documentId, revision, engine: { name: 'test', version: '1' }, events: 0 },
        },
      ],
    })
  const pendingCount = async () => {
    const { rows } = await bench.db.pool.query<{ n: bigint }>('select count(*) as n from queue.pending')
    return Number(rows[0]?.n)
  }
  const checkpointIsHead = async () => {
    const { rows } = await bench.db.pool.query<{ position: bigint }>('select position from queue.dispatcher')
    return rows[0]?.position === (await bench.log.head())
  }

  test('puts a job on the queue for each submitted document, once, though two of it run', async () => {
    dispatch({ pageSize: 3 })
    dispatch({ pageSize: 3 })
    await Promise.all(Array.from({ length: 20 }, (_, n) => bench.submitted(`d${n}`, `text ${n}`)))
    await until('all are queued', async () => (await jobs()).length === 20)
    const documents = (await jobs()).map((job) => job.data.documentId as string)
    expect(new Set(documents).size).toBe(20)
  })

  test('puts none for what was annotated before it read so far', async () => {
    await bench.submitted('done', 'text')
    await annotated('done', 1)
    await bench.submitted('open', 'text')
    dispatch()
    await until('one is queued', async () => (await jobs()).length > 0)
    expect((await jobs()).map((job) => job.data.documentId)).toEqual(['open'])
    expect(await pendingCount()).toBe(1)
  })

  test('forgets work that was annotated', async () => {
    await bench.submitted('d', 'text')
    dispatch()
    await until('it is queued', async () => (await jobs()).length === 1)
    await annotated('d', 1)
    await until('the log is read', checkpointIsHead)
    expect(await pendingCount()).toBe(0)
  })

  test('works on the newest revision, whatever becomes of the older one', async () => {
    await bench.submitted('d', 'text')
    dispatch()
    await until('the first is queued', async () => (await jobs()).length === 1)
    await bench.submitted('d', 'text, corrected', 2)
    await annotated('d', 1)
    await until('the second is queued', async () => (await jobs()).length === 2)
    await until('the log is read', checkpointIsHead)
    expect((await jobs()).map((job) => job.data.revision)).toEqual(expect.arrayContaining([1, 2]))
    expect(await pendingCount()).toBe(1)
  })

  test('fills a wiped queue again from the log', async () => {
    for (let n = 0; n < 30; n++) await bench.submitted(`d${n}`, 'text')
    const first = dispatch()
    await until('all are queued', async () => (await jobs()).length === 30)
    await first.stop()
    await bench.wipe()
    expect(await jobs()).toHaveLength(0)
    dispatch({ lookEvery: 100, sweepBatch: 7 })
    await until('all are queued again', async () => (await jobs()).length === 30)
  })

  test('finds a loss that the jobs of others hide', async () => {
    for (let n = 0; n < 5; n++) await bench.submitted(`d${n}`, 'text')
    const first = dispatch()
    await until('all are queued', async () => (await jobs()).length === 5)
    await first.stop()
    await bench.wipe()
    await bench.connection.queue.addBulk(Array.from({ length: 9 }, () => ({ name: 'other', data: 'other' })))
    expect(await jobs()).toHaveLength(9)
    dispatch({ lookEvery: 50, unseenFor: 200 })
    await until('all are queued again', async () => (await jobs()).length === 14)
  })

  test('gives work another job when its job was completed though nothing was appended', async () => {
    const entryId = await bench.submitted('d', 'text')
    dispatch({ lookEvery: 100 })
    const ids: (string | undefined)[] = []
    const worker = bench.connection.createWorker(
      (job) => {
        ids.push(job.id)
        return Promise.resolve()
      },
      { removeOnComplete: { age: 3600 } },
    )
    await until('it was tried under three ids', () => new Set(ids).size >= 3)
    await worker.close()
    const work = { documentId: 'd', revision: 1, entryId }
    expect([...new Set(ids)].slice(0, 3)).toEqual([1, 2, 3].map((attempt) => workJobId({ ...work, attempt })))
  })

  test('gives no other job to work that was just done', async () => {
    const done = Array.from({ length: 40 }, (_, n) => `d${n}`)
    const ids = new Set<string | undefined>()
    const worker = bench.connection.createWorker(
      async (job) => {
        ids.add(job.id)
        await annotated((job.data as { documentId: string }).documentId, 1)
      },
      { concurrency: 4, removeOnComplete: { age: 3600 } },
    )
    await Promise.all(done.map((id) => bench.submitted(id, 'text')))
    // It looks all the time, also in the moment between an append and its reading it.
    dispatch({ lookEvery: 0, unseenFor: 0 })
    await until('all is settled', async () => (await checkpointIsHead()) && (await pendingCount()) === 0)
    await worker.close()
    expect(ids.size).toBe(40)
  })

  test('holds no more on the queue than its window, the oldest first, and goes on as work is done', async () => {
    for (let n = 0; n < 10; n++) await bench.submitted(`d${n}`, 'text')
    dispatch({ window: 4 })
    await until('the window is full', async () => (await jobs()).length === 4)
    await until('the log is read', checkpointIsHead)
    expect((await jobs()).map((job) => job.data.documentId as string).sort()).toEqual(['d0', 'd1', 'd2', 'd3'])
    for (let n = 0; n < 4; n++) await annotated(`d${n}`, 1)
    await until('the next are queued', async () => (await jobs()).length === 8)
  })
})
