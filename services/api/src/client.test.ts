import { createClient, RequestRefused } from '@dateline/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from './testing/api.ts'
import { KAZAKHSTAN } from './testing/story.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
  for (let n = 1; n <= 7; n += 1)
    await api.tell({
      events: [{ type: 'aid', sentence: `Help came on day ${n}.`, place: KAZAKHSTAN, edtf: `2022-11-0${n}` }],
    })
  await api.settled()
})
afterAll(() => api[Symbol.asyncDispose]())

describe('the typed client', () => {
  test('walks a list over its pages, item by item', async () => {
    const client = createClient({ url: api.url })
    const dates: string[] = []
    for await (const event of client.items('/v1/timeline', { query: { country: 'KZ', limit: 3 } }))
      dates.push(event.date.edtf)
    expect(dates).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `2022-11-0${n}`))
    const sizes: number[] = []
    for await (const page of client.pages('/v1/timeline', { query: { limit: 3 } })) sizes.push(page.data.length)
    expect(sizes).toEqual([3, 3, 1])
  })

  test('reads one thing by an id with slashes and colons in it, and says why it cannot', async () => {
    const client = createClient({ url: api.url })
    const [event] = (await client.get('/v1/timeline', { query: { limit: 1 } })).data
    expect(await client.get('/v1/events/{id}', { params: { id: event?.id ?? '' } })).toMatchObject({ type: 'aid' })
    await expect(client.get('/v1/actors/{id}', { params: { id: 'person:no/body' } })).rejects.toMatchObject({
      status: 404,
      problem: { type: '/problems/not-found', instance: '/v1/actors/person%3Ano%2Fbody' },
    })
  })

  test('submits what it signs, and administers with a key', async () => {
    const admin = createClient({ url: api.url, key: api.adminKey })
    const source = await admin.post('/v1/admin/sources', { body: { name: 'gazette' } })
    const client = createClient({ url: api.url })
    const first = await client.submit(source, { body: 'It began.', publishedAt: '2022-11-28' }, { id: 'd1' })
    const again = await client.submit(source, { body: 'It began.', publishedAt: '2022-11-28' }, { id: 'd1' })
    expect([first.data[0]?.duplicate, again.data[0]?.duplicate]).toEqual([false, true])
    const feed = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Gazette',
      items: [{ id: '1', content_text: 'It went on.', date_published: '2022-11-29T08:00:00Z' }],
    })
    expect((await client.submitFeed(source, feed)).data).toMatchObject([{ status: 'queued', index: 0 }])
    const { id } = await admin.post('/v1/admin/subscriptions', { body: { url: 'http://127.0.0.1:9/hook' } })
    const edit = { params: { subscription: id }, body: { filters: { country: 'KZ' } } }
    const edited = await admin.patch('/v1/admin/subscriptions/{subscription}', edit)
    expect(edited.filters.country).toBe('KZ')
    await admin.delete('/v1/admin/sources/{name}', { params: { name: 'gazette' } })
    await expect(client.submit(source, { body: 'It ended.', publishedAt: '2022-11-30' })).rejects.toThrow(
      RequestRefused,
    )
  })

  test('follows a stream', async () => {
    const stop = new AbortController()
    const seen: (string | undefined)[] = []
    for await (const message of createClient({ url: api.url }).stream(
      { type: ['aid'] },
      { lastEventId: '0', signal: stop.signal },
    )) {
      if (message.kind === 'change') seen.push(message.change.event?.date.edtf)
      if (seen.length === 7) stop.abort()
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `2022-11-0${n}`))
  })
})
