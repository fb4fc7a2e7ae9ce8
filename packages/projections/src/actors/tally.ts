import { countryOfId } from '../shared/ids.ts'
import { foldText, storable } from '../shared/text.ts'
import type { Report } from '../timeline/report.ts'
import { officesOf, type OfficeRow, type TalliedEvent } from './offices.ts'

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
  event(id: string, before: TalliedEvent | null, after: TalliedEvent | null): void
  /** What is not zero, in the order of its keys, so that two writers would lock rows in the same order */
  differences(): ActorDifferences
}

/** Rows as tuples, the difference last. */
export interface ActorDifferences {
  actors: { id: string; events: number }[]
  facts: [actor: string, fact: string, value: string, folded: string, n: number][]
  documents: [actor: string, publishedAt: string, document: string, n: number][]
  counts: [actor: string, type: string, role: string, events: number][]
  pairs: [actor: string, other: string, events: number][]
  /** Events whose offices are to be written anew, and the rows */
  officeEvents: string[]
  offices: OfficeRow[]
}

interface ActorSums {
  events: number
  /** By two keys each */
  facts: Sums
  documents: Sums
  counts: Sums
  pairs: Map<string, number>
}

type Sums = Map<string, Map<string, number>>

export function createTally(): ActorTally {
  const actors = new Map<string, ActorSums>()
  const offices = new Map<string, OfficeRow[]>()

  const sumsOf = (id: string): ActorSums => {
    const known = actors.get(id)
    if (known) return known
    const sums = { events: 0, facts: new Map(), documents: new Map(), counts: new Map(), pairs: new Map() }
    actors.set(id, sums)
    return sums
  }

  const addEvent = ({ type, participants }: TalliedEvent, sign: 1 | -1) => {
    const ids = new Set<string>()
    const seen = new Set<string>()
    for (const { role, actor } of participants) {
      ids.add(actor.id)
      if (seen.has(`${role} ${actor.id}`)) continue
      seen.add(`${role} ${actor.id}`)
      add(sumsOf(actor.id).counts, type, role, sign)
    }
    for (const id of ids) {
      const sums = sumsOf(id)
      sums.events += sign
      for (const other of ids) if (other !== id) sums.pairs.set(other, (sums.pairs.get(other) ?? 0) + sign)
    }
  }

  return {
    report(report, sign) {
      const publishedAt = new Date(report.publishedAt).toISOString()
      for (const { id, kind, name, aliases } of report.actors) {
        const { facts, documents } = sumsOf(id)
        add(facts, 'name', name, sign)
        add(facts, 'kind', kind, sign)
        add(facts, 'alias', name, sign)
        for (const alias of aliases) if (alias !== name) add(facts, 'alias', alias, sign)
        const [country, weight] = hintAtCountry(id, report)
        if (country) add(facts, 'country', country, sign * weight)
        add(documents, publishedAt, report.by.documentId, sign)
      }
    },
    event(id, before, after) {
      if (before) addEvent(before, -1)
      if (after) addEvent(after, 1)
      const held = after ? officesOf(id, after) : []
      if (held.length > 0 || (before && officesOf(id, before).length > 0)) offices.set(id, held)
    },
    differences() {
      const sorted = [...actors].filter(([, sums]) => hasChanged(sums)).sort(byKey)
      return {
        actors: sorted.map(([id, { events }]) => ({ id, events })),
        facts: sorted.flatMap(([id, { facts }]) =>
          rowsOf(facts).map(([fact, value, n]): ActorDifferences['facts'][number] => {
            const stored = storable(value)
            return [id, fact, stored, fact === 'alias' ? foldText(stored) : '', n]
          }),
        ),
        documents: sorted.flatMap(([id, { documents }]) =>
          rowsOf(documents).map((row): ActorDifferences['documents'][number] => [id, ...row]),
        ),
        counts: sorted.flatMap(([id, { counts }]) =>
          rowsOf(counts).map((row): ActorDifferences['counts'][number] => [id, ...row]),
        ),
        pairs: sorted.flatMap(([id, { pairs }]) =>
          [...pairs]
            .filter(([, n]) => n !== 0)
            .sort(byKey)
            .map(([other, n]): ActorDifferences['pairs'][number] => [id, other, n]),
        ),
        officeEvents: [...offices.keys()],
        offices: [...offices.values()].flat(),
      }
    },
  }
}

function hasChanged({ events, facts, documents, counts, pairs }: ActorSums): boolean {
  const own = [facts, documents, counts].flatMap((sums) => [...sums.values()])
  return events !== 0 || [...own, pairs].some((sums) => [...sums.values()].some((n) => n !== 0))
}

function hintAtCountry(id: string, { place, type, participants }: Report): [country: string | null, weight: number] {
  const own = countryOfId(id)
  if (own) return [own, CERTAIN]
  if (!place?.country || type === 'statement' || !participants.some(({ actor }) => actor === id)) return [null, 0]
  return [place.country, OFFICE_TYPES.includes(type) ? OFFICE : TOOK_PART]
}

function add(sums: Sums, first: string, second: string, n: number): void {
  const own = sums.get(first)
  if (own) own.set(second, (own.get(second) ?? 0) + n)
  else sums.set(first, new Map([[second, n]]))
}

function rowsOf(sums: Sums): [string, string, number][] {
  return [...sums].sort(byKey).flatMap(([first, own]) =>
    [...own]
      .filter(([, n]) => n !== 0)
      .sort(byKey)
      .map(([second, n]): [string, string, number] => [first, second, n]),
  )
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
