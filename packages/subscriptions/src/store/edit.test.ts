import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openReceiver, type Receiver } from '@dateline/test/support/receiver.ts'
import { setStage, type Stage } from '../testing/stage.ts'
import { soon, towns } from '../testing/told.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage[Symbol.asyncDispose]())

const ALL = { match: 'all', realis: ['actual', 'ongoing'] } as const
const at = (town: string) => ({ ...ALL, realis: [...ALL.realis], place: `place:KZ/${town}` })
const state = async (id: string) => (await stage.subscriptions.find(id))!
const bodies = ({ received }: Receiver) => received.map(({ body }) => body)
const latest = async (id: string) => (await stage.subscriptions.deliveries(id, { limit: 100 }))!

describe('a subscription that is edited', () => {
  test('is told by its new filters from the next delivery on, what waits included', async () => {
    const [one = '', other = '', third = ''] = towns(3)
    await using receiver = await openReceiver()
    const from = await stage.next()
    const { id } = await stage.subscribe(receiver.url, { filters: at(one), from })
    const sender = stage.send()
    await stage.tell(one, other)
    await expect.poll(() => receiver.received.length, soon).toBe(1)
    await expect.poll(async () => (await state(id)).position, soon).toBe(await stage.log.head())
    expect(await stage.subscriptions.pause(id)).toBe('done')
    await stage.tell(third)
    const edited = await stage.subscriptions.edit(id, { filters: at(third) })
    expect(edited).toMatchObject({ status: 'edited', subscription: { filters: at(third), state: 'paused' } })
    await stage.subscriptions.resume(id)
    await expect.poll(() => receiver.received.length, soon).toBe(2)
    await expect.poll(async () => (await state(id)).position, soon).toBe(await stage.log.head())
    await sender.stop()
    expect(bodies(receiver)).toEqual([expect.stringContaining(one), expect.stringContaining(third)])
  })

  test('is told what was begun as it was begun, however often that is tried and its filters are changed', async () => {
    const [one = '', other = ''] = towns(2)
    await using receiver = await openReceiver(() => 500)
    const { id } = await stage.subscribe(receiver.url, { filters: at(one), from: await stage.next() })
    await stage.tell(one)
    const sender = stage.send({ tries: 1_000 })
    await expect.poll(() => receiver.received.length, soon).toBeGreaterThan(0)
    await stage.subscriptions.edit(id, { filters: at(other) })
    await stage.subscriptions.edit(id, { filters: at('nowhere') })
    const before = receiver.received.length
    await expect.poll(() => receiver.received.length, soon).toBeGreaterThan(before + 1)
    receiver.answer(() => 200)
    await expect.poll(async () => (await state(id)).failingSince, soon).toBeNull()
    await sender.stop()
    expect(new Set(bodies(receiver)).size).toBe(1)
    expect(await latest(id)).toMatchObject([{ state: 'delivered' }])
  })

  test('sends a dead letter as it was begun', async () => {
    const [one = '', other = ''] = towns(2)
    await using receiver = await openReceiver(() => 400)
    const { id } = await stage.subscribe(receiver.url, { filters: at(one), from: await stage.next() })
    await stage.tell(one)
    const sender = stage.send({ tries: 2 })
    await expect.poll(async () => (await state(id)).deadLetters, soon).toBe(1)
    await sender.stop()
    await stage.subscriptions.edit(id, { filters: at(other) })
    receiver.answer(() => 200)
    const [dead] = await latest(id)
    expect(await stage.subscriptions.retry(id, dead!.id)).toMatchObject({ delivery: { state: 'delivered' } })
    expect(bodies(receiver).at(-1)).toBe(bodies(receiver)[0])
  })

  test('has nothing begun by the filters before by whoever sends for it at that moment', async () => {
    const [one = '', other = ''] = towns(2)
    let answer = () => {}
    await using receiver = await openReceiver(() => new Promise((resolve) => (answer = () => resolve(200))))
    const { id } = await stage.subscribe(receiver.url, { from: await stage.next() })
    await stage.tell(one)
    const sender = stage.send({ turn: 60_000 })
    await expect.poll(() => receiver.received.length, soon).toBe(1)
    await stage.subscriptions.edit(id, { filters: at('nowhere') })
    await stage.tell(other)
    receiver.answer(() => 200)
    answer()
    await expect.poll(async () => (await state(id)).position, soon).toBe(await stage.log.head())
    await sender.stop()
    // The one that was on its way counts: it is not sent twice.
    expect(bodies(receiver)).toEqual([expect.stringContaining(one)])
  })

  test('sends what is in hand to its new URL at once, and what the one before answers counts for nothing', async () => {
    let answer = () => {}
    await using old = await openReceiver(() => new Promise((resolve) => (answer = () => resolve(410))))
    await using other = await openReceiver()
    const { id } = await stage.subscribe(old.url, { from: await stage.next() })
    await stage.tell(...towns(1))
    const sender = stage.send({ timeout: 60_000, lease: 90_000 })
    await expect.poll(() => old.received.length, soon).toBe(1)
    await stage.subscriptions.edit(id, { url: other.url })
    await expect.poll(() => other.received.length, soon).toBe(1)
    answer()
    await stage.tell(...towns(1))
    await expect.poll(() => other.received.length, soon).toBe(2)
    await sender.stop()
    expect(other.received[0]).toMatchObject({ id: old.received[0]?.id, body: old.received[0]?.body })
    expect(old.received).toHaveLength(1)
    expect(await state(id)).toMatchObject({ state: 'active', url: other.url, failingSince: null })
  })

  test('waits no longer for the pause of its URL before', async () => {
    await using old = await openReceiver((_, response) => void response.writeHead(503, { 'retry-after': '3600' }).end())
    await using other = await openReceiver()
    const { id } = await stage.subscribe(old.url, { from: await stage.next() })
    await stage.tell(...towns(1))
    const sender = stage.send()
    await expect.poll(async () => (await state(id)).nextAttemptAt, soon).not.toBeNull()
    await stage.subscriptions.edit(id, { url: other.url })
    await expect.poll(() => other.received.length, soon).toBe(1)
    await sender.stop()
  })

  test('keeps what is not named, and goes nowhere that it may not', async () => {
    const { id, url, filters } = await stage.subscribe('http://127.0.0.1:9/hook')
    const edit = (change: Parameters<Stage['subscriptions']['edit']>[1]) => stage.subscriptions.edit(id, change)
    expect(await edit({ description: 'The map' })).toMatchObject({
      subscription: { url, filters, description: 'The map' },
    })
    expect(await edit({ url: `${url}/2` })).toMatchObject({ subscription: { filters, description: 'The map' } })
    expect(await edit({ description: null })).toMatchObject({ subscription: { url: `${url}/2`, description: null } })
    expect(await edit({ url: 'http://169.254.169.254/' })).toMatchObject({ status: 'forbidden' })
    expect(await state(id)).toMatchObject({ url: `${url}/2` })
    expect(await stage.subscriptions.edit('none', { description: null })).toEqual({ status: 'unknown' })
  })
})
