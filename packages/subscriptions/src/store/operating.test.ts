import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openReceiver, type Receiver } from '@dateline/test/support/receiver.ts'
import { setStage, type Stage } from '../testing/stage.ts'
import { distinct, soon, told, towns } from '../testing/told.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage[Symbol.asyncDispose]())

const state = async (id: string) => (await stage.subscriptions.find(id))!

describe('an operator', () => {
  test('pauses and resumes without loss', async () => {
    await using receiver = await openReceiver()
    const from = await stage.next()
    const { id } = await stage.subscribe(receiver.url, { from })
    const sender = stage.send()
    await stage.tell(...towns(1))
    await told(receiver, await stage.feed(from))
    expect(await stage.subscriptions.pause(id)).toBe('done')
    expect(await stage.subscriptions.pause(id)).toBe('unchanged')
    const before = receiver.changes()
    await stage.tell(...towns(2))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(receiver.changes()).toEqual(before)
    expect(await stage.subscriptions.resume(id)).toBe('done')
    expect(await stage.subscriptions.resume(id)).toBe('unchanged')
    await told(receiver, await stage.feed(from))
    await sender.stop()
    expect(receiver.changes()).toEqual(await stage.feed(from))
    expect(await stage.subscriptions.pause('none')).toBe('unknown')
  })

  test('replays from a position, under ids of its own', async () => {
    await using receiver = await openReceiver()
    const from = await stage.next()
    const { id } = await stage.subscribe(receiver.url, { from })
    const sender = stage.send()
    await stage.tell(...towns(3))
    await told(receiver, await stage.feed(from))
    const all = await stage.feed(from)
    const count = receiver.received.length
    const middle = BigInt(all[1]!.split('-')[0]!)
    expect(await stage.subscriptions.replay(id, middle)).toBe('replaying')
    await expect.poll(() => receiver.changes(), soon).toEqual([...all, ...all.slice(1)])
    await sender.stop()
    const ids = receiver.received.map((received) => received.id)
    expect(distinct(ids)).toEqual(ids)
    expect(ids.length).toBeGreaterThan(count)
    expect(await stage.subscriptions.replay('none', 1n)).toBe('unknown')
  })

  test('replays while a delivery is on its way, whose end moves nothing', async () => {
    let answer = () => {}
    await using receiver = await openReceiver(() => new Promise((resolve) => (answer = () => resolve(200))))
    const from = await stage.next()
    const { id } = await stage.subscribe(receiver.url, { from })
    const sender = stage.send()
    await stage.tell(...towns(2))
    await expect.poll(() => receiver.received.length, soon).toBeGreaterThan(0)
    await stage.subscriptions.replay(id, from)
    receiver.answer(() => 200)
    const late = receiver.received.length
    answer()
    await expect
      .poll(
        () =>
          distinct(
            receiver.received
              .slice(late)
              .flatMap(({ message }) => message.data.map(({ position, n }) => `${position}-${n}`)),
          ),
        soon,
      )
      .toEqual(await stage.feed(from))
    await sender.stop()
    const [first] = (await stage.subscriptions.deliveries(id, { limit: 100 }))!.toReversed()
    expect(first).toMatchObject({ state: 'superseded' })
  })

  test('rotates the secret: for a day both sign, then the new one', async () => {
    await using receiver = await openReceiver()
    const from = await stage.next()
    const { id, secret } = await stage.subscribe(receiver.url, { from })
    const rotated = await stage.subscriptions.rotate(id)
    if (rotated.status !== 'rotated') throw new Error('not rotated')
    expect(rotated.previousExpiresAt.getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000)
    const sender = stage.send()
    await stage.tell(...towns(1))
    await told(receiver, await stage.feed(from))
    const verify = (by: string, { body, headers }: Receiver['received'][number]) =>
      new Webhook(by).verify(body, headers as Record<string, string>)
    const [first] = receiver.received as [Receiver['received'][number]]
    expect(verify(secret, first)).toEqual(verify(rotated.secret, first))
    expect((await state(id)).secrets.map(({ expiresAt }) => expiresAt === null)).toEqual([true, false])
    await stage.pool.query(`update subscriptions.secrets set expires_at = now() where expires_at is not null`)
    await stage.tell(...towns(1))
    await told(receiver, await stage.feed(from))
    await sender.stop()
    const last = receiver.received.at(-1)!
    expect(() => verify(secret, last)).toThrow('No matching signature found')
    expect(verify(rotated.secret, last)).toEqual(last.message)
    expect(await stage.subscriptions.rotate('none')).toEqual({ status: 'unknown' })
  })

  test('is told where the read tables were made anew by other code', async () => {
    await using receiver = await openReceiver()
    const { id } = await stage.subscribe(receiver.url)
    await stage.pool.query('update subscriptions.subscriptions set build_version = -1 where id = $1', [id])
    const sender = stage.send()
    await expect.poll(() => receiver.received.length, soon).toBe(1)
    const from = await stage.next()
    await stage.tell(...towns(1))
    await told(receiver, await stage.feed(from))
    await sender.stop()
    expect(receiver.received.map(({ message }) => message.type)).toEqual(['timeline.resync', 'timeline.changes'])
  })
})
