import { CreatedSubscription, Problem, Subscription, SubscriptionList, WebhookDeliveryList } from '@dateline/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api[Symbol.asyncDispose]())

async function call(method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object) {
  const sent = api.request[method](`/v1/admin/subscriptions${path}`).set('authorization', `Bearer ${api.adminKey}`)
  const { status, body: answer, headers } = await (body === undefined ? sent : sent.send(body))
  return { status, body: answer as unknown, headers: headers as Record<string, string> }
}
const url = 'http://127.0.0.1:9/hook'

test('a subscription shows its secret once, and takes the filters of the stream', async () => {
  const made = await call('post', '', { url, filters: { type: ['election'], country: 'KZ' }, from: '1' })
  const { secret, ...subscription } = CreatedSubscription.parse(made.body)
  expect([made.status, made.headers['location']]).toEqual([201, `/v1/admin/subscriptions/${subscription.id}`])
  expect(secret).toMatch(/^whsec_/)
  expect(subscription.filters).toEqual({
    type: ['election'],
    country: 'KZ',
    match: 'all',
    realis: ['actual', 'ongoing'],
  })
  const found = await call('get', `/${subscription.id}`)
  expect(Subscription.parse(found.body)).toEqual(subscription)
  expect(JSON.stringify(found.body)).not.toContain(secret)
})

test.each<[object, string, RegExp]>([
  [{ url: 'http://1.1.1.1' }, '/url', /where only https/],
  [{ url: 'http://169.254.169.254' }, '/url', /no public address/],
  [{ url: 'https://me:secret@receiver.example' }, '/url', /must not hold a user/],
  [{ url, filters: { type: ['nothing'] } }, '/filters/type/0', /./],
  [{ url, filters: { asOf: '1' } }, '/filters/asOf', /is not known here/],
  [{ url, filters: { from: '2022', to: '2021' } }, '/filters/to', /before `from` begins/],
  [{ url, from: '-1' }, '/from', /must be a log position/],
  [{}, '/url', /./],
])('%j is refused, with where it is wrong', async (body, pointer, message) => {
  const { status, body: problem } = await call('post', '', body)
  expect(status).toBe(400)
  expect(Problem.parse(problem).errors).toContainEqual({
    pointer,
    message: expect.stringMatching(message) as unknown,
  })
})

test('an edit changes what it names, answers the subscription as it is then, and is noted with who asked', async () => {
  const { id, ...before } = CreatedSubscription.parse(
    (await call('post', '', { url, description: 'The map', filters: { type: ['election'] } })).body,
  )
  const edited = await call('patch', `/${id}`, { filters: { country: 'KZ' }, description: null })
  expect(edited.status).toBe(200)
  expect(Subscription.parse(edited.body)).toMatchObject({
    id,
    url: before.url,
    description: null,
    filters: { country: 'KZ', match: 'all', realis: ['actual', 'ongoing'] },
  })
  expect((await call('get', `/${id}`)).body).toEqual(edited.body)
  const acts = await api.request
    .get('/v1/admin/audit?action=editSubscription&limit=1')
    .set('authorization', `Bearer ${api.adminKey}`)
  expect(acts.body).toMatchObject({ data: [{ target: { subscription: id }, detail: { description: null } }] })
})

test.each<[object, string, RegExp]>([
  [{ url: 'http://1.1.1.1' }, '/url', /where only https/],
  [{ filters: { from: '2022', to: '2021' } }, '/filters/to', /before `from` begins/],
  [{ filter: {} }, '/filter', /is not known here; there are: url, description, filters/],
  [{ state: 'paused' }, '/state', /is not known here/],
])('the edit %j is refused, with where it is wrong, and changes nothing', async (change, pointer, message) => {
  const { id } = CreatedSubscription.parse((await call('post', '', { url })).body)
  const before = (await call('get', `/${id}`)).body
  const { status, body: problem } = await call('patch', `/${id}`, { description: 'x', ...change })
  expect(status).toBe(400)
  expect(Problem.parse(problem).errors).toContainEqual({
    pointer,
    message: expect.stringMatching(message) as unknown,
  })
  expect((await call('get', `/${id}`)).body).toEqual(before)
})

test('subscriptions and deliveries are walked by cursors', async () => {
  const ids: string[] = []
  for (let n = 0; n < 3; n += 1) ids.push(CreatedSubscription.parse((await call('post', '', { url })).body).id)
  const walked: string[] = []
  for (let next: string | null = ''; next !== null;) {
    const page: SubscriptionList = SubscriptionList.parse(
      (await call('get', `?limit=2${next && `&cursor=${next}`}`)).body,
    )
    walked.push(...page.data.map(({ id }) => id))
    next = page.page.next
  }
  expect(walked.slice(-3)).toEqual(ids)
  const path = `/${ids[0]}`
  for (let n = 0; n < 3; n += 1) await call('post', `${path}/test`)
  const first = WebhookDeliveryList.parse((await call('get', `${path}/deliveries?limit=2`)).body)
  const rest = WebhookDeliveryList.parse(
    (await call('get', `${path}/deliveries?limit=2&cursor=${first.page.next}`)).body,
  )
  expect([first.data.length, rest.data.length, rest.page.next]).toEqual([2, 1, null])
  expect([...first.data, ...rest.data].every(({ kind, state }) => kind === 'test' && state === 'failed')).toBe(true)
  expect((await call('get', `/${ids[1]}/deliveries?limit=2&cursor=${first.page.next}`)).status).toBe(400)
})
