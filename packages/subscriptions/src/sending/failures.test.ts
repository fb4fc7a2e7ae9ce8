import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openReceiver } from '@dateline/test/support/receiver.ts'
import { setStage, type Stage } from '../testing/stage.ts'
import { distinct, soon, told, towns } from '../testing/told.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage[Symbol.asyncDispose]())

const state = async (id: string) => (await stage.subscriptions.find(id))!

describe('a delivery that fails', () => {
  test('is tried again with the same id and body, and what waits behind it keeps its place', async () => {
    let left = 3
    await using receiver = await openReceiver(() => (left-- > 0 ? 500 : 200))
    const from = await stage.next()
    const { id } = await stage.subscribe(receiver.url, { from })
    await stage.tell(...towns(1))
    const sender = stage.send()
    await expect.poll(() => receiver.received.length, soon).toBeGreaterThan(1)
    await stage.tell(...towns(2))
    await told(receiver, await stage.feed(from))
    await sender.stop()
    const [first, ...rest] = receiver.received
    for (const again of rest.slice(0, 3)) expect([again.id, again.body]).toEqual([first?.id, first?.body])
    expect(distinct(receiver.received.slice(3).flatMap(({ id }) => id)).length).toBe(receiver.received.length - 3)
    const deliveries = (await stage.subscriptions.deliveries(id, { limit: 10 }))!
    const attempts = deliveries.at(-1)!.attempts
    expect(attempts.map(({ status, error }) => [status, error])).toEqual([
      [500, 'answered 500'],
      [500, 'answered 500'],
      [500, 'answered 500'],
      [200, null],
    ])
  })

  test('for want of an answer is given up in time', async () => {
    let silent = true
    await using receiver = await openReceiver(() => (silent ? undefined : 200))
    const from = await stage.next()
    const { id } = await stage.subscribe(receiver.url, { from })
    await stage.tell(...towns(1))
    const sender = stage.send({ timeout: 100 })
    await expect.poll(async () => (await state(id)).failingSince, soon).not.toBeNull()
    silent = false
    await expect.poll(async () => (await state(id)).failingSince, soon).toBeNull()
    await sender.stop()
    const [delivery] = (await stage.subscriptions.deliveries(id, { limit: 1 }))!
    expect(delivery?.attempts[0]).toMatchObject({ status: null, error: 'no answer within 0.1 s' })
    expect(delivery?.state).toBe('delivered')
  })

  test('waits for as long as Retry-After asks', async () => {
    await using receiver = await openReceiver(
      (_, response) => void response.writeHead(429, { 'retry-after': '60' }).end(),
    )
    const { id } = await stage.subscribe(receiver.url)
    await stage.tell(...towns(1))
    const sender = stage.send()
    await expect.poll(async () => (await state(id)).nextAttemptAt, soon).not.toBeNull()
    await sender.stop()
    expect((await state(id)).nextAttemptAt!.getTime()).toBeGreaterThan(Date.now() + 50_000)
    expect(receiver.received).toHaveLength(1)
    await stage.subscriptions.remove(id)
  })

  test('too often becomes a dead letter, those behind it go on, and it can be sent later', async () => {
    const [poison = '', ...others] = towns(3)
    let broken = true
    await using receiver = await openReceiver(({ body }) => (broken && body.includes(poison) ? 400 : 200))
    const from = await stage.next()
    const { id } = await stage.subscribe(receiver.url, { from })
    await stage.tell(poison)
    const sender = stage.send({ tries: 3 })
    await expect.poll(async () => (await state(id)).deadLetters, soon).toBe(1)
    await stage.tell(...others)
    await told(receiver, await stage.feed(from))
    await sender.stop()
    const [dead] = (await stage.subscriptions.deliveries(id, { limit: 10, state: 'dead' }))!
    expect(dead?.attempts).toHaveLength(3)
    expect(await stage.subscriptions.retry(id, dead!.id)).toMatchObject({
      status: 'tried',
      delivery: { state: 'dead' },
    })
    broken = false
    const retried = await stage.subscriptions.retry(id, dead!.id)
    expect(retried).toMatchObject({ status: 'tried', delivery: { state: 'delivered' } })
    expect([receiver.received.at(-1)?.id, receiver.received.at(-1)?.body]).toEqual([
      dead?.id,
      receiver.received[0]?.body,
    ])
    expect(await stage.subscriptions.retry(id, dead!.id)).toEqual({ status: 'notDead', state: 'delivered' })
    expect(await stage.subscriptions.retry(id, 'none')).toEqual({ status: 'unknown' })
  })

  test('because of a redirect is not sent where that leads', async () => {
    await using other = await openReceiver()
    await using receiver = await openReceiver(
      (_, response) => void response.writeHead(307, { location: other.url }).end(),
    )
    const { id } = await stage.subscribe(receiver.url)
    await stage.tell(...towns(1))
    const sender = stage.send({ tries: 2 })
    await expect.poll(async () => (await state(id)).deadLetters, soon).toBe(1)
    await sender.stop()
    expect(other.received).toEqual([])
    expect((await state(id)).lastDelivery?.attempts[0]).toMatchObject({
      status: 307,
      error: `answered 307, a redirect to ${other.url}, which is not followed`,
    })
  })

  test('keeps the beginning of the answer, and reads no answer without end', async () => {
    await using receiver = await openReceiver((_, response) => {
      response.writeHead(500)
      response.write(`\0${'no '.repeat(1_000)}`)
      const more = setInterval(() => response.write('x'.repeat(16_384)), 1)
      response.on('close', () => clearInterval(more))
    })
    const { id } = await stage.subscribe(receiver.url)
    await stage.tell(...towns(1))
    const sender = stage.send({ tries: 2 })
    await expect.poll(async () => (await state(id)).deadLetters, soon).toBe(1)
    await sender.stop()
    const answer = (await state(id)).lastDelivery?.attempts[0]?.answer
    expect(answer).toMatch(/^\uFFFDno no /)
    expect(answer).toHaveLength(1_000)
  })
})
