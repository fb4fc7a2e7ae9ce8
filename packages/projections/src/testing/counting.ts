import type { Projection } from '../engine/projection.ts'

/** How many entries there are of the types that begin with `said`, and where the last one stands. */
export const counting: Projection = {
  name: 'counting',
  version: 1,
  tables: (schema) => [`CREATE TABLE ${schema}.counts (type text PRIMARY KEY, n int NOT NULL, last bigint NOT NULL)`],
  indexes: (schema) => [`CREATE INDEX counts_n ON ${schema}.counts (n)`],
  compared: [{ table: 'counts', key: ['type'], leaveOut: ['last'] }],
  async open(client, schema) {
    const counts = createCounts()
    return {
      fold: counts.fold,
      async write() {
        await client.query(
          `INSERT INTO ${schema}.counts AS c SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[])
           ON CONFLICT (type) DO UPDATE SET n = c.n + excluded.n, last = excluded.last`,
          counts.columns(),
        )
      },
    }
  },
  filling: {
    page: 150,
    tables: (schema) => [`CREATE TABLE ${schema}.filling_counts (type text, n int, last bigint)`],
    complete: (schema) => [
      `INSERT INTO ${schema}.counts SELECT type, sum(n), max(last) FROM ${schema}.filling_counts GROUP BY type`,
      `DROP TABLE ${schema}.filling_counts`,
    ],
    start: (schema) => ({
      async open(client, _entries, written) {
        await written
        const counts = createCounts()
        return {
          fold: counts.fold,
          async prepare() {
            const columns = counts.columns()
            return async () => {
              await client.query(
                `INSERT INTO ${schema}.filling_counts SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[])`,
                columns,
              )
            }
          },
        }
      },
    }),
  },
}

function createCounts() {
  const counts = new Map<string, { n: number; last: bigint }>()
  return {
    fold: ({ type, position }: { type: string; position: bigint }) => {
      if (type.startsWith('said')) counts.set(type, { n: (counts.get(type)?.n ?? 0) + 1, last: position })
    },
    columns: () => [
      [...counts.keys()],
      [...counts.values()].map(({ n }) => n),
      [...counts.values()].map(({ last }) => last),
    ],
  }
}
