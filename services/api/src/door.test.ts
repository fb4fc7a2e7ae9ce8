import { Problem, Ready } from '@dateline/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from './testing/api.ts'

describe('an API that asks readers for keys', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi({ readAuth: 'required' })
  })
  afterAll(() => api[Symbol.asyncDispose]())
  const status = async (path: string, key?: string) => {
    const sent = api.request.get(path)
    return (await (key === undefined ? sent : sent.set('authorization', `Bearer ${key}`))).status
  }

  test('lets in who may read, and nobody else', async () => {
    expect(await status('/v1/timeline')).toBe(401)
    expect(await status('/v1/timeline', await api.key('documents:write'))).toBe(403)
    expect(await status('/v1/timeline', await api.key('timelines:read'))).toBe(200)
    expect(await status('/v1/timeline', api.adminKey)).toBe(200)
  })

  test('answers nothing to others, not even 304', async () => {
    const read = await api.request.get('/v1/timeline').set('authorization', `Bearer ${api.adminKey}`).expect(200)
    expect(read.headers['cache-control']).toBe('private, no-cache')
    const again = await api.request.get('/v1/timeline').set('if-none-match', read.headers['etag'] ?? '')
    expect(again.status).toBe(401)
  })

  test('tells anyone how it is and what it takes', async () => {
    for (const path of ['/livez', '/readyz', '/openapi.json', '/problems/gone']) expect(await status(path)).toBe(200)
  })
})

describe('an API open to readers', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi({ rateLimitPerMinute: 5, corsOrigins: ['https://paper.example'] })
  })
  afterAll(() => api[Symbol.asyncDispose]())

  test('refuses a key that does not hold instead of ignoring it', async () => {
    const answer = await api.request.get('/v1/log').set('authorization', 'Bearer dk_no').expect(401)
    expect(answer.headers['www-authenticate']).toContain('invalid_token')
  })

  test('counts requests by key and by address, and says so', async () => {
    const key = await api.key('timelines:read')
    const ask = (authorization: string) => api.request.get('/v1/log').set('authorization', authorization)
    for (let n = 0; n < 5; n += 1) expect((await ask(`Bearer ${key}`)).status).toBe(200)
    const limited = await ask(`Bearer ${key}`).expect(429)
    expect(Problem.parse(limited.body).type).toBe('/problems/rate-limited')
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0)
    expect(limited.headers['ratelimit']).toContain('r=0')
    expect(limited.headers['ratelimit-policy']).toContain('q=5')
    expect((await ask(`Bearer ${await api.key('timelines:read')}`)).status).toBe(200)
    expect((await api.request.get('/livez')).status).toBe(200)
  })

  test('lets the pages of its origins in, and shows them its headers', async () => {
    const ours = await api.request.get('/readyz').set('origin', 'https://paper.example')
    expect(ours.headers['access-control-allow-origin']).toBe('https://paper.example')
    expect(ours.headers['access-control-expose-headers']).toContain('RateLimit-Policy')
    const theirs = await api.request.get('/readyz').set('origin', 'https://other.example')
    expect(theirs.headers['access-control-allow-origin']).toBeUndefined()
    const preflight = await api.request
      .options('/v1/timeline')
      .set({ origin: 'https://paper.example', 'access-control-request-method': 'GET' })
      .expect(204)
    expect(preflight.headers['access-control-allow-methods']).toContain('GET')
  })

  test('says nothing of what it is made of, and gives each request an id', async () => {
    const answer = await api.request.get('/livez')
    expect(answer.headers['x-powered-by']).toBeUndefined()
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['x-request-id']).toMatch(/^[\w-]{36}$/)
    const given = await api.request.get('/livez').set('x-request-id', 'mine-1')
    expect(given.headers['x-request-id']).toBe('mine-1')
  })

  test('answers whole what has no ETag, whatever the client says to have', async () => {
    const asked = api.request.get('/v1/admin/keys')
    expect((await asked.set({ authorization: `Bearer ${api.adminKey}`, 'if-none-match': '*' })).status).toBe(200)
  })

  test('is ready', async () => {
    expect(Ready.parse((await api.request.get('/readyz').expect(200)).body)).toEqual({
      status: 'ok',
      checks: { database: 'ok', timeline: 'ok' },
    })
  })
})

describe('an API whose tables nobody has made yet', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi({}, { project: false })
  })
  afterAll(() => api[Symbol.asyncDispose]())

  test('is not ready', async () => {
    const { body } = await api.request.get('/readyz').expect(503)
    expect(Ready.parse(body)).toEqual({ status: 'unavailable', checks: { database: 'ok', timeline: 'failed' } })
  })

  test.each(['/v1/timeline', '/v1/actors', '/v1/documents/x', '/v1/events/x'])(
    'says when to come again: %s',
    async (path) => {
      const answer = await api.request.get(path).expect(503)
      expect([Problem.parse(answer.body).type, answer.headers['retry-after']]).toEqual(['/problems/unavailable', '2'])
    },
  )

  test('takes deliveries', async () => {
    expect((await api.deliver({ body: 'Early.', publishedAt: '2022-11-28' })).status).toBe(202)
  })
})
