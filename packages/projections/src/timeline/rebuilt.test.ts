import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createBuild } from '../engine/builds.ts'
import { step } from '../engine/step.ts'
import { transaction } from '../engine/transaction.ts'
import { createTestLog, tableHashes, type TestLog } from '../testing/database.ts'
import { breakingPool } from '../testing/faults.ts'
import { randomStory } from '../testing/random-story.ts'
import { appendAll } from '../testing/story.ts'
import { timeline } from './projection.ts'

let db: TestLog
beforeAll(async () => {
  db = await createTestLog()
})
afterAll(() => db.drop())

/** Each run begins where the log stands, with builds of projections of other names, so that runs share nothing. */
async function build(name: string, begin: bigint): Promise<{ projection: typeof timeline; schema: string }> {
  const projection = { ...timeline, name }
  const id = await transaction(db.pool, (client) =>
    createBuild(client, projection, { state: 'active', activate: 'auto', dryRun: false }),
  )
  await db.pool.query('UPDATE projections.checkpoints SET position = $2 WHERE build_id = $1', [id, begin])
  return { projection, schema: `${name}_b${id}` }
}

async function foldAll(
  projection: typeof timeline,
  { limit, pool = db.pool }: { limit: () => number; pool?: typeof db.pool },
): Promise<void> {
  for (;;) {
    const result = await step({ pool, log: db.log }, projection, {
      states: ['active'],
      limit: limit(),
      mode: 'strict',
    }).catch((error: unknown) => {
      if (error instanceof Error && /terminating|lost/.test(error.message)) return undefined
      throw error
    })
    if (result?.status === 'failed') throw result.error
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
          const grown = await build(`grown${run}`, begin)
          const next = cycle(pages)
          for (const append of story) {
            await appendAll(db.log, [append])
            if (next() > 4) await foldAll(grown.projection, { limit: next })
          }
          await foldAll(grown.projection, { limit: next })

          const atOnce = await build(`once${run}`, begin)
          await foldAll(atOnce.projection, { limit: () => 10_000 })

          const rebuilt = await build(`rebuilt${run}`, begin)
          // Breaks run out, so that it comes to an end.
          const left = [...crashes]
          const pool = breakingPool(db.pool, () => left.shift())
          await Promise.all([1, 2].map(() => foldAll(rebuilt.projection, { limit: next, pool })))

          const expected = await tableHashes(db.pool, atOnce.schema)
          expect(await tableHashes(db.pool, grown.schema)).toEqual(expected)
          expect(await tableHashes(db.pool, rebuilt.schema)).toEqual(expected)
          for (const { schema } of [grown, atOnce, rebuilt]) await db.pool.query(`DROP SCHEMA ${schema} CASCADE`)
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
