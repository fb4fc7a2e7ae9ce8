import { fillingTables, sumUp } from '../actors/store.ts'
import { actorIndexes, actorTables } from '../actors/tables.ts'
import { redirects } from '../corrections/store.ts'
import { correctionTables } from '../corrections/tables.ts'
import { documentIndexes, documentTables } from '../documents/tables.ts'
import type { Filling, Projection } from '../engine/projection.ts'
import { createLexemes, lexemesOf } from '../words/lexemes.ts'
import { peopleTables } from '../people/tables.ts'
import { countAll, countsTables } from './counts.ts'
import { foldEntry } from './fold.ts'
import { loadTouched, nextNumber, touchedBy } from './load.ts'
import { createMemory, MOST, MOST_LIVE, type Most } from './memory.ts'
import { noChanges, nothingKnown, type TimelineState } from './state.ts'
import { timelineIndexes, timelineTables } from './tables.ts'
import { prepareTimeline } from './write.ts'

/** Events, actors, statements and documents: all that the API reads, in one build. */
export const timeline: Projection = {
  name: 'timeline',
  version: 8,
  tables: (schema) => [
    ...documentTables(schema),
    ...timelineTables(schema),
    ...countsTables(schema),
    ...actorTables(schema),
    ...correctionTables(schema),
    ...peopleTables(schema),
  ],
  indexes: (schema) => [...documentIndexes(schema), ...timelineIndexes(schema), ...actorIndexes(schema)],
  async open(client, schema, entries, at) {
    const state = { ...nothingKnown(), ...noChanges(at) }
    await loadTouched(client, schema, state, touchedBy(entries))
    if (at !== undefined) state.numbers.set(at, await nextNumber(client, schema, at))
    return {
      fold: (entry) => foldEntry(state, entry),
      async write() {
        const write = await prepareTimeline(state, { lexemes: lexemesOf(client), filling: false })
        await write(client, schema)
      },
    }
  },
  follow: (schema) => startPages(schema, { filling: false, most: MOST_LIVE }),
  filling: {
    page: 500,
    tables: fillingTables,
    start: (schema) => startPages(schema, { filling: true }),
    complete: (schema) => [...sumUp(schema), ...redirects(schema), ...countAll(schema)],
  },
  compared: [
    { table: 'timeline', key: ['event_id'], leaveOut: ['position', 'n', 'until', 'change', 'fts', 'terms', 'words'] },
    { table: 'actors', key: ['actor_id'], leaveOut: ['search'] },
    { table: 'documents', key: ['document_id'], leaveOut: ['open'] },
  ],
}

/** Pages one after the other, with what is known of them in memory. */
export function startPages(schema: string, { filling, most = MOST }: { filling: boolean; most?: Most }): Filling {
  const memory = createMemory(most)
  const lexemes = createLexemes()
  let folded: TimelineState | undefined
  return {
    async open(client, entries, written) {
      const touched = touchedBy(entries)
      await written
      const state = { ...memory.known, ...noChanges() }
      await loadTouched(client, schema, memory.known, memory.begin(state, touched))
      // Its rows are prepared, so what this page changes comes on top of them.
      if (folded) memory.settle(folded)
      folded = state
      return {
        fold: (entry) => foldEntry(state, entry),
        async prepare() {
          const write = await prepareTimeline(state, { lexemes, filling })
          return () => write(client, schema)
        },
      }
    },
  }
}

/** Every projection there is. */
export const PROJECTIONS: readonly Projection[] = [timeline]
