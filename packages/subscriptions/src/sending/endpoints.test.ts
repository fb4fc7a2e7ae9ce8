import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openReceiver, type Receiver } from '@dateline/test/support/receiver.ts'
import { setStage, type Stage } from '../testing/stage.ts'
import { soon, told, towns } from '../testing/told.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage[Symbol.asyncDispose]())

const state = async (id: string) => (await stage.subscriptions.find(id))!

describe('an endpoint', () => {
  test('that is slow does not hold up the others', async () => {
    await using slow = await openReceiver(() => undefined)
    await using quick = await openReceiver()
    const from = await stage.next()
    const ids = []
    for (let n = 0; n < 6; n += 1) ids.push((await stage.subscribe(`${slow.url}/${n}`, { from })).id)
    await stage.pool.query('update subscriptions.subscriptions set slow = true where id = any ($1)', [ids])
    const sender = stage.send({ concurrency: 3, slowConcurrency: 1, timeout: 60_000, lease: 90_000 })
    await stage.tell(...towns(1))
    await expect.poll(() => slow.received.length, soon).toBe(1)
    await stage.subscribe(quick.url, { from })
    await told(quick, await stage.feed(from))
    expect(slow.received).toHaveLength(1)
    await Promise.all([sender.stop(), ...ids.map((id) => stage.subscriptions.remove(id))])
  })

  test('is known for slow by its last answer', async () => {
    let wait = 50
    await using receiver = await openReceiver(async () => {
      await new Promise((resolve) => setTimeout(resolve, wait))
      return 200
    })
    const from = await stage.next()
    const { id } = await stage.subscribe(receiver.url, { from })
    const isSlow = async () =>
      (await stage.pool.query<{ slow: boolean }>('select slow from subscriptions.subscriptions where id = $1', [id]))
        .rows[0]?.slow
    const sender = stage.send({ slowAfter: 40 })
    await stage.tell(...towns(1))
    await expect.poll(isSlow, soon).toBe(true)
    await sender.stop()
    wait = 0
    const other = stage.send({ slowAfter: 10_000 })
    await stage.tell(...towns(1))
    await expect.poll(isSlow, soon).toBe(false)
    await other.stop()
  })

  test('that fails for too long is paused, which its status says, and resumed goes on where it was', async () => {
    await using receiver = await openReceiver(() => 503)
    const from = await stage.next()
    const { id } = await stage.subscribe(receiver.url, { from })
    await stage.tell(...towns(2))
    const sender = stage.send({ pauseAfter: 100, firstPause: 60, tries: 100 })
    await expect.poll(async () => (await state(id)).state, soon).toBe('paused')
    expect(await state(id)).toMatchObject({ pausedBecause: 'failing', deadLetters: 0 })
    await stage.tell(...towns(1))
    receiver.answer(() => 200)
    const before = receiver.received.length
    expect(await stage.subscriptions.resume(id)).toBe('done')
    await told(receiver, await stage.feed(from))
    await sender.stop()
    expect(receiver.received[before]?.id).toBe(receiver.received[0]?.id)
    expect(await state(id)).toMatchObject({ state: 'active', pausedBecause: null, failingSince: null })
  })

  test('that is gone is paused at once', async () => {
    await using receiver = await openReceiver(() => 410)
    const { id } = await stage.subscribe(receiver.url)
    await stage.tell(...towns(1))
    const sender = stage.send()
    await expect.poll(async () => (await state(id)).pausedBecause, soon).toBe('gone')
    await sender.stop()
    expect(receiver.received).toHaveLength(1)
  })

  test('can be tried by a test, also while paused', async () => {
    await using receiver = await openReceiver((_, response) => void response.writeHead(200).end('Thanks.'))
    const { id, secret } = await stage.subscribe(receiver.url)
    await stage.subscriptions.pause(id)
    expect(await stage.subscriptions.test(id)).toMatchObject({
      kind: 'test',
      state: 'delivered',
      attempts: [{ status: 200, error: null, answer: 'Thanks.' }],
    })
    const [{ body, headers }] = receiver.received as [Receiver['received'][number]]
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
      type: 'test',
      data: [],
    })
    receiver.answer(() => 500)
    expect(await stage.subscriptions.test(id)).toMatchObject({ state: 'failed', attempts: [{ status: 500 }] })
    expect(await stage.subscriptions.test('none')).toBeNull()
  })
})
