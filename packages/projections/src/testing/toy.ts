import type { NewEntry } from '@dateline/event-log'
import type { Projection } from '../engine/projection.ts'

interface Count {
  n: number
  last: string
  words: string
}

/** How a toy is to fail. Change it to mend it. */
export interface Ailment {
  /** The fold throws at entries that say this word */
  chokes?: string | undefined
}

/**
 * A projection without events: per stream how many entries, which was the last, and what they say. Its rows carry the
 * version that made them. What an entry says goes to the database as it is: a NUL is refused there.
 */
export function toyProjection({
  version = 1,
  name = 'toy',
  ail = {},
}: { version?: number; name?: string; ail?: Ailment } = {}): Projection {
  return {
    name,
    version,
    tables: (schema) => [
      `CREATE TABLE ${schema}.counts (stream text PRIMARY KEY, n int NOT NULL, last text NOT NULL, words text NOT NULL, version int NOT NULL)`,
    ],
    indexes: (schema) => [`CREATE INDEX counts_n ON ${schema}.counts (n)`],
    compared: [{ table: 'counts', key: ['stream'], leaveOut: ['version'] }],
    async open(client, schema, entries) {
      const { rows } = await client.query<Count & { stream: string }>(
        `SELECT stream, n, last, words FROM ${schema}.counts WHERE stream = ANY ($1)`,
        [entries.map((entry) => entry.stream)],
      )
      const counts = new Map<string, Count>(rows.map(({ stream, ...count }) => [stream, count]))
      return {
        fold({ stream, id, data }) {
          const { says } = data as { says: string }
          const { n, words } = counts.get(stream) ?? { n: 0, words: '' }
          // Half done when it throws, as folds are.
          counts.set(stream, { n: n + 1, last: id, words: `${words} ${says}`.trim() })
          if (says === ail.chokes) throw new Error(`I choke on ${says}`)
        },
        async write() {
          const all = [...counts]
          await client.query(
            `INSERT INTO ${schema}.counts (stream, n, last, words, version)
             SELECT *, $5 FROM unnest($1::text[], $2::int[], $3::text[], $4::text[])
             ON CONFLICT (stream) DO UPDATE
             SET n = excluded.n, last = excluded.last, words = excluded.words, version = excluded.version`,
            [
              all.map(([stream]) => stream),
              all.map(([, { n }]) => n),
              all.map(([, { last }]) => last),
              all.map(([, { words }]) => words.replaceAll('(nul)', '\0')),
              version,
            ],
          )
        },
      }
    },
  }
}

export function saying(id: string, says: string): NewEntry {
  return { id, type: 'said', schemaVersion: 1, data: { says } }
}
