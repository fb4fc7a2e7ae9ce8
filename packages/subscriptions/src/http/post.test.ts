import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openReceiver } from '@dateline/test/support/receiver.ts'
import { createPoster, type Poster } from './post.ts'

const posters: Poster[] = []
afterEach(() => posters.splice(0).forEach((poster) => poster.close()))

function poster(allowPrivate = true, timeout = 2_000): Poster {
  const made = createPoster({ allowPrivate, timeout, clock: () => new Date('2030-01-01T00:00:00Z') })
  posters.push(made)
  return made
}

test('nothing is sent to a forbidden address, however it is named', async () => {
  await using receiver = await openReceiver()
  const { port } = new URL(receiver.url)
  for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433', '127.1']) {
    for (const protocol of ['http', 'https']) {
      const posted = await poster(false).post(`${protocol}://${host}:${port}/hook`, {}, '{}')
      expect(posted).toMatchObject({
        status: null,
        error: expect.stringMatching(/no public address|https:\/\//) as unknown,
      })
    }
  }
  expect(receiver.received).toEqual([])
})

test('a connection that is kept serves again, and one that was closed meanwhile is made anew', async () => {
  const sockets = new Set<unknown>()
  await using receiver = await openReceiver(({ headers }, response) => {
    sockets.add(response.socket)
    // Closes the connection right after this answer, without having said so.
    if (headers['close'] === 'yes') response.on('finish', () => response.socket?.destroy())
    response.writeHead(200, { 'content-length': '0', connection: 'keep-alive' }).end()
  })
  const one = poster()
  const status = async (headers = {}) => (await one.post(receiver.url, headers, '{}'))?.status
  expect([await status(), await status()]).toEqual([200, 200])
  expect(sockets.size).toBe(1)
  for (let n = 0; n < 10; n += 1) expect(await status({ close: 'yes' })).toBe(200)
})

test('an endpoint that says nothing, or says it drop by drop, is left in time', async () => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    const drops = setInterval(() => socket.write('HTTP/1.1 200 OK\r\nx: '.charAt(0)), 50)
    socket.on('close', () => clearInterval(drops))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const posted = await poster(true, 300).post(url, {}, '{}')
  expect(posted?.status).toBeNull()
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => server.close(resolve))
})

test('an answer counts by its head, even where its body never ends', async () => {
  await using receiver = await openReceiver((_, response) => void response.writeHead(200).write('Thanks'))
  expect(await poster(true, 300).post(receiver.url, {}, '{}')).toMatchObject({
    status: 200,
    error: null,
    answer: 'Thanks',
  })
})

test.each([
  ['120', 120_000],
  ['0', 0],
  ['Tue, 01 Jan 2030 00:01:00 GMT', 60_000],
  ['Mon, 31 Dec 2029 00:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
])('Retry-After: %s', async (header, milliseconds) => {
  await using receiver = await openReceiver(
    (_, response) => void response.writeHead(503, { 'retry-after': header }).end(),
  )
  expect((await poster().post(receiver.url, {}, '{}'))?.retryAfter).toBe(milliseconds)
})

test('what is not there is told in words', async () => {
  expect(await poster().post('http://127.0.0.1:9/', {}, '{}')).toMatchObject({
    status: null,
    error: expect.stringContaining('ECONNREFUSED') as unknown,
  })
  expect(await poster().post('https://nowhere.invalid/', {}, '{}')).toMatchObject({
    error: expect.stringContaining('nowhere.invalid') as unknown,
  })
})

test('told to end, it does, and says that it does not know', async () => {
  await using receiver = await openReceiver(() => undefined)
  const cut = new AbortController()
  const posted = poster().post(receiver.url, {}, '{}', cut.signal)
  await expect.poll(() => receiver.received.length).toBe(1)
  cut.abort()
  expect(await posted).toBeNull()
})
