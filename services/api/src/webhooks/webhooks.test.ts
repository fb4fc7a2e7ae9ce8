import { Document, Problem, Submitted } from '@dateline/contract'
import { Webhook } from 'standardwebhooks'
import type supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api[Symbol.asyncDispose]())

let number = 0
const article = (more: object = {}) => ({
  title: 'A vote',
  body: `Article ${(number += 1)}: voters went to the polls on Sunday.`,
  publishedAt: '2022-11-28T09:00:00Z',
  ...more,
})
const head = () => api.log.head()

describe('a signed delivery', () => {
  test('of one document is taken, durable when it is answered', async () => {
    const before = await head()
    const { body } = await api.deliver(article()).expect(202)
    const [taken] = Submitted.parse(body).data
    expect(taken).toEqual({
      id: taken?.id,
      status: 'queued',
      duplicate: false,
      revision: 1,
      href: `/v1/documents/${taken?.id}`,
    })
    expect(await head()).toBe(before + 1n)
  })

  test('can be asked for at once, before any projector has seen it', async () => {
    const { body } = await api.deliver(article({ externalId: 'at once' })).expect(202)
    const href = Submitted.parse(body).data[0]?.href ?? ''
    const answer = await api.request.get(href).expect(200)
    expect(Document.parse(answer.body)).toMatchObject({
      status: 'queued',
      externalId: 'at once',
      revision: 1,
      events: [],
    })
  })

  test('made again is answered the same, whatever the order of what arrives', async () => {
    const sent = article()
    const answers = await Promise.all([1, 2, 3, 4].map(() => api.deliver(sent, { id: 'again' }).expect(202)))
    const taken = answers.map((answer) => Submitted.parse(answer.body).data[0])
    expect(new Set(taken.map((one) => one?.id)).size).toBe(1)
    expect(taken.filter((one) => one?.duplicate === false)).toHaveLength(1)
  })

  test('with the same text is the same document', async () => {
    const sent = article()
    const first = Submitted.parse((await api.deliver(sent).expect(202)).body).data[0]
    const second = Submitted.parse((await api.deliver(sent).expect(202)).body).data[0]
    expect(second).toEqual({ ...first, duplicate: true })
  })

  test('with another text under the same id is a revision', async () => {
    const first = Submitted.parse((await api.deliver(article({ externalId: 'x' })).expect(202)).body).data[0]
    const second = Submitted.parse((await api.deliver(article({ externalId: 'x' })).expect(202)).body).data[0]
    expect(second).toMatchObject({ id: first?.id, revision: 2, duplicate: false })
  })

  test('under an id that was used for another body is a conflict, and takes nothing', async () => {
    await api.deliver(article(), { id: 'taken' }).expect(202)
    const before = await head()
    const { body } = await api.deliver(article(), { id: 'taken' }).expect(409)
    expect(Problem.parse(body).type).toBe('/problems/delivery-conflict')
    expect(await head()).toBe(before)
  })

  test('of a batch takes what is good and names what is not', async () => {
    const { body } = await api
      .deliver({ documents: [article(), article({ publishedAt: 'yesterday' }), article(), { title: 'nothing else' }] })
      .expect(202)
    const { data, errors } = Submitted.parse(body)
    expect(data.map((taken) => taken.index)).toEqual([0, 2])
    expect(errors?.map((error) => error.pointer)).toContain('/documents/1/publishedAt')
    expect(errors?.map((error) => error.pointer)).toContain('/documents/3/publishedAt')
  })

  test('holds with any of the secrets after a rotation', async () => {
    const made = await api.access.createSource('rotated')
    const rotated = await api.access.rotateSource('rotated')
    if (made.status !== 'created' || rotated.status !== 'rotated') throw new Error('no source')
    for (const secret of [made.secret, rotated.secret])
      expect((await api.deliver(article(), { source: 'rotated', secret })).status).toBe(202)
  })

  test('may carry several signatures, of which one fits', async () => {
    const body = JSON.stringify(article())
    const at = new Date()
    const source = await api.access.createSource('several')
    const good = new Webhook(source.status === 'created' ? source.secret : '').sign('several', at, body)
    const { status } = await api.request
      .post('/v1/webhooks/several/documents')
      .set({ 'webhook-id': 'several', 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)) })
      .set('webhook-signature', `v1,AAAA v1a,BBBB ${good}`)
      .send(Buffer.from(body))
    expect(status).toBe(202)
  })
})

describe('a delivery is refused', () => {
  /** What was answered, and how much the log has grown, which must be nothing. */
  const refusal = async (sent: supertest.Test) => {
    const before = await head()
    const { status, body } = await sent
    const problem = Problem.parse(body)
    return { is: `${status} ${problem.type.replace('/problems/', '')}, took ${(await head()) - before}`, ...problem }
  }
  const INVALID_SIGNATURE = { is: '401 invalid-signature, took 0' }

  test('without a signature', async () => {
    const sent = api.request.post('/v1/webhooks/demo/documents').send(article())
    const detail = expect.stringContaining('webhook-signature') as unknown
    expect(await refusal(sent)).toMatchObject({ ...INVALID_SIGNATURE, detail })
  })

  test('with a signature by another secret, or of a source that is not there', async () => {
    const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
    expect(await refusal(api.deliver(article(), { secret }))).toMatchObject(INVALID_SIGNATURE)
    expect(await refusal(api.deliver(article(), { source: 'nobody' }))).toMatchObject(INVALID_SIGNATURE)
  })

  test('with a body that was changed by a byte', async () => {
    const at = new Date()
    const body = JSON.stringify(article())
    const source = await api.access.createSource('altered')
    const sent = api.request
      .post('/v1/webhooks/altered/documents')
      .set({ 'webhook-id': 'a', 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)) })
      .set('webhook-signature', new Webhook(source.status === 'created' ? source.secret : '').sign('a', at, body))
      .type('application/json')
      .send(`${body} `)
    expect(await refusal(sent)).toMatchObject(INVALID_SIGNATURE)
  })

  test.each([-6, 6])('with a timestamp %i minutes away', async (minutes) => {
    const sent = api.deliver(article(), { at: new Date(Date.now() + minutes * 60_000) })
    const detail = expect.stringContaining('five minutes') as unknown
    expect(await refusal(sent)).toMatchObject({ ...INVALID_SIGNATURE, detail })
  })

  test.each(['{"title":', '', 'hello', '{"a":1}}'])('with a body that is not JSON: %s', async (text) => {
    expect(await refusal(api.deliver(text))).toMatchObject({ is: '400 invalid-json, took 0' })
  })

  test('with a body nested too deep', async () => {
    const deep = `{"documents":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    expect(await refusal(api.deliver(deep))).toMatchObject({ is: '400 invalid-json, took 0' })
  })

  test('with a body of more than ten mebibytes, before anything else is looked at', async () => {
    const sent = api.request.post('/v1/webhooks/demo/documents').send('x'.repeat(12 * 1024 * 1024))
    expect(await refusal(sent)).toMatchObject({ is: '413 too-large, took 0' })
  })

  test('with a compressed body', async () => {
    const sent = api.request.post('/v1/webhooks/demo/documents').set('content-encoding', 'gzip').send('x')
    expect(await refusal(sent)).toMatchObject({ is: '415 unsupported-media-type, took 0' })
  })

  test('with a query', async () => {
    const sent = api.request.post('/v1/webhooks/demo/documents?dry=1').send('{}')
    expect(await refusal(sent)).toMatchObject({ is: '400 invalid-request, took 0' })
  })

  test('without a publication date', async () => {
    const sent = api.deliver({ title: 'A vote', body: 'Voters went to the polls.' })
    expect(await refusal(sent)).toMatchObject({
      is: '422 unprocessable, took 0',
      errors: [{ pointer: '/publishedAt', message: expect.stringContaining('is required') as unknown }],
    })
  })

  test.each<[string, unknown]>([
    ['a list', []],
    ['a number', 1],
    ['null', null],
    ['no document at all', {}],
    ['an empty batch', { documents: [] }],
    ['a batch that is no list', { documents: {} }],
    ['a batch with something beside it', { documents: [{}], more: 1 }],
    ['a batch of nothing good', { documents: [{}, 1, null, 'x', []] }],
    ['too many documents', { documents: Array.from({ length: 101 }, () => ({})) }],
    ['a text of white space', { body: ' \n\t ', publishedAt: '2022-11-28' }],
    ['a day that there is not', { body: 'x', publishedAt: '2022-02-30' }],
    ['a year without an end', { body: 'x', publishedAt: '0000-01-01' }],
    ['an address that is none', { body: 'x', publishedAt: '2022-11-28', url: 'javascript:alert(1)' }],
    ['an id that holds a NUL', { body: 'x', publishedAt: '2022-11-28', externalId: 'a\0b' }],
  ])('with %s', async (_what, payload) => {
    const refused = await refusal(api.deliver(payload))
    expect(refused.is).toBe('422 unprocessable, took 0')
    expect(refused.errors?.length).toBeGreaterThan(0)
  })
})

describe('texts that Postgres or JSON stumble over', () => {
  test.each([
    ['a NUL', 'a\0b'],
    ['half of a surrogate pair', 'a\ud83d b'],
    ['astral characters', 'a 😀 b 𝒳'],
    ['right-to-left marks', '\u202Eabc\u200F'],
  ])('%s in the body is taken', async (_what, text) => {
    expect((await api.deliver(article({ body: `${text} ${(number += 1)}` }))).status).toBe(202)
  })
})

describe('a key with the scope documents:write', () => {
  const submit = async (key: string, source = 'demo') =>
    (await api.request.post(`/v1/webhooks/${source}/documents`).set('authorization', `Bearer ${key}`).send(article()))
      .status

  test('submits without a signature', async () => {
    expect(await submit(await api.key('documents:write'))).toBe(202)
  })

  test('lacking the scope, or for a source that is not there, does not', async () => {
    expect(await submit(await api.key('timelines:read'))).toBe(403)
    expect(await submit(await api.key('documents:write'), 'nobody')).toBe(404)
    expect(await submit(`dk_${'0'.repeat(16)}_${'0'.repeat(43)}`)).toBe(401)
  })
})
