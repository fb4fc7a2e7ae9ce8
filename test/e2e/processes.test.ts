import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliver, get, until } from '../support/client.ts'
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts'
import { redisAvailable, startRedis, type TestRedis } from '../support/redis.ts'
import { report } from './reports.ts'

const root = join(import.meta.dirname, '../..')

/** What docker-compose.yml runs in containers, run as processes: the same commands, the same variables. */
describe.runIf(redisAvailable())('the parts as processes of their own, on Postgres and Redis', () => {
  let database: TestDatabase
  let redis: TestRedis
  let env: Record<string, string>
  const running: ChildProcess[] = []

  beforeAll(async () => {
    database = await createTestDatabase()
    redis = await startRedis()
    env = { PATH: process.env['PATH'] ?? '', DATABASE_URL: database.url, REDIS_URL: redis.url, LOG_LEVEL: 'warn' }
  })

  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL')
    await redis.stop()
    await database.drop()
  })

  function start(service: string, own: Record<string, string> = {}): ChildProcess {
    const child = spawn(process.execPath, [join(root, `services/${service}/src/main.ts`)], {
      env: { ...env, ...own },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    running.push(child)
    return child
  }

  async function dateline(...args: string[]): Promise<{ status: number | null; output: string }> {
    const child = spawn(process.execPath, [join(root, 'services/cli/src/main.ts'), ...args], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [output] = await Promise.all([text(child.stdout), once(child, 'exit')])
    return { status: child.exitCode, output }
  }

  test('migrate, api, two ingest workers and a projector take a document to the timeline, and end cleanly', async () => {
    expect(await dateline('migrate')).toMatchObject({ status: 0 })
    const [port, health] = [await freePort(), await freePort()]
    start('api', { PORT: String(port) })
    const worker = start('ingest', { HEALTH_PORT: String(health) })
    start('ingest')
    start('projector')
    const url = `http://127.0.0.1:${port}`
    const reachable = (address: string) =>
      until(
        () =>
          fetch(address).then(
            ({ status }) => status,
            () => 0,
          ),
        (status) => status === 200,
      )
    await reachable(`${url}/readyz`)
    await reachable(`http://127.0.0.1:${health}/livez`)

    const made = await dateline('keys', 'create', 'test', '--scope', 'admin')
    const key = made.output.split('\n')[0]!
    const source = await fetch(`${url}/v1/admin/sources`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'wire' }),
    })
    expect(source.status).toBe(201)
    const { secret } = (await source.json()) as { secret: string }

    const { status } = await deliver({ url, secret }, report(1), { source: 'wire' })
    expect(status).toBe(202)
    const timeline = await until(
      () => get<{ data: { type: string }[] }>(`${url}/v1/timeline?country=GH`),
      ({ body }) => body.data.length > 0,
    )
    expect(timeline.body.data.map(({ type }) => type)).toContain('unrest')

    const standing = await dateline('status')
    expect(standing.output).toMatch(/timeline +\d+ +live/)
    expect(await dateline('verify')).toMatchObject({ status: 0 })

    worker.kill('SIGTERM')
    await once(worker, 'exit')
    expect(worker.exitCode).toBe(0)
  })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
