import { derivedId, documentStream } from '@dateline/domain'
import { submitDocuments } from '@dateline/intake'
import { createQueueBench, type QueueBench, STORES, until } from '@dateline/test/support/queue.ts'
import { silent } from '@dateline/test/support/silent.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bury } from '../dead-letters/bury.ts'
import { listDeadLetters } from '../dead-letters/list.ts'
import { retryAllDeadLetters, retryDeadLetter } from '../dead-letters/retry.ts'
import { createDispatcher } from '../dispatcher/dispatcher.ts'
import { parseJob } from '../jobs.ts'

const WORD = 'unutterable'
const clock = () => new Date('2024-03-05T12:00:00.123Z')

describe.each(STORES)('an erased document’s words, queue on %s', { timeout: 90_000 }, (kind) => {
  let bench: QueueBench
  beforeEach(async () => {
    bench = await createQueueBench(kind)
  })
  afterEach(() => bench[Symbol.asyncDispose]())

  const pool = () => bench.db.pool
  const deps = () => ({ pool: pool(), log: bench.log, clock, queue: bench.connection.queue })
  const said = (externalId: string, more: object = {}) => ({
    source: 'wire',
    document: { externalId, body: `It is ${WORD}, says ${externalId}.`, publishedAt: '2024-03-05', ...more },
  })

  async function submit({ source, document }: ReturnType<typeof said>): Promise<string> {
    const submission = await submitDocuments({ pool: pool(), log: bench.log }, { source, documents: [document] })
    const result = submission.status === 'answered' ? submission.results[0] : undefined
    if (result?.outcome !== 'taken') throw new Error(JSON.stringify(submission))
    return result.id
  }

  function erase(documentId: string) {
    const change = { kind: 'document.erase', documentId, entries: [], texts: [] }
    const data = { change, reason: 'asked for', author: { id: 'one', name: 'One' } }
    const entry = { id: derivedId('erased', documentId), type: 'correction.made', schemaVersion: 1, data }
    return bench.log.append({ stream: documentStream(documentId), expected: 'exists', entries: [entry] })
  }

  /** A dispatcher until it has looked everywhere. */
  async function dispatch(): Promise<void> {
    const dispatcher = createDispatcher({ ...deps(), logger: silent, settings: { lookEvery: 50 } })
    dispatcher.start()
    const head = await bench.log.head()
    await until('the erasure is through', async () => {
      const { rows } = await pool().query<{ position: bigint; left: number }>(
        'select position, (select count(*)::int from queue.to_erase) as left from queue.dispatcher',
      )
      return rows[0]!.position >= head && rows[0]!.left === 0
    })
    await dispatcher.stop()
  }

  async function jobs(): Promise<Record<string, { state: string; data: unknown; at: number }>> {
    const states = ['waiting', 'delayed', 'prioritized', 'completed', 'failed'] as const
    const all = await bench.connection.queue.getJobs([...states], 0, 1_000)
    const entries = all
      .filter(({ name }) => name === 'news')
      .map(async (job) => [job.id ?? '', { state: await job.getState(), data: job.data as unknown, at: job.timestamp }])
    return Object.fromEntries(await Promise.all(entries)) as Record<
      string,
      { state: string; data: unknown; at: number }
    >
  }

  test('are gone from jobs wherever they are, which else stay what they were; other documents’ stay', async () => {
    const id = await submit(said('secret'))
    const { queue } = bench.connection
    const worker = bench.connection.createWorker(
      (job) => (job.id === 'was-failed' ? Promise.reject(new Error('no')) : Promise.resolve()),
      {},
    )
    await queue.add('news', said('secret'), { jobId: 'was-completed' })
    await queue.add('news', said('secret'), { jobId: 'was-failed' })
    await until('two are done', async () => {
      const { completed, failed } = await queue.getJobCounts('completed', 'failed')
      return completed === 1 && failed === 1
    })
    await worker.close()
    await queue.add('news', said('secret', { body: `A later ${WORD} text` }), { jobId: 'is-waiting' })
    await queue.add('news', said('secret'), { jobId: 'is-delayed', delay: 3_600_000 })
    await queue.add('news', said('secret'), { jobId: 'has-priority', priority: 3 })
    await queue.add('news', said('secret', { publishedAt: 'never', colour: 'red' }), { jobId: 'unreadable' })
    await queue.add('news', said('renamed', { body: said('secret').document.body }), { jobId: 'same-text' })
    await queue.add('news', said('other'), { jobId: 'other' })
    await queue.add('news', { ...said('secret'), source: 'gazette' }, { jobId: 'other-source' })
    const before = await jobs()

    await erase(id)
    await dispatch()

    const erased = { source: 'wire', erased: id }
    const gone = ['was-completed', 'was-failed', 'is-waiting', 'is-delayed', 'has-priority', 'unreadable', 'same-text']
    const wanted = Object.entries(before).map(([name, job]) => [
      name,
      gone.includes(name) ? { ...job, data: erased } : job,
    ])
    expect(await jobs()).toEqual(Object.fromEntries(wanted))
    expect(Object.keys(before)).toHaveLength(gone.length + 2)
  })

  test('are gone from more jobs than are looked at at once', async () => {
    const id = await submit(said('secret'))
    const { queue } = bench.connection
    await queue.addBulk(
      Array.from({ length: 250 }, (_, n) => ({ name: 'news', data: said(n % 2 === 0 ? 'secret' : `other-${n}`) })),
    )
    await erase(id)
    await dispatch()
    const left = Object.values(await jobs()).map(({ data }) => parseJob(data).kind)
    expect(left.filter((kind) => kind === 'erased')).toHaveLength(125)
    expect(left.filter((kind) => kind === 'submission')).toHaveLength(125)
  })

  test('are gone from dead letters, open and closed, of which none is taken in again', async () => {
    const id = await submit(said('secret'))
    const job = (name: string, data: unknown) => ({ id: name, timestamp: 1, data, attemptsStarted: 6 })
    await bury(deps(), job('open', said('secret')), new Error(`cannot read "${WORD}"`))
    await bury(deps(), job('closed', said('secret')), new Error('x'))
    await bury(deps(), job('other', said('other')), new Error('x'))
    const entryId = derivedId('document.submitted', id, 1)
    await bury(deps(), job('work', { documentId: id, revision: 1, entryId, attempt: 1 }), new Error(`at "${WORD}"`))
    await pool().query(`update queue.dead_letters set state = 'discarded' where job_id = 'closed'`)
    const all = async () => (await pool().query('select * from queue.dead_letters order by job_id')).rows as object[]
    const before = (await all()) as { job_id: string }[]

    await erase(id)
    await dispatch()
    // Given up only now, as by a worker that had it in hand.
    await bury(deps(), job('late', said('secret', { publishedAt: 'never' })), new Error('x'))

    const erased = { payload: { source: 'wire', erased: id }, document_id: id, error: 'the document was erased' }
    const after = (await all()) as { job_id: string }[]
    const by = (rows: { job_id: string }[], name: string) => rows.find(({ job_id }) => job_id === name)
    for (const name of ['open', 'closed']) expect(by(after, name)).toEqual({ ...by(before, name), ...erased })
    expect(by(after, 'late')).toMatchObject(erased)
    expect(by(after, 'work')).toEqual({ ...by(before, 'work'), error: erased.error })
    expect(by(after, 'other')).toEqual(by(before, 'other'))

    const open = (await listDeadLetters(pool(), { limit: 10 })).find(({ jobId }) => jobId === 'open')
    expect(await retryDeadLetter(deps(), open!.id)).toEqual({ status: 'erased', documentId: id })
    expect(await retryAllDeadLetters(deps())).toBe(2)
    const again = await bench.connection.queue.getJobs(['waiting'])
    expect(again.map(({ data }) => data as unknown).filter((data) => parseJob(data).kind === 'submission')).toEqual([
      said('other'),
    ])
  })

  test('wait for a queue that is away, and are gone once it is back', async () => {
    const id = await submit(said('secret'))
    await bench.connection.queue.add('news', said('secret'), { jobId: 'is-waiting' })
    await erase(id)
    const queue = Object.create(bench.connection.queue) as typeof bench.connection.queue
    queue.getJobs = () => Promise.reject(new Error('away'))
    const dispatcher = createDispatcher({ ...deps(), queue, logger: silent, settings: { lookEvery: 50 } })
    dispatcher.start()
    await until('it is on the list', async () => (await pool().query('select from queue.to_erase')).rowCount === 1)
    await dispatcher.stop()
    await dispatch()
    expect((await jobs())['is-waiting']?.data).toEqual({ source: 'wire', erased: id })
  })
})
