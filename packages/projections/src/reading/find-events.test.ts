import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendRows, type Row } from '../shared/rows.ts'
import { createTestLog, type TestLog } from '../testing/database.ts'
import { timelineIndexes, timelineTables } from '../timeline/tables.ts'
import { keysOf } from '../timeline/terms.ts'
import { type Filters, parameters, showsUndated, versionCondition, visibleAt } from './filters.ts'
import { eventsHaving, findEvents, periodOf } from './find-events.ts'
import { soughtBy } from './sought.ts'
import { STEPS } from './year-by-year.ts'

const EVENTS = 4_000
const WORDS = ['harbour', 'tariff', 'election', 'storm']
const COUNTRIES = ['AA', 'BB', 'CC', 'DD']
const TYPES = ['attack', 'statement', 'coup']
const REALIS = ['actual', 'actual', 'actual', 'ongoing', 'alleged', 'negated']

let db: TestLog
beforeAll(async () => {
  db = await createTestLog()
  await db.pool.query('CREATE SCHEMA many')
  for (const statement of timelineTables('many')) await db.pool.query(statement)
  const client = await db.pool.connect()
  await appendRows(
    client,
    'many.events',
    COLUMNS,
    Array.from({ length: EVENTS }, (_, n) => eventRow(n)),
  )
  client.release()
  await db.pool.query(
    `INSERT INTO many.reports
     SELECT 'entry ' || event_id, position, NULL, event_id, event_id, 'document ' || position / 10, position, 1, 0, 'e',
            'demo', '{}', now(), '{}', '[]', '{}' FROM many.events WHERE until IS NULL`,
  )
  for (const statement of timelineIndexes('many')) await db.pool.query(statement)
  await db.pool.query('ANALYZE many.events')
})
afterAll(() => db.drop())

const COLUMNS = (
  'position n until event_id change gone type realis edtf dated earliest latest sort_date countries places actors roles ' +
  'actor_roles sources source_count document_count confidence first_reported last_reported body fts terms words'
).split(' ')

/** Rare things are bunched where the order comes to them late; a tenth lasts, is open, or has no date. */
function eventRow(n: number): Row {
  const at = (salt: number, most: number) => (Math.imul(n + 1, 2654435761 + salt * 40503) >>> 7) % most
  const year = 1990 + Math.floor(n / 110)
  const day = `${year}-${String(1 + at(1, 12)).padStart(2, '0')}-${String(1 + at(2, 28)).padStart(2, '0')}`
  const [edtf, earliest, latest] = datesOf(at(3, 40), day, year)
  const sortDate = earliest ?? latest ?? day
  const actors = [n > 3_600 && at(4, 3) > 0 ? 'person:late' : `person:${at(5, 300)}`, `person:${at(6, 12)}`]
  const event = {
    sortDate,
    earliest,
    latest,
    dated: edtf !== 'unknown',
    type: TYPES[at(7, 20) === 0 ? 2 : at(8, 2)] ?? '',
    realis: REALIS[at(9, REALIS.length)] ?? '',
    sources: 1 + (at(10, 9) === 0 ? at(11, 60) : 0),
    confidence: at(12, 101) / 100,
    countries: [...new Set([COUNTRIES[at(13, 40) === 0 ? 3 : at(14, 3)] ?? ''])],
    places: [`place:${at(15, 50)}`],
    actors: [...new Set(actors)],
    roles: ['target'],
    actorRoles: [`target ${actors[0]}`],
    sourceNames: [`paper-${at(16, 5)}`],
  }
  const words = WORDS.filter((_, index) => (n > 3_500 ? at(17 + index, 2) === 0 : at(27 + index, 400) === 0))
  const lexemes = words.map((word) => word.replace('election', 'elect'))
  const { terms, words: hashes } = keysOf(event, lexemes)
  const ended = at(40, 5) === 0
  const reported = `${sortDate}T00:00:00Z`
  const fts = lexemes.map((lexeme, index) => `'${lexeme}':${index + 1}`).join(' ')
  const version: Row = [n + 1, 0, ended ? n + 40 : null, `event ${at(41, 1_000_000)} ${n}`, 'created']
  const dates: Row = [edtf, event.dated, earliest, latest, sortDate]
  const lists: Row = [event.countries, event.places, event.actors, event.roles, event.actorRoles, event.sourceNames]
  const sums: Row = [event.sources, 1, event.confidence, reported, reported]
  const gone = at(42, 50) === 0 ? 'withdrawn' : null
  return [...version, gone, event.type, event.realis, ...dates, ...lists, ...sums, '{}', fts, terms, hashes]
}

function datesOf(kind: number, day: string, year: number): [string, string | null, string | null] {
  const month = day.slice(0, 7)
  if (kind === 0) return ['unknown', null, day]
  if (kind === 1) return ['unknown', null, null]
  if (kind === 2) return [`${year}`, `${year}-01-01`, `${year}-12-31`]
  if (kind === 3) return [month, `${month}-01`, `${month}-28`]
  if (kind === 4) return [`${day}/..`, day, null]
  if (kind === 5) return [`../${day}`, null, day]
  if (kind === 6) return ['../..', null, null]
  if (kind === 7) return [`${year}/${year + 3}`, `${year}-01-01`, `${year + 3}-12-31`]
  return [day, day, day]
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>, rarely = 1) =>
  fc.oneof({ weight: 4 * rarely, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
const person = fc.oneof(
  fc.constant('person:late'),
  fc.nat(20).map((n) => `person:${n}`),
)
const date = fc.oneof(
  fc.integer({ min: 1988, max: 2030 }).map(String),
  fc
    .tuple(fc.integer({ min: 1989, max: 2027 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
  fc.integer({ min: 1990, max: 2026 }).map((year) => `${year}-05-05`),
)
const filters: fc.Arbitrary<Filters> = fc.record({
  actor: maybe(fc.array(person, { minLength: 1, maxLength: 2 })),
  match: fc.constantFrom('all', 'any'),
  role: maybe(fc.constantFrom('target', 'nobody')),
  type: maybe(fc.subarray(TYPES, { minLength: 1 })),
  country: maybe(fc.constantFrom(...COUNTRIES, 'ZZ')),
  place: maybe(fc.constant('place:7')),
  from: maybe(date),
  to: maybe(date),
  undated: maybe(fc.constantFrom('exclude', 'include', 'only')),
  q: maybe(
    fc.constantFrom(
      'storm',
      'harbour tariff',
      'harbour or tariff',
      '-storm',
      'storm -tariff',
      '"harbour tariff"',
      'the',
      'elections',
    ),
  ),
  source: maybe(fc.constantFrom('paper-1', 'nobody')),
  document: maybe(fc.constantFrom('document 7', 'none'), 5),
  realis: fc.oneof(fc.constant(['actual', 'ongoing']), fc.subarray([...new Set(REALIS)], { minLength: 1 })),
  minSources: maybe(fc.constantFrom(1, 2, 3, 40, 99)),
  minConfidence: maybe(fc.constantFrom(0, 0.4, 0.9, 0.97, 1)),
})

const asked = fc.record({
  filters,
  steps: fc.constantFrom(
    STEPS,
    { walk: 20, few: 12, many: 4 },
    { walk: 1, few: 3, many: 1 },
    { walk: 1, few: 60, many: 30 },
  ),
  at: fc.option(fc.bigInt({ min: 1n, max: BigInt(EVENTS) }), { nil: null }),
  descending: fc.boolean(),
  behind: fc.option(
    fc.integer({ min: 1988, max: 2028 }).map((year) => `${year}-06-15`),
    { nil: null },
  ),
})

async function found(text: string, values: unknown[]): Promise<string[]> {
  const { rows } = await db.pool.query<{ event_id: string }>(text, values)
  return rows.map((row) => row.event_id)
}

test('finds, in order, what the table has when it is read from one end to the other', async () => {
  let full = 0
  await fc.assert(
    fc.asyncProperty(asked, async ({ filters, steps, at, descending, behind }) => {
      const { from, to } = periodOf(filters)
      fc.pre(from === null || to === null || from <= to)
      const direction = descending ? 'desc' : 'asc'
      const order = `order by sort_date ${direction}, event_id ${direction} limit 11`
      const plain = parameters()
      const condition = `${visibleAt(at, plain.parameter)} and ${versionCondition(filters, 'many', at, plain.parameter)}`
      const beyond =
        behind === null ? 'true' : `(sort_date, event_id) ${descending ? '<' : '>'} ('${behind}', 'event 5')`
      const expected = await found(
        `select event_id from many.events where ${condition} and ${beyond} ${order}`,
        plain.values,
      )
      const { values, parameter } = parameters()
      const page = {
        visible: visibleAt(at, parameter),
        exact: versionCondition(filters, 'many', at, parameter),
        now: at === null,
        sought: soughtBy(filters),
        period: periodOf(filters),
        undated: showsUndated(filters),
        after: behind === null ? null : [behind, 'event 5'],
        descending,
        limit: 11,
      }
      const { ctes, found: rows } = findEvents('many', page, parameter, steps)
      expect(await found(`${ctes}select event_id from (${rows}) as found ${order}`, values)).toEqual(expected)
      if (expected.length > 0) full += 1
    }),
    { numRuns: 800 },
  )
  expect(full).toBeGreaterThan(100)
}, 120_000)

test('what is counted by terms or of a period is what the table has', async () => {
  await fc.assert(
    fc.asyncProperty(filters, async (filters) => {
      const { from, to } = periodOf(filters)
      fc.pre(from === null || to === null || from <= to)
      const count = async (having: boolean) => {
        const { values, parameter } = parameters()
        const asked = {
          sought: having ? soughtBy(filters) : null,
          period: having ? periodOf(filters) : { from: null, to: null },
          undated: showsUndated(filters),
          visible: visibleAt(null, parameter),
        }
        const { ctes, source } = eventsHaving('many', asked, parameter)
        const condition = `${visibleAt(null, parameter)} and ${versionCondition(filters, 'many', null, parameter)}`
        return found(`${ctes}select count(*)::text as event_id from ${source} where ${condition}`, values)
      }
      expect(await count(true)).toEqual(await count(false))
    }),
    { numRuns: 300 },
  )
}, 120_000)
