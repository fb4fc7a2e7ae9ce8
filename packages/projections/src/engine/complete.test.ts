import { setTimeout as sleep } from 'node:timers/promises'
import type { Entry, NewEntry } from '@dateline/event-log'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { counting } from '../testing/counting.ts'
import { createTestLog, silent, type TestLog } from '../testing/database.ts'
import { appendAll } from '../testing/story.ts'
import { createBuild, findBuilds } from './builds.ts'
import { listParked } from './parked.ts'
import type { Page, Projection } from './projection.ts'
import { startProjector } from './projector.ts'
import { transaction } from './transaction.ts'

let db: TestLog
beforeEach(async () => {
  db = await createTestLog()
})
afterEach(async () => {
  await db.drop()
})

function refusing<P extends Pick<Page, 'fold'>>(page: P): P {
  return {
    ...page,
    fold(entry: Entry) {
      if (entry.type === 'said poison') throw new Error('not to be folded')
      page.fold(entry)
    },
  }
}

/** Counts what is said, but cannot bear poison. */
const delicate: Projection = {
  ...counting,
  open: async (...given) => refusing(await counting.open(...given)),
  filling: {
    ...counting.filling!,
    start(schema) {
      const pages = counting.filling!.start(schema)
      return { open: async (...given) => refusing(await pages.open(...given)) }
    },
  },
}

function saying(id: string, what: string): NewEntry {
  return { id, type: `said ${what}`, schemaVersion: 1, data: {} }
}

it('fills serving tables up to an entry that cannot be folded, parks it, and goes on from there', async () => {
  await transaction(db.pool, (client) =>
    createBuild(client, delicate, { state: 'active', activate: 'auto', dryRun: false }),
  )
  const said = (stream: string, ...whats: string[]) => ({
    stream,
    expected: 'any' as const,
    entries: whats.map((what, n) => saying(`${stream}-${what}-${n}`, what)),
  })
  await appendAll(db.log, [said('a', 'yes', 'yes'), said('b', 'no', 'poison', 'no'), said('c', 'yes', 'no')])
  const projector = startProjector({ ...db, projections: [delicate], logger: silent })
  const head = await db.log.head()
  const built = async () => (await findBuilds(db.pool, delicate.name, ['active']))[0]
  while ((await built())?.position !== head) await sleep(20)
  await projector.stop()
  const build = await built()
  const { rows } = await db.pool.query(`SELECT type, n FROM ${build?.schema}.counts ORDER BY type`)
  expect(build?.complete).toBe(true)
  expect(rows).toEqual([
    { type: 'said no', n: 2 },
    { type: 'said yes', n: 3 },
  ])
  const parked = await listParked(db.pool, {})
  expect(parked.map(({ stream, state }) => [stream, state])).toEqual([
    ['b', 'parked'],
    ['b', 'behind'],
  ])
})
