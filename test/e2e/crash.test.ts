import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deliver, get, until } from '../support/client.ts'
import { redisAvailable, startRedis, type TestRedis } from '../support/redis.ts'
import { type ServiceProcess, startService } from '../support/service.ts'
import { reports } from './reports.ts'

interface Entry {
  type: string
  stream: string
  position: string
}

const COUNT = 20

const stores = redisAvailable() ? (['Postgres', 'Redis'] as const) : (['Postgres'] as const)

let redis: TestRedis | undefined
let dataDir: string
let service: ServiceProcess | undefined

beforeAll(async () => {
  if (redisAvailable()) redis = await startRedis()
})

afterAll(() => redis?.stop())

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dateline-crash-'))
})

afterEach(async () => {
  await service?.end('SIGINT')
  await rm(dataDir, { recursive: true, force: true })
})

async function allEntries(url: string): Promise<Entry[]> {
  const entries: Entry[] = []
  for (let after = '0'; ; after = entries.at(-1)!.position) {
    const { body } = await get<{ data: Entry[] }>(`${url}/v1/log?limit=200&after=${after}`)
    entries.push(...body.data)
    if (body.data.length < 200) return entries
  }
}

const annotated = (entries: readonly Entry[]) => entries.filter(({ type }) => type === 'document.annotated')

async function untilAllAnnotated(url: string): Promise<void> {
  await until(
    async () => annotated(await allEntries(url)).length,
    (count) => count >= COUNT,
    60,
  )
}

/** Streams that were annotated; each document has one. */
const annotatedStreams = (entries: readonly Entry[]) => annotated(entries).map(({ stream }) => stream)

describe.each(stores)('with the queue on %s', (store) => {
  test('killed in the middle of twenty documents, it does all of them at the next start, each once', async () => {
    const env: Record<string, string> = store === 'Redis' ? { REDIS_URL: redis!.url } : {}
    service = await startService(dataDir, env)
    const { status } = await deliver(service, { documents: reports(COUNT) })
    expect(status).toBe(202)
    const { url } = service
    const before = await until(
      async () => annotated(await allEntries(url)).length,
      (count) => count > 0,
    )
    await service.end('SIGKILL')
    expect(before).toBeLessThan(COUNT)

    service = await startService(dataDir, env)
    await untilAllAnnotated(service.url)
    const entries = await allEntries(service.url)
    expect(annotatedStreams(entries)).toHaveLength(COUNT)
    expect(new Set(annotatedStreams(entries)).size).toBe(COUNT)
    expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => String(index + 1)))
  })
})

test.runIf(redisAvailable())('a Redis that is flushed while documents are queued loses none of them', async () => {
  service = await startService(dataDir, { REDIS_URL: redis!.url })
  await deliver(service, { documents: reports(COUNT) })
  const client = new Redis(redis!.url)
  await client.flushall()
  client.disconnect()
  await untilAllAnnotated(service.url)
  const streams = annotatedStreams(await allEntries(service.url))
  expect(streams).toHaveLength(COUNT)
  expect(new Set(streams).size).toBe(COUNT)
})
