import { documentStream } from '@dateline/domain'
import { emptyLog } from '@dateline/test/support/postgres.ts'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { completeBuild, createBuild } from '../engine/builds.ts'
import { createFiller } from '../engine/filler.ts'
import { step } from '../engine/step.ts'
import { transaction } from '../engine/transaction.ts'
import { createTestLog, tableHashes, type TestLog } from '../testing/database.ts'
import { withCorrections } from '../testing/random-corrections.ts'
import { randomStory } from '../testing/random-story.ts'
import { actorsAsOf } from '../reading/actors-as-of.ts'
import { appendAll, tell } from '../testing/story.ts'
import { timeline } from '../timeline/projection.ts'

let db: TestLog
/** For the same story told otherwise: its entries have the same ids, so that it cannot stand twice in one log. */
let other: TestLog
beforeAll(async () => {
  ;[db, other] = await Promise.all([createTestLog(), createTestLog()])
})
afterAll(() => Promise.all([db.drop(), other.drop()]))

let builds = 0

/** Tables of what the log holds from `begin` on, folded in pages of these sizes, or filled as a replay does. */
async function fold(
  begin: bigint,
  pages: readonly number[],
  { filling = false, on = db }: { filling?: boolean; on?: TestLog } = {},
): Promise<string> {
  const projection = { ...timeline, name: `corrected${(builds += 1)}` }
  let index = 0
  const limit = () => pages[index++ % pages.length] ?? 1000
  const { pool, log } = on
  const build = await transaction(pool, async (client) => {
    const id = await createBuild(client, projection, { state: 'active', activate: 'auto', dryRun: false })
    const made = { id, schema: `${projection.name}_b${id}`, dryRun: true }
    if (!filling) await completeBuild(client, projection, made)
    return made
  })
  await pool.query('UPDATE projections.checkpoints SET position = $2 WHERE build_id = $1', [build.id, begin])
  const filler = createFiller({ pool, log }, projection, { page: limit })
  for (;;) {
    const result = filling
      ? await filler.advance({ states: ['active'], rate: null })
      : await step({ pool, log }, projection, { states: ['active'], limit: limit(), mode: 'strict' })
    if (result.status === 'failed') throw result.error
    if (result.status === 'moved' && result.entries === 0) break
  }
  if (filling) await transaction(pool, (client) => completeBuild(client, projection, build))
  return build.schema
}

/** What is shown now, whatever made it so. */
async function shown(schema: string, { pool } = db): Promise<unknown> {
  const rows = async (sql: string) => (await pool.query<{ row: string }>(sql)).rows.map(({ row }) => row)
  return {
    events: await rows(
      `SELECT concat_ws(' ', body, statement, countries, actors, fts) AS row FROM ${schema}.timeline ORDER BY event_id`,
    ),
    reports: await rows(
      `SELECT concat_ws(' ', entry_id, event_id, cluster_id) AS row FROM ${schema}.reports WHERE until IS NULL ORDER BY entry_id`,
    ),
    actors: await rows(`SELECT a::text AS row FROM ${schema}.actors a ORDER BY actor_id`),
    pairs: await rows(`SELECT p::text AS row FROM ${schema}.actor_pairs p ORDER BY actor_id, other_id`),
    documents: await rows(
      `SELECT concat_ws(' ', document_id, status, engine, event_count) AS row FROM ${schema}.documents ORDER BY document_id`,
    ),
    keys: await rows(`SELECT k::text AS row FROM ${schema}.event_keys k ORDER BY key, event_id`),
  }
}

let run = 1_000

test(
  'a corrected story is the same whatever the pages, and filled as a replay does',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        withCorrections(randomStory),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 10 }),
        async (storyOf, pages) => {
          const begin = await db.log.head()
          const { corrected, undoing } = storyOf((run += 1))
          await appendAll(db.log, [...corrected, ...undoing.slice(0, 2)])
          const expected = await tableHashes(db.pool, await fold(begin, [1000]))
          expect(await tableHashes(db.pool, await fold(begin, pages))).toEqual(expected)
          expect(await tableHashes(db.pool, await fold(begin, pages, { filling: true }))).toEqual(expected)
        },
      ),
      { numRuns: 12, endOnFailure: true },
    )
  },
)

test('corrections that are taken back leave what would be there without them', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(withCorrections(randomStory), async (storyOf) => {
      run += 1
      const { corrected, undoing } = storyOf(run)
      const plain = corrected.filter(({ entries }) => entries[0]?.type !== 'correction.made')
      const begin = await db.log.head()
      await appendAll(db.log, plain)
      const expected = await shown(await fold(begin, [1000]))
      await emptyLog(other.pool)
      await appendAll(other.log, [...corrected, ...undoing])
      expect(await shown(await fold(0n, [1000], { on: other }), other)).toEqual(expected)
    }),
    { numRuns: 12, endOnFailure: true },
  )
})

test('what is shown as of a position is what was shown there', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(withCorrections(randomStory), fc.double({ min: 0, max: 1, noNaN: true }), async (storyOf, at) => {
      const begin = await db.log.head()
      const { corrected } = storyOf((run += 1))
      const stop = Math.floor(at * corrected.length)
      await appendAll(db.log, corrected.slice(0, stop))
      const position = await db.log.head()
      const stopped = await fold(begin, [1000])
      await appendAll(db.log, corrected.slice(stop))
      const whole = await fold(begin, [3, 1, 7])
      const events = async (schema: string) =>
        (
          await db.pool.query(
            `SELECT e.event_id, e.body, e.statement, (
               SELECT array_agg(r.evidence ORDER BY r.position) FROM ${schema}.reports r
               WHERE r.event_id = e.event_id AND r.since <= $1 AND (r.until IS NULL OR r.until > $1)
             ) AS evidence
             FROM ${schema}.events e
             WHERE e.position <= $1 AND (e.until IS NULL OR e.until > $1) AND e.gone IS NULL ORDER BY e.event_id`,
            [position],
          )
        ).rows
      expect(await events(whole)).toEqual(await events(stopped))

      const { rows: actors } = await db.pool.query<{ id: string }>(
        `SELECT actor_id AS id, name, kind, country, aliases, events, documents FROM ${stopped}.actors
         WHERE moved_to IS NULL ORDER BY actor_id`,
      )
      const asOf = await transaction(db.pool, (client) =>
        actorsAsOf(
          client,
          whole,
          actors.map(({ id }) => id),
          position,
        ),
      )
      expect(asOf).toEqual(actors.map((actor) => expect.objectContaining(actor) as unknown))
    }),
    { numRuns: 12, endOnFailure: true },
  )
})

test('a retraction is taken back by an entry that names only the correction, read alone', async () => {
  const begin = await db.log.head()
  const sketch = { id: `named-${(run += 1)}`, events: [] }
  const stream = documentStream(sketch.id)
  const correction = (id: string, change: object) => ({
    stream,
    expected: 'any' as const,
    entries: [
      { id, type: 'correction.made', schemaVersion: 1, data: { change, reason: 'x', author: { id: 'k', name: 'k' } } },
    ],
  })
  await tell(db.log, sketch)
  await appendAll(db.log, [
    correction(`${sketch.id}-1`, { kind: 'document.retract', documentId: sketch.id }),
    correction(`${sketch.id}-2`, { kind: 'correction.undo', correctionId: `${sketch.id}-1` }),
  ])
  const schema = await fold(begin, [1])
  const { rows } = await db.pool.query(`SELECT status FROM ${schema}.documents WHERE document_id = $1`, [sketch.id])
  expect(rows).toEqual([{ status: 'done' }])
})
