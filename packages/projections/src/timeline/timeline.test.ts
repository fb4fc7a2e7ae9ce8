import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startProjector } from '../engine/projector.ts'
import { readSnapshot } from '../read.ts'
import { createTestLog, silent, type TestLog } from '../testing/database.ts'
import { as, place, tell } from '../testing/story.ts'
import { PROJECTIONS } from './projection.ts'
import { catchUp } from '../testing/catch-up.ts'

let db: TestLog
beforeEach(async () => {
  db = await createTestLog()
})
afterEach(() => db.drop())

const election = {
  type: 'election' as const,
  edtf: '2024-05-05',
  place: place('country:RU', 'Ruritania'),
  participants: [as('winner', 'person:rudolf-rassendyll')],
  attributes: { kind: 'presidential' },
}

describe('the timeline', () => {
  it('shows one election that two documents report as one event', async () => {
    await tell(
      db.log,
      {
        id: 'doc-a',
        source: 'herald',
        events: [{ ...election, says: 'Rassendyll won the presidential election on Sunday.' }],
      },
      { id: 'doc-b', source: 'gazette', events: [{ ...election, says: 'Voters gave the presidency to Rassendyll.' }] },
    )
    await catchUp(db)
    const { events, reports } = await readSnapshot(db.pool, async ({ client, builds }) => {
      const { schema } = builds['timeline']!
      const { rows } = await client.query<{ body: string; countries: string[] }>(`SELECT * FROM ${schema}.timeline`)
      const { rows: reports } = await client.query(`SELECT * FROM ${schema}.reports`)
      return {
        events: rows.map((row) => ({ ...(JSON.parse(row.body) as Record<string, unknown>), countries: row.countries })),
        reports,
      }
    })
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      type: 'election',
      title: 'Presidential election in Ruritania',
      documents: 2,
      sources: 2,
      confidence: 0.96,
      date: { edtf: '2024-05-05', earliest: '2024-05-05', latest: '2024-05-05', precision: 'day' },
      countries: ['RU'],
    })
    expect(reports).toHaveLength(2)
  })
})

it('runs with a projector', async () => {
  const projector = startProjector({ pool: db.pool, log: db.log, projections: PROJECTIONS, logger: silent })
  await tell(db.log, { id: 'doc-a', events: [election] })
  await expect
    .poll(() => readSnapshot(db.pool, ({ builds }) => Promise.resolve(builds['documents']?.position)), {
      timeout: 10_000,
    })
    .toBe(3n)
  await projector.stop()
})
