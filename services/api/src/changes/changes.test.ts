import { ChangeList, EventList } from '@dateline/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/api.ts'
import type { ToldEvent } from '../testing/story.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const strike = (n: number, edtf = '2022-11-20'): ToldEvent => ({
  type: 'protest',
  sentence: `Strike ${n} began.`,
  edtf,
  place: { id: `place:KZ/town-${n}`, name: `Town ${n}`, country: 'KZ' },
})

const changes = async (query: string) =>
  ChangeList.parse((await api.request.get(`/v1/changes?${query}`).expect(200)).body)
const timeline = async () => EventList.parse((await api.request.get('/v1/timeline?limit=200').expect(200)).body)

async function walked(limit: number) {
  const pages = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: ChangeList = await changes(`limit=${limit}${cursor && `&cursor=${cursor}`}`)
    pages.push(page)
    cursor = page.page.next
  }
  return pages
}

test('the feed tells what was created, updated and withdrawn, and replayed by a reader gives the timeline', async () => {
  for (let n = 0; n < 5; n += 1)
    await api.tell({ externalId: 'doc', events: [strike(n), strike(n + 1), strike(n + 2, '2022-12')] })
  await api.tell({ externalId: 'doc', events: [strike(5)] })
  await api.tell({ source: 'other', events: [strike(4), strike(5)] })
  await api.settled()
  const all = (await walked(200)).flatMap((page) => page.data)
  expect(new Set(all.map((change) => change.change))).toEqual(new Set(['created', 'updated', 'withdrawn']))
  const known = new Map<string, unknown>()
  for (const { eventId, event } of all) {
    if (event) known.set(eventId, event)
    else known.delete(eventId)
  }
  const now = (await timeline()).data
  expect(known).toEqual(new Map(now.map((event) => [event.id, event])))
})

test('a page ends with an entry, so that its last position can be gone on after', async () => {
  const all = (await walked(200)).flatMap((page) => page.data)
  for (const limit of [1, 2, 3]) {
    const pages = await walked(limit)
    expect(pages.flatMap((page) => page.data)).toEqual(all)
    const ends = pages.map((page) => page.data.at(-1)?.position)
    expect(new Set(ends).size).toBe(pages.length)
    for (const page of pages.slice(0, -1)) expect(page.asOf).toBe(page.data.at(-1)?.position)
    const [first, second] = pages
    expect((await changes(`limit=${limit}&after=${first?.asOf}`)).data).toEqual(second?.data)
  }
})

test('at its end there is nothing until something happens', async () => {
  const { asOf } = await changes('after=0&limit=200')
  expect(await changes(`after=${asOf}`)).toMatchObject({ data: [], page: { next: null }, asOf })
  await api.tell({ events: [strike(99)] })
  await api.settled()
  expect((await changes(`after=${asOf}`)).data.map((change) => change.change)).toEqual(['created'])
  expect((await changes('after=9223372036854775807')).data).toEqual([])
})
