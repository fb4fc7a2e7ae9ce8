import type { EventType } from '@dateline/domain'
import { countAll, PROJECTIONS, termHashSql, yearMixSql } from '@dateline/projections'
import type { Pool } from 'pg'

/** Rows made at once. */
const CHUNK = 50_000

/** The most frequent first. */
const TYPES: readonly EventType[] = [
  ...(['statement', 'attack', 'diplomatic_meeting', 'legal_action', 'protest', 'policy_change', 'agreement'] as const),
  ...(['arrest', 'sanctions', 'election', 'appointment', 'disaster', 'resignation', 'coup'] as const),
]

/**
 * Fills the read tables of a served build with invented events, in SQL, as a projector would leave them: some minutes
 * for a million. Half of them are an archive taken in without any order, half came in the order of their days.
 *
 * - A tenth has no exact day: months, years, decades, spans of days, open sides; a twentieth no date at all.
 * - Countries, types, actors and words follow Zipf's law. An actor has a time in which it acts, a word may have one.
 * - One in five events has an earlier version, which is what `asOf` asks for.
 *
 * Answers the schema.
 */
export async function generateTimeline(pool: Pool, events: number, say: (line: string) => void): Promise<string> {
  const projection = PROJECTIONS[0]
  if (!projection) throw new Error('There is no projection')
  const schema = 'timeline_bench'
  await pool.query(`CREATE SCHEMA ${schema}`)
  for (const statement of projection.tables(schema)) await pool.query(statement)
  for (const statement of HELPERS) await pool.query(statement)
  const client = await pool.connect()
  try {
    await client.query('SELECT setseed(0.5)')
    await client.query(`SET synchronous_commit = off; SET work_mem = '128MB'; SET maintenance_work_mem = '512MB'`)
    for (let first = 1; first <= events; first += CHUNK) {
      const last = Math.min(first + CHUNK - 1, events)
      await client.query(EVENTS(schema), [first, last, events, TYPES])
      say(`${last} events`)
    }
    for (const statement of [...REST(schema), ...projection.indexes(schema)]) {
      const began = performance.now()
      await client.query(statement)
      say(`${((performance.now() - began) / 1000).toFixed(1)} s: ${statement.trim().split('\n')[0]}`)
    }
    await client.query(`VACUUM ANALYZE`)
  } finally {
    client.release()
  }
  await pool.query(
    `WITH build AS (
       INSERT INTO projections.builds (projection, version, schema_name, state, activate, caught_up_at, activated_at)
       VALUES ('timeline', $1, '${schema}', 'active', 'auto', now(), now()) RETURNING id)
     INSERT INTO projections.checkpoints (build_id, position) SELECT id, $2 FROM build`,
    [projection.version, 3 * events + 2],
  )
  return schema
}

/** Words and countries are made of their numbers; `zipf(n)`: a number below n, small ones more often. */
const HELPERS = [
  `CREATE SCHEMA invented`,
  `CREATE FUNCTION invented.word(n int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT substr('bakerlominasdorveltusgolpeshakemru', 1 + 2 * (n % 17), 2)
       || substr('tarinokelmudafovizheqyrexopanisubo', 1 + 2 * (n / 17 % 17), 2)
       || substr('shkrntldmbpgvzfcwy', 1 + n / 289 % 18, 1) || substr('aeiouyao', 1 + n / 5202 % 8, 1) || 'k' $$`,
  `CREATE FUNCTION invented.country(n int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT chr(65 + n / 26 % 26) || chr(65 + n % 26) $$`,
  `CREATE FUNCTION invented.zipf(n int, head float8) RETURNS int LANGUAGE sql VOLATILE AS $$
     SELECT floor(head * power((n + head) / head, random()) - head)::int $$`,
  `CREATE FUNCTION invented.keys(terms text[], years int[]) RETURNS int[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT array_agg(${termHashSql('term')} # ${yearMixSql('year')}) FROM unnest(terms) AS term, unnest(years) AS year $$`,
]

/** Chunk $1 … $2 of $3 events of the types $4. */
const EVENTS = (schema: string) => `
  WITH drawn AS MATERIALIZED (
    SELECT i, random() AS fuzz, 7 * invented.zipf(190, 3) AS nation_number, ($4::text[])[1 + invented.zipf(${TYPES.length}, 0.6)] AS type,
           CASE WHEN random() < 0.9 THEN 'actual'
                ELSE (ARRAY['ongoing', 'alleged', 'alleged', 'alleged', 'future', 'negated', 'hypothetical'])[1 + floor(random() * 7)::int]
           END AS realis,
           date '1985-01-01' + CASE
             WHEN i <= $3 / 2 THEN floor(power(random(), 0.6) * 14600)::int
             ELSE 11000 + floor((i - $3 / 2.0) / ($3 / 2.0) * 4200)::int - floor(power(random(), 4) * 30)::int
           END AS day,
           invented.zipf(400, 4) AS town,
           2 + invented.zipf(5, 1) AS cast_size, least(400, floor(power(random(), -0.5)))::int AS sources,
           round((0.4 + 0.6 * sqrt(random()))::numeric, 2) AS confidence, random() < 0.2 AS changed
    FROM generate_series($1::int, $2::int) AS i
  ), dated AS (
    SELECT *, invented.country(nation_number) AS country, day + 1 AS reported,
           lpad(to_hex(i), 6, '0') || substr(md5(i::text), 1, 20) AS id,
           CASE WHEN fuzz < 0.85 THEN day::text
                WHEN fuzz < 0.90 THEN 'unknown'
                WHEN fuzz < 0.94 THEN to_char(day, 'YYYY-MM')
                WHEN fuzz < 0.97 THEN to_char(day, 'YYYY')
                WHEN fuzz < 0.993 THEN day || '/' || day + 1 + i % 20
                WHEN fuzz < 0.995 THEN substr(day::text, 1, 3) || 'X'
                WHEN fuzz < 0.998 THEN day || '/..' ELSE '../' || day END AS edtf,
           CASE WHEN fuzz < 0.85 OR fuzz >= 0.97 AND fuzz < 0.993 OR fuzz >= 0.995 AND fuzz < 0.998 THEN day
                WHEN fuzz < 0.90 THEN NULL
                WHEN fuzz < 0.94 THEN date_trunc('month', day)::date
                WHEN fuzz < 0.97 THEN date_trunc('year', day)::date
                WHEN fuzz < 0.995 THEN date_trunc('decade', day)::date END AS earliest,
           CASE WHEN fuzz < 0.85 OR fuzz >= 0.998 THEN day
                WHEN fuzz < 0.90 THEN day + 1
                WHEN fuzz < 0.94 THEN (date_trunc('month', day) + interval '1 month')::date - 1
                WHEN fuzz < 0.97 THEN (date_trunc('year', day) + interval '1 year')::date - 1
                WHEN fuzz < 0.993 THEN day + 1 + i % 20
                WHEN fuzz < 0.995 THEN (date_trunc('decade', day) + interval '10 years')::date - 1 END AS latest
    FROM drawn
  ), told AS MATERIALIZED (
    SELECT dated.*, who.actors, who.roles, who.actor_roles, who.participants, who.countries, words.text,
           CASE WHEN edtf = 'unknown' THEN reported ELSE coalesce(earliest, latest, reported) END AS sort_date
    FROM dated, LATERAL (
      SELECT array_agg(DISTINCT id) AS actors, array_agg(DISTINCT role) AS roles,
             array_agg(DISTINCT role || ' ' || id) AS actor_roles,
             array_remove(array_agg(DISTINCT nation) || dated.country, NULL) AS countries,
             string_agg(format('{"role":"%s","actor":{"id":"%s","name":"%s","kind":"%s"}}', role, id, name, kind), ',') AS participants
      FROM (
        SELECT CASE WHEN number < 0 THEN 'country:' || nation ELSE 'person:' || replace(lower(name), ' ', '-') END AS id,
               CASE WHEN number < 0 THEN 'country' ELSE 'person' END AS kind,
               CASE WHEN n = 1 THEN (ARRAY['speaker', 'agent', 'participants'])[1 + dated.i % 3] ELSE
                    (ARRAY['target', 'participants', 'victim', 'observer', 'mediator'])[n - 1] END AS role, name, nation
        FROM (
          -- Those of a rank change every eight years.
          SELECT n, number, CASE WHEN number < 0 THEN invented.country(-7 * (number + 1)) END AS nation,
                 CASE WHEN number < 0 THEN 'Land of ' || invented.country(-7 * (number + 1))
                      ELSE initcap(invented.word(number) || ' ' || invented.word(number / 40 + 977 * ((extract(year FROM day)::int + number % 8) / 8))) END AS name
          FROM (SELECT n, CASE WHEN n = 2 AND random() < 0.4 THEN -1 - invented.zipf(190, 3) ELSE invented.zipf(30000, 60) END AS number
                FROM generate_series(1, dated.cast_size) AS n OFFSET 0) AS drawn
        ) AS named
      ) AS casted
    ) AS who, LATERAL (
      -- A third of the words belong to a time.
      SELECT string_agg(invented.word(number), ' ') AS text
      FROM (SELECT CASE WHEN n % 3 = 0 THEN 20000 + (day - date '1985-01-01') / 400 * 100 + invented.zipf(100, 1)
                        ELSE invented.zipf(20000, 20) END AS number
            FROM generate_series(1, 24 + dated.i % 14) AS n OFFSET 0) AS drawn
    ) AS words
  ), shown AS (
    SELECT told.*, format(
      '{"id":"%s","type":"%s","title":"%s","date":{"edtf":"%s","earliest":%s,"latest":%s,"precision":"day"},"place":{"id":"place:%s/%s","name":"%s","country":"%s"},"participants":[%s],"attributes":{"kind":"%s"},"realis":"%s","assertedBy":null,"confidence":%s,"documents":%s,"sources":%s,"firstReportedAt":"%sT06:30:00.000Z","lastReportedAt":"%sT09:30:00.000Z","evidence":[{"documentId":"%s","source":"paper-%s","url":"https://paper-%s.example/world/%s","title":"%s","publishedAt":"%sT06:30:00.000Z","quote":"%s","start":386,"end":%s}],"disputed":[]}',
      id, type, initcap(substr(text, 1, 40)), edtf, coalesce('"' || earliest || '"', 'null'), coalesce('"' || latest || '"', 'null'),
      country, invented.word(town), initcap(invented.word(town)), country, participants, invented.word(town + 7), realis,
      confidence, sources + i % 3, sources, reported, reported, 'd' || md5((i / 4)::text), i % 25, i % 25, i, initcap(substr(text, 40, 40)),
      reported, text, 386 + length(text)
    ) AS body
    FROM told
  ), found AS MATERIALIZED (
    SELECT shown.*, to_tsvector('english', text || ' ' || country) AS fts,
           ARRAY['place:' || country || '/' || invented.word(town), 'country:' || country] AS places,
           ARRAY(SELECT DISTINCT 'paper-' || (i + s * s) % 25 FROM generate_series(1, least(sources, 5)) AS s) AS papers,
           extract(year FROM sort_date)::int AS year,
           edtf <> 'unknown' AND (latest IS NULL OR earliest IS NULL OR latest - earliest > 366) AS long
    FROM shown
  )
  INSERT INTO ${schema}.events (
    position, n, until, event_id, change, type, realis, edtf, dated, earliest, latest, sort_date, countries, places, actors,
    roles, actor_roles, sources, source_count, document_count, confidence, first_reported, last_reported, fts, body, statement, terms, words)
  SELECT 3 * i + v, 0, CASE WHEN v = 0 AND changed THEN 3 * i + 2 END, id, CASE WHEN v = 0 THEN 'created' ELSE 'updated' END,
         type, realis, edtf, edtf <> 'unknown', earliest, latest, sort_date, countries,
         places, actors, roles, actor_roles, papers,
         CASE WHEN v = 0 AND changed THEN 1 ELSE sources END, sources + i % 3, confidence, reported + time '06:30',
         reported + time '09:30', fts, body, CASE WHEN type = 'statement' THEN body END, keys.terms, keys.words
  FROM found, LATERAL (
    SELECT invented.keys(
             ARRAY['', 'd ' || extract(month FROM sort_date), 't ' || type, 'm ' || realis]
             || CASE WHEN edtf = 'unknown' THEN '{u}'::text[] ELSE '{}' END
             || CASE WHEN edtf <> 'unknown' AND earliest < latest AND NOT long THEN '{l}'::text[] ELSE '{}' END
             || ARRAY(SELECT 'n ' || step FROM unnest('{2,5,10,20,50,100}'::int[]) AS step WHERE sources >= step)
             || ARRAY(SELECT 'f ' || step FROM unnest('{90,95,99}'::int[]) AS step WHERE confidence * 100 >= step)
             || ARRAY(SELECT 'c ' || one FROM unnest(countries) AS one) || ARRAY(SELECT 'p ' || one FROM unnest(places) AS one)
             || ARRAY(SELECT 'a ' || one FROM unnest(actors) AS one) || ARRAY(SELECT 'r ' || one FROM unnest(roles) AS one)
             || ARRAY(SELECT 'x ' || one FROM unnest(actor_roles) AS one) || ARRAY(SELECT 's ' || one FROM unnest(papers) AS one),
             CASE WHEN long THEN ARRAY[year, 0] ELSE ARRAY[year] END)
           || CASE WHEN long THEN invented.keys('{l}', '{0}') ELSE '{}' END AS terms,
           invented.keys(ARRAY(SELECT 'w ' || word FROM unnest(tsvector_to_array(fts)) AS word),
                         CASE WHEN long THEN ARRAY[year, 0] ELSE ARRAY[year] END) AS words
  ) AS keys, generate_series(0, CASE WHEN changed THEN 2 ELSE 0 END, 2) AS v`

/** What hangs on the events. */
const REST = (schema: string) => [
  ...countAll(schema),
  `INSERT INTO ${schema}.reports
   SELECT 'r' || event_id, position, NULL, event_id, event_id, 'd' || md5((position / 12)::text), position, 1, 0, 'bench 1',
          sources[1], actors, first_reported, '{"pad":"' || repeat('x', 300) || '"}', '[]', '{}'
   FROM ${schema}.timeline`,
  `INSERT INTO ${schema}.actor_counts
   SELECT split_part(term, ' ', 2), type, split_part(term, ' ', 1), count(*)
   FROM ${schema}.timeline, unnest(actor_roles) AS term GROUP BY term, type`,
  `INSERT INTO ${schema}.actors
   SELECT id, CASE WHEN id LIKE 'country:%' THEN 'government' ELSE 'person' END, name, ARRAY[name || ' Junior', split_part(name, ' ', 2)],
          CASE WHEN id LIKE 'country:%' THEN split_part(id, ':', 2) END, lower(name || E'\\n' || name || E' Junior\\n' || split_part(name, ' ', 2)),
          events, events, first_seen, last_seen, NULL
   FROM (SELECT id, initcap(replace(split_part(id, ':', 2), '-', ' ')) AS name, count(*) AS events,
                min(first_reported) AS first_seen, max(last_reported) AS last_seen
         FROM ${schema}.timeline, unnest(actors) AS id GROUP BY id) AS counted`,
]
