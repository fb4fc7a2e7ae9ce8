import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, test } from 'vitest'
import { createClient, NoAnswer, RequestRefused } from './index.ts'
import { urlOf } from './url.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A server of the test's own, to answer what the service would only in trouble. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<string> {
  server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const SECRET = `whsec_${Buffer.from('a secret of the test').toString('base64')}`
const DOCUMENT = { body: 'Voters went to the polls.', publishedAt: '2022-11-28' }
const problem = (status: number, more: object = {}) =>
  JSON.stringify({ type: '/problems/x', title: 'Title', status, detail: 'Detail.', instance: '/', ...more })

describe('a URL', () => {
  test('has its parameters encoded, lists repeated, and nothing for what is left out', () => {
    expect(urlOf('http://x/', '/v1/events/{id}/history', { id: 'a/b c' }, { limit: 2, cursor: undefined })).toBe(
      'http://x/v1/events/a%2Fb%20c/history?limit=2',
    )
    expect(urlOf('http://x', '/v1/timeline', {}, { type: ['election', 'coup'], q: 'a&b' })).toBe(
      'http://x/v1/timeline?type=election&type=coup&q=a%26b',
    )
  })
})

describe('a delivery', () => {
  test('is signed so that another implementation verifies it', async () => {
    const seen: { body: string; headers: Record<string, string> }[] = []
    const url = await serve(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      seen.push({ body: Buffer.concat(parts).toString(), headers: request.headers as Record<string, string> })
      response.writeHead(202, { 'content-type': 'application/json' }).end('{"data":[]}')
    })
    const client = createClient({ url })
    await client.submit({ name: 'demo', secret: SECRET }, { ...DOCUMENT, title: 'Über “Wahlen” 🗳' })
    await client.submitFeed({ name: 'demo', secret: SECRET }, '{"version":"https://jsonfeed.org/version/1.1"}')
    for (const { body, headers } of seen) expect(new Webhook(SECRET).verify(body, headers)).toEqual(JSON.parse(body))
    expect(seen.map(({ headers }) => headers['content-type'])).toEqual(['application/json', 'application/feed+json'])
  })

  test('is sent again under the same id where the answer got lost', async () => {
    const ids: unknown[] = []
    const url = await serve((request, response) => {
      ids.push(request.headers['webhook-id'])
      request.resume()
      if (ids.length === 1) request.socket.destroy()
      else if (ids.length === 2) response.writeHead(503, PROBLEM).end(problem(503))
      else response.writeHead(202, { 'content-type': 'application/json' }).end('{"data":[]}')
    })
    await createClient({ url, newId: () => 'one' }).submit({ name: 'demo', secret: SECRET }, DOCUMENT)
    expect(ids).toEqual(['one', 'one', 'one'])
  })

  test('with something that is no secret says so', async () => {
    await expect(createClient({ url: 'http://x' }).submit({ name: 'demo', secret: 'ä' }, DOCUMENT)).rejects.toThrow(
      'a webhook secret is `whsec_` and Base64',
    )
  })
})

const PROBLEM = { 'content-type': 'application/problem+json' }

describe('a refusal', () => {
  test('says what was asked and all that is wrong, and is not repeated', async () => {
    let asked = 0
    const url = await serve((_request, response) => {
      asked += 1
      response
        .writeHead(400, PROBLEM)
        .end(problem(400, { errors: [{ pointer: '/query/limit', message: 'is too large' }] }))
    })
    const refused = await createClient({ url })
      .get('/v1/log', { query: { limit: 2 } })
      .catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(RequestRefused)
    expect(refused).toMatchObject({
      status: 400,
      message: `GET ${url}/v1/log?limit=2: 400 Title. Detail.\n  /query/limit is too large`,
    })
    expect(asked).toBe(1)
  })

  test('for being busy is waited for as long as it says', async () => {
    const times: number[] = []
    const url = await serve((_request, response) => {
      times.push(performance.now())
      if (times.length === 1) response.writeHead(429, { ...PROBLEM, 'retry-after': '1' }).end(problem(429))
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}')
    })
    expect(await createClient({ url }).get('/livez')).toEqual({ status: 'ok' })
    expect(times[1]! - times[0]!).toBeGreaterThan(900)
  })

  test('of a change is not repeated: nobody knows what became of it', async () => {
    let asked = 0
    const url = await serve((_request, response) => {
      asked += 1
      response.writeHead(503, PROBLEM).end(problem(503))
    })
    await expect(
      createClient({ url }).post('/v1/admin/keys', { body: { name: 'x', scopes: ['admin'] } }),
    ).rejects.toThrow(RequestRefused)
    expect(asked).toBe(1)
  })
})

describe('no answer', () => {
  test('is told with why', async () => {
    await expect(createClient({ url: 'http://127.0.0.1:9', retries: 0 }).get('/livez')).rejects.toThrow(
      /^GET http:\/\/127\.0\.0\.1:9\/livez: no answer \(.*(ECONNREFUSED|bad port).*\)/,
    )
  })

  test('comes after the time that was given for it', async () => {
    const url = await serve(() => undefined)
    await expect(createClient({ url, retries: 0, timeout: 50 }).get('/livez')).rejects.toThrow('no answer within 50 ms')
  })

  test('of the service is what a proxy says in its place', async () => {
    const url = await serve((_request, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'))
    await expect(createClient({ url, retries: 0 }).get('/livez')).rejects.toThrow(NoAnswer)
  })
})

describe('a stream', () => {
  test('that breaks goes on after the last id, also one that came without data, and ends when told', async () => {
    const asked: unknown[] = []
    const url = await serve((request, response) => {
      asked.push(request.headers['last-event-id'])
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      if (asked.length === 1) response.end('retry: 2000\nid: 7-0\n\n')
      else if (asked.length === 2) response.end('id: 8-0\ndata: {"n":1}\n\nid: 9-0\ndata: {"n"')
      else response.write(': resumed\n\nid: 9-0\nevent: resync\ndata: {"reason":"rebuilt"}\n\n')
    })
    const stop = new AbortController()
    const broken: string[] = []
    const got = []
    const options = { signal: stop.signal, onReconnect: (error: Error) => broken.push(error.message) }
    for await (const message of createClient({ url }).stream({ type: ['coup'] }, options)) {
      got.push(message)
      if (message.kind === 'resync') stop.abort()
    }
    expect(asked).toEqual([undefined, '7-0', '8-0'])
    expect(broken).toHaveLength(2)
    expect(got).toEqual([
      { kind: 'change', id: '8-0', change: { n: 1 } },
      { kind: 'resync', id: '9-0', reason: 'rebuilt' },
    ])
  })

  test('that is refused for good throws', async () => {
    const url = await serve((_request, response) => response.writeHead(400, PROBLEM).end(problem(400)))
    const stream = createClient({ url }).stream({}, { lastEventId: 'x' })
    await expect(stream.next()).rejects.toThrow(RequestRefused)
  })
})
