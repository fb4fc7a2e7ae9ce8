import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Projection } from '../engine/projection.ts'
import { listParked, releaseParked } from '../engine/parked.ts'
import { catchUp } from '../testing/catch-up.ts'
import { createTestLog, type TestLog } from '../testing/database.ts'
import { tell } from '../testing/story.ts'
import { timeline } from './projection.ts'

let db: TestLog
beforeAll(async () => {
  db = await createTestLog()
})
afterAll(() => db.drop())

/** The timeline, which cannot fold what the document tells until it is mended. */
function choking(documentId: string): { projection: Projection; mend: () => void } {
  let mended = false
  const projection: Projection = {
    ...timeline,
    async open(...args) {
      const page = await timeline.open(...args)
      return {
        ...page,
        fold(entry) {
          if (!mended && entry.type === 'attack' && entry.stream === `document-${documentId}`)
            throw new Error('I choke')
          page.fold(entry)
        },
      }
    },
  }
  return { projection, mend: () => (mended = true) }
}

it('takes effect where the tables stand when it is released, so that nothing read before is changed', async () => {
  const { projection, mend } = choking('one')
  await tell(db.log, { id: 'one', events: [{ type: 'attack' }] })
  await tell(db.log, { id: 'two', events: [{ type: 'election' }] })
  const schema = await catchUp(db, { projection })
  const changes = async () => {
    const { rows } = await db.pool.query<{ position: bigint; n: number; type: string; until: bigint | null }>(
      `SELECT position, n, type, until FROM ${schema}.events ORDER BY position, n`,
    )
    return rows
  }
  const before = await changes()
  expect(before).toEqual([{ position: 6n, n: 0, type: 'election', until: null }])
  const [parked] = await listParked(db.pool)
  expect(parked).toMatchObject({ position: 3n, type: 'attack', state: 'parked', error: 'I choke' })

  mend()
  await releaseParked(db.pool, parked?.id ?? '')
  await catchUp(db, { projection })
  // The log ends at 6, where the election came: the attack of entry 3 is the next change there.
  expect(await changes()).toEqual([...before, { position: 6n, n: 1, type: 'attack', until: null }])
  const { rows } = await db.pool.query(`SELECT since, position FROM ${schema}.reports WHERE document_id = 'one'`)
  expect(rows).toEqual([{ since: 6n, position: 3n }])

  // A replay puts it where it stands in the log.
  await db.pool.query(`UPDATE projections.builds SET state = 'retired'`)
  const rebuilt = await catchUp(db, { projection })
  const { rows: anew } = await db.pool.query(`SELECT position, n, type FROM ${rebuilt}.events ORDER BY position, n`)
  expect(anew).toEqual([
    { position: 3n, n: 0, type: 'attack' },
    { position: 6n, n: 0, type: 'election' },
  ])
})
