import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { step } from '../engine/step.ts'
import { catchUp, ensureServing } from '../testing/catch-up.ts'
import { createTestLog, type TestLog } from '../testing/database.ts'
import { randomStory } from '../testing/random-story.ts'
import {
  annotation,
  appendAll,
  as,
  type DocumentSketch,
  type EventSketch,
  place,
  submission,
  tell,
} from '../testing/story.ts'
import { timeline } from './projection.ts'

let db: TestLog
let schema: string
beforeAll(async () => {
  db = await createTestLog()
})
afterAll(() => db.drop())
/** Each test tells of a year of its own, so that they share the tables. */
let year = 2000
beforeEach(() => {
  year += 1
})

interface Shown {
  id: string
  title: string
  [field: string]: unknown
}

async function shown(): Promise<Shown[]> {
  const { rows } = await db.pool.query<{ body: string }>(
    `SELECT body FROM ${schema}.timeline WHERE sort_date BETWEEN $1 AND $2 ORDER BY sort_date, event_id`,
    [`${year}-01-01`, `${year}-12-31`],
  )
  return rows.map((row) => JSON.parse(row.body) as Shown)
}

async function versions(eventId: string) {
  const { rows } = await db.pool.query<{
    change: string
    gone: string | null
    reason: string | null
    until: bigint | null
  }>(`SELECT change, gone, reason, until FROM ${schema}.events WHERE event_id = $1 ORDER BY position, n`, [eventId])
  return rows
}

async function told(...documents: DocumentSketch[]): Promise<Shown[]> {
  await tell(db.log, ...documents.map(dated))
  schema = await catchUp(db)
  return shown()
}

const dated = (document: DocumentSketch): DocumentSketch => ({
  ...document,
  id: `${document.id}-${year}`,
  publishedAt: `${year}-05-06`,
})

const election = () => ({
  type: 'election' as const,
  edtf: `${year}-05-05`,
  place: place('country:RU', 'Ruritania'),
  participants: [as('winner', 'person:rudolf-rassendyll')],
  attributes: { kind: 'presidential' },
  says: 'Rassendyll won the presidential election on Sunday by a wide margin.',
})

const attack = (day: string, town: string, dead: number) => ({
  type: 'attack' as const,
  edtf: `${year}-${day}`,
  place: place(`place:RU/${town.toLowerCase()}`, town),
  attributes: { fatalities: { value: dead, qualifier: '=' as const, unit: 'person' } },
  says: `A bomb went off in a market of ${town} and killed ${dead}.`,
})

const marchers = 'Thousands marched through the centre and demanded higher wages'

const protest = (more: Partial<EventSketch>): EventSketch => ({
  type: 'protest',
  edtf: `${year}-05-04`,
  says: `${marchers}.`,
  ...more,
})

describe('one event of two documents', () => {
  it('is shown once, with the sources counted and its participants named', async () => {
    const events = await told(
      { id: 'a', source: 'herald', text: `one ${year}`, events: [election()] },
      {
        id: 'b',
        source: 'gazette',
        text: `two ${year}`,
        events: [{ ...election(), says: 'Voters gave the presidency to him.' }],
      },
    )
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      type: 'election',
      title: 'Presidential election in Ruritania',
      documents: 2,
      sources: 2,
      confidence: 0.96,
      date: { edtf: `${year}-05-05`, earliest: `${year}-05-05`, latest: `${year}-05-05`, precision: 'day' },
      participants: [
        { role: 'winner', actor: { id: 'person:rudolf-rassendyll', name: 'Rudolf Rassendyll', kind: 'person' } },
      ],
      disputed: [],
    })
    expect(events[0]?.['evidence']).toHaveLength(1)
  })

  it('counts sources that carry one text as one', async () => {
    const copy = { text: `the wire of ${year}`, events: [election()] }
    const [event] = await told({ id: 'a', source: 'herald', ...copy }, { id: 'b', source: 'gazette', ...copy })
    expect(event).toMatchObject({ documents: 2, sources: 1, confidence: 0.8 })
  })

  it('keeps every value that they do not agree upon, with its documents', async () => {
    const [event] = await told(
      { id: 'a', source: 'herald', text: `1 ${year}`, events: [attack('05-04', 'Streslau', 12)] },
      { id: 'b', source: 'gazette', text: `2 ${year}`, events: [attack('05-04', 'Streslau', 15)] },
      { id: 'c', source: 'courier', text: `3 ${year}`, events: [attack('05-04', 'Streslau', 15)] },
    )
    const toll = (value: number) => ({ value, qualifier: '=', unit: 'person' })
    expect(event).toMatchObject({
      attributes: { fatalities: toll(15) },
      disputed: [
        {
          field: 'attributes.fatalities',
          values: [
            { value: toll(15), documentIds: [`b-${year}`, `c-${year}`] },
            { value: toll(12), documentIds: [`a-${year}`] },
          ],
        },
      ],
    })
  })
})

it('dates what has happened by its publication at the latest, where nobody dates it', async () => {
  const undated = { ...election(), edtf: 'unknown' }
  const [actual] = await told({ id: 'a', events: [undated] })
  expect(actual?.['date']).toEqual({ edtf: 'unknown', earliest: null, latest: `${year}-05-06`, precision: 'unknown' })
  const [, planned] = await told({ id: 'b', events: [{ ...undated, realis: 'future', says: 'Soon they vote.' }] })
  expect(planned?.['date']).toMatchObject({ earliest: null, latest: null })
})

describe('a newer revision', () => {
  it('withdraws what it does not say any more, and keeps what it says under its id', async () => {
    const first = { id: 'a', events: [election(), attack('05-04', 'Streslau', 3)] }
    const [bomb, vote] = await told(first)
    await told({ id: 'a', revision: 2, events: [election()] })
    expect((await shown()).map(({ id }) => id)).toEqual([vote?.id])
    expect(await versions(bomb?.id ?? '')).toMatchObject([
      { change: 'created', gone: null },
      {
        change: 'withdrawn',
        gone: 'withdrawn',
        reason: 'Revision 2 of its only document does not say it any more',
        until: null,
      },
    ])
    // Said again in the same words, it did not change.
    expect(await versions(vote?.id ?? '')).toHaveLength(1)
  })

  it('leaves an event that another document tells of', async () => {
    const bomb = attack('05-04', 'Streslau', 3)
    await told(
      { id: 'a', source: 'herald', text: `1 ${year}`, events: [bomb] },
      { id: 'b', source: 'gazette', text: `2 ${year}`, events: [bomb] },
    )
    const [event] = await told({ id: 'a', source: 'herald', revision: 2, events: [] })
    expect(event).toMatchObject({ documents: 1, sources: 1 })
    expect((await versions(event?.id ?? '')).map(({ change }) => change)).toEqual(['created', 'updated', 'updated'])
  })

  it('corrects a date without making another event of it', async () => {
    const [before] = await told({ id: 'a', events: [attack('05-04', 'Streslau', 3)] })
    const [after, ...more] = await told({ id: 'a', revision: 2, events: [attack('05-03', 'Streslau', 3)] })
    expect(more).toEqual([])
    expect(after).toMatchObject({ id: before?.id, date: { edtf: `${year}-05-03` } })
  })

  describe.each<[string, () => EventSketch, () => EventSketch]>([
    [
      'of another town',
      () => protest({ place: place('place:RU/streslau', 'Streslau') }),
      () => protest({ place: place('place:RU/hentzau', 'Hentzau') }),
    ],
    [
      'of another day',
      () => protest({ edtf: `${year}-05-04` }),
      () => protest({ edtf: `${year}-05-02`, says: `${marchers} for a second time.` }),
    ],
    [
      'of others',
      () => protest({ participants: [as('participants', 'org:ru/miners')] }),
      () => protest({ participants: [as('participants', 'org:ru/bakers')], says: `${marchers} for a second time.` }),
    ],
  ])('that tells in like words %s', (_, earlier, later) => {
    it('withdraws the one and tells of another', async () => {
      const [before] = await told({ id: 'a', events: [earlier()] })
      const after = await told({ id: 'a', revision: 2, events: [later()] })
      expect(after).toHaveLength(1)
      expect(after[0]?.id).not.toBe(before?.id)
      expect((await versions(before?.id ?? '')).map(({ change }) => change)).toEqual(['created', 'withdrawn'])
    })
  })

  it('does not give way to a late annotation of an older one', async () => {
    await told({ id: 'a', events: [] })
    await told({ id: 'a', revision: 2, events: [election()] })
    const late = annotation(dated({ id: 'a', engine: '0.9.0', events: [attack('05-04', 'Streslau', 3)] }))
    await appendAll(db.log, [{ stream: `document-a-${year}`, expected: 'any', entries: late }])
    await catchUp(db)
    expect(await shown()).toMatchObject([{ type: 'election' }])
  })
})

describe('a document', () => {
  async function statuses(limit: number): Promise<string[]> {
    const seen: string[] = []
    await ensureServing(db, timeline)
    for (;;) {
      const result = await step(db, timeline, { states: ['active'], limit, mode: 'strict' })
      if (result.status !== 'moved') throw new Error(result.status)
      if (result.entries === 0) return seen
      const { rows } = await db.pool.query<{ status: string; n: number }>(
        `SELECT status, (SELECT count(*)::int FROM ${result.build.schema}.reports r
                         WHERE r.document_id = d.document_id AND until IS NULL) AS n
         FROM ${result.build.schema}.documents d WHERE document_id = $1`,
        [`a-${year}`],
      )
      seen.push(`${rows[0]?.status} ${rows[0]?.n}`)
    }
  }

  it('is done only when all of its events are there', async () => {
    await tell(db.log, dated({ id: 'a', events: [election(), attack('05-04', 'Streslau', 3)] }))
    expect(await statuses(1)).toEqual(['queued 0', 'queued 0', 'queued 1', 'done 2'])
  })

  it('fails with its reason, keeps what an earlier revision said, and may still be done', async () => {
    await tell(db.log, dated({ id: 'a', events: [election()] }))
    const stream = `document-a-${year}`
    const second = dated({ id: 'a', revision: 2, events: [election()] })
    const data = { documentId: second.id, revision: 2, error: 'no memory', attempts: 5 }
    await appendAll(db.log, [{ stream, expected: 'any', entries: [submission(second)] }])
    await appendAll(db.log, [
      { stream, expected: 'any', entries: [{ id: `failed-${year}`, type: 'document.failed', schemaVersion: 1, data }] },
    ])
    expect((await statuses(1)).slice(-2)).toEqual(['queued 1', 'failed 1'])
    await appendAll(db.log, [{ stream, expected: 'any', entries: annotation(second) }])
    expect((await statuses(10)).at(-1)).toBe('done 1')
  })
})

it(
  'shows the past as it was: at each position what was there when the log ended there',
  { timeout: 120_000 },
  async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(randomStory, async (storyOf) => {
        run += 1
        const before = await db.log.head()
        for (const append of storyOf(run)) await appendAll(db.log, [append])
        const now = async (condition: string) => {
          const { rows } = await db.pool.query<{ id: string; body: string }>(
            `SELECT event_id AS id, body FROM ${schema}.events WHERE ${condition} AND gone IS NULL AND position > ${before}
           ORDER BY sort_date, event_id`,
          )
          return rows
        }
        const then = new Map<bigint, unknown>()
        for (;;) {
          const result = await step(db, timeline, { states: ['active'], limit: 1, mode: 'strict' })
          if (result.status !== 'moved') throw new Error(result.status)
          if (result.entries === 0) break
          then.set(result.position, await now('until IS NULL'))
        }
        for (const [position, rows] of then) {
          expect(await now(`position <= ${position} AND (until IS NULL OR until > ${position})`)).toEqual(rows)
        }
        const { rows: changes } = await db.pool.query<{ position: bigint; numbers: number[] }>(
          `SELECT position, array_agg(n ORDER BY n) AS numbers FROM ${schema}.events GROUP BY position`,
        )
        for (const { numbers } of changes) expect(numbers).toEqual(numbers.map((_, index) => index))
      }),
      { numRuns: 5, endOnFailure: true },
    )
  },
)
