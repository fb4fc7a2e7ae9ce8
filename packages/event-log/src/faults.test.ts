import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createPool, migrate, startEmbeddedPostgres } from '@dateline/platform'
import { startCuttingProxy } from '@dateline/test/support/cutting-proxy.ts'
import { append } from '@dateline/test/support/event-log-suite.ts'
import { createTestDatabase } from '@dateline/test/support/postgres.ts'
import { describe, expect, test } from 'vitest'
import { createEventLog } from './event-log.ts'
import type { AppendResult, EventLog } from './types.ts'

test('an append whose answer was cut off is sent again, and answers where it stands', async () => {
  await using db = await createTestDatabase()
  const proxy = await startCuttingProxy(db.url)
  const pool = createPool({ url: proxy.url, max: 4 })
  const log = createEventLog({ pool })
  await log.append(append('s', 'none', 'before'))
  for (let n = 0; n < 5; n++) {
    proxy.cutAnswerTo(`cut-${n}`)
    expect(await log.append(append('s', n + 1, `cut-${n}`))).toEqual({
      status: 'duplicate',
      positions: [BigInt(n + 2)],
      version: n + 2,
    })
  }
  expect(proxy.cuts()).toBe(5)
  expect(await log.append(append('s', 6, 'after'))).toMatchObject({ status: 'appended', version: 7 })
  expect((await log.verify()).problems).toEqual([])
  await log.close()
  await pool.end()
  await proxy.close()
})

test('a follower goes on after its connections were cut, by looking again', async () => {
  await using db = await createTestDatabase()
  const log = createEventLog({ pool: db.pool })
  const head = await log.head()
  const waiting = log.waitBeyond(head)
  await db.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dateline log listener'`,
  )
  const other = createEventLog({ pool: db.pool })
  await other.append(append('s', 'none', 'one'))
  await waiting
  await expect.poll(() => log.read({ after: head, limit: 10 })).toHaveLength(1)
  await other.close()
  await log.close()
})

test('other processes are woken by an append long before they would look by themselves', async () => {
  await using db = await createTestDatabase()
  const [here, there] = [createEventLog({ pool: db.pool }), createEventLog({ pool: db.pool })]
  await here.append(append('s', 'none', 'first'))
  // Quiet for long enough to be looked at twice a second only.
  await sleep(600)
  const waits: number[] = []
  for (let n = 0; n < 9; n++) {
    const head = await there.head()
    const began = performance.now()
    const woken = there.waitBeyond(head).then(() => waits.push(performance.now() - began))
    if (n === 0) await sleep(100)
    await here.append(append('s', 'any', `later-${n}`))
    await woken
    await sleep(550)
  }
  waits.sort((a, b) => a - b)
  expect(waits[4]).toBeLessThan(250)
  await here.close()
  await there.close()
})

describe('kill -9', () => {
  test('of Postgres, again and again under appends: what was acknowledged is there, and nothing twice', async () => {
    await using server = await durableServer()
    const log = server.log
    const acknowledged = new Map<string, AppendResult>()
    const ended = new AbortController()
    const writers = Array.from({ length: 12 }, async (_, writer) => {
      for (let n = 0; !ended.signal.aborted; n++) {
        const result = await log.append(append(`stream-${writer}`, n, `${writer}-${n}`))
        acknowledged.set(`${writer}-${n}`, result)
      }
    })
    for (let kill = 0; kill < 3; kill++) {
      const before = acknowledged.size
      await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before + 40)
      await server.killAndRestart()
    }
    const before = acknowledged.size
    await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before + 40)
    ended.abort()
    await Promise.all(writers)
    await expectAll(log, acknowledged)
  }, 120_000)

  test('of a process that appends: what it had acknowledged is there, and its successor goes on without doubling', async () => {
    await using server = await durableServer()
    const acknowledged = new Set<string>()
    for (let life = 0; life < 3; life++) {
      const writer = startWriter(server.url, (id) => acknowledged.add(id))
      const before = acknowledged.size
      await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before + 30)
      writer.kill('SIGKILL')
      await new Promise((resolve) => writer.once('exit', resolve))
    }
    const entries = await server.log.read({ after: 0n, limit: 1_000_000 })
    const ids = entries.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...acknowledged].filter((id) => !ids.includes(id))).toEqual([])
    expect((await server.log.verify()).problems).toEqual([])
  }, 120_000)
})

async function expectAll(log: EventLog, acknowledged: ReadonlyMap<string, AppendResult>): Promise<void> {
  const entries = await log.read({ after: 0n, limit: 1_000_000 })
  const positions = new Map(entries.map(({ id, position }) => [id, position]))
  expect(positions.size).toBe(entries.length)
  const wrong = [...acknowledged].filter(
    ([id, result]) => result.status === 'conflict' || result.positions[0] !== positions.get(id),
  )
  expect(wrong).toEqual([])
  expect(entries).toHaveLength(acknowledged.size)
  expect((await log.verify()).problems).toEqual([])
}

/** A Postgres that waits for the disk, as the one in service does, always on the same port. */
async function durableServer() {
  const dataDir = await mkdtemp(join(tmpdir(), 'dateline-durable-'))
  const options = { dataDir, port: await freePort(), initdbOptions: ['--no-sync'] }
  let postgres = await startEmbeddedPostgres(options)
  const pool = createPool({ url: postgres.url })
  await migrate(pool)
  const log = createEventLog({ pool })
  return {
    url: postgres.url,
    log,
    async killAndRestart() {
      process.kill(postgres.pid, 'SIGKILL')
      await postgres.exited
      postgres = await startEmbeddedPostgres(options)
    },
    async [Symbol.asyncDispose]() {
      await log.close()
      await pool.end()
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Says an entry's id on its standard output when the log has answered for it; begins anew with the same ids. */
function startWriter(url: string, onAcknowledged: (id: string) => void): ChildProcess {
  const script = `
    import { createPool } from ${JSON.stringify(join(import.meta.dirname, '../../platform/src/postgres.ts'))}
    import { createEventLog } from ${JSON.stringify(join(import.meta.dirname, 'event-log.ts'))}
    const log = createEventLog({ pool: createPool({ url: ${JSON.stringify(url)} }) })
    await Promise.all(Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; ; n++) {
        const id = writer + '-' + n
        const entries = [{ id, type: 'thing', schemaVersion: 1, data: {} }]
        const { status } = await log.append({ stream: 'stream-' + writer, expected: n, entries })
        if (status === 'conflict') throw new Error('conflict at ' + id)
        process.stdout.write(id + '\\n')
      }
    }))`
  const writer = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let rest = ''
  writer.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onAcknowledged(line)
  })
  return writer
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
