import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { mkdtempSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Change, ChangeList } from '@dateline/contract'
import { silent } from '@dateline/test/support/silent.ts'
import { EventSource } from 'eventsource'
import * as fc from 'fast-check'
import type { Response as ExpressResponse } from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/api.ts'
import { openStream } from '../testing/sse.ts'
import type { ToldEvent } from '../testing/story.ts'
import { createFeed } from './feed.ts'
import { lastChange } from '@dateline/projections'
import { stream } from './stream.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api[Symbol.asyncDispose]())

let number = 0
function strike(more: Partial<ToldEvent> = {}): ToldEvent {
  number += 1
  const place = { id: `place:KZ/city-${number}`, name: `City ${number}`, country: 'KZ' }
  return { type: 'protest', sentence: `Strike ${number} began.`, edtf: '2022-11-20', place, ...more }
}

const head = async () => String(await api.log.head())
const feedAfter = async (after: string) =>
  ChangeList.parse((await api.request.get(`/v1/changes?limit=200&after=${after}`).expect(200)).body).data

test('the npm client goes on after a broken connection without loss or repeat', async () => {
  const from = await head()
  const source = new EventSource(`${api.url}/v1/stream?lastEventId=${from}`)
  const got: string[] = []
  source.addEventListener('message', ({ lastEventId }) => got.push(lastEventId))
  await api.tell({ events: [strike(), strike()] })
  await expect.poll(() => got.length, { timeout: 15_000 }).toBe(2)
  api.server.closeAllConnections()
  await api.tell({ events: [strike()] })
  await expect.poll(() => got.length, { timeout: 15_000 }).toBe(3)
  source.close()
  expect(got).toEqual((await feedAfter(from)).map(({ position, n }) => `${position}-${n}`))
})

describe('the law of resuming', () => {
  test('wherever and however often a stream is killed, the pieces are the feed', async () => {
    const from = await head()
    for (let n = 0; n < 5; n += 1) await api.tell({ externalId: `law ${n}`, events: [strike(), strike(), strike()] })
    for (let n = 0; n < 5; n += 1) await api.tell({ externalId: `law ${n}`, events: n % 2 ? [] : [strike()] })
    await api.settled()
    const told = await feedAfter(from)
    const law = fc.asyncProperty(
      fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
      fc.infiniteStream(fc.boolean()),
      async (lengths, byHeader) => {
        const pieces: Change[] = []
        for (let id = from; pieces.length < told.length;) {
          const most = lengths.next().value as number
          const header = byHeader.next().value as boolean
          const open = header
            ? await openStream(`${api.url}/v1/stream`, { 'last-event-id': id })
            : await openStream(`${api.url}/v1/stream?lastEventId=${id}`)
          const wanted = Math.min(most, told.length - pieces.length)
          await expect.poll(() => open.messages.length, { timeout: 10_000, interval: 5 }).toBeGreaterThanOrEqual(wanted)
          open.close()
          const taken = open.messages.slice(0, wanted)
          pieces.push(...taken.map(({ data }) => Change.parse(JSON.parse(data))))
          id = taken.at(-1)?.id ?? id
        }
        expect(pieces).toEqual(told)
      },
    )
    await fc.assert(law, { numRuns: 12 })
    expect(told.length).toBeGreaterThan(15)
  })
})

test('who takes nothing is cut off, and nobody else hears of it', async () => {
  const from = await lastChange(api.pool)
  if (!from) throw new Error('no tables')
  const feed = createFeed({ pool: api.pool, log: api.log, logger: silent })
  const deps = { pool: api.pool, feed, logger: silent, patienceMs: 700 }
  const server = createServer((_request, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    stream(deps, response as ExpressResponse, {
      filters: { match: 'all', realis: ['actual'] },
      from: from.point,
      build: from.build,
    })
  })
  // Of such a socket the kernel keeps little, and always as much.
  const path = join(mkdtempSync(join(tmpdir(), 'dateline-slow-')), 'socket')
  server.listen(path)
  await once(server, 'listening')

  const slow = connect(path).on('error', () => undefined)
  slow.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  slow.pause()
  const quick = connect(path)
  let heard = ''
  quick.setEncoding('utf8').on('data', (text: string) => (heard += text))
  quick.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await expect.poll(() => feed.count()).toBe(2)

  const told = () => heard.match(/^data: /gm)?.length ?? 0
  const long = 'A very long sentence about a strike. '.repeat(300)
  for (let n = 0; n < 3; n += 1)
    await api.tell({ events: Array.from({ length: 50 }, () => strike({ sentence: `${number} ${long}` })) })
  await expect.poll(told, { timeout: 20_000 }).toBe(150)
  await expect.poll(() => feed.count(), { timeout: 10_000 }).toBe(1)
  await api.tell({ events: [strike()] })
  await expect.poll(told, { timeout: 10_000 }).toBe(151)
  quick.destroy()
  slow.destroy()
  feed.close()
  server.closeAllConnections()
  server.close()
}, 60_000)
