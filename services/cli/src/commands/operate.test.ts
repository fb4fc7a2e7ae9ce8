import { derivedId, textHash } from '@dateline/domain'
import { createEventLog, type EventLog } from '@dateline/event-log'
import { activateReplay, positions, PROJECTIONS } from '@dateline/projections'
import { createTestDatabase, type TestDatabase } from '@dateline/test/support/postgres.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createProgram } from '../program.ts'
import { terminal } from '../terminal.ts'

let db: TestDatabase
let log: EventLog
const said: string[] = []
beforeAll(async () => {
  db = await createTestDatabase()
  vi.stubEnv('DATABASE_URL', db.url)
  vi.spyOn(terminal, 'say').mockImplementation((line) => said.push(`${line}\n`))
  log = createEventLog({ pool: db.pool })
  for (const id of ['one', 'two', 'three']) await submit(id)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await log.close()
  await db.drop()
})

async function submit(id: string): Promise<void> {
  const text = `The text of ${id}.`
  const data = {
    documentId: id,
    revision: 1,
    source: 'demo',
    externalId: null,
    url: null,
    title: null,
    textHash: textHash(text),
    textLength: text.length,
    publishedAt: '2026-05-06',
    lang: 'en',
    authors: [],
  }
  await append(id, 'document.submitted', derivedId('submitted', id, 1), data)
}

async function append(document: string, type: string, id: string, data: unknown): Promise<void> {
  const result = await log.append({
    stream: `document-${document}`,
    expected: 'any',
    entries: [{ id, type, schemaVersion: 1, data }],
  })
  expect(result.status).toBe('appended')
}

/** Runs a command as its program does, in this process; answers its exit status and what it said. */
async function dateline(...args: string[]): Promise<{ code: number; out: string }> {
  said.length = 0
  await createProgram().parseAsync(args, { from: 'user' })
  const code = Number(process.exitCode ?? 0)
  process.exitCode = 0
  return { code, out: said.join('') }
}

const served = async () => (await positions(db.pool))['timeline']
const buildOf = (out: string) => /[Rr]eplay (\d+)/.exec(out)?.[1] ?? ''

test(
  'a replay takes over, a dry run and one that waits do not, and there is a way back',
  { timeout: 60_000 },
  async () => {
    const first = await dateline('replay', 'timeline')
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^timeline version \d+ serves, built from 3 entries by replay \d+\.\n$/) as unknown,
    })
    const serving = await served()
    expect(String(serving?.id)).toBe(buildOf(first.out))

    const dry = await dateline('replay', 'actors', '--dry-run')
    expect(dry).toMatchObject({ code: 0, out: expect.stringMatching(/^A replay would change:\n\{/) as unknown })
    expect(await served()).toEqual(serving)

    const manual = await dateline('replay', 'timeline', '--manual')
    expect(manual.out).toMatch(
      /^Replay \d+ of timeline is caught up and waits: POST \/v1\/admin\/replays\/\d+\/activate/,
    )
    expect(manual.code).toBe(0)
    expect(await served()).toEqual(serving)
    const id = buildOf(manual.out)
    const deps = { pool: db.pool, log, projections: PROJECTIONS }
    expect(await activateReplay(deps, id)).toMatchObject({ status: 'done', replay: { state: 'active' } })
    expect(String((await served())?.id)).toBe(id)

    const back = await dateline('rollback', 'timeline')
    expect(back).toMatchObject({ code: 0, out: `timeline: the tables of replay ${serving?.id} are active.\n` })
    expect((await served())?.id).toBe(serving?.id)
  },
)

test('what is not there is told so', async () => {
  expect(await dateline('replay', 'weather')).toEqual({
    code: 1,
    out: 'There is no projection "weather"; there are: timeline, actors, statements, documents\n',
  })
  expect(await dateline('rollback', 'weather')).toMatchObject({ code: 1, out: 'There is no projection "weather".\n' })
})

test('an entry that cannot be folded is listed with its reason, released, and discarded with what waits behind it', async () => {
  expect(await dateline('parked')).toEqual({ code: 0, out: 'No parked entries.\n' })
  await append('two', 'document.annotated', 'odd', { documentId: 'two' })
  await append('two', 'document.failed', 'behind', { documentId: 'two', revision: 1, error: 'no', attempts: 3 })
  // Whatever follows the log: a replay that is not wanted brings a projector along.
  const follow = () => dateline('replay', 'timeline', '--manual')
  expect((await follow()).out).toMatch(/failed: Entry 4 \(document\.annotated, document-two\) cannot be folded/)

  const listed = await until(
    () => dateline('parked'),
    ({ out }) => out.includes('failed, tried once'),
    follow,
  )
  const [odd, reason, behind, waits] = listed.out.split('\n')
  expect(odd).toMatch(/^\d+ {2}\d{4}-\S+Z {2}document\.annotated at position 4 of document-two$/)
  expect(reason).toMatch(/^ {4}failed, tried once: \S/)
  expect(behind).toMatch(/^\d+ {2}\S+ {2}document\.failed at position 5 of document-two$/)
  expect(waits).toBe('    waits behind an earlier entry of its stream')
  const [id = '', later = ''] = [odd, behind].map((line) => line?.split(' ')[0])

  expect(await dateline('parked', 'release', later)).toMatchObject({
    code: 1,
    out: `Parked entry ${later} waits behind ${id}: release or discard that one first.\n`,
  })
  expect(await dateline('parked', 'release', '999')).toMatchObject({
    code: 1,
    out: 'There is no parked entry "999".\n',
  })
  expect(await dateline('parked', 'release', id)).toMatchObject({
    code: 0,
    out: `Parked entry ${id} is tried again.\n`,
  })
  expect((await dateline('parked')).out).toContain('released: the projector tries it again')
  await until(
    () => dateline('parked'),
    ({ out }) => out.includes('failed, tried 2 times'),
    follow,
  )

  expect(await dateline('parked', 'discard', id)).toMatchObject({ code: 0, out: `Parked entry ${id} is discarded.\n` })
  expect((await follow()).code).toBe(0)
  expect(
    await until(
      () => dateline('parked'),
      ({ out }) => out === 'No parked entries.\n',
      follow,
    ),
  ).toBeDefined()
}, 60_000)

/** Asks again, doing something in between, until the answer is the one that is waited for. */
async function until<T>(
  ask: () => Promise<T>,
  good: (answer: T) => boolean,
  between: () => Promise<unknown>,
): Promise<T> {
  for (let times = 0; ; times += 1) {
    const answer = await ask()
    if (good(answer) || times === 5) return answer
    await between()
  }
}
