import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Annotation, SourceDocument } from '@dateline/domain'
import {
  createDispatcher,
  type Dispatcher,
  listDeadLetters,
  retryDeadLetter,
  type Submission,
  WORK_JOB,
} from '@dateline/queue'
import { createQueueBench, cutConnections, type QueueBench, STORES, until } from '@dateline/test/support/queue.ts'
import { silent } from '@dateline/test/support/silent.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createThreadAnnotator } from './annotator.ts'
import type { Annotator, Submitted } from './process.ts'
import { createIngestWorker, type IngestDeps, type IngestWorker } from './worker.ts'

const support = (file: string) => fileURLToPath(new URL(`../../../test/support/${file}`, import.meta.url))
const engine = { name: 'test', version: '1' }

function annotationOf({ id, body }: SourceDocument): Annotation {
  const span = { start: 0, end: body.length, text: body }
  const event: Annotation['events'][number] = {
    type: 'protest',
    trigger: span,
    evidence: [span],
    date: { edtf: 'unknown', precision: 'unknown', basis: 'none', expression: null },
    participants: [],
    place: null,
    attributes: {},
    realis: 'actual',
    assertedBy: null,
    confidence: 0.5,
  }
  return { id, engine, sentences: [span], timexes: [], mentions: [], attributions: [], events: [event, event] }
}

/** Annotates at once, unless told otherwise. */
function annotatorOf(
  annotate: Annotator['annotate'] = (document) => Promise.resolve(annotationOf(document)),
): Annotator {
  return { engine, annotate }
}

describe.each(STORES)('the ingest worker, queue on %s', { timeout: 90_000 }, (kind) => {
  let bench: QueueBench
  let workers: IngestWorker[]
  let dispatcher: Dispatcher

  beforeEach(async () => {
    bench = await createQueueBench(kind)
    workers = []
    const { log, connection, db } = bench
    dispatcher = createDispatcher({
      pool: db.pool,
      log,
      queue: connection.queue,
      logger: silent,
      settings: { lookEvery: 200, sweepBatch: 20 },
      retry,
    })
  })
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.close(0)))
    await dispatcher.stop()
    await bench[Symbol.asyncDispose]()
  })

  const retry = { attempts: 3, delay: 100, jitter: 0 }

  function work(annotator = annotatorOf(), more: Partial<IngestDeps> = {}): IngestWorker {
    const worker = createIngestWorker({
      pool: bench.db.pool,
      log: bench.log,
      annotator,
      submit: () => Promise.reject(new Error('no submissions here')),
      connection: bench.connection,
      clock: () => new Date(),
      logger: silent,
      concurrency: 4,
      retry,
      settings: { lockDuration: 2_000, stalledInterval: 500, collectEvery: 100, outagePause: 100 },
      ...more,
    })
    workers.push(worker)
    return worker
  }

  const annotated = async () => (await bench.all('document.annotated')).length
  const letters = () => listDeadLetters(bench.db.pool, { limit: 100 })
  const pending = async () => (await bench.db.pool.query('select from queue.pending')).rowCount
  const isDone = async (documents: number) => (await annotated()) >= documents && (await pending()) === 0

  test('turns a document into its annotation and one entry an event', async () => {
    dispatcher.start()
    work()
    await bench.submitted('d', 'People marched.')
    await until('it is annotated', () => isDone(1))
    expect(await bench.types('d')).toEqual(['document.submitted', 'document.annotated', 'protest', 'protest'])
    const [annotation] = await bench.all('document.annotated')
    expect(annotation?.data).toMatchObject({ documentId: 'd', revision: 1, engine, events: 2, sentences: [[0, 15]] })
  })

  test('appends once what is done many times at once', async () => {
    const entryId = await bench.submitted('d', 'People marched.')
    const jobs = Array.from({ length: 12 }, (_, n) => ({ documentId: 'd', revision: 1, entryId, attempt: n + 1 }))
    await bench.connection.queue.addBulk(jobs.map((data) => ({ name: WORK_JOB, data })))
    const outcomes: string[] = []
    const slowly = annotatorOf(async (document) => {
      await sleep(50)
      return annotationOf(document)
    })
    work(slowly, { onJob: ({ outcome }) => outcomes.push(outcome) })
    work(slowly, { onJob: ({ outcome }) => outcomes.push(outcome) })
    await until('all are done', () => outcomes.length === 12)
    expect(outcomes.filter((outcome) => outcome === 'annotated')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'already')).toHaveLength(11)
    expect(await bench.types('d')).toHaveLength(4)
  })

  test('leaves a revision to its successor that comes while it is annotated', async () => {
    const bodies: string[] = []
    work(
      annotatorOf(async (document) => {
        bodies.push(document.body)
        if (document.body === 'old') {
          await bench.submitted('d', 'new', 2)
          await sleep(300)
        }
        return annotationOf(document)
      }),
    )
    await bench.submitted('d', 'old')
    dispatcher.start()
    await until('the new one is annotated', () => isDone(1))
    await until(
      'the old one is through',
      async () => (await bench.connection.queue.getJobCounts('active'))['active'] === 0,
    )
    expect(bodies).toEqual(['old', 'new'])
    expect((await bench.all('document.annotated')).map(({ data }) => data)).toMatchObject([{ revision: 2 }])
  })

  test('tries again after growing pauses, then keeps document, error and attempts', async () => {
    const starts: number[] = []
    work(
      annotatorOf(() => {
        starts.push(performance.now())
        return Promise.reject(new Error('no luck'))
      }),
    )
    dispatcher.start()
    await bench.submitted('d', 'text')
    await until('it was given up', async () => (await letters()).length === 1)
    const [first = 0, second = 0, third = 0] = starts
    expect(starts).toHaveLength(3)
    expect(second - first).toBeGreaterThanOrEqual(95)
    expect(third - second).toBeGreaterThanOrEqual(195)
    expect(await letters()).toMatchObject([
      { documentId: 'd', revision: 1, error: 'no luck', attempts: 3, state: 'open' },
    ])
    expect((await bench.all('document.failed')).map(({ data }) => data)).toMatchObject([
      { error: 'no luck', attempts: 3 },
    ])
    await until('the work is settled', async () => (await pending()) === 0)
  })

  test('does a dead letter that is retried', async () => {
    let healthy = false
    work(
      annotatorOf((document) =>
        healthy ? Promise.resolve(annotationOf(document)) : Promise.reject(new Error('no luck')),
      ),
    )
    dispatcher.start()
    await bench.submitted('d', 'text')
    await until('it was given up', async () => (await letters()).length === 1)
    healthy = true
    const [letter] = await letters()
    const deps = { pool: bench.db.pool, queue: bench.connection.queue, clock: () => new Date() }
    expect(await retryDeadLetter(deps, letter?.id ?? '')).toMatchObject({ status: 'retried' })
    await until('it is annotated', () => isDone(1))
    expect(await bench.types('d')).toEqual([
      'document.submitted',
      'document.failed',
      'document.annotated',
      'protest',
      'protest',
    ])
  })

  test('makes a dead letter of what does not parse, at its first try', async () => {
    work()
    await bench.connection.queue.add('news', { title: 'no source' }, { attempts: 5 })
    await until('it is buried', async () => (await letters()).length === 1)
    expect(await letters()).toMatchObject([
      { documentId: null, payload: { title: 'no source' }, attempts: 1, error: expect.stringContaining('source') },
    ])
  })

  test('spends no try on a database that is away', async () => {
    let outages = 5
    const append: QueueBench['log']['append'] = (request) => {
      if (outages-- > 0) return Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))
      return bench.log.append(request)
    }
    work(annotatorOf(), { log: { ...bench.log, append }, settings: { outagePause: 20, collectEvery: 100 } })
    dispatcher.start()
    await bench.submitted('d', 'text')
    await until('it is annotated', () => isDone(1))
    expect(await letters()).toEqual([])
  })

  test('gives back at its end what does not finish in the time of grace, and another one does it', async () => {
    let began = false
    const stuck = annotatorOf((_, signal) => {
      began = true
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
    })
    const first = work(stuck)
    dispatcher.start()
    await bench.submitted('d', 'text')
    await until('it is in hand', () => began)
    await first.close(50)
    expect(await annotated()).toBe(0)
    const [job] = await bench.connection.queue.getJobs(['waiting'])
    expect(job?.attemptsMade).toBe(0)
    work()
    await until('it is annotated', () => isDone(1))
    expect(await letters()).toEqual([])
  })

  test('finishes what is in hand when it is closed', async () => {
    let began = false
    const first = work(
      annotatorOf(async (document) => {
        began = true
        await sleep(300)
        return annotationOf(document)
      }),
    )
    dispatcher.start()
    await bench.submitted('d', 'text')
    await until('it is in hand', () => began)
    await first.close()
    expect(await annotated()).toBe(1)
  })

  test('keeps hold of a document that keeps the engine busy for longer than its lock lasts', async () => {
    const module = new URL('../../../test/support/engine.ts', import.meta.url)
    const annotator = await createThreadAnnotator({ threads: 1, module })
    let runs = 0
    const counting = annotatorOf((document, signal) => {
      runs++
      return annotator.annotate(document, signal)
    })
    const settings = { lockDuration: 1_200, stalledInterval: 300 }
    work(counting, { settings })
    work(counting, { settings })
    dispatcher.start()
    await bench.submitted('d', 'busy 3500')
    await until('it is annotated', () => isDone(1))
    expect(runs).toBe(1)
    await annotator.close()
  })

  test('takes over within seconds from a worker that was killed in the middle of a job', async () => {
    const options = { databaseUrl: bench.db.url, store: bench.store }
    const child = spawn(process.execPath, [support('ingest-process.ts'), JSON.stringify(options)])
    await once(child.stdout, 'data')
    dispatcher.start()
    await bench.submitted('d', 'busy 60000')
    await until('it is in hand', async () => (await bench.connection.queue.getJobCounts('active'))['active'] === 1)
    const died = once(child, 'exit')
    child.kill('SIGKILL')
    await died
    work()
    await until('it is annotated', () => isDone(1))
    expect(await bench.types('d')).toHaveLength(4)
    expect(await letters()).toEqual([])
  })

  test('does each document once, though the queue is wiped again and again', async () => {
    dispatcher.start()
    const slowly = annotatorOf(async (document) => {
      await sleep(20)
      return annotationOf(document)
    })
    work(slowly)
    const ids = Array.from({ length: 60 }, (_, n) => `d${n}`)
    await Promise.all(ids.map((id) => bench.submitted(id, `text of ${id}`)))
    for (let wipes = 0; wipes < 3; wipes++) {
      await until('some are done', async () => (await annotated()) > wipes * 10)
      await bench.wipe()
    }
    await until('all are done', () => isDone(60))
    const documents = (await bench.all('document.annotated')).map(
      ({ data }) => (data as { documentId: string }).documentId,
    )
    expect(new Set(documents).size).toBe(60)
    expect(documents).toHaveLength(60)
    expect(await letters()).toEqual([])
  })

  test('does each document once, though the database and the queue are restarted in the middle', async () => {
    dispatcher.start()
    work(
      annotatorOf(async (document) => {
        await sleep(20)
        return annotationOf(document)
      }),
    )
    const ids = Array.from({ length: 40 }, (_, n) => `d${n}`)
    await Promise.all(ids.map((id) => bench.submitted(id, `text of ${id}`)))
    for (let cuts = 0; cuts < 3; cuts++) {
      await until('some are done', async () => (await annotated()) > cuts * 8)
      await cutConnections(bench.db.url)
      await bench.restart()
    }
    await until('all are done', () => isDone(40).catch(() => false))
    expect(await annotated()).toBe(40)
    expect(await letters()).toEqual([])
  })

  test('gives up a job that its workers did not survive', async () => {
    const entryId = await bench.submitted('d', 'text')
    await bench.connection.queue.add(WORK_JOB, { documentId: 'd', revision: 1, entryId, attempt: 1 }, { attempts: 9 })
    // As good as dead: it takes the job, never renews its lock and never ends.
    const dying = bench.connection.createWorker(() => new Promise(() => undefined), {
      concurrency: 9,
      lockDuration: 100,
      skipLockRenewal: true,
      stalledInterval: 100,
      maxStalledCount: 2,
    })
    await until('it is failed', async () => (await bench.connection.queue.getJobs(['failed'])).length === 1)
    await dying.close(true)
    work()
    await until('it is buried', async () => (await letters()).length === 1)
    expect(await letters()).toMatchObject([{ documentId: 'd', error: 'job stalled more than allowable limit' }])
    expect(await bench.types('d')).toEqual(['document.submitted', 'document.failed'])
  })

  test('takes submissions of a producer that knows BullMQ alone', async () => {
    const seen: Submission[] = []
    let calls = 0
    work(annotatorOf(), {
      submit(submission): Promise<Submitted> {
        // Such a producer asks for no second try; it gets one.
        if (++calls === 1) return Promise.reject(new Error('once is no luck'))
        if (!('title' in submission.document))
          return Promise.resolve({ status: 'rejected', errors: [{ pointer: '/title', message: 'is missing' }] })
        seen.push(submission)
        return Promise.resolve({ status: 'accepted', documentId: 'd', revision: 1, duplicate: false })
      },
    })
    const jobs = [{ source: 'wire', document: { title: 'Roads closed' } }, { source: 'wire', document: {} }, 'nonsense']
    await promisify(execFile)(process.execPath, [
      support('producer-process.ts'),
      JSON.stringify(bench.store),
      JSON.stringify(jobs),
    ])
    await until('one is in, two are buried', async () => seen.length === 1 && (await letters()).length === 2)
    expect(seen).toEqual([jobs[0]])
    expect((await letters()).map(({ error }) => error).sort((one, other) => one.length - other.length)).toEqual([
      '/title: is missing',
      expect.stringContaining('not {"source": "…", "document": {…}}'),
    ])
  })

  test('takes the words out of a submission whose document was erased, and does not try it again', async () => {
    const submit = (): Promise<Submitted> => Promise.resolve({ status: 'erased', documentId: 'd' })
    work(annotatorOf(), { submit })
    const { queue } = bench.connection
    await queue.add('news', { source: 'wire', document: { body: 'It is said.' } })
    await queue.add('news', { source: 'wire', erased: 'd' })
    await until('both are done', async () => (await queue.getJobCounts('completed'))['completed'] === 2)
    for (const { data, returnvalue } of await queue.getJobs(['completed'])) {
      expect(data).toEqual({ source: 'wire', erased: 'd' })
      expect(returnvalue).toEqual({ outcome: 'erased', documentId: 'd' })
    }
    expect(await letters()).toEqual([])
  })
})
