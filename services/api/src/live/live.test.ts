import { Change, ChangeList, Problem } from '@dateline/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/api.ts'
import { openStream, type Stream } from '../testing/sse.ts'
import { ASTANA, KAZAKHSTAN, type ToldEvent } from '../testing/story.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api[Symbol.asyncDispose]())

let number = 0
const strike = (more: Partial<ToldEvent> = {}): ToldEvent => {
  number += 1
  const place = { id: `place:KZ/town-${number}`, name: `Town ${number}`, country: 'KZ' }
  return { type: 'protest', sentence: `Strike ${number} began.`, edtf: '2022-11-20', place, ...more }
}

const open = (query = '', headers: Record<string, string> = {}) => openStream(`${api.url}/v1/stream?${query}`, headers)
const changesOf = (stream: Stream) => stream.messages.map(({ data }) => Change.parse(JSON.parse(data)))
const received = async (stream: Stream, count: number) => {
  await expect.poll(() => stream.messages.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(count)
}
const feed = async (after: string) =>
  ChangeList.parse((await api.request.get(`/v1/changes?limit=200&after=${after}`).expect(200)).body).data
const head = async () => String(await api.log.head())

describe('a stream', () => {
  test('starts now, tells each change as the feed has it, and gives an id to begin with', async () => {
    await api.tell({ events: [strike()] })
    await api.settled()
    const before = await head()
    const stream = await open()
    await expect.poll(() => stream.lastId(), { timeout: 10_000 }).toMatch(/^\d+-\d+$/)
    await api.tell({ externalId: 'told', events: [strike(), strike()] })
    await api.tell({ externalId: 'told', events: [] })
    await received(stream, 4)
    stream.close()
    const told = await feed(before)
    expect(changesOf(stream)).toEqual(told)
    expect(stream.messages.map(({ id, event }) => [id, event])).toEqual(
      told.map(({ position, n }) => [`${position}-${n}`, 'message']),
    )
    expect(told.map(({ change }) => change)).toEqual(['created', 'created', 'withdrawn', 'withdrawn'])
  })

  test('killed and resumed at any point gives the feed, without loss or repeat', async () => {
    const from = await head()
    for (let n = 0; n < 4; n += 1)
      await api.tell({ externalId: `resumed ${n}`, events: [strike(), strike(), strike()] })
    for (let n = 0; n < 4; n += 1) await api.tell({ externalId: `resumed ${n}`, events: [strike()] })
    await api.settled()
    const told = await feed(from)
    expect(new Set(told.map(({ n }) => n)).size).toBeGreaterThan(1)
    const pieces: Change[] = []
    for (let id = from; pieces.length < told.length;) {
      const stream = await open('', { 'last-event-id': id })
      await received(stream, 1)
      // Of what has come, only the first two were dealt with when the connection broke.
      const [taken] = [stream.messages.slice(0, 2)]
      stream.close()
      pieces.push(...taken.map(({ data }) => Change.parse(JSON.parse(data))))
      id = taken.at(-1)?.id ?? id
    }
    expect(pieces).toEqual(told)
  })

  test('resumes by the header before the parameter, which a browser repeats', async () => {
    const before = await head()
    await api.tell({ events: [strike()] })
    await api.settled()
    const stream = await open('lastEventId=0', { 'last-event-id': before })
    await received(stream, 1)
    expect(changesOf(stream)).toEqual(await feed(before))
    stream.close()
    const all = await open('lastEventId=0')
    await received(all, (await feed('0')).length)
    expect(changesOf(all)).toEqual(await feed('0'))
    all.close()
  })

  test('tells what matches its filters, and what does so no more', async () => {
    const stream = await open('place=place:KZ/astana&type=protest')
    const other = await open('country=KZ&type=aid')
    await expect.poll(() => stream.lastId() !== '' && other.lastId() !== '', { timeout: 10_000 }).toBe(true)
    await api.tell({ externalId: 'moved', events: [strike({ place: ASTANA }), strike()] })
    await received(stream, 1)
    await api.tell({
      externalId: 'moved',
      events: [{ type: 'aid', sentence: 'Help came.', edtf: '2021', place: KAZAKHSTAN }],
    })
    await received(stream, 2)
    await received(other, 1)
    const [first, second] = changesOf(stream)
    expect([first?.change, second?.eventId]).toEqual(['created', first?.eventId])
    expect(changesOf(stream)).toHaveLength(2)
    for (const open of [stream, other]) open.close()
  })

  test('says of an event that matches no more that it does so', async () => {
    const before = await head()
    const told = strike({ place: ASTANA })
    await api.tell({ externalId: 'doubted', events: [told] })
    await api.tell({ externalId: 'doubted', title: 'Doubts', events: [{ ...told, realis: 'alleged' }, strike()] })
    await api.settled()
    const stream = await open(`place=place:KZ/astana&lastEventId=${before}`)
    await received(stream, 2)
    expect(changesOf(stream).map(({ change, event, matches }) => [change, event?.realis, matches])).toEqual([
      ['created', 'actual', undefined],
      ['updated', 'alleged', false],
    ])
    stream.close()
  })

  test('of a position that this log has not got to is told to begin again', async () => {
    const stream = await open('lastEventId=8000000000000000000-0')
    await received(stream, 1)
    expect(stream.messages[0]?.event).toBe('resync')
    await api.tell({ events: [strike()] })
    await received(stream, 2)
    expect(stream.messages[1]?.event).toBe('message')
    stream.close()
  })

  test.each(['x', '-1', '1-', '1-x', '01', '99999999999999999999', '1-99999999999'])(
    'with the id %s is refused',
    async (id) => {
      const { body } = await api.request.get('/v1/stream').set('last-event-id', id).expect(400)
      expect(Problem.parse(body).errors?.[0]?.pointer).toBe('/headers/last-event-id')
      await api.request.get(`/v1/stream?lastEventId=${id}`).expect(400)
    },
  )
})

/** `npm run test:soak` opens a thousand. */
const STREAMS = process.env['SOAK'] === 'true' ? 1000 : 200

test('many streams hear of a change, and are ended when the service closes', async () => {
  const closing = await startTestApi()
  const streams = await Promise.all(Array.from({ length: STREAMS }, () => openStream(`${closing.url}/v1/stream`)))
  await expect.poll(() => streams.every((stream) => stream.lastId() !== ''), { timeout: 20_000 }).toBe(true)
  await closing.tell({ events: [strike()] })
  await expect.poll(() => streams.every((stream) => stream.messages.length === 1), { timeout: 20_000 }).toBe(true)
  await closing[Symbol.asyncDispose]()
  expect(new Set(await Promise.all(streams.map((stream) => stream.end)))).toEqual(new Set(['ended']))
})
