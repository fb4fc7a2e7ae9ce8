import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReceiver } from '@dateline/test/support/receiver.ts'
import { setStage, type Stage } from '../testing/stage.ts'
import { distinct, soon, towns } from '../testing/told.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
const children = new Set<ChildProcess>()
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await stage[Symbol.asyncDispose]()
})

async function startProcess(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('../testing/sender-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, stage.url], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.add(child)
  await once(child.stdout, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
  children.delete(child)
}

test.each([
  ['before it is answered', 'before', 1],
  ['when it is answered', 'after', 0],
])(
  'a sender killed %s loses nothing, and what is sent again is known by its id',
  async (_when, when, repeats) => {
    let child: ChildProcess | undefined
    await using receiver = await openReceiver(async (_, response) => {
      if (receiver.received.length !== 3 || !child) return 200
      if (when === 'after') response.writeHead(200).end()
      await kill(child)
      return when === 'after' ? undefined : 200
    })
    const from = await stage.next()
    const { id } = await stage.subscribe(receiver.url, { from })
    await stage.tell(...towns(15))
    const all = await stage.feed(from)
    await stage.subscriptions.pause(id)
    child = await startProcess()
    await stage.subscriptions.resume(id)
    await expect.poll(() => child?.signalCode, soon).toBe('SIGKILL')
    const sender = stage.send({ batch: 3 })
    await expect.poll(() => distinct(receiver.changes()), soon).toEqual(all)
    await sender.stop()
    const bodies = Map.groupBy(receiver.received, ({ id }) => id)
    for (const [, same] of bodies) expect(distinct(same.map(({ body }) => body))).toHaveLength(1)
    expect(receiver.received.length).toBeGreaterThanOrEqual(bodies.size + repeats)
    // No change is told under two ids.
    const told = [...bodies.values()].flatMap(([first]) =>
      first!.message.data.map(({ position, n }) => `${position}-${n}`),
    )
    expect(told).toEqual(all)
    await stage.subscriptions.remove(id)
  },
  60_000,
)

test('many senders keep out of each other’s way: each subscription is sent everything once, in order', async () => {
  const receivers = await Promise.all(Array.from({ length: 5 }, () => openReceiver()))
  const from = await stage.next()
  for (const { url } of receivers) await stage.subscribe(url, { from })
  const senders = Array.from({ length: 3 }, () => stage.send({ batch: 2, turn: 50 }))
  for (let n = 0; n < 5; n += 1) await stage.tell(...towns(4))
  const all = await stage.feed(from)
  for (const receiver of receivers) await expect.poll(() => distinct(receiver.changes()), soon).toEqual(all)
  await Promise.all(senders.map((sender) => sender.stop()))
  for (const receiver of receivers) {
    expect(receiver.changes()).toEqual(all)
    await receiver[Symbol.asyncDispose]()
  }
})

test('a sender that is stopped lets what is on its way arrive, and gives back what it has taken', async () => {
  let answer = () => {}
  await using receiver = await openReceiver(
    () =>
      new Promise((resolve) => {
        answer = () => resolve(200)
      }),
  )
  const from = await stage.next()
  const { id } = await stage.subscribe(receiver.url, { from })
  await stage.tell(...towns(1))
  const sender = stage.send()
  await expect.poll(() => receiver.received.length, soon).toBe(1)
  const stopped = sender.stop()
  answer()
  await stopped
  expect((await stage.subscriptions.find(id))?.lastDelivery).toMatchObject({ state: 'delivered' })
  const { rows } = await stage.pool.query(
    'select lease from subscriptions.subscriptions where id = $1 and leased_until <= now()',
    [id],
  )
  expect(rows).toEqual([{ lease: null }])
  await stage.subscriptions.remove(id)
})

test('a stopped sender cuts off what does not arrive, which another sends again under the same id', async () => {
  await using receiver = await openReceiver(() => undefined)
  const from = await stage.next()
  const { id } = await stage.subscribe(receiver.url, { from })
  await stage.tell(...towns(1))
  const sender = stage.send({ timeout: 60_000, lease: 90_000 })
  await expect.poll(() => receiver.received.length, soon).toBe(1)
  await sender.stop()
  receiver.answer(() => 200)
  const other = stage.send()
  await expect.poll(() => receiver.received.length, soon).toBe(2)
  await other.stop()
  expect(receiver.received[1]?.id).toBe(receiver.received[0]?.id)
  expect((await stage.subscriptions.find(id))?.lastDelivery?.attempts).toMatchObject([{ status: 200 }])
})
