import * as fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { completeBuild, createBuild } from '../engine/builds.ts'
import { createFiller } from '../engine/filler.ts'
import { createKept } from '../engine/kept.ts'
import { step } from '../engine/step.ts'
import { transaction } from '../engine/transaction.ts'
import { pipeliningPool } from '../shared/send.ts'
import { createTestLog, tableHashes, type TestLog } from '../testing/database.ts'
import { breakingPool } from '../testing/faults.ts'
import { randomStory } from '../testing/random-story.ts'
import { appendAll } from '../testing/story.ts'
import { MOST_LIVE } from './memory.ts'
import { startPages, timeline } from './projection.ts'

let db: TestLog
let pipelining: Pool
beforeAll(async () => {
  db = await createTestLog()
  pipelining = pipeliningPool(db.pool, 2)
})
afterAll(async () => {
  await pipelining.end()
  await db.drop()
})

const fillingPlan = timeline.filling!

/** So little is remembered from one page to the next that most has to be read again. */
const FORGETFUL = { events: 3, documents: 1, keys: 4, people: 2, names: 3 }

/** Each run begins where the log stands, with builds of projections of other names, so that runs share nothing. */
async function build(name: string, begin: bigint, { filled = false, most = FORGETFUL } = {}) {
  const filling = { ...fillingPlan, start: (schema: string) => startPages(schema, { filling: true, most }) }
  const follow = (schema: string) => startPages(schema, { filling: false, most })
  const projection = { ...timeline, name, filling, follow }
  const made = await transaction(db.pool, async (client) => {
    const id = await createBuild(client, projection, { state: 'active', activate: 'auto', dryRun: false })
    const made = { id, schema: `${name}_b${id}`, dryRun: true }
    if (!filled) await completeBuild(client, projection, made)
    return made
  })
  await db.pool.query('UPDATE projections.checkpoints SET position = $2 WHERE build_id = $1', [made.id, begin])
  return { projection, ...made }
}

/** As a replay does, its pages of any sizes. */
async function fillAll(
  { projection, ...made }: Awaited<ReturnType<typeof build>>,
  { limit, pool = db.pool }: { limit: () => number; pool?: typeof db.pool },
): Promise<void> {
  const filler = createFiller({ pool, log: db.log }, projection, { page: limit })
  for (;;) {
    const result = await filler.advance({ states: ['active'], rate: null }).catch(unlessBroken)
    if (result?.status === 'failed') throw result.error
    if (result?.status === 'moved' && result.entries === 0) break
  }
  await transaction(db.pool, (client) => completeBuild(client, projection, made))
}

function unlessBroken(error: unknown): undefined {
  if (error instanceof Error && /terminating|lost/.test(error.message)) return undefined
  throw error
}

async function foldAll(
  projection: typeof timeline,
  { limit, pool = db.pool, knowing = true }: { limit: () => number; pool?: typeof db.pool; knowing?: boolean },
): Promise<void> {
  let seen: { id: bigint; position: bigint } | undefined
  const kept = knowing ? createKept(projection.follow) : undefined
  for (;;) {
    const result = await step({ pool, log: db.log }, projection, {
      states: ['active'],
      limit: limit(),
      mode: 'park',
      seen,
      kept,
    }).catch(unlessBroken)
    if (result?.status === 'failed') throw result.error
    if (result?.status === 'moved' && result.parked > 0) throw new Error('an entry was parked')
    // Another may have moved it meanwhile.
    if (result?.status === 'moved') seen = { id: result.build.id, position: result.position }
    if (result?.status === 'moved' && result.entries === 0) return
  }
}

it(
  'is the same grown, rebuilt and folded at once, whatever the pages, crashes and workers',
  { timeout: 180_000 },
  async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        randomStory,
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 10 }),
        fc.array(fc.option(fc.integer({ min: 0, max: 14 }), { nil: undefined }), { minLength: 1, maxLength: 30 }),
        async (storyOf, pages, crashes) => {
          run += 1
          const begin = await db.log.head()
          const story = storyOf(run)
          const grown = await build(`grown${run}`, begin, { most: run % 2 === 0 ? MOST_LIVE : FORGETFUL })
          const next = cycle(pages)
          for (const append of story) {
            await appendAll(db.log, [append])
            if (next() > 4) await foldAll(grown.projection, { limit: next, pool: pipelining })
          }
          await foldAll(grown.projection, { limit: next, pool: pipelining })

          const atOnce = await build(`once${run}`, begin)
          await foldAll(atOnce.projection, { limit: () => 10_000, knowing: false })

          const rebuilt = await build(`rebuilt${run}`, begin)
          // Breaks run out, so that it comes to an end.
          const left = [...crashes]
          const pools = [db.pool, pipelining].map((pool) => breakingPool(pool, () => left.shift()))
          await Promise.all(pools.map((pool) => foldAll(rebuilt.projection, { limit: next, pool })))

          const filled = await build(`filled${run}`, begin, { filled: true })
          await fillAll(filled, { limit: next })

          const broken = await build(`broken${run}`, begin, { filled: true })
          const more = crashes.map((at) => at && at * 3)
          await fillAll(broken, { limit: next, pool: breakingPool(db.pool, () => more.shift()) })

          const expected = await tableHashes(db.pool, atOnce.schema)
          for (const { schema } of [grown, rebuilt, filled, broken]) {
            expect(await tableHashes(db.pool, schema)).toEqual(expected)
          }
          for (const { schema } of [grown, atOnce, rebuilt, filled, broken])
            await db.pool.query(`DROP SCHEMA ${schema} CASCADE`)
        },
      ),
      { numRuns: 8, endOnFailure: true },
    )
  },
)

function cycle(values: readonly number[]): () => number {
  let index = 0
  return () => values[index++ % values.length] ?? 1
}
