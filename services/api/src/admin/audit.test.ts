import { ActList } from '@dateline/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({}, { project: false })
})
afterAll(() => api[Symbol.asyncDispose]())

const admin = (key = api.adminKey) => ({ authorization: `Bearer ${key}` })
const acts = async (query = '') =>
  ActList.parse((await api.request.get(`/v1/admin/audit?${query}`).set(admin()).expect(200)).body)

test('what is done with an admin key is noted with who, what, when, and how it ended', async () => {
  const { body: made } = await api.request
    .post('/v1/admin/keys')
    .set({ ...admin(), 'x-request-id': 'asked-1' })
    .send({ name: 'desk', scopes: ['timelines:read'] })
    .expect(201)
  const { id, key } = made as { id: string; key: string }
  await api.request.post('/v1/admin/sources/none/rotate').set(admin()).expect(404)
  await api.request.delete(`/v1/admin/keys/${id}`).set(admin()).expect(204)
  await expect
    .poll(async () => (await acts()).data.map(({ action, target, status }) => [action, target, status]))
    .toEqual([
      ['deleteKey', { id }, 204],
      ['rotateSource', { name: 'none' }, 404],
      ['createKey', {}, 201],
    ])
  const [created] = (await acts('action=createKey')).data
  expect(created).toMatchObject({
    by: { keyId: api.adminKey.split('_')[1], name: 'admin' },
    detail: { name: 'desk', scopes: ['timelines:read'] },
    requestId: 'asked-1',
    address: expect.stringContaining('127.0.0.1') as unknown,
  })
  expect(JSON.stringify(await acts())).not.toContain(key)
})

test('what only reads, is refused at the door or does not parse is no act', async () => {
  const before = await acts()
  await api.request.get('/v1/admin/keys').set(admin()).expect(200)
  await api.request
    .post('/v1/admin/sources')
    .set(admin(await api.key('timelines:read')))
    .send({ name: 'x' })
    .expect(403)
  await api.request.post('/v1/admin/sources').set(admin()).send({ name: '!' }).expect(400)
  expect((await acts()).data).toEqual(before.data)
})

test('what cannot be noted is not done', async () => {
  await api.pool.query('alter table access.acts rename to acts_away')
  await api.request.post('/v1/admin/sources').set(admin()).send({ name: 'unseen' }).expect(503)
  await api.pool.query('alter table access.acts_away rename to acts')
  expect((await api.access.listSources()).map(({ name }) => name)).not.toContain('unseen')
})

test('acts come in pages', async () => {
  for (let n = 0; n < 4; n += 1)
    await api.request
      .post('/v1/admin/sources')
      .set(admin())
      .send({ name: `paged-${n}` })
  const first = await acts('action=createSource&limit=3')
  const second = await acts(`action=createSource&limit=3&cursor=${first.page.next}`)
  expect([...first.data, ...second.data].map(({ detail }) => (detail as { name: string }).name).slice(0, 4)).toEqual([
    'paged-3',
    'paged-2',
    'paged-1',
    'paged-0',
  ])
})
