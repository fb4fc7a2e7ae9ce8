import { forgetPerson, type PersonState } from '../people/people.ts'
import type { Touched } from './load.ts'
import { type EventState, forgetEvent, type Known, nothingKnown, type TimelineState } from './state.ts'

/** How much is remembered at most, some 50 MB: what was told last, since that is what is told again. */
export const MOST: Most = { events: 4_000, documents: 500, keys: 45_000, people: 6_000, names: 40_000 }

/** The same where the tables serve and the log is followed: a process may do both. */
export const MOST_LIVE: Most = { events: 4_000, documents: 250, keys: 40_000, people: 4_000, names: 30_000 }

export interface Most {
  events: number
  documents: number
  keys: number
  people: number
  names: number
}

/**
 * What the only writer of a build knows of its tables without asking, from one page to the next. Of an event that is
 * remembered, all of it is; under a key that was asked for, all events are.
 */
export interface Memory {
  known: Known
  /**
   * A page begins. What was not changed for longest is dropped, but nothing that is not written yet. Answers what of the
   * touched has to be asked for.
   */
  begin(page: TimelineState, touched: Touched): Touched
  /** The rows of the page are prepared: what it changed is what the tables hold. */
  settle(page: TimelineState): void
}

export function createMemory(most = MOST): Memory {
  const known = nothingKnown()
  const asked = new Set<string>()
  const askedNames = new Set<string>()
  const unwritten = new Set<TimelineState>()

  const drop = (event: EventState) => {
    forgetEvent(known, event)
    for (const key of event.keys) asked.delete(key)
  }

  const dropPerson = (state: PersonState) => {
    forgetPerson(known.people, state)
    for (const key of state.keys) askedNames.delete(key)
  }

  const forget = () => {
    for (const event of known.events.values()) {
      if (known.events.size <= most.events) break
      if (event.storedKeys === null || event.storedKeys === event.keys) drop(event)
    }
    for (const id of known.documents.keys()) {
      if (known.documents.size <= most.documents) break
      if (![...unwritten].some(({ touchedDocuments }) => touchedDocuments.has(id))) known.documents.delete(id)
    }
    for (const key of asked) {
      if (asked.size <= most.keys) break
      asked.delete(key)
    }
    for (const state of known.people.byId.values()) {
      if (known.people.byId.size <= most.people) break
      if (state.stored) dropPerson(state)
    }
    for (const key of askedNames) {
      if (askedNames.size <= most.names) break
      askedNames.delete(key)
    }
  }

  return {
    known,
    begin(page, touched) {
      forget()
      unwritten.add(page)
      const unasked = new Set([...touched.keys].filter((key) => !asked.has(key)))
      for (const key of unasked) asked.add(key)
      const unknown = new Set([...touched.called].filter((key) => !askedNames.has(key)))
      for (const key of unknown) askedNames.add(key)
      return { ...touched, keys: unasked, unknown }
    },
    settle(page) {
      unwritten.delete(page)
      for (const id of page.touchedEvents) {
        const event = known.events.get(id)
        if (!event) continue
        event.stored ||= page.newest.has(id)
        if (event.storedKeys !== null) event.storedKeys = event.keys
        // Behind all others: it changed last.
        known.events.delete(id)
        if (event.reports.length > 0) known.events.set(id, event)
      }
      for (const id of page.touchedPeople) {
        const state = known.people.byId.get(id)
        if (!state) continue
        state.stored = true
        state.storedKeys = state.keys
        known.people.byId.delete(id)
        known.people.byId.set(id, state)
      }
      for (const id of page.touchedDocuments) {
        const document = known.documents.get(id)
        if (!document) continue
        known.documents.delete(id)
        known.documents.set(id, document)
      }
    },
  }
}
