import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catchUp, ensureServing } from '../testing/catch-up.ts'
import { createTestLog, tableHashes, type TestLog } from '../testing/database.ts'
import { appendAll } from '../testing/story.ts'
import { type Ailment, saying, toyProjection } from '../testing/toy.ts'
import { discardParked, listParked, releaseParked } from './parked.ts'
import type { Projection } from './projection.ts'
import { step } from './step.ts'

let db: TestLog
beforeEach(async () => {
  db = await createTestLog()
})
afterEach(() => db.drop())

async function say(stream: string, ...words: string[]): Promise<void> {
  for (const word of words) {
    await appendAll(db.log, [{ stream, expected: 'any', entries: [saying(`${stream} ${word}`, word)] }])
  }
}

async function wordsOf(schema: string): Promise<Record<string, string>> {
  const { rows } = await db.pool.query<{ stream: string; words: string }>(`SELECT stream, words FROM ${schema}.counts`)
  return Object.fromEntries(rows.map((row) => [row.stream, row.words]))
}

const parked = async () => (await listParked(db.pool)).map(({ entryId, state }) => `${entryId}: ${state}`)
const idOf = async (entryId: string) => (await listParked(db.pool)).find((entry) => entry.entryId === entryId)?.id ?? ''

describe.each([1, 3, 100])('an entry that cannot be folded, %i to a page', (limit) => {
  it('parks with those behind it in its stream, and the others go on', async () => {
    await say('a', 'one', 'bad', 'two')
    await say('b', 'one')
    await say('a', 'three')
    await say('b', 'two')
    const schema = await catchUp(db, { projection: toyProjection({ ail: { chokes: 'bad' } }), limit })
    expect(await wordsOf(schema)).toEqual({ a: 'one', b: 'one two' })
    expect(await parked()).toEqual(['a bad: parked', 'a two: behind', 'a three: behind'])
    expect((await listParked(db.pool))[0]).toMatchObject({
      error: 'I choke on bad',
      stream: 'a',
      position: 2n,
      attempts: 1,
    })
  })

  it('leaves after its mend and release the tables of a log without the mishap', async () => {
    const ail: Ailment = { chokes: 'bad' }
    const projection = toyProjection({ ail })
    await say('a', 'one', 'bad', 'two')
    await say('b', 'one')
    const schema = await catchUp(db, { projection, limit })
    ail.chokes = undefined
    expect(await releaseParked(db.pool, await idOf('a bad'))).toEqual({ status: 'done' })
    await say('a', 'three')
    await catchUp(db, { projection, limit })
    expect(await parked()).toEqual([])
    const other = await catchUp(db, { projection: toyProjection({ name: 'other' }) })
    expect(await tableHashes(db.pool, schema)).toEqual(await tableHashes(db.pool, other))
  })

  it('stays parked where it is released without a mend', async () => {
    const projection = toyProjection({ ail: { chokes: 'bad' } })
    await say('a', 'bad', 'two')
    await catchUp(db, { projection, limit })
    await releaseParked(db.pool, await idOf('a bad'))
    const schema = await catchUp(db, { projection, limit })
    expect(await wordsOf(schema)).toEqual({})
    expect(await parked()).toEqual(['a bad: parked', 'a two: behind'])
    expect((await listParked(db.pool))[0]?.attempts).toBe(2)
  })

  it('is parked also where it is the database that refuses it', async () => {
    await say('a', 'one', '(nul)', 'two')
    await say('b', 'one', 'two')
    const projection = toyProjection()
    await catchUp(db, { projection, limit })
    const schema = await catchUp(db, { projection, limit })
    expect(await wordsOf(schema)).toEqual({ a: 'one', b: 'one two' })
    expect(await parked()).toEqual(['a (nul): parked', 'a two: behind'])
  })
})

it('is left out for good when it is discarded, in replays too, and those behind it are folded', async () => {
  const projection = toyProjection({ ail: { chokes: 'bad' } })
  await say('a', 'one', 'bad', 'two')
  await catchUp(db, { projection })
  expect(await discardParked(db.pool, await idOf('a bad'))).toEqual({ status: 'done' })
  const schema = await catchUp(db, { projection })
  expect(await wordsOf(schema)).toEqual({ a: 'one two' })
  expect(await strictly(projection)).toEqual({ a: 'one two' })
})

describe('an operator who decides while a page is being folded', () => {
  it('discards for good what was released before and fails meanwhile', async () => {
    await say('a', 'one', 'bad')
    await catchUp(db, { projection: toyProjection({ ail: { chokes: 'bad' } }) })
    const id = await idOf('a bad')
    await releaseParked(db.pool, id)
    let discarded: Promise<unknown> | undefined
    const projection = whileFolding(toyProjection({ ail: { chokes: 'bad' } }), async () => {
      discarded ??= discardParked(db.pool, id)
      await Promise.race([discarded, sleep(300)])
    })
    await catchUp(db, { projection })
    expect(await discarded).toEqual({ status: 'done' })
    expect(await parked()).toEqual([])
    expect(await strictly(toyProjection({ ail: { chokes: 'bad' } }))).toEqual({ a: 'one' })
  })

  it('is told that there is nothing to discard where it was mended meanwhile', async () => {
    const ail: Ailment = { chokes: 'bad' }
    await say('a', 'one', 'bad')
    await catchUp(db, { projection: toyProjection({ ail }) })
    const id = await idOf('a bad')
    await releaseParked(db.pool, id)
    ail.chokes = undefined
    let discarded: Promise<unknown> | undefined
    const projection = whileFolding(toyProjection(), async () => {
      discarded ??= discardParked(db.pool, id)
      await Promise.race([discarded, sleep(300)])
    })
    const schema = await catchUp(db, { projection })
    expect(await discarded).toEqual({ status: 'unknown' })
    expect(await wordsOf(schema)).toEqual({ a: 'one bad' })
  })

  it('leaves no later entry of the stream waiting for one that is gone', async () => {
    await say('a', 'bad')
    await catchUp(db, { projection: toyProjection({ ail: { chokes: 'bad' } }) })
    const id = await idOf('a bad')
    await say('a', 'two')
    await say('b', 'one')
    let discarded: Promise<unknown> | undefined
    const projection = whileFolding(toyProjection({ ail: { chokes: 'bad' } }), async () => {
      discarded ??= discardParked(db.pool, id)
      await Promise.race([discarded, sleep(300)])
    })
    await catchUp(db, { projection })
    await discarded
    const schema = await catchUp(db, { projection })
    expect(await parked()).toEqual([])
    expect(await wordsOf(schema)).toEqual({ a: 'two', b: 'one' })
  })
})

it('is told that an earlier one has to go first', async () => {
  await say('a', 'bad', 'two')
  await catchUp(db, { projection: toyProjection({ ail: { chokes: 'bad' } }) })
  const first = await idOf('a bad')
  expect(await releaseParked(db.pool, await idOf('a two'))).toEqual({ status: 'behind', first })
  expect(await discardParked(db.pool, await idOf('a two'))).toEqual({ status: 'behind', first })
  expect(await releaseParked(db.pool, '999')).toEqual({ status: 'unknown' })
  expect(await releaseParked(db.pool, "1' OR true")).toEqual({ status: 'unknown' })
})

it('fails a page that is to be folded strictly, and nothing of the page is kept', async () => {
  await say('a', 'one', 'bad')
  await expect(strictly(toyProjection({ ail: { chokes: 'bad' } }))).rejects.toThrow(
    /Entry 2 \(said, a\) cannot be folded/,
  )
})

/** The same projection, where something happens between its reading of the tables and its writing. */
function whileFolding(projection: Projection, happens: () => Promise<void>): Projection {
  return {
    ...projection,
    async open(...args) {
      const page = await projection.open(...args)
      await happens()
      return page
    },
  }
}

/** Folds the log into a new build of the same projection, as a replay does. */
async function strictly(projection: Projection): Promise<Record<string, string>> {
  await db.pool.query(`UPDATE projections.builds SET state = 'retired' WHERE projection = $1`, [projection.name])
  const schema = await ensureServing(db, projection)
  const result = await step(db, projection, { states: ['active'], limit: 100, mode: 'strict' })
  if (result.status === 'failed') throw result.error
  return wordsOf(schema)
}
