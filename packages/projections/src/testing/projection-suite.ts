import type { Append } from '@dateline/event-log'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { completeBuild, createBuild } from '../engine/builds.ts'
import { createFiller } from '../engine/filler.ts'
import type { Projection } from '../engine/projection.ts'
import { startProjector } from '../engine/projector.ts'
import { getReplay, startReplay } from '../engine/replay.ts'
import { step } from '../engine/step.ts'
import { transaction } from '../engine/transaction.ts'
import { catchUp } from './catch-up.ts'
import { createTestLog, silent, tableHashes, type TestLog } from './database.ts'
import { appendAll } from './story.ts'

export interface ProjectionUnderTest {
  projection: Projection
  /** What is appended: some dozen entries that change the same rows again and again */
  story: readonly Append[]
}

/** What the engine relies on, whatever the projection. */
export function projectionSuite({ projection, story }: ProjectionUnderTest): void {
  describe(`the projection ${projection.name}`, () => {
    let db: TestLog
    let grown: string

    beforeAll(async () => {
      db = await createTestLog()
      for (const append of story) {
        await appendAll(db.log, [append])
        // As it comes, so that every append is a page of its own.
        grown = await catchUp(db, { projection })
      }
    })
    afterAll(() => db.drop())

    /** Another build of the same log, under a name of its own. */
    async function create(name: string) {
      const other = { ...projection, name }
      const id = await transaction(db.pool, (client) =>
        createBuild(client, other, { state: 'active', activate: 'auto', dryRun: false }),
      )
      return { projection: other, build: { id, schema: `${name}_b${id}`, dryRun: true } }
    }

    test('makes something of its story, in tables of the schema that it is given', async () => {
      const hashes = await tableHashes(db.pool, grown)
      expect(Object.values(hashes).some((hash) => !hash.startsWith('0 '))).toBe(true)
      const { rows } = await db.pool.query<{ name: string }>(
        `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE c.relkind = 'r' AND n.nspname = 'public' AND c.relname = ANY ($1)`,
        [Object.keys(hashes)],
      )
      expect(rows).toEqual([])
    })

    test.each([1, 2, 7, 1000])('makes the same by pages of %i entries', async (limit) => {
      const paged = await create(`paged${limit}`)
      const schema = await catchUpBuild(db, paged, limit)
      expect(await tableHashes(db.pool, schema)).toEqual(await tableHashes(db.pool, grown))
    })

    test.each([1, 3, 1000])(
      'makes the same filled by pages of %i entries, and by another process from the middle on',
      async (size) => {
        const filled = await create(`filled${size}`)
        for (const end of [5n, undefined]) {
          const deps = { pool: db.pool, log: stopping(db, end) }
          const filler = createFiller(deps, filled.projection, { page: () => size })
          for (;;) {
            const result = await filler.advance({ states: ['active'], rate: null })
            if (result.status !== 'moved') throw new Error(result.status, { cause: result })
            if (result.entries === 0) break
          }
        }
        await transaction(db.pool, (client) => completeBuild(client, filled.projection, filled.build))
        expect(await tableHashes(db.pool, filled.build.schema)).toEqual(await tableHashes(db.pool, grown))
      },
    )

    test('changes nothing by a page that is folded and not written', async () => {
      const before = await tableHashes(db.pool, grown)
      const entries = await db.log.read({ after: 0n, limit: 1000 })
      const { build, projection: other } = await create('unwritten')
      const empty = await tableHashes(db.pool, build.schema)
      await transaction(db.pool, async (client) => {
        const page = await other.open(client, build.schema, entries)
        for (const entry of entries) page.fold(entry)
      })
      expect(await tableHashes(db.pool, build.schema)).toEqual(empty)
      expect(await tableHashes(db.pool, grown)).toEqual(before)
    })

    test('takes entries of types that it does not know for nothing', async () => {
      const before = await tableHashes(db.pool, grown)
      const [entry] = await db.log.read({ after: 0n, limit: 1 })
      await transaction(db.pool, async (client) => {
        const unknown = { ...entry!, type: 'unheard.of', data: { of: null } }
        const page = await projection.open(client, grown, [unknown])
        page.fold(unknown)
        await page.write()
      })
      expect(await tableHashes(db.pool, grown)).toEqual(before)
    })

    test('names what a dry run compares: rows have keys of their own', async () => {
      for (const { table, key, leaveOut = [] } of projection.compared) {
        const { rows } = await db.pool.query<{ all: string; keys: string }>(
          `SELECT count(*)::text AS all, count(DISTINCT (${key.join(', ')}))::text AS keys FROM ${grown}.${table}`,
        )
        expect(rows[0]?.keys).toBe(rows[0]?.all)
        await db.pool.query(`SELECT ${[...key, ...leaveOut].join(', ')} FROM ${grown}.${table} LIMIT 0`)
      }
    })

    test(
      'is replayed beside what serves, finds no difference to it, and serves instead',
      { timeout: 60_000 },
      async () => {
        const deps = { pool: db.pool, log: db.log, projections: [projection], logger: silent }
        const expected = await tableHashes(db.pool, grown)
        const projector = startProjector(deps)
        try {
          const dry = await ended(deps, await startReplay(deps, projection.name, { dryRun: true }))
          for (const { table } of projection.compared) {
            expect(dry?.report?.tables[table]).toMatchObject({ added: 0, removed: 0, changed: 0 })
          }
          const replayed = await ended(deps, await startReplay(deps, projection.name))
          expect(replayed?.state).toBe('active')
          expect(await tableHashes(db.pool, `${projection.name}_b${replayed?.id}`)).toEqual(expected)
        } finally {
          await projector.stop()
        }
      },
    )
  })
}

/** The log as it was when it ended at a position. */
function stopping({ log }: TestLog, end: bigint | undefined): Pick<TestLog['log'], 'read'> {
  return {
    async read(query, client) {
      const entries = await log.read(query, client)
      return end === undefined ? entries : entries.filter(({ position }) => position <= end)
    },
  }
}

async function catchUpBuild(
  { pool, log }: TestLog,
  { projection, build }: { projection: Projection; build: { id: bigint; schema: string; dryRun: boolean } },
  limit: number,
): Promise<string> {
  await transaction(pool, (client) => completeBuild(client, projection, build))
  for (;;) {
    const result = await step({ pool, log }, projection, { states: ['active'], limit, mode: 'strict' })
    if (result.status !== 'moved') throw new Error(result.status, { cause: result })
    if (result.entries === 0) return build.schema
  }
}

async function ended(
  deps: Parameters<typeof getReplay>[0],
  started: Awaited<ReturnType<typeof startReplay>>,
): Promise<Awaited<ReturnType<typeof getReplay>>> {
  if (started.status !== 'started') throw new Error(started.status)
  for (;;) {
    const replay = await getReplay(deps, started.replay.id)
    if (!replay || !['running', 'caughtUp'].includes(replay.state)) return replay
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
