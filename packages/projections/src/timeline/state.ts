import { type ActorTally, createTally } from '../actors/tally.ts'
import { type Corrections, noCorrections } from '../corrections/active.ts'
import type { CorrectionChanges } from '../corrections/store.ts'
import type { DocumentState } from '../documents/document.ts'
import type { Candidate } from '../identity/identify.ts'
import { keysOf } from '../identity/keys.ts'
import { nobody, type People } from '../people/people.ts'
import { type MergedEvent, mergeReports } from './merge.ts'
import type { Report } from './report.ts'

/**
 * What identity holds to be one event, in memory: what is told of it now, and how its newest version stands in the
 * table. Where corrections have a say, what is shown is another thing (`corrections/view.ts`).
 */
export interface EventState extends Candidate {
  /** In order of position; none: it is gone */
  reports: Report[]
  merged: MergedEvent
  /** Its newest version */
  body: string | null
  /** Under which it is found: as the table has them, and by now */
  storedKeys: ReadonlySet<string>
  keys: ReadonlySet<string>
  /** It has a version in the table already */
  stored: boolean
}

/** A version of an event, to be written. */
export interface Version {
  position: bigint
  n: number
  until: bigint | null
  eventId: string
  change: 'created' | 'updated' | 'merged' | 'withdrawn'
  gone: 'withdrawn' | 'merged' | null
  movedTo: string | null
  reason: string | null
  merged: MergedEvent
  body: string
}

export interface ReportAssigned {
  report: Report
  /** What identity holds it to be of */
  clusterId: string
  /** What it is shown with; null: its document is retracted */
  eventId: string | null
  since: bigint
  until: bigint | null
  why: string
}

/** What is known of the tables. */
export interface Known {
  documents: Map<string, DocumentState>
  events: Map<string, EventState>
  /** Which of the events in memory are found under a key, and which have reports of a document */
  byKey: Map<string, Set<string>>
  byDocument: Map<string, Set<string>>
  people: People
  /** Those that stand and concern what is in memory */
  corrections: Corrections
}

/** What a page of entries makes other. */
export interface Changes {
  versions: Version[]
  /** The newest of them of each event */
  newest: Map<string, Version>
  /** The newest version in the table is replaced at this position */
  replaced: Map<string, bigint>
  assigned: Map<string, ReportAssigned>
  /** What reports of this page were shown with for a while */
  passed: ReportAssigned[]
  /** Reports in the table that are shown with another event from a position on, in order */
  moved: { entryId: string; at: bigint; eventId: string | null }[]
  /** Reports in the table that count no longer from this position on */
  ended: Map<string, bigint>
  corrected: CorrectionChanges
  /** Documents whose words are to be gone */
  erased: Set<string>
  /** Documents and events that changed */
  touchedDocuments: Set<string>
  touchedEvents: Set<string>
  touchedPeople: Set<string>
  tally: ActorTally
  /** Changes so far at a position */
  numbers: Map<bigint, number>
  /** Where late entries change things; undefined: each at its own position */
  at: bigint | undefined
}

/** Everything that a page of entries works on. */
export type TimelineState = Known & Changes

export function nothingKnown(): Known {
  return {
    documents: new Map(),
    events: new Map(),
    byKey: new Map(),
    byDocument: new Map(),
    people: nobody(),
    corrections: noCorrections(),
  }
}

export function noChanges(at?: bigint): Changes {
  return {
    versions: [],
    newest: new Map(),
    replaced: new Map(),
    assigned: new Map(),
    passed: [],
    moved: [],
    corrected: { made: [], undone: new Map(), redirected: false },
    erased: new Set(),
    ended: new Map(),
    touchedDocuments: new Set(),
    touchedEvents: new Set(),
    touchedPeople: new Set(),
    tally: createTally(),
    numbers: new Map(),
    at,
  }
}

/**
 * Puts an event into memory; undefined: it has no reports.
 *
 * @param table what the table has of it: the body of its newest version, if it was ever shown; null: it is new
 */
export function addEvent(
  state: Pick<Known, 'events' | 'byKey' | 'byDocument'>,
  id: string,
  reports: Report[],
  table: { body: string | null } | null,
): EventState | undefined {
  const [first] = reports
  if (!first) return undefined
  const body = table?.body ?? null
  const event: EventState = {
    id,
    reports,
    merged: mergeReports(reports),
    createdAt: first.position,
    body,
    stored: body !== null,
    storedKeys: new Set(),
    keys: new Set(),
  }
  state.events.set(id, event)
  enter(state, event)
  if (table) event.storedKeys = event.keys
  return event
}

/** Gives the event other reports; it is then found under their keys alone. */
export function setReports(state: Pick<Known, 'byKey' | 'byDocument'>, event: EventState, reports: Report[]): void {
  for (const { by } of event.reports) removeFrom(state.byDocument, by.documentId, event.id)
  event.reports = reports
  if (reports[0]) {
    event.createdAt = reports[0].position
    event.merged = mergeReports(reports)
  }
  enter(state, event)
}

/** Enters the event where it is looked for. */
function enter(state: Pick<Known, 'byKey' | 'byDocument'>, event: EventState): void {
  const { reports } = event
  const keys = new Set(reports.flatMap((report) => keysOf(report).entered))
  for (const key of event.keys) if (!keys.has(key)) removeFrom(state.byKey, key, event.id)
  for (const key of keys) put(state.byKey, key, event.id)
  for (const { by } of reports) put(state.byDocument, by.documentId, event.id)
  event.keys = keys
}

function put(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key)
  if (ids) ids.add(id)
  else index.set(key, new Set([id]))
}

export function removeFrom(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key)
  ids?.delete(id)
  if (ids?.size === 0) index.delete(key)
}

/** Events that the document tells of. */
export function eventsOf(state: TimelineState, documentId: string): EventState[] {
  const events = [...(state.byDocument.get(documentId) ?? [])].flatMap((id) => state.events.get(id) ?? [])
  // In the order of the log, however they came into memory.
  return events
    .filter(({ reports }) => reports.some(({ by }) => by.documentId === documentId))
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
}
