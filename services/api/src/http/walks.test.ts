import { EventList } from '@dateline/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/api.ts'
import { KAZAKHSTAN, type ToldEvent } from '../testing/story.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api[Symbol.asyncDispose]())

/** Many on the same day, so that most page ends are ties; some undated. */
const event = (n: number, edtf: string | undefined = `2022-11-${10 + (n % 3)}`): ToldEvent => ({
  type: n % 2 === 0 ? 'protest' : 'attack',
  sentence: `Report ${n}: something happened at place number ${n}.`,
  place: { id: `place:KZ/town-${n}`, name: `Town ${n}`, country: 'KZ' },
  participants: [['participants', `group:kz/group-${n}`]],
  ...(n % 7 === 0 ? {} : { edtf }),
})

const list = async (path: string) => EventList.parse((await api.request.get(path).expect(200)).body)

/** Walks the list, with something happening between the pages. */
async function walk(query: string, meanwhile: (page: number) => Promise<void>) {
  const first = await list(`/v1/timeline?limit=200&${query}`)
  const ids: string[] = []
  let cursor: string | null = ''
  for (let page = 0; cursor !== null; page += 1) {
    const answer: EventList = await list(`/v1/timeline?limit=3&${query}${cursor && `&cursor=${cursor}`}`)
    ids.push(...answer.data.map((item) => item.id))
    expect(answer.asOf).toBe(first.asOf)
    cursor = answer.page.next
    // Later pages are still read from under what has happened by then.
    if (page < 4) await meanwhile(page)
  }
  return { walked: ids, there: first.data.map((item) => item.id) }
}

describe('a walk to the end of a list', () => {
  test.each([
    ['order=asc', 100],
    ['order=desc', 200],
    ['country=KZ&type=protest', 300],
    ['undated=exclude&order=desc', 400],
    ['q=happened', 500],
  ])('gives every item that was there at its start exactly once while documents arrive: %s', async (query, base) => {
    const told = Array.from({ length: 12 }, (_, n) => event(base + n))
    await api.tell({ externalId: `doc ${base}`, events: told })
    await api.settled()
    const { walked, there } = await walk(query, async (page) => {
      // New events among the old ones; old ones that move to another day, that go, and that get more evidence.
      const moved = told.filter((_, n) => n % 4 !== page % 4).map((item) => ({ ...item, edtf: `2022-11-${15 + page}` }))
      await api.tell({ externalId: `doc ${base}`, events: [...moved, event(base + 50 + page)] })
      await api.tell({ source: `other-${page}`, events: [event(base + page), event(base + 60 + page, '2022-11-09')] })
      await api.settled()
    })
    expect(walked).toEqual(there)
    expect(new Set(walked).size).toBe(walked.length)
  })

  test('is refused with a cursor of another list, of other filters, or made by hand', async () => {
    await api.tell({ events: [event(1), event(2), { type: 'aid', sentence: 'Help.', place: KAZAKHSTAN }] })
    await api.settled()
    const { page } = await list('/v1/timeline?limit=1')
    const refused = [
      `/v1/timeline?country=KZ&cursor=${page.next}`,
      `/v1/timeline?order=desc&cursor=${page.next}`,
      `/v1/timeline/counts?cursor=${page.next}`,
      `/v1/actors/group:kz%2Fgroup-1/timeline?cursor=${page.next}`,
      `/v1/log?cursor=${page.next}`,
      `/v1/timeline?cursor=${page.next}x`,
      '/v1/timeline?cursor=',
      '/v1/timeline?cursor=%00',
    ]
    for (const path of refused) {
      const { status, body } = await api.request.get(path)
      expect([path, status, (body as { type: string }).type]).toEqual([path, 400, '/problems/invalid-cursor'])
    }
    expect((await list(`/v1/timeline?limit=2&cursor=${page.next}`)).data).toHaveLength(2)
  })
})
