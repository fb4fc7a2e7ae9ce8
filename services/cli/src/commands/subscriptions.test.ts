import { createEventLog, type EventLog } from '@dateline/event-log'
import { positions, PROJECTIONS, startProjector } from '@dateline/projections'
import { createTestDatabase, type TestDatabase } from '@dateline/test/support/postgres.ts'
import { openReceiver, type Receiver } from '@dateline/test/support/receiver.ts'
import { silent } from '@dateline/test/support/silent.ts'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createProgram } from '../program.ts'
import { terminal } from '../terminal.ts'

let db: TestDatabase
let log: EventLog
let receiver: Receiver
const said: string[] = []

beforeAll(async () => {
  db = await createTestDatabase()
  receiver = await openReceiver()
  vi.stubEnv('DATABASE_URL', db.url)
  vi.stubEnv('WEBHOOKS_ALLOW_PRIVATE', 'true')
  vi.spyOn(terminal, 'say').mockImplementation((line) => said.push(line))
  log = createEventLog({ pool: db.pool })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await receiver[Symbol.asyncDispose]()
  await log.close()
  await db.drop()
})
beforeEach(() => db.pool.query('truncate subscriptions.subscriptions cascade'))

/** Runs `dateline subscriptions …` in this process; answers its exit status and what it said. */
async function subscriptions(...args: string[]): Promise<{ code: number; out: string }> {
  said.length = 0
  await createProgram().parseAsync(['subscriptions', ...args], { from: 'user' })
  const code = Number(process.exitCode ?? 0)
  process.exitCode = 0
  return { code, out: said.join('\n') }
}

/** Once the read tables are there. */
async function subscribe(...args: string[]): Promise<string> {
  const { out } = await subscriptions('create', receiver.url, ...args)
  return /secret of (sub_[0-9a-f]{32})/.exec(out)?.[1] ?? out
}

const state = async (id: string) => (await subscriptions('list')).out.split('\n').find((line) => line.startsWith(id))
const unknown = { code: 1, out: 'There is no subscription "none".' }

test('before the read tables are there, nobody can be told of changes', async () => {
  expect(await subscriptions('create', receiver.url)).toEqual({
    code: 1,
    out: 'There are no read tables yet: start the service, and try again.',
  })
  const projector = startProjector({ pool: db.pool, log, projections: PROJECTIONS, logger: silent })
  await expect.poll(async () => (await positions(db.pool)).timeline, { timeout: 20_000 }).toBeDefined()
  await projector.stop()
})

test('one is made with filters, its secret shown this once, and listed with how it goes', async () => {
  expect(await subscriptions()).toEqual({ code: 0, out: 'Nobody is told of changes.' })
  const made = await subscriptions(
    'create',
    receiver.url,
    '--filter',
    'country=KZ',
    'type=election,protest',
    '--from',
    '0',
  )
  expect(made).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^whsec_\S+\n\nThis is the secret of sub_\S+\. It is not shown again\.$/) as unknown,
  })
  const [heading, line, ...more] = (await subscriptions()).out.split('\n')
  expect(heading).toMatch(/^id +state +told up to +dead +failing since +url +filters$/)
  expect(line).toMatch(/^sub_\S+ +active +0 +0 +http:\S+ +.*type=election,protest.*country=KZ/)
  expect(more).toEqual([])
})

test.each([
  [['create', 'http://169.254.169.254/'], /^The URL .*no public address/],
  [['create', 'nonsense'], /^The URL /],
  [['create', 'http://127.0.0.1:9', '--filter', 'contry=KZ'], /^contry is not known here; there are: actor/],
  [['create', 'http://127.0.0.1:9', '--filter', 'type=elections'], /^type(\/0)? /],
  [
    ['create', 'http://127.0.0.1:9', '--filter', 'from=2022', 'to=2021'],
    /^to ends \(2021-12-31\) before `from` begins/,
  ],
])('%j is refused, with why', async (args, why) => {
  const { code, out } = await subscriptions(...args)
  expect([code, out]).toEqual([1, expect.stringMatching(why)])
})

test('one is edited: what is given changes, what is not stays', async () => {
  const id = await subscribe('--filter', 'country=KZ', '--description', 'The map')
  expect(await subscriptions('edit', id, '--url', `${receiver.url}/2`)).toEqual({
    code: 0,
    out: `Subscription ${id} is changed.`,
  })
  expect(await state(id)).toMatch(/\/hook\/2 .*country=KZ/)
  await subscriptions('edit', id, '--filter', 'country=KE')
  expect(await state(id)).toMatch(/\/hook\/2 .*country=KE/)
  await subscriptions('edit', id, '--no-filter', '--no-description')
  expect(await state(id)).not.toContain('country')
  const { rows } = await db.pool.query('select description from subscriptions.subscriptions')
  expect(rows).toEqual([{ description: null }])
  expect(await subscriptions('edit', id, '--url', 'ftp://a.example')).toMatchObject({ code: 1 })
  expect(await subscriptions('edit', id, '--filter', 'contry=KE')).toMatchObject({ code: 1 })
  expect(await subscriptions('edit', id)).toEqual({
    code: 1,
    out: 'Say what shall be different: --url, --filter or --no-filter, --description or --no-description.',
  })
  expect(await subscriptions('edit', 'none', '--no-filter')).toEqual(unknown)
})

test('one is paused, resumed, told anew, given a new secret and removed', async () => {
  const id = await subscribe()
  expect(await subscriptions('pause', id)).toEqual({ code: 0, out: `Subscription ${id} is paused.` })
  expect(await state(id)).toContain('paused (asked)')
  expect(await subscriptions('resume', id)).toEqual({ code: 0, out: `Subscription ${id} is active.` })
  expect(await state(id)).toContain('active')
  expect(await subscriptions('replay', id, '--from', '0')).toEqual({
    code: 0,
    out: `Subscription ${id} is told anew from 0 on.`,
  })
  expect(await subscriptions('replay', id, '--from', '7')).toEqual({
    code: 1,
    out: 'The log has come to position 0: nothing can be sent from 7 on.',
  })
  const rotated = await subscriptions('rotate', id)
  expect(rotated.out).toMatch(/^whsec_\S+\n\nIt is not shown again\. .* by the one before too, until \d{4}-/)
  expect(await subscriptions('remove', id)).toEqual({
    code: 0,
    out: `Subscription ${id} is removed, with its deliveries.`,
  })
  expect(await subscriptions()).toEqual({ code: 0, out: 'Nobody is told of changes.' })
})

test('a test is sent, and what became of it is told and stays in the list of deliveries', async () => {
  const id = await subscribe()
  expect(await subscriptions('deliveries', id)).toEqual({ code: 0, out: 'Nothing was sent yet.' })
  const sent = await subscriptions('test', id)
  expect(sent).toMatchObject({
    code: 0,
    out: expect.stringMatching(/ delivered .*\n {4}answered 204, \d+ ms$/) as unknown,
  })
  receiver.answer(() => 500)
  const failed = await subscriptions('test', id)
  expect(failed).toMatchObject({
    code: 1,
    out: expect.stringMatching(/ failed .*\n {4}answered 500, \d+ ms$/) as unknown,
  })
  expect((await subscriptions('deliveries', id)).out).toBe(`${failed.out}\n${sent.out}`)
})

test('a dead letter is sent again, and nothing else', async () => {
  const id = await subscribe()
  receiver.answer(() => 204)
  await subscriptions('test', id)
  const { rows } = await db.pool.query<{ id: string }>(
    `update subscriptions.deliveries set kind = 'resync', state = 'dead', attempts = '[]' returning id`,
  )
  const delivery = rows[0]!.id
  expect(await subscriptions('retry', id, delivery)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/ delivered /) as unknown,
  })
  expect(await subscriptions('retry', id, delivery)).toEqual({ code: 1, out: 'The delivery is delivered, not dead.' })
  expect(await subscriptions('retry', id, 'none')).toEqual({ code: 1, out: 'There is no such delivery.' })
})

test('what is not there is told so', async () => {
  for (const what of ['pause', 'resume', 'rotate', 'test', 'deliveries', 'remove'])
    expect([what, await subscriptions(what, 'none')]).toEqual([what, unknown])
  expect(await subscriptions('replay', 'none', '--from', '0')).toEqual(unknown)
})
