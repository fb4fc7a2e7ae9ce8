import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openReceiver } from '@dateline/test/support/receiver.ts'
import { setStage, type Stage } from '../testing/stage.ts'
import { soon, told, towns } from '../testing/told.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage[Symbol.asyncDispose]())

const state = async (id: string) => (await stage.subscriptions.find(id))!

describe('a subscription', () => {
  test('is sent each change of the feed once and in order, signed as Standard Webhooks has it', async () => {
    await using receiver = await openReceiver()
    const from = await stage.next()
    const subscription = await stage.subscribe(receiver.url)
    const sender = stage.send()
    await stage.tell(...towns(3))
    await told(receiver, await stage.feed(from))
    await stage.tell(...towns(4))
    await told(receiver, await stage.feed(from))
    await sender.stop()
    expect(receiver.changes()).toEqual(await stage.feed(from))
    for (const { body, headers, message } of receiver.received) {
      expect(new Webhook(subscription.secret).verify(body, headers as Record<string, string>)).toEqual(message)
      expect(message).toMatchObject({ type: 'timeline.changes', subscription: subscription.id })
    }
    expect(await state(subscription.id)).toMatchObject({ failingSince: null, deadLetters: 0 })
  })

  test('is sent many changes at a time when many wait', async () => {
    await using receiver = await openReceiver()
    const from = await stage.next()
    await stage.tell(...towns(25))
    await stage.subscribe(receiver.url, { from })
    const sender = stage.send({ batch: 10 })
    await told(receiver, await stage.feed(from))
    await sender.stop()
    expect(receiver.received.map(({ message }) => message.data.length)).toEqual([10, 10, 5])
  })

  test('is sent bodies of a bounded size, one change at least', async () => {
    await using receiver = await openReceiver()
    const from = await stage.next()
    await stage.tell(...towns(5))
    await stage.subscribe(receiver.url, { from })
    const sender = stage.send({ batchBytes: 10 })
    await told(receiver, await stage.feed(from))
    await sender.stop()
    expect(receiver.received.map(({ message }) => message.data.length)).toEqual([1, 1, 1, 1, 1])
  })

  test('is sent what matches its filters only', async () => {
    await using receiver = await openReceiver()
    const [one = '', other = ''] = towns(2)
    const subscription = await stage.subscribe(receiver.url, { filters: { place: `place:KZ/${other}` } })
    const sender = stage.send()
    await stage.tell(one, other)
    await expect.poll(() => receiver.received.length, soon).toBe(1)
    await expect.poll(async () => (await state(subscription.id)).position, soon).toBe(await stage.log.head())
    await sender.stop()
    expect(JSON.parse(receiver.received[0]!.body)).toMatchObject({ data: [{ event: { place: { name: other } } }] })
  })

  test('that was removed is sent nothing more', async () => {
    await using receiver = await openReceiver()
    const { id } = await stage.subscribe(receiver.url)
    expect(await stage.subscriptions.remove(id)).toBe('removed')
    expect(await stage.subscriptions.remove(id)).toBe('unknown')
    const sender = stage.send()
    await stage.tell(...towns(1))
    await sender.stop()
    expect(receiver.received).toEqual([])
  })
})
