import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@dateline/client'
import { createPool, findEmbeddedPostgres } from '@dateline/platform'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliver } from '../support/client.ts'
import { openReceiver, type Receiver } from '../support/receiver.ts'
import { type ServiceProcess, startService } from '../support/service.ts'
import { report } from './reports.ts'

/** From a signed document in to a signed webhook out, through the service as a user runs it; each test goes on there. */
let dataDir: string
let service: ServiceProcess
let receiver: Receiver
let admin: ReturnType<typeof createClient>
let made: { id: string; secret: string }

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dateline-e2e-'))
  service = await startService(dataDir, { WEBHOOKS_ALLOW_PRIVATE: 'true' })
  receiver = await openReceiver()
  admin = createClient({ url: service.url, key: service.adminKey })
})
afterAll(async () => {
  await receiver[Symbol.asyncDispose]()
  await service.end('SIGINT')
  await rm(dataDir, { recursive: true, force: true })
})

/** The reports' countries by their number. */
const KENYA = [0, 10]
const GHANA = [1, 11]

const soon = { timeout: 30_000, interval: 50 }
const at = () => ({ params: { subscription: made.id } })
const state = () => admin.get('/v1/admin/subscriptions/{subscription}', at())
const latest = async () => (await admin.get('/v1/admin/subscriptions/{subscription}/deliveries', at())).data[0]

/** Submits a report and waits until the timeline shows what it says. */
async function submit(number: number): Promise<void> {
  const { status, body } = await deliver<{ data: { id: string }[] }>(service, report(number))
  expect(status).toBe(202)
  const query = { document: body.data[0]!.id }
  await expect.poll(async () => (await admin.get('/v1/timeline', { query })).data.length, soon).toBeGreaterThan(0)
}

/** `position-n` of the changes of events that the timeline shows for a country. */
async function feed(country: string): Promise<string[]> {
  const events = new Set<string>()
  for await (const { id } of admin.items('/v1/timeline', { query: { country } })) events.add(id)
  const changes: string[] = []
  for await (const { position, n, eventId } of admin.items('/v1/changes', { query: { after: '0' } }))
    if (events.has(eventId)) changes.push(`${position}-${n}`)
  return changes
}

/** Whether the endpoint was told these and no others, once all was looked at. */
async function told(changes: () => Promise<string[]>): Promise<void> {
  await expect.poll(async () => (await state()).lag, soon).toBe(0)
  await expect.poll(async () => [...new Set(receiver.changes())], soon).toEqual(await changes())
}

test('what documents report of a country is posted to its subscriber, signed so that the npm library believes it', async () => {
  made = await admin.post('/v1/admin/subscriptions', { body: { url: receiver.url, filters: { country: 'KE' } } })
  await submit(KENYA[0]!)
  await submit(GHANA[0]!)
  await told(() => feed('KE'))
  expect(receiver.received.length).toBeGreaterThan(0)
  for (const { body, headers, message } of receiver.received) {
    const webhook = new Webhook(made.secret)
    expect(webhook.verify(body, headers as Record<string, string>)).toEqual(message)
    expect(() => webhook.verify(body.replace('KE', 'GH'), headers as Record<string, string>)).toThrow('signature')
  }
})

test('an endpoint that is dead is tried again, is paused in the end, and once resumed misses nothing', async () => {
  receiver.answer((_, response) => void response.destroy())
  await submit(KENYA[1]!)
  await expect.poll(async () => (await latest())?.attempts.length, soon).toBeGreaterThan(1)
  const failing = await latest()
  expect(failing).toMatchObject({
    state: 'pending',
    attempts: [{ status: null, error: expect.any(String) as string }, {}],
  })
  expect((await state()).failingSince).not.toBeNull()

  const pool = createPool({ url: (await findEmbeddedPostgres(dataDir))!, max: 1 })
  await pool.query(`update subscriptions.subscriptions set failing_since = now() - interval '25 hours', next_at = null`)
  await pool.end()
  await expect.poll(async () => (await state()).pausedBecause, soon).toBe('failing')

  receiver.answer(() => 204)
  await admin.post('/v1/admin/subscriptions/{subscription}/resume', at())
  await told(() => feed('KE'))
  expect(receiver.received.filter(({ id }) => id === failing?.id).length).toBeGreaterThan(2)
  expect(await state()).toMatchObject({ state: 'active', failingSince: null, deadLetters: 0 })
})

test('another filter counts from then on, and a replay tells what it would have told before', async () => {
  const before = receiver.received.length
  await admin.patch('/v1/admin/subscriptions/{subscription}', { ...at(), body: { filters: { country: 'GH' } } })
  await submit(GHANA[1]!)
  await expect.poll(() => receiver.received.length, soon).toBeGreaterThan(before)
  receiver.received.length = 0
  await admin.post('/v1/admin/subscriptions/{subscription}/replay', { ...at(), body: { from: '0' } })
  await told(() => feed('GH'))
})
