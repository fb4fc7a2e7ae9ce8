import { EVENT_FORMATS } from '@dateline/contract'
import { FORMATS } from '@dateline/formats'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/api.ts'
import { KAZAKHSTAN } from '../testing/story.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
  const participants = [['donor', 'org:kz/red-crescent']] as const
  await api.tell({
    events: [
      { type: 'aid', sentence: 'Help came in May.', place: KAZAKHSTAN, edtf: '2022-05', participants },
      { type: 'aid', sentence: 'Help came on a day.', place: KAZAKHSTAN, edtf: '2022-11-02', participants },
    ],
  })
  await api.settled()
})
afterAll(() => api[Symbol.asyncDispose]())

const read = async (path: string, accept?: string) => {
  const sent = api.request
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => done(null, text))
    })
  const { status, headers, body } = await (accept === undefined ? sent : sent.set('accept', accept))
  return { status, headers: headers as Record<string, string>, text: body as string }
}

test('what is documented is what there is', () => {
  expect(FORMATS.map(({ suffix, mediaType }) => [suffix, mediaType.split(';')[0]])).toEqual(
    Object.entries(EVENT_FORMATS),
  )
})

test.each(Object.entries(EVENT_FORMATS))('a list of events comes as .%s and as %s', async (suffix, mediaType) => {
  for (const list of ['/v1/timeline', '/v1/actors/org:kz%2Fred-crescent/timeline']) {
    const bySuffix = await read(`${list}.${suffix}?type=aid`)
    expect([bySuffix.status, bySuffix.headers['content-type']?.split(';')[0]]).toEqual([200, mediaType])
    const byAccept = await read(`${list}?type=aid`, `text/html;q=0.1, ${mediaType}`)
    expect([byAccept.status, byAccept.headers['content-type']]).toEqual([200, bySuffix.headers['content-type']])
    expect(byAccept.headers['vary']).toContain('Accept')
    expect(byAccept.headers['etag']).not.toBe((await read(`${list}?type=aid`)).headers['etag'])
    expect(bySuffix.text).toContain('Help came')
  }
})

test('JSON comes by its suffix, by */* and where nothing is asked for', async () => {
  const plain = await read('/v1/timeline')
  for (const { text, status } of [
    await read('/v1/timeline.json'),
    await read('/v1/timeline', '*/*'),
    await read('/v1/timeline', 'application/json'),
  ])
    expect([status, text]).toEqual([200, plain.text])
})

test('pages go on in the same format', async () => {
  const { headers } = await read('/v1/timeline.csv?limit=1')
  const [, next = ''] = /^<([^>]+)>; rel="next"$/.exec(headers['link'] ?? '') ?? []
  expect(next).toMatch(/^\/v1\/timeline\.csv\?limit=1&cursor=/)
  expect((await read(next)).text).toContain('on a day')
})

test('what there is not is a 404 by suffix and a 406 by Accept', async () => {
  expect((await read('/v1/timeline.pdf')).status).toBe(404)
  expect((await read('/v1/timeline/counts.csv')).status).toBe(404)
  expect((await read('/v1/timeline', 'image/png')).status).toBe(406)
})
