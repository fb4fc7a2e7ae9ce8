import { listChanges, readSnapshot } from '@dateline/projections'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openReceiver, type Receiver } from './testing/receiver.ts'
import { setStage, type Stage } from './testing/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage[Symbol.asyncDispose]())

let number = 0
/** Names of towns that nothing has happened in yet */
const towns = (count: number) => Array.from({ length: count }, () => `town-${(number += 1)}`)

/** `position-n` of every change in the feed from a position on */
async function feed(from: bigint): Promise<string[]> {
  return readSnapshot(stage.pool, async ({ client, builds }) => {
    const { rows } = await listChanges({ client, schema: builds['timeline']!.schema }, from - 1n, 100_000)
    return rows.map(({ position, n }) => `${position}-${n}`)
  })
}

const soon = { timeout: 15_000, interval: 20 }
const told = async (receiver: Receiver, changes: readonly string[]) => {
  await expect.poll(() => distinct(receiver.changes()), soon).toEqual(changes)
}
const distinct = (values: readonly string[]) => [...new Set(values)]
const start = async () => (await stage.log.head()) + 1n
const state = async (id: string) => (await stage.subscriptions.find(id))!

describe('a subscription', () => {
  test('is sent each change of the feed once and in order, signed as Standard Webhooks has it', async () => {
    await using receiver = await openReceiver()
    const from = await start()
    const subscription = await stage.subscribe(receiver.url)
    const sender = stage.send()
    await stage.tell(...towns(3))
    await told(receiver, await feed(from))
    await stage.tell(...towns(4))
    await told(receiver, await feed(from))
    await sender.stop()
    expect(receiver.changes()).toEqual(await feed(from))
    for (const { body, headers, message } of receiver.received) {
      expect(new Webhook(subscription.secret).verify(body, headers as Record<string, string>)).toEqual(message)
      expect(message).toMatchObject({ type: 'timeline.changes', subscription: subscription.id })
    }
    expect(await state(subscription.id)).toMatchObject({ failingSince: null, deadLetters: 0 })
  })

  test('is sent many changes at a time when many wait', async () => {
    await using receiver = await openReceiver()
    const from = await start()
    await stage.tell(...towns(25))
    await stage.subscribe(receiver.url, { from })
    const sender = stage.send({ batch: 10 })
    await told(receiver, await feed(from))
    await sender.stop()
    expect(receiver.received.map(({ message }) => message.data.length)).toEqual([10, 10, 5])
  })

  test('is sent bodies of a bounded size, one change at least', async () => {
    await using receiver = await openReceiver()
    const from = await start()
    await stage.tell(...towns(5))
    await stage.subscribe(receiver.url, { from })
    const sender = stage.send({ batchBytes: 10 })
    await told(receiver, await feed(from))
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

describe('a delivery that fails', () => {
  test('is tried again with the same id and body, and what waits behind it keeps its place', async () => {
    let left = 3
    await using receiver = await openReceiver(() => (left-- > 0 ? 500 : 200))
    const from = await start()
    const { id } = await stage.subscribe(receiver.url, { from })
    await stage.tell(...towns(1))
    const sender = stage.send()
    await expect.poll(() => receiver.received.length, soon).toBeGreaterThan(1)
    await stage.tell(...towns(2))
    await told(receiver, await feed(from))
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
    const from = await start()
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
    const from = await start()
    const { id } = await stage.subscribe(receiver.url, { from })
    await stage.tell(poison)
    const sender = stage.send({ tries: 3 })
    await expect.poll(async () => (await state(id)).deadLetters, soon).toBe(1)
    await stage.tell(...others)
    await told(receiver, await feed(from))
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

describe('an endpoint', () => {
  test('that is slow does not hold up the others', async () => {
    await using slow = await openReceiver(() => undefined)
    await using quick = await openReceiver()
    const from = await start()
    const ids = []
    for (let n = 0; n < 6; n += 1) ids.push((await stage.subscribe(`${slow.url}/${n}`, { from })).id)
    await stage.pool.query('update subscriptions.subscriptions set slow = true where id = any ($1)', [ids])
    const sender = stage.send({ concurrency: 3, slowConcurrency: 1, timeout: 60_000, lease: 90_000 })
    await stage.tell(...towns(1))
    await expect.poll(() => slow.received.length, soon).toBe(1)
    await stage.subscribe(quick.url, { from })
    await told(quick, await feed(from))
    expect(slow.received).toHaveLength(1)
    await Promise.all([sender.stop(), ...ids.map((id) => stage.subscriptions.remove(id))])
  })

  test('is known for slow by its last answer', async () => {
    let wait = 50
    await using receiver = await openReceiver(async () => {
      await new Promise((resolve) => setTimeout(resolve, wait))
      return 200
    })
    const from = await start()
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
    const from = await start()
    const { id } = await stage.subscribe(receiver.url, { from })
    await stage.tell(...towns(2))
    const sender = stage.send({ pauseAfter: 100, firstPause: 60, tries: 100 })
    await expect.poll(async () => (await state(id)).state, soon).toBe('paused')
    expect(await state(id)).toMatchObject({ pausedBecause: 'failing', deadLetters: 0 })
    await stage.tell(...towns(1))
    receiver.answer(() => 200)
    const before = receiver.received.length
    expect(await stage.subscriptions.resume(id)).toBe('done')
    await told(receiver, await feed(from))
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

describe('an operator', () => {
  test('pauses and resumes without loss', async () => {
    await using receiver = await openReceiver()
    const from = await start()
    const { id } = await stage.subscribe(receiver.url, { from })
    const sender = stage.send()
    await stage.tell(...towns(1))
    await told(receiver, await feed(from))
    expect(await stage.subscriptions.pause(id)).toBe('done')
    expect(await stage.subscriptions.pause(id)).toBe('unchanged')
    const before = receiver.changes()
    await stage.tell(...towns(2))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(receiver.changes()).toEqual(before)
    expect(await stage.subscriptions.resume(id)).toBe('done')
    expect(await stage.subscriptions.resume(id)).toBe('unchanged')
    await told(receiver, await feed(from))
    await sender.stop()
    expect(receiver.changes()).toEqual(await feed(from))
    expect(await stage.subscriptions.pause('none')).toBe('unknown')
  })

  test('replays from a position, under ids of its own', async () => {
    await using receiver = await openReceiver()
    const from = await start()
    const { id } = await stage.subscribe(receiver.url, { from })
    const sender = stage.send()
    await stage.tell(...towns(3))
    await told(receiver, await feed(from))
    const all = await feed(from)
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
    const from = await start()
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
      .toEqual(await feed(from))
    await sender.stop()
    const [first] = (await stage.subscriptions.deliveries(id, { limit: 100 }))!.toReversed()
    expect(first).toMatchObject({ state: 'superseded' })
  })

  test('rotates the secret: for a day both sign, then the new one', async () => {
    await using receiver = await openReceiver()
    const from = await start()
    const { id, secret } = await stage.subscribe(receiver.url, { from })
    const rotated = await stage.subscriptions.rotate(id)
    if (rotated.status !== 'rotated') throw new Error('not rotated')
    expect(rotated.previousExpiresAt.getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000)
    const sender = stage.send()
    await stage.tell(...towns(1))
    await told(receiver, await feed(from))
    const verify = (by: string, { body, headers }: Receiver['received'][number]) =>
      new Webhook(by).verify(body, headers as Record<string, string>)
    const [first] = receiver.received as [Receiver['received'][number]]
    expect(verify(secret, first)).toEqual(verify(rotated.secret, first))
    expect((await state(id)).secrets.map(({ expiresAt }) => expiresAt === null)).toEqual([true, false])
    await stage.pool.query(`update subscriptions.secrets set expires_at = now() where expires_at is not null`)
    await stage.tell(...towns(1))
    await told(receiver, await feed(from))
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
    const from = await start()
    await stage.tell(...towns(1))
    await told(receiver, await feed(from))
    await sender.stop()
    expect(receiver.received.map(({ message }) => message.type)).toEqual(['timeline.resync', 'timeline.changes'])
  })
})
