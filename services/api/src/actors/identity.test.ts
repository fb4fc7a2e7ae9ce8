import { Actor } from '@dateline/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api[Symbol.asyncDispose]())

async function correct(request: object): Promise<string> {
  const { body } = await api.request
    .post('/v1/admin/corrections')
    .set('Authorization', `Bearer ${api.adminKey}`)
    .send(request)
    .expect(201)
  await api.settled()
  return (body as { id: string }).id
}

const get = async <T>(path: string, status = 200): Promise<T> =>
  (await api.request.get(path).redirects(0).expect(status)).body as T

interface Person {
  id: string
  name: string
  documents: number
  aliases: string[]
  names: { name: string; reports: number }[]
  mergedFrom: { id: string; name: string; since: string; reasons: string[] }[]
  offices: object[]
}

const place = (code: string, name: string) => ({ id: `country:${code}`, name, country: code })

/** A document in which somebody takes part in an event of a country, and what it says of them. */
async function tell(
  id: string,
  event: { type?: 'appointment' | 'inauguration' | 'resignation'; day: string; country: string; says: string },
  office: string | null,
): Promise<string> {
  const { type = 'appointment', day, country, says } = event
  const at = place(country, `Land of ${country}`)
  const document = await api.tell({
    publishedAt: day,
    actors: office === null ? [] : [{ id, gender: null, country: null, offices: [{ office, of: at.id }] }],
    events: [
      {
        type,
        sentence: says,
        edtf: day,
        participants: [
          ['holder', id],
          ['appointer', at.id],
        ],
        place: at,
        attributes: office === null ? {} : { office },
      },
    ],
  })
  await api.settled()
  return document
}

describe('one person under the names of four documents', () => {
  let before: string
  beforeAll(async () => {
    await tell(
      'person:aslan-kadyrin',
      { type: 'inauguration', day: '2019-03-02', country: 'KZ', says: 'Aslan Kadyrin was sworn in as president.' },
      'president',
    )
    before = String(await api.log.head())
    await tell(
      'person:a-kadyrin',
      { day: '2020-05-04', country: 'KZ', says: 'A. Kadyrin, the president, took over the council.' },
      'president',
    )
    await tell(
      'person:kadirin',
      { day: '2021-06-07', country: 'KZ', says: 'President Kadirin was made the head of the union.' },
      'president',
    )
    await tell(
      'person:aslan-b-kadyrin',
      {
        type: 'resignation',
        day: '2022-08-09',
        country: 'KZ',
        says: 'Aslan B. Kadyrin stepped down as president on Tuesday.',
      },
      'president',
    )
  })

  test('is one actor under the first id and the best known name, and it says why', async () => {
    const actor = await get<Person>('/v1/actors/person:aslan-kadyrin')
    expect(Actor.parse(actor)).toMatchObject({ name: 'Aslan Kadyrin', documents: 4, events: 4 })
    expect(actor.mergedFrom.map(({ id }) => id)).toEqual([
      'person:a-kadyrin',
      'person:kadirin',
      'person:aslan-b-kadyrin',
    ])
    expect(actor.mergedFrom[1]?.reasons).toEqual([
      'the same last name',
      'the same office: president',
      'the same country: KZ',
      'named with the same: person:anna-berg',
    ])
    expect(actor.names).toEqual(
      expect.arrayContaining([
        { name: 'Aslan Kadyrin', reports: 4 },
        { name: 'Kadirin', reports: 1 },
      ]),
    )
  })

  test('holds the office from the one event to the other', async () => {
    const actor = await get<Person>('/v1/actors/person:aslan-kadyrin')
    expect(actor.offices).toContainEqual({
      office: 'president',
      of: 'country:KZ',
      from: '2019-03-02',
      to: '2022-08-09',
    })
  })

  test('is led to from every id that a document gave', async () => {
    for (const part of ['', '/timeline', '/statements']) {
      const moved = await api.request.get(`/v1/actors/person:kadirin${part}`).redirects(0).expect(301)
      expect(moved.headers['location']).toBe(`/v1/actors/person%3Aaslan-kadyrin${part}`)
    }
    await get('/v1/actors/person:nobody-kadirin', 404)
  })

  test('was nobody else yet as of before', async () => {
    const then = await get<Person>(`/v1/actors/person:aslan-kadyrin?asOf=${before}`)
    expect(then).toMatchObject({ documents: 1, mergedFrom: [] })
  })

  test('is searched for by any of the names', async () => {
    const found = await get<{ data: { id: string }[] }>('/v1/actors?q=kadirin')
    expect(found.data.map(({ id }) => id)).toEqual(['person:aslan-kadyrin'])
  })
})

describe('two ministers of one name in two countries', () => {
  beforeAll(async () => {
    await tell('person:lee', { day: '2020-01-02', country: 'SG', says: 'Lee became minister of health.' }, 'minister')
    await tell(
      'person:lee',
      { day: '2021-01-02', country: 'KR', says: 'Lee was named minister of defence.' },
      'minister',
    )
    await tell(
      'person:lee',
      { day: '2022-01-02', country: 'KR', says: 'Minister Lee joined the cabinet committee.' },
      'minister',
    )
  })

  test('are two actors, and later documents go with the right one', async () => {
    const { data } = await get<{ data: { id: string; documents: number }[] }>('/v1/actors?q=lee')
    expect(data.map(({ documents }) => documents).sort((a, b) => a - b)).toEqual([1, 2])
    expect(data.map(({ id }) => id)).toContain('person:lee')
  })

  test('are made one by a correction, and two again by its undo', async () => {
    const before = await get<{ data: { id: string }[] }>('/v1/actors?q=lee')
    const [other] = before.data.filter(({ id }) => id !== 'person:lee')
    const id = await correct({ kind: 'actor.merge', actorId: other!.id, into: 'person:lee', reason: 'He moved.' })
    const merged = await get<Person>('/v1/actors/person:lee')
    expect(merged).toMatchObject({ documents: 3, mergedFrom: [{ id: other!.id, reasons: ['He moved.'] }] })
    await correct({ kind: 'correction.undo', correctionId: id, reason: 'He did not.' })
    expect(await get('/v1/actors?q=lee')).toMatchObject({ data: before.data })
  })
})

test('what a correction says of an actor holds for whoever is found to be that actor later', async () => {
  await tell('person:mira-voss', { day: '2020-02-03', country: 'PL', says: 'Mira Voss became mayor.' }, 'mayor')
  await correct({ kind: 'actor.rename', actorId: 'person:mira-voss', name: 'Mira Voß', reason: 'So she writes it.' })
  await tell(
    'person:m-voss',
    { day: '2022-02-03', country: 'PL', says: 'M. Voss was appointed to the council of mayors.' },
    'mayor',
  )
  const timeline = await get<{ data: { participants: { actor: object }[] }[] }>('/v1/actors/person:mira-voss/timeline')
  expect(timeline.data).toHaveLength(2)
  for (const { participants } of timeline.data)
    expect(participants[0]?.actor).toMatchObject({ id: 'person:mira-voss', name: 'Mira Voß' })
})
