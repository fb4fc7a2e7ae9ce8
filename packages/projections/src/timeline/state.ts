import { type ActorTally, createTally } from '../actors/tally.ts'
import { type Corrections, noCorrections } from '../corrections/active.ts'
import type { CorrectionChanges } from '../corrections/store.ts'
import { enterUnder, type Finder, findUnder, leave } from '../shared/finder.ts'
import type { DocumentState } from '../documents/document.ts'
import type { Candidate } from '../identity/identify.ts'
import { enteredKeys } from '../identity/keys.ts'
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
  /** Under which the table finds it; null: it is as the table has it, and which they are was not worked out */
  storedKeys: readonly string[] | null
  /** Under which it is found in memory: of one that is as the table has it, those under which it was looked for */
  keys: readonly string[]
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
  byKey: Finder<EventState>
  byDocument: Finder<EventState>
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
    storedKeys: table ? null : [],
    keys: [],
  }
  state.events.set(id, event)
  if (table) enterByDocument(state, event)
  else enter(state, event)
  return event
}

/** The table finds the event under the key. What was changed in memory is entered by what it is now. */
export function enterFound(state: Pick<Known, 'byKey'>, key: string, event: EventState): void {
  if (event.storedKeys !== null || event.keys.includes(key)) return
  event.keys = [...event.keys, key]
  enterUnder(state.byKey, key, event)
}

/** Gives the event other reports; it is then found under their keys alone. */
export function setReports(state: Pick<Known, 'byKey' | 'byDocument'>, event: EventState, reports: Report[]): void {
  event.storedKeys ??= keysOfAll(event.reports)
  for (const { by } of event.reports) leave(state.byDocument, by.documentId, event)
  event.reports = reports
  if (reports[0]) {
    event.createdAt = reports[0].position
    event.merged = mergeReports(reports)
  }
  enter(state, event)
}

/** Enters the event where it is looked for. */
function enter(state: Pick<Known, 'byKey' | 'byDocument'>, event: EventState): void {
  const { reports, keys: before } = event
  const keys = keysOfAll(reports)
  for (const key of before) if (!keys.includes(key)) leave(state.byKey, key, event)
  for (const key of keys) if (!before.includes(key)) enterUnder(state.byKey, key, event)
  event.keys = keys
  enterByDocument(state, event)
}

function enterByDocument(state: Pick<Known, 'byDocument'>, event: EventState): void {
  for (const { by } of event.reports) enterUnder(state.byDocument, by.documentId, event)
}

function keysOfAll(reports: readonly Report[]): readonly string[] {
  const [first] = reports
  if (first && reports.length === 1) return enteredKeys(first)
  return [...new Set(reports.flatMap(enteredKeys))]
}

/** What is known of the event is forgotten. */
export function forgetEvent(state: Pick<Known, 'events' | 'byKey' | 'byDocument'>, event: EventState): void {
  state.events.delete(event.id)
  for (const key of event.keys) leave(state.byKey, key, event)
  for (const { by } of event.reports) leave(state.byDocument, by.documentId, event)
}

/** Events that the document tells of, in the order of the log, however they came into memory. */
export function eventsOf(state: Pick<Known, 'byDocument'>, documentId: string): EventState[] {
  const events = new Set<EventState>()
  findUnder(state.byDocument, documentId, events)
  return [...events].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
}

/** Events that have one of the keys. */
export function eventsUnder(state: Pick<Known, 'byKey'>, keys: readonly string[]): Set<EventState> {
  const events = new Set<EventState>()
  for (const key of keys) findUnder(state.byKey, key, events)
  return events
}
