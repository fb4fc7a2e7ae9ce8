import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSnapshot } from '../read.ts'
import { catchUp } from '../testing/catch-up.ts'
import { createTestLog, silent, tableHashes, type TestLog } from '../testing/database.ts'
import { appendAll } from '../testing/story.ts'
import { type Ailment, saying, toyProjection } from '../testing/toy.ts'
import type { Projection } from './projection.ts'
import { type Projector, startProjector } from './projector.ts'
import { activateReplay, cancelReplay, getReplay, type Replay, rollback, startReplay } from './replay.ts'
import { projectionStatus } from './status.ts'

let db: TestLog
const running: Projector[] = []
beforeEach(async () => {
  db = await createTestLog()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((projector) => projector.stop()))
  await db.drop()
})

function project(...projections: Projection[]): Projector {
  const projector = startProjector({ pool: db.pool, log: db.log, projections, logger: silent })
  running.push(projector)
  return projector
}

async function say(count: number, from = 0): Promise<void> {
  const entries = Array.from({ length: count }, (_, index) => index + from)
  await Promise.all(
    entries.map((index) =>
      appendAll(db.log, [{ stream: `s${index % 7}`, expected: 'any', entries: [saying(`e${index}`, `w${index}`)] }]),
    ),
  )
}

const deps = (projection: Projection) => ({ pool: db.pool, log: db.log, projections: [projection] })

async function start(projection: Projection, options: Parameters<typeof startReplay>[2] = {}): Promise<string> {
  const result = await startReplay(deps(projection), projection.name, options)
  if (result.status !== 'started') throw new Error(result.status)
  return result.replay.id
}

async function until(id: string, state: Replay['state']): Promise<Replay> {
  await expect
    .poll(() => getReplay({ pool: db.pool, log: db.log }, id).then((replay) => replay?.state), { timeout: 20_000 })
    .toBe(state)
  return (await getReplay({ pool: db.pool, log: db.log }, id))!
}

const serving = () => readSnapshot(db.pool, ({ builds }) => Promise.resolve(builds['toy']!))

describe('a replay', () => {
  it('is built beside the tables that serve, under writes, and no reader sees half of each', async () => {
    const projection = toyProjection()
    project(projection)
    await say(200)
    await expect.poll(() => serving().then(({ position }) => position), { timeout: 20_000 }).toBe(200n)
    const before = await serving()

    const reading = new AbortController()
    const seen: bigint[] = []
    const reader = (async () => {
      while (!reading.signal.aborted) {
        await readSnapshot(db.pool, async ({ client, builds }) => {
          const { schema, position } = builds['toy']!
          const { rows } = await client.query<{ n: bigint }>(`SELECT sum(n) AS n FROM ${schema}.counts`)
          // Every entry up to the position is in the tables, whichever tables they are.
          expect(rows[0]?.n).toBe(position)
          seen.push(position)
        })
      }
    })()
    const id = await start(projection)
    await say(300, 200)
    const replay = await until(id, 'active')
    await say(100, 500)
    await expect.poll(() => serving().then(({ position }) => position), { timeout: 20_000 }).toBe(600n)
    reading.abort()
    await reader

    expect(seen).toEqual([...seen].sort((a, b) => Number(a - b)))
    const after = await serving()
    expect(after.id).not.toBe(before.id)
    expect(String(after.id)).toBe(replay.id)
    expect(replay).toMatchObject({ projection: 'toy', dryRun: false, activate: 'auto', error: null })
    const { rows } = await db.pool.query(`SELECT FROM pg_indexes WHERE schemaname = $1 AND indexname = 'counts_n'`, [
      after.schema,
    ])
    expect(rows).toHaveLength(1)
  })

  it('is one at a time, and of a projection that there is', async () => {
    const projection = toyProjection()
    await catchUp(db, { projection })
    const id = await start(projection)
    expect(await startReplay(deps(projection), 'toy')).toMatchObject({ status: 'underway', replay: { id } })
    expect(await startReplay(deps(projection), 'nonsense')).toEqual({ status: 'unknown', known: ['toy'] })
    expect(
      await startReplay({ ...deps(projection), projections: [{ ...projection, name: 'timeline' }] }, 'actors'),
    ).toMatchObject({
      status: 'started',
      replay: { projection: 'timeline' },
    })
  })

  it('waits for the word where it is to be activated by hand', async () => {
    const projection = toyProjection()
    await say(20)
    project(projection)
    const id = await start(projection, { activate: 'manual' })
    await until(id, 'caughtUp')
    await say(20, 20)
    expect(String((await serving()).id)).not.toBe(id)
    await expect.poll(() => getReplay(db, id).then((replay) => replay?.done)).toBe(40)
    await activateReplay(deps(projection), id)
    await until(id, 'active')
    expect(String((await serving()).id)).toBe(id)
    expect(await cancelReplay(deps(projection), id)).toMatchObject({ status: 'refused' })
    expect(await activateReplay(deps(projection), '4711')).toEqual({ status: 'unknown' })
  })

  it('is cancelled in the middle, drops its tables, and another may start', async () => {
    const projection = toyProjection()
    await say(10)
    const schema = await catchUp(db, { projection })
    const id = await start(projection, { activate: 'manual' })
    expect(await cancelReplay(deps(projection), id)).toMatchObject({ status: 'done', replay: { state: 'cancelled' } })
    const { rows } = await db.pool.query(`SELECT FROM pg_namespace WHERE nspname = $1`, [`toy_b${id}`])
    expect(rows).toHaveLength(0)
    project(projection)
    await until(await start(projection), 'active')
    expect((await serving()).schema).not.toBe(schema)
  })

  it('fails where an entry cannot be folded, and what serves goes on', async () => {
    const ail: Ailment = {}
    const projection = toyProjection({ ail })
    await say(10)
    await catchUp(db, { projection })
    ail.chokes = 'w7'
    const id = await start(projection)
    project(projection)
    const replay = await until(id, 'failed')
    expect(replay.error).toMatch(/Entry 8 \(said, s0\) cannot be folded: I choke on w7/)
    expect((await serving()).position).toBe(10n)
  })

  it('is resumed by another process where one left it', async () => {
    const projection = toyProjection()
    await say(30)
    await catchUp(db, { projection })
    const id = await start(projection, { activate: 'manual' })
    const first = project(projection)
    await first.stop()
    await say(30, 30)
    project(projection)
    expect(await until(id, 'caughtUp')).toMatchObject({ done: 60, total: 60 })
  })

  it('says in a dry run what would change, and changes nothing', async () => {
    await say(20)
    await catchUp(db, { projection: toyProjection() })
    await db.pool.query(`UPDATE toy_b1.counts SET words = 'spoilt' WHERE stream = 's3'`)
    await db.pool.query(`DELETE FROM toy_b1.counts WHERE stream = 's4'`)
    await db.pool.query(`INSERT INTO toy_b1.counts VALUES ('s9', 1, 'x', 'y', 1)`)
    const before = await tableHashes(db.pool, 'toy_b1')
    const projection = toyProjection()
    project(projection)
    const replay = await until(await start(projection, { dryRun: true }), 'done')
    expect(replay.report).toMatchObject({
      position: '20',
      tables: { counts: { before: 7, after: 7, added: 1, removed: 1, changed: 1 } },
    })
    const samples = replay.report?.tables['counts']?.samples
    expect(samples?.map(({ key }) => key['stream'])).toEqual(['s3', 's4', 's9'])
    expect(samples?.[0]).toEqual({
      key: { stream: 's3' },
      before: { words: 'spoilt' },
      after: { words: 'w3 w10 w17' },
    })
    expect(await tableHashes(db.pool, 'toy_b1')).toEqual(before)
    expect((await serving()).schema).toBe('toy_b1')
  })
})

describe('going back', () => {
  it('catches the earlier tables up and serves them again, without going back in time', async () => {
    const projection = toyProjection()
    await say(10)
    project(projection)
    await expect
      .poll(
        () =>
          serving().then(
            ({ position }) => position,
            () => 0n,
          ),
        { timeout: 20_000 },
      )
      .toBe(10n)
    const { schema } = await serving()
    await until(await start(projection), 'active')
    await say(10, 10)
    await expect.poll(() => serving().then(({ position }) => position), { timeout: 20_000 }).toBe(20n)
    expect(await rollback(deps(projection), 'toy')).toMatchObject({ status: 'done' })
    await expect.poll(() => serving().then((build) => build.schema), { timeout: 20_000 }).toBe(schema)
    expect((await serving()).position).toBe(20n)
  })

  it('is refused where there is nothing to go back to', async () => {
    const projection = toyProjection()
    await catchUp(db, { projection })
    expect(await rollback(deps(projection), 'toy')).toMatchObject({ status: 'refused', replay: null })
    expect(await rollback(deps(projection), 'nonsense')).toEqual({ status: 'unknown' })
  })

  it('keeps one generation of earlier tables and drops older ones', async () => {
    const projection = toyProjection()
    project(projection)
    await say(5)
    const ids = []
    for (let index = 0; index < 3; index += 1) {
      const id = await start(projection)
      await until(id, 'active')
      ids.push(id)
    }
    const generations = async () => {
      const { rows } = await db.pool.query<{ name: string }>(
        `SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'toy_b%' ORDER BY 1`,
      )
      return rows.map(({ name }) => name)
    }
    await expect.poll(generations).toEqual([`toy_b${ids[1]}`, `toy_b${ids[2]}`])
  })
})

describe('a projector', () => {
  it('shares a build with others, and each entry counts once', async () => {
    const projection = toyProjection()
    project(projection)
    project(projection)
    project(projection)
    await say(400)
    await expect
      .poll(
        () =>
          serving().then(
            ({ position }) => position,
            () => 0n,
          ),
        { timeout: 20_000 },
      )
      .toBe(400n)
    const { schema } = await serving()
    const { rows } = await db.pool.query<{ n: bigint }>(`SELECT sum(n) AS n FROM ${schema}.counts`)
    expect(Number(rows[0]?.n)).toBe(400)
  })

  it('replays tables of an older version by itself, which serve until then', async () => {
    await say(10)
    const old = await catchUp(db, { projection: toyProjection() })
    project(toyProjection({ version: 2 }))
    await expect.poll(() => serving().then(({ version }) => version), { timeout: 20_000 }).toBe(2)
    const { schema } = await serving()
    expect(schema).not.toBe(old)
    const { rows } = await db.pool.query<{ version: number }>(`SELECT DISTINCT version FROM ${schema}.counts`)
    expect(rows).toEqual([{ version: 2 }])
  })

  it('leaves tables of a newer version alone', async () => {
    await say(5)
    await catchUp(db, { projection: toyProjection({ version: 2 }) })
    const projector = project(toyProjection())
    await say(5, 5)
    await new Promise((resolve) => setTimeout(resolve, 500))
    await projector.stop()
    expect(await serving()).toMatchObject({ version: 2, position: 5n })
  })
})

it('tells the standing of each projection, lag in entries and seconds', async () => {
  const projection = toyProjection()
  const now = () => new Date(Date.now() + 60_000)
  expect(await projectionStatus({ ...deps(projection), log: db.log }, now)).toMatchObject([
    { name: 'toy', status: 'absent', position: 0n },
  ])
  await say(3)
  await catchUp(db, { projection })
  expect(await projectionStatus({ ...deps(projection), log: db.log }, now)).toMatchObject([
    { name: 'toy', status: 'live', position: 3n, lag: { entries: 0, seconds: 0 }, parked: 0, replay: null },
  ])
  await say(2, 3)
  const [status] = await projectionStatus({ ...deps(projection), log: db.log }, now)
  expect(status).toMatchObject({ status: 'behind', lag: { entries: 2 } })
  expect(status?.lag.seconds).toBeGreaterThan(50)
})
