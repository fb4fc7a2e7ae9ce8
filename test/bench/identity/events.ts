import type { EventReported } from '@dateline/domain'
import type { Entry } from '@dateline/event-log'
import type { Pool } from 'pg'
import { annotation, as, type DocumentSketch } from '../../../packages/projections/src/testing/story.ts'
import { evidenceOf, reportOf, stringifyReport } from '../../../packages/projections/src/timeline/report.ts'

/**
 * Events of an invented world, skewed as news is: one country in sixty has an eighth of them, one person in fifty
 * thousand a fifteenth, one word in twenty thousand a third; more in the last years than in the first.
 */
export const WORLD = {
  countries: Array.from({ length: 60 }, (_, n) => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26))),
  persons: 50_000,
  words: 20_000,
  days: 7_300,
  first: '2005-01-01',
}

const LETTERS = 'bcfgkmptvwxz'
const M = 2_147_483_647n

/** 0 to 1, the same here and in SQL. */
const chance = (i: number, salt: number): number => {
  const x = (BigInt(i) * 48_271n + BigInt(salt) * 69_621n + 12_345n) % M
  return Number((((x * x) % M) * 16_807n) % M) / Number(M)
}
const CHANCE = (i: string, salt: string) =>
  `(mod(mod(power_of(mod(${i} * 48271 + ${salt} * 69621 + 12345, 2147483647)), 2147483647) * 16807, 2147483647)::float8 / 2147483647)`

const pick = (i: number, salt: number, of: number, skew: number): number => Math.floor(of * chance(i, salt) ** skew)
const PICK = (i: string, salt: string, of: number, skew: number) => `floor(${of} * ${CHANCE(i, salt)} ^ ${skew})::int`

const COUNTRY = { salt: 1, skew: 2 }
const DAY = { salt: 2, skew: 0.5 }
const PERSON = { salt: 3, skew: 4 }
const WORD = { salt: 10, skew: 3 }
const NAMES = 6
const OTHERS = 3

/** Letters that no ending is taken off. */
function wordOf(rank: number): string {
  let [word, rest] = ['', rank]
  for (let index = 0; index < 4; index += 1) {
    word = `${LETTERS[rest % LETTERS.length]}${word}`
    rest = Math.floor(rest / LETTERS.length)
  }
  return `q${word}`
}

function happening(i: number) {
  const day = new Date(Date.parse(WORLD.first) + pick(i, DAY.salt, WORLD.days, DAY.skew) * 86_400_000)
  return {
    type: i % 5 < 2 ? ('arrest' as const) : ('attack' as const),
    country: WORLD.countries[pick(i, COUNTRY.salt, WORLD.countries.length, COUNTRY.skew)] ?? '',
    day: day.toISOString().slice(0, 10),
    person: `person:jane-${wordOf(pick(i, PERSON.salt, WORLD.persons, PERSON.skew) % 20_000)}`,
    words: Array.from({ length: NAMES + OTHERS }, (_, n) => wordOf(pick(i, WORD.salt + n, WORLD.words, WORD.skew))),
  }
}

/** The n-th report that comes: every other one tells of an event that is there, the rest of new ones of the same kind. */
export function sketchOf(n: number, events: number): Omit<DocumentSketch, 'id'> {
  const happened = happening(n % 2 === 0 ? (n * 7_919) % events : events + n)
  return { publishedAt: happened.day, events: [tellingOf(happened)] }
}

function tellingOf({ type, country, day, person, words }: ReturnType<typeof happening>) {
  const [names, others] = [words.slice(0, NAMES), words.slice(NAMES)]
  const capitals = names.map((name) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`)
  return {
    type,
    edtf: day,
    place: { id: `country:${country}`, name: country, country },
    participants: [as(type === 'arrest' ? 'detainee' : 'victim', person)],
    attributes: { fatalities: { value: 12, qualifier: '=' as const, unit: 'person' } },
    says: `On that day ${capitals.join(' and ')} were there, as ${others.join(' ')} were, a spokesman of the police said.`,
  }
}

/** Fills the tables of a build with so many events, a report each, as a projector would have written them. */
export async function fillEvents(pool: Pool, schema: string, events: number): Promise<void> {
  await pool.query(`CREATE FUNCTION power_of(x bigint) RETURNS bigint IMMUTABLE LANGUAGE sql AS 'SELECT x * x'`)
  await pool.query('CREATE UNLOGGED TABLE words (rank int PRIMARY KEY, word text NOT NULL)')
  await pool.query('INSERT INTO words SELECT * FROM unnest($1::int[], $2::text[])', [
    Array.from({ length: WORLD.words }, (_, rank) => rank),
    Array.from({ length: WORLD.words }, (_, rank) => wordOf(rank)),
  ])
  await pool.query(
    `CREATE UNLOGGED TABLE happened AS
    SELECT i, CASE WHEN i % 5 < 2 THEN 'arrest' ELSE 'attack' END AS type,
      CASE WHEN i % 5 < 2 THEN 'arrest' ELSE 'violence' END AS family,
      ($1::text[])[1 + ${PICK('i', `${COUNTRY.salt}`, WORLD.countries.length, COUNTRY.skew)}] AS country,
      date '${WORLD.first}' + ${PICK('i', `${DAY.salt}`, WORLD.days, DAY.skew)} AS day,
      ${PICK('i', `${PERSON.salt}`, WORLD.persons, PERSON.skew)} % 20000 AS person,
      ARRAY[${Array.from({ length: NAMES + OTHERS }, (_, n) => PICK('i', `${WORD.salt + n}`, WORLD.words, WORD.skew)).join(', ')}] AS words
    FROM generate_series(1::bigint, ${events}) AS i`.replace('$1::text[]', `'{${WORLD.countries.join(',')}}'::text[]`),
  )
  await pool.query(keysInserted(schema))
  await pool.query(reportsInserted(schema))
  await pool.query(`INSERT INTO ${schema}.events (position, n, until, event_id, change, type, realis, edtf, dated, earliest,
      latest, sort_date, countries, places, actors, roles, actor_roles, sources, source_count, document_count, confidence,
      first_reported, last_reported, fts, terms, words, body)
    SELECT i, 0, NULL, 'event ' || i, 'created', type, 'actual', day::text, true, day, day, day, ARRAY[country], '{}',
      '{}', '{}', '{}', '{demo}', 1, 1, 0.8, day, day, '', '{}', '{}', repeat('x', 900) FROM happened`)
}

/** The keys that `enteredKeys` gives such a report. */
function keysInserted(schema: string): string {
  const anchor = `CASE WHEN type = 'arrest' THEN 'person:' || p.word ELSE country END`
  const week = `floor((day - date '1970-01-01') / 7.0)::int`
  const period = `floor((day - date '1970-01-01') / 28.0)::int`
  return `INSERT INTO ${schema}.event_keys (key, event_id)
    SELECT DISTINCT key, 'event ' || i FROM happened JOIN words p ON p.rank = person, LATERAL (
      SELECT family || '|' || word || ' in the news|' || ${week} AS key FROM words WHERE rank = ANY (happened.words)
      UNION ALL SELECT family || '|' || ${anchor} || '|' || day
      UNION ALL SELECT family || '|' || ${anchor} || '|in ' || to_char(day, 'YYYY-MM')
      UNION ALL SELECT family || '|said|' || i || '|' || ${period}
      UNION ALL SELECT family || '|person:' || p.word || '|' || ${period} WHERE type = 'arrest') AS keys`
}

function reportsInserted(schema: string): string {
  const [, entry] = annotation({
    id: '§document',
    publishedAt: '2020-01-01',
    events: [tellingOf({ ...happening(1), country: '§country', person: 'person:§person', words: [] })],
  })
  const report = reportOf({ ...entry, position: 0n } as Entry<EventReported>, {
    documentId: '§document',
    revision: 1,
    annotation: '0',
    source: 'demo',
    url: null,
    title: 'News of the day',
    published: '2020-01-01',
    textHash: '§document',
    sketch: null,
    engine: 'test 1',
    country: null,
    names: [],
  })
  const filled = (json: string) =>
    `replace(replace(replace(replace(replace($json$${json}$json$, '§document', 'document ' || i), '§day', day::text), '§words', text), '§country', country), 'person:§person', 'person:jane-' || p.word)`
  const stored = stringifyReport({
    ...report,
    toldOn: '§day',
    date: { ...report.date, edtf: '§day' },
    earliest: '§day',
    latest: '§day',
  })
  const evidence = JSON.stringify(
    evidenceOf(report).map((piece) => ({ ...piece, quote: 'On that day §words were there.' })),
  )
  return `INSERT INTO ${schema}.reports (entry_id, since, until, event_id, cluster_id, document_id, position, revision,
      ordinal, engine, source, actors, published_at, report, evidence, why)
    SELECT 'entry ' || i, i, NULL, 'event ' || i, 'event ' || i, 'document ' || i, i, 1, 0, 'test 1', 'demo', '{}', day,
      ${filled(stored)}, ${filled(evidence)}, '{"points":0,"reasons":["the first report of it"],"against":null}'
    FROM happened JOIN words p ON p.rank = person, LATERAL (
      SELECT string_agg(upper(left(word, 1)) || substr(word, 2), ' and ') AS text FROM words WHERE rank = ANY (happened.words)
    ) AS told`
}
