import type { DocumentSubmitted } from '@dateline/domain'
import { createDispatcher, listDeadLetters } from '@dateline/queue'
import { createQueueBench, STORES, until } from '@dateline/test/support/queue.ts'
import { silent } from '@dateline/test/support/silent.ts'
import { describe, expect, test } from 'vitest'
import { composeIngest } from './compose.ts'

describe.each(STORES)('the ingest service, queue on %s', { timeout: 90_000 }, (kind) => {
  test('takes a document from the queue through intake and engine into the log, once', async () => {
    await using bench = await createQueueBench(kind)
    const { log, connection, db } = bench
    const shared = { pool: db.pool, log, logger: silent, clock: () => new Date() }
    const ingest = await composeIngest({ ...shared, connection, configuration: { ingestConcurrency: 1 } })
    const dispatcher = createDispatcher({ ...shared, queue: connection.queue })
    dispatcher.start()

    const document = {
      externalId: 'wire-1',
      title: 'Minister resigns',
      body: 'Finance Minister Ada Voss resigned on 4 March 2024 in Oslo, the government said.',
      publishedAt: '2024-03-05',
    }
    await connection.queue.add('news', { source: 'wire', document })
    await connection.queue.add('news', { source: 'wire', document })
    await connection.queue.add('news', { source: 'wire', document: { ...document, publishedAt: 'yesterday' } })
    await until('it is annotated', async () => (await bench.all('document.annotated')).length > 0)
    await until('one is buried', async () => (await listDeadLetters(db.pool, { limit: 9 })).length > 0)
    await until(
      'all is through',
      async () => (await connection.queue.getJobCounts('waiting', 'active'))['active'] === 0,
    )

    const submitted = await bench.all('document.submitted')
    expect(submitted).toHaveLength(1)
    const data = submitted[0]?.data as DocumentSubmitted | undefined
    expect(data?.source).toBe('wire')
    const types = await bench.types(data?.documentId ?? '')
    expect(types.slice(0, 2)).toEqual(['document.submitted', 'document.annotated'])
    expect(types).toContain('resignation')
    expect(await listDeadLetters(db.pool, { limit: 9 })).toMatchObject([
      { documentId: null, error: expect.stringContaining('/publishedAt') },
    ])

    await ingest.close()
    await dispatcher.stop()
  })
})
