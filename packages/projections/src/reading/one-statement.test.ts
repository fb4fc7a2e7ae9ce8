import { afterEach, beforeEach, expect, it } from 'vitest'
import { startProjector, type Projector } from '../engine/projector.ts'
import { getReplay, startReplay } from '../engine/replay.ts'
import { readSnapshot, type ServedBuild } from '../read.ts'
import { createTestLog, silent, type TestLog } from '../testing/database.ts'
import { appendAll } from '../testing/story.ts'
import { saying, toyProjection } from '../testing/toy.ts'
import { createPageReader, type PageReader } from './one-statement.ts'

// Counts what was said, in the place of the timeline.
const projection = { ...toyProjection(), name: 'timeline' }

let db: TestLog
let projector: Projector
beforeEach(async () => {
  db = await createTestLog()
  projector = startProjector({ pool: db.pool, log: db.log, projections: [projection], logger: silent })
})
afterEach(async () => {
  await projector.stop()
  await db.drop()
})

async function say(count: number, from: number): Promise<void> {
  for (let index = from; index < from + count; index += 1)
    await appendAll(db.log, [{ stream: `s${index % 7}`, expected: 'any', entries: [saying(`e${index}`, `w${index}`)] }])
}

async function shows(position: bigint): Promise<void> {
  await expect
    .poll(() => readSnapshot(db.pool, ({ builds }) => Promise.resolve(builds['timeline']?.position)), {
      timeout: 20_000,
    })
    .toBe(position)
}

async function replay(): Promise<void> {
  const started = await startReplay({ pool: db.pool, log: db.log, projections: [projection] }, 'timeline')
  if (started.status !== 'started') throw new Error(started.status)
  await expect
    .poll(() => getReplay(db, started.replay.id).then((found) => found?.state), { timeout: 20_000 })
    .toBe('active')
}

const counts = (reader: PageReader, differs: Parameters<PageReader['read']>[1] = () => false) =>
  reader.read(
    ({ schema }) => ({
      rows: `SELECT NULLIF(stream, '') AS key, '${schema}' AS id, n::text AS json FROM ${schema}.counts ORDER BY stream LIMIT $1`,
      values: [100],
      about: `SELECT count(*) FROM ${schema}.counts`,
      steady: true,
    }),
    differs,
  )

it('sees one moment of the tables that serve, while they are written to and replaced', async () => {
  await say(50, 0)
  await shows(50n)
  const reader = createPageReader(db.pool)
  const seen: ServedBuild[] = []
  const reading = new AbortController()
  const readers = Array.from({ length: 3 }, async () => {
    while (!reading.signal.aborted) {
      const found = await counts(reader)
      if (!found) throw new Error('nothing serves')
      const { build, rows, about } = found
      // Every entry up to the position is in the tables that were read, and they are those that serve.
      expect(rows.reduce((sum, row) => sum + Number(row.json), 0)).toBe(Number(build.position))
      expect(new Set(rows.map((row) => row.id))).toEqual(new Set([build.schema]))
      expect(about).toBe(String(rows.length))
      expect(rows.map((row) => row.key)).toEqual(rows.map((row) => row.key).toSorted())
      seen.push(build)
    }
  })
  const writing = say(150, 50)
  await replay()
  await replay()
  await writing
  await shows(200n)
  reading.abort()
  await Promise.all(readers)
  expect(new Set(seen.map(({ id }) => id)).size).toBeGreaterThan(1)
})

it('finds what serves when the tables that it remembers were dropped', async () => {
  await say(5, 0)
  await shows(5n)
  const reader = createPageReader(db.pool)
  const before = await counts(reader)
  await replay()
  await replay()
  await replay()
  const after = await counts(reader)
  expect(after?.build.id).not.toBe(before?.build.id)
  expect(after?.rows).toHaveLength(5)
})

it('asks again where the tables have come so far that another page is meant', async () => {
  await say(3, 0)
  await shows(3n)
  const reader = createPageReader(db.pool)
  await counts(reader)
  await say(4, 3)
  await shows(7n)
  const compared: bigint[][] = []
  const found = await counts(reader, (assumed, build) => {
    compared.push([assumed.position, build.position])
    return assumed.position !== build.position
  })
  expect(compared).toEqual([
    [3n, 7n],
    [7n, 7n],
  ])
  expect(found?.build.position).toBe(7n)
})

it('says what serves as it is after it was asked, one question for all who wait', async () => {
  await say(3, 0)
  await shows(3n)
  let asked = 0
  const counting = new Proxy(db.pool, {
    get(pool, name) {
      if (name === 'query') asked += 1
      const value: unknown = Reflect.get(pool, name)
      return typeof value === 'function' ? value.bind(pool) : value
    },
  })
  const reader = createPageReader(counting)
  const first = reader.serving()
  const others = Array.from({ length: 20 }, () => reader.serving())
  expect((await first)?.position).toBe(3n)
  expect((await Promise.all(others)).map((build) => build?.position)).toEqual(Array(20).fill(3n))
  expect(asked).toBe(2)
  await say(1, 3)
  await shows(4n)
  expect((await reader.serving())?.position).toBe(4n)
})

it('has nothing to read where nothing was ever built', async () => {
  await projector.stop()
  const empty = await createTestLog()
  const reader = createPageReader(empty.pool)
  expect(await counts(reader)).toBeNull()
  expect(await reader.serving()).toBeNull()
  await empty.drop()
})
