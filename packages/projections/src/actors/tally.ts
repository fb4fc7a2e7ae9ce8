import { countryOfId } from '../shared/ids.ts'
import { foldText, storable } from '../shared/text.ts'
import type { MergedEvent } from '../timeline/merge.ts'
import type { Report } from '../timeline/report.ts'
import { officesOf, type OfficeRow } from './offices.ts'

/** How much each hint at a person's country weighs; the country in an id is certain. */
const CERTAIN = 1000
const OFFICE = 5
const TOOK_PART = 1

const OFFICE_TYPES: readonly string[] = ['inauguration', 'appointment', 'resignation', 'dismissal', 'election']

/** What a page changes of the actors' tables: differences, to be added to what is there. */
export interface ActorTally {
  /** A report counts (`1`), or counts no longer (`-1`) */
  report(report: Report, sign: 1 | -1): void
  /** An event became what it is, from what it was; null: it was not, or is no more */
  event(id: string, before: MergedEvent | null, after: MergedEvent | null): void
  /** Differences that are not zero, in the order of their keys */
  differences(): ActorDifferences
}

export interface ActorDifferences {
  actors: string[]
  facts: { actor_id: string; fact: string; value: string; folded: string; n: number }[]
  documents: { actor_id: string; document_id: string; published_at: string; n: number }[]
  /** Events that each takes part in */
  events: { actor_id: string; events: number }[]
  counts: { actor_id: string; type: string; role: string; events: number }[]
  pairs: { actor_id: string; other_id: string; events: number }[]
  /** Events whose offices are to be written anew, and the rows */
  officeEvents: string[]
  offices: OfficeRow[]
}

export function createTally(): ActorTally {
  const facts = createSums<{ actor_id: string; fact: string; value: string }>()
  const documents = createSums<{ actor_id: string; document_id: string; published_at: string }>()
  const events = createSums<{ actor_id: string }>()
  const counts = createSums<{ actor_id: string; type: string; role: string }>()
  const pairs = createSums<{ actor_id: string; other_id: string }>()
  const offices = new Map<string, OfficeRow[]>()

  const addEvent = (event: MergedEvent, sign: 1 | -1) => {
    const roles = new Set(event.participants.map(({ role, actor }) => `${actor.id}\n${role}`))
    for (const key of roles) {
      const [actor_id = '', role = ''] = key.split('\n')
      counts.add({ actor_id, type: event.type, role }, sign)
    }
    const actors = [...new Set(event.participants.map(({ actor }) => actor.id))]
    for (const actor_id of actors) {
      events.add({ actor_id }, sign)
      for (const other_id of actors) if (other_id !== actor_id) pairs.add({ actor_id, other_id }, sign)
    }
  }

  return {
    report(report, sign) {
      for (const { id, kind, name, aliases } of report.actors) {
        const add = (fact: string, value: string, n: number) =>
          facts.add({ actor_id: id, fact, value: storable(value) }, sign * n)
        add('name', name, 1)
        add('kind', kind, 1)
        for (const alias of new Set([name, ...aliases])) add('alias', alias, 1)
        const own = countryOfId(id)
        if (own) add('country', own, CERTAIN)
        else if (report.place?.country && report.type !== 'statement') {
          if (report.participants.some(({ actor }) => actor === id)) {
            add('country', report.place.country, OFFICE_TYPES.includes(report.type) ? OFFICE : TOOK_PART)
          }
        }
        const published_at = new Date(report.publishedAt).toISOString()
        documents.add({ actor_id: id, document_id: report.by.documentId, published_at }, sign)
      }
    },
    event(id, before, after) {
      if (before) addEvent(before, -1)
      if (after) addEvent(after, 1)
      offices.set(id, after ? officesOf(id, after) : [])
    },
    differences() {
      return {
        actors: [...new Set([...facts.all(), ...events.all()].map(({ actor_id }) => actor_id))].sort(),
        facts: facts.all().map((row) => ({ ...row, folded: foldText(row.value) })),
        documents: documents.all(),
        events: events.all().map(({ n, ...row }) => ({ ...row, events: n })),
        counts: counts.all().map(({ n, ...row }) => ({ ...row, events: n })),
        pairs: pairs.all().map(({ n, ...row }) => ({ ...row, events: n })),
        officeEvents: [...offices.keys()],
        offices: [...offices.values()].flat(),
      }
    },
  }
}

/** Sums by key. In the order of the keys, so that two writers lock rows in the same order. */
function createSums<Key extends object>() {
  const sums = new Map<string, Key & { n: number }>()
  return {
    add(key: Key, n: number) {
      const text = Object.values(key).join('\n')
      const row = sums.get(text)
      if (row) row.n += n
      else sums.set(text, { ...key, n })
    },
    all: () =>
      [...sums]
        .filter(([, row]) => row.n !== 0)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, row]) => row),
  }
}
