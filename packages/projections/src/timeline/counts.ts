import type { ClientBase } from 'pg'
import type { Version } from './state.ts'

/**
 * How many events there are, as they are now, by the month that they are in the order by, country, type and realis: what
 * counting reads in the place of the events. An event of two countries is counted with each, and once under `''`, which
 * is all of them. Undated ones are under the month `UNDATED_MONTH`.
 */
export function countsTables(schema: string): string[] {
  return [
    `CREATE TABLE ${schema}.event_counts (
      country text COLLATE "C" NOT NULL, -- ISO 3166-1 alpha-2; '': all events
      month date NOT NULL,               -- its first day
      type text COLLATE "C" NOT NULL,
      realis text COLLATE "C" NOT NULL,
      events int NOT NULL,               -- never 0
      PRIMARY KEY (country, month, type, realis)
    )`,
  ]
}

/** Before all others: no event is dated so. */
export const UNDATED_MONTH = '-infinity'

/** The cells that rows of `events` are counted in, with the sign `n` of each row. */
const cells = (rows: string) => `
  SELECT country, CASE WHEN dated THEN date_trunc('month', sort_date::timestamp)::date ELSE '${UNDATED_MONTH}' END AS month,
         type, realis, sum(n)::int AS n
  FROM (${rows}) AS rows CROSS JOIN LATERAL unnest(countries || ''::text) AS country
  GROUP BY 1, 2, 3, 4`

/** Counts all there are, in tables that were filled. */
export function countAll(schema: string): string[] {
  const rows = `SELECT dated, sort_date, type, realis, countries, 1 AS n FROM ${schema}.timeline`
  return [
    `INSERT INTO ${schema}.event_counts (country, month, type, realis, events) ${cells(rows)} ORDER BY 1, 2, 3, 4`,
  ]
}

/**
 * Counts the events of a page, before its versions are written: those that end are looked up as they are in the tables,
 * so that what is counted is what is there. One statement a page, which touches each cell once.
 */
export async function countPage(
  client: ClientBase,
  schema: string,
  replaced: Iterable<string>,
  versions: readonly Version[],
): Promise<void> {
  const ended = [...replaced]
  const current = versions.filter(({ until, gone }) => until === null && gone === null)
  if (ended.length === 0 && current.length === 0) return
  await client.query({
    name: `count ${schema}.events`,
    text: `
      MERGE INTO ${schema}.event_counts AS t
      USING (
        SELECT * FROM (${cells(`
          SELECT dated, sort_date, type, realis, countries, -1 AS n FROM ${schema}.events
          WHERE event_id = ANY ($1::text[]) AND until IS NULL AND gone IS NULL
          UNION ALL
          SELECT dated, sort_date, type, realis, string_to_array(countries, ' '), 1
          FROM unnest($2::boolean[], $3::date[], $4::text[], $5::text[], $6::text[])
            AS come (dated, sort_date, type, realis, countries)`)}
        ) AS changed WHERE n <> 0 ORDER BY 1, 2, 3, 4
      ) AS c
      ON t.country = c.country AND t.month = c.month AND t.type = c.type AND t.realis = c.realis
      WHEN MATCHED AND t.events + c.n = 0 THEN DELETE
      WHEN MATCHED THEN UPDATE SET events = t.events + c.n
      WHEN NOT MATCHED THEN INSERT (country, month, type, realis, events) VALUES (c.country, c.month, c.type, c.realis, c.n)`,
    values: [
      ended,
      current.map(({ merged }) => merged.date.edtf !== 'unknown'),
      current.map(({ merged }) => merged.sortDate),
      current.map(({ merged }) => merged.type),
      current.map(({ merged }) => merged.realis),
      current.map(({ merged }) => merged.countries.join(' ')),
    ],
  })
}
