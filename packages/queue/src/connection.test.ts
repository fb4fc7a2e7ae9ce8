import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTestDatabase } from '@dateline/test/support/postgres.ts'
import { STORES, until } from '@dateline/test/support/queue.ts'
import { expect, test } from 'vitest'
import { connectQueue } from './connection.ts'

/** Passes connections on to a server, until it is told to cut them and to accept none but to cut it, too. */
async function startProxy(target: URL) {
  const sockets = new Set<Socket>()
  const state = { away: false, cut: 0 }
  const server = createServer((near) => {
    near.on('error', () => near.destroy())
    if (state.away) {
      state.cut++
      near.destroy()
      return
    }
    const far = connect(Number(target.port), target.hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.pipe(other)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(target)
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    state,
    goAway() {
      state.away = true
      for (const socket of sockets) socket.destroy()
    },
    comeBack() {
      state.away = false
    },
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

test('a worker asks a Postgres that cuts its connections now and then, not all the time, and goes on when it is back', async () => {
  await using db = await createTestDatabase()
  const proxy = await startProxy(new URL(db.url))
  const errors: string[] = []
  const connection = await connectQueue({ kind: 'postgres', url: proxy.url }, (error) => errors.push(error.message))
  let done = 0
  const worker = connection.createWorker(
    async () => {
      await sleep(20)
      done++
    },
    { concurrency: 4, lockDuration: 1_000, stalledInterval: 300 },
  )
  const add = (count: number) =>
    connection.queue.addBulk(Array.from({ length: count }, () => ({ name: 'x', data: {}, opts: { attempts: 5 } })))
  await add(100)
  await until('it works', () => done > 10)
  proxy.goAway()
  await sleep(3_000)
  expect(proxy.state.cut).toBeLessThan(60)
  expect(errors.length).toBeLessThan(20)
  proxy.comeBack()
  await until('all is done', async () => (await connection.queue.getJobCounts('completed'))['completed'] === 100)
  await worker.close()
  await connection.close()
  proxy.close()
}, 90_000)

test('a Postgres that is not there is an error', async () => {
  await expect(
    connectQueue({ kind: 'postgres', url: 'postgres://a:b@127.0.0.1:1/c' }, () => undefined),
  ).rejects.toThrow('ECONNREFUSED')
})

test.skipIf(!STORES.includes('redis'))(
  'a Redis that is not there is an error that names it without its password',
  async () => {
    const connecting = connectQueue(
      { kind: 'redis', url: 'redis://user:secret@127.0.0.1:1', patience: 500 },
      () => undefined,
    )
    await expect(connecting).rejects.toThrow(/^Redis does not answer at 127\.0\.0\.1:1$/)
  },
)
