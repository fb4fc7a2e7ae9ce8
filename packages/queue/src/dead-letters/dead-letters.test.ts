import { derivedId, documentStream } from '@dateline/domain'
import { createQueueBench, type QueueBench, STORES } from '@dateline/test/support/queue.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { advance } from '../dispatcher/advance.ts'
import type { Work } from '../jobs.ts'
import { bury, type GivenUpJob, messageOf } from './bury.ts'
import { collectFailed } from './collect.ts'
import { discardDeadLetter } from './discard.ts'
import { getDeadLetter, listDeadLetters } from './list.ts'
import { retryAllDeadLetters, retryDeadLetter } from './retry.ts'

const noon = new Date('2024-03-05T12:00:00.123Z')
const clock = () => noon

let bench: QueueBench
const pool = () => bench.db.pool
const deps = () => ({ pool: pool(), log: bench.log, clock, queue: bench.connection.queue })
const job = (data: unknown, id = 'job-1'): GivenUpJob => ({ id, timestamp: 1, data, attemptsStarted: 6 })
const open = () => listDeadLetters(pool(), { limit: 100 })

async function submittedWork(documentId: string, attempt = 1): Promise<Work> {
  return { documentId, revision: 1, entryId: await bench.submitted(documentId, 'text'), attempt }
}

async function readLog(): Promise<void> {
  for (;;) {
    const step = await advance(deps(), 100)
    if (step.status === 'advanced' && !step.more) return
  }
}

async function pending() {
  const { rows } = await pool().query<{ document_id: string; revision: number; attempt: number; queued: boolean }>(
    'select document_id, revision, attempt, queued_at is not null as queued from queue.pending order by document_id',
  )
  return rows
}

function annotate(documentId: string, revision = 1) {
  const data = { documentId, revision, engine: { name: 'test', version: '1' }, events: 0 }
  const entry = { id: derivedId('annotated', documentId, revision), type: 'document.annotated', schemaVersion: 1, data }
  return bench.log.append({ stream: documentStream(documentId), expected: 'any', entries: [entry] })
}

describe('giving a job up', () => {
  beforeEach(async () => {
    bench = await createQueueBench('postgres')
  })
  afterEach(() => bench[Symbol.asyncDispose]())

  test('keeps document, error and attempts, and marks the document failed in the log', async () => {
    const work = await submittedWork('d')
    expect(await bury(deps(), job(work), new Error('no luck'))).toEqual({ status: 'buried' })
    expect(await open()).toMatchObject([
      { documentId: 'd', revision: 1, error: 'no luck', attempts: 6, payload: work, failedAt: noon, jobId: 'job-1' },
    ])
    const [failed] = await bench.all('document.failed')
    expect(failed?.data).toEqual({ documentId: 'd', revision: 1, error: 'no luck', attempts: 6 })
    expect(failed?.causationId).toBe(work.entryId)
  })

  test('counts once, however often and however many at once say it', async () => {
    const work = await submittedWork('d')
    const burials = await Promise.all(Array.from({ length: 5 }, () => bury(deps(), job(work), new Error('no luck'))))
    expect(burials.filter(({ status }) => status === 'buried')).toHaveLength(1)
    expect(await open()).toHaveLength(1)
    expect(await bench.types('d')).toEqual(['document.submitted', 'document.failed'])
  })

  test('records letter and failure together also when the stream grows in between', async () => {
    const work = await submittedWork('d')
    let races = 2
    const appendIn: QueueBench['log']['appendIn'] = async (client, appends) => {
      const entry = { id: `other-${races}`, type: 'document.noted', schemaVersion: 1, data: {} }
      if (races-- > 0) await bench.log.append({ stream: documentStream('d'), expected: 'any', entries: [entry] })
      return bench.log.appendIn(client, appends)
    }
    const log = { ...bench.log, appendIn }
    expect(await bury({ ...deps(), log }, job(work), new Error('no luck'))).toEqual({ status: 'buried' })
    expect(await open()).toHaveLength(1)
    expect(await bench.all('document.failed')).toHaveLength(1)
  })

  test('is moot when the document was annotated meanwhile', async () => {
    const work = await submittedWork('d')
    await annotate('d')
    expect(await bury(deps(), job(work), new Error('stalled'))).toEqual({ status: 'moot' })
    expect(await open()).toEqual([])
    expect(await bench.types('d')).toEqual(['document.submitted', 'document.annotated'])
  })

  test('is moot when a newer revision came meanwhile', async () => {
    const work = await submittedWork('d')
    await bench.submitted('d', 'text, corrected', 2)
    expect(await bury(deps(), job(work), new Error('stalled'))).toEqual({ status: 'moot' })
  })

  test('leaves the log alone where the job is no work on a document of it', async () => {
    await bury(deps(), job('nonsense', 'a'), new Error('does not parse'))
    await bury(deps(), job({ documentId: 'x', revision: 1, entryId: 'e', attempt: 1 }, 'b'), new Error('unknown'))
    expect((await open()).map(({ documentId }) => documentId)).toEqual([null, null])
    expect(await bench.log.head()).toBe(0n)
  })

  test('keeps apart jobs under an id that a wiped queue handed out twice', async () => {
    await bury(deps(), { ...job('first'), timestamp: 1 }, new Error('x'))
    await bury(deps(), { ...job('second'), timestamp: 2 }, new Error('x'))
    expect((await open()).map(({ payload }) => payload)).toEqual(expect.arrayContaining(['first', 'second']))
  })

  test('keeps a payload and an error with characters that Postgres refuses', async () => {
    const payload = { source: 'a\u0000b', document: { body: 'half \uD800 a pair' } }
    await bury(deps(), job(payload), new Error('at \u0000 and \uDC00'))
    expect(await open()).toMatchObject([{ payload, error: 'at \uFFFD and \uFFFD' }])
  })
})

describe('dead letters', () => {
  beforeEach(async () => {
    bench = await createQueueBench('postgres')
  })
  afterEach(() => bench[Symbol.asyncDispose]())

  test('are listed the latest first, page by page, ties too', async () => {
    for (let n = 0; n < 5; n++) await bury(deps(), job(n, `job-${n}`), new Error('x'))
    const all = await open()
    expect(all).toHaveLength(5)
    const pages = []
    for (let after = undefined as (typeof all)[number] | undefined; ;) {
      const page = await listDeadLetters(pool(), { limit: 2, after })
      if (page.length === 0) break
      pages.push(...page)
      after = page.at(-1)
    }
    expect(pages).toEqual(all)
  })

  test('are discarded once, and no more open then', async () => {
    await bury(deps(), job('x'), new Error('x'))
    const [letter] = await open()
    const id = letter?.id ?? ''
    expect(await discardDeadLetter(pool(), id, noon)).toMatchObject({
      status: 'discarded',
      letter: { state: 'discarded' },
    })
    expect(await discardDeadLetter(pool(), id, noon)).toEqual({ status: 'notOpen', state: 'discarded' })
    expect(await retryDeadLetter(deps(), id)).toEqual({ status: 'notOpen', state: 'discarded' })
    expect(await discardDeadLetter(pool(), 'nobody', noon)).toEqual({ status: 'notFound' })
    expect(await open()).toEqual([])
    expect(await listDeadLetters(pool(), { state: 'discarded', limit: 9 })).toHaveLength(1)
  })

  test('of a document are retried by making it pending again, under the next attempt', async () => {
    const work = await submittedWork('d')
    await readLog()
    await bury(deps(), job(work), new Error('x'))
    await readLog()
    expect(await pending()).toEqual([])
    const [letter] = await open()
    expect(await retryDeadLetter(deps(), letter?.id ?? '')).toMatchObject({ status: 'retried' })
    expect(await pending()).toEqual([{ document_id: 'd', revision: 1, attempt: 2, queued: false }])
    expect(await getDeadLetter(pool(), letter?.id ?? '')).toMatchObject({ state: 'retried', resolvedAt: noon })
  })

  test('are retried also before the dispatcher has read of the failure', async () => {
    const work = await submittedWork('d')
    await readLog()
    await bury(deps(), job(work), new Error('x'))
    const [letter] = await open()
    await retryDeadLetter(deps(), letter?.id ?? '')
    await readLog()
    expect(await pending()).toEqual([{ document_id: 'd', revision: 1, attempt: 2, queued: false }])
  })

  test('do not bring an old revision back over a newer one that is pending', async () => {
    const work = await submittedWork('d')
    await bury(deps(), job(work), new Error('x'))
    await bench.submitted('d', 'text, corrected', 2)
    await readLog()
    const [letter] = await open()
    await retryDeadLetter(deps(), letter?.id ?? '')
    expect(await pending()).toMatchObject([{ revision: 2, attempt: 1 }])
  })

  test('that fail again are dead letters of their own', async () => {
    const work = await submittedWork('d')
    await bury(deps(), job(work, 'first'), new Error('x'))
    await bury(deps(), job({ ...work, attempt: 2 }, 'second'), new Error('y'))
    expect(await open()).toHaveLength(2)
    expect(await bench.types('d')).toEqual(['document.submitted', 'document.failed', 'document.failed'])
  })
})

describe.each(STORES)('dead letters, queue on %s', { timeout: 90_000 }, (kind) => {
  beforeEach(async () => {
    bench = await createQueueBench(kind)
  })
  afterEach(() => bench[Symbol.asyncDispose]())

  test('of a submission are put on the queue as they came', async () => {
    const payload = { source: 'wire', document: { title: 'x' } }
    await bury(deps(), job(payload, 'a'), new Error('x'))
    await bury(deps(), job(payload, 'b'), new Error('x'))
    expect(await retryAllDeadLetters(deps())).toBe(2)
    expect(await open()).toEqual([])
    const jobs = await bench.connection.queue.getJobs(['waiting'])
    expect(jobs.map(({ data }) => data as unknown)).toEqual([payload, payload])
    expect(jobs[0]?.opts.attempts).toBeGreaterThan(1)
  })

  test('are made of jobs that failed while nobody listened, and the queue lets them go', async () => {
    const work = await submittedWork('d')
    await bench.connection.queue.add('annotate', work, { jobId: 'one' })
    await bench.connection.queue.add('submit', 'nonsense', { jobId: 'two' })
    const worker = bench.connection.createWorker(() => Promise.reject(new Error('out of luck')), {})
    const failedCount = async () => (await bench.connection.queue.getJobCounts('failed'))['failed']
    await expect.poll(failedCount, { timeout: 60_000 }).toBe(2)
    await worker.close()

    expect(await collectFailed(deps(), 10)).toBe(2)
    expect(await collectFailed(deps(), 10)).toBe(0)
    expect(await failedCount()).toBe(0)
    expect((await open()).map(({ jobId, error, attempts }) => [jobId, error, attempts])).toEqual(
      expect.arrayContaining([
        ['one', 'out of luck', 1],
        ['two', 'out of luck', 1],
      ]),
    )
    expect(await bench.types('d')).toEqual(['document.submitted', 'document.failed'])
  })
})

test('an error is told with its causes', () => {
  expect(messageOf(new Error('could not append', { cause: new Error('disk full') }))).toBe(
    'could not append: disk full',
  )
  expect(messageOf({ odd: 1 })).toBe('{ odd: 1 }')
})
