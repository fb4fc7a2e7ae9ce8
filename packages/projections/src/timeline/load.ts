import { type CorrectionMade, type DocumentAnnotated, type EventReported, isEventType } from '@dateline/domain'
import type { Entry } from '@dateline/event-log'
import type { ClientBase } from 'pg'
import { enterCorrection, subjectsOf, tiedActors } from '../corrections/active.ts'
import { anyCorrections, loadCorrections } from '../corrections/store.ts'
import type { DocumentState } from '../documents/document.ts'
import { loadDocuments } from '../documents/store.ts'
import { soughtKeys } from '../identity/keys.ts'
import { keysSought } from '../people/keys.ts'
import { peopleUnder } from '../people/people.ts'
import { toldBy as peopleToldBy } from '../people/person.ts'
import { loadPeople } from '../people/store.ts'
import { pipelines, prepared, send } from '../shared/send.ts'
import { parseReport, type Report, toldBy } from './report.ts'
import { addEvent, enterFound, type EventState, type Known } from './state.ts'

/** What entries touch. */
export interface Touched {
  documents: Set<string>
  /** Documents whose annotation is read, or whose reports come or go */
  told: Set<string>
  /** Under which identity will look */
  keys: Set<string>
  /** Under which persons will be looked for, and those of these keys that one has to ask for */
  called: Set<string>
  unknown: Set<string>
  /** Events that are named */
  events: Set<string>
  /** Whether corrections are among the entries */
  corrections: boolean
  /** Whatever corrections may concern */
  concerned: Set<string>
  /** Actors that are corrected */
  actors: Set<string>
  /** Corrections that are taken back */
  undone: Set<string>
}

/** Adds to what is known all that folding the entries needs: documents, and every event that one of them may change. */
export async function loadTouched(client: ClientBase, schema: string, known: Known, touched: Touched): Promise<void> {
  const missing = [...touched.documents].filter((id) => !known.documents.has(id))
  // Of a document that was never annotated nothing is told: where that is known by now, one need not look.
  const told = () => [...touched.told].filter((id) => pipelines(client) || isAnnotated(known.documents.get(id)))
  const [, found, corrected] = await send(client, [
    async () => {
      for (const [id, document] of await loadDocuments(client, schema, missing)) known.documents.set(id, document)
    },
    () => findEvents(client, schema, { told: told(), keys: [...touched.keys] }),
    async () => touched.corrections || (await anyCorrections(client, schema)),
    () => loadPeople(client, schema, known.people, [...touched.unknown]),
  ])
  const loaded = await loadEvents(client, schema, known, [...found.map(({ id }) => id), ...touched.events])
  for (const { id, key } of found) {
    const event = key === null ? undefined : known.events.get(id)
    if (key !== null && event) enterFound(known, key, event)
  }
  if (corrected) await loadCorrected(client, schema, known, touched, loaded)
}

/** Adds the corrections that concern what was loaded, and all that these tie to it, until nothing is left to add. */
async function loadCorrected(
  client: ClientBase,
  schema: string,
  known: Known,
  { concerned, called, actors, undone }: Touched,
  loaded: readonly EventState[],
): Promise<void> {
  const asked = new Set<string>()
  const closure = async (first: readonly string[], taken: readonly string[]) => {
    let ids = taken
    for (let ask = [...first]; ask.length > 0 || ids.length > 0; ids = []) {
      for (const id of ask) asked.add(id)
      const corrections = await loadCorrections(client, schema, [...new Set(ask)], ids)
      for (const one of corrections) if (!known.corrections.byId.has(one.id)) enterCorrection(known.corrections, one)
      const tied = corrections.filter(({ change }) => change.kind.startsWith('event.')).flatMap((one) => one.subjects)
      const events = await loadEvents(client, schema, known, [...ask, ...tied])
      ask = [...corrections.flatMap((one) => one.subjects), ...events.flatMap(concernsOf)].filter(
        (id) => !asked.has(id),
      )
    }
  }
  // Whoever may be meant.
  const persons = peopleUnder(known.people, [...called]).map(({ id }) => id)
  await closure([...concerned, ...persons, ...loaded.flatMap(concernsOf)], [...undone])
  await loadUndone(client, schema, known, undone)
  // Whoever becomes another, or is told apart, does so in every event that names him.
  const named = new Set(actors)
  for (const id of undone) {
    const correction = known.corrections.byId.get(id)
    if (correction?.change.kind.startsWith('actor.')) for (const subject of correction.subjects) named.add(subject)
  }
  if (named.size === 0) return
  const naming = await findNaming(client, schema, [...tiedActors(known.corrections, named)])
  const events = await loadEvents(client, schema, known, naming)
  await closure(events.flatMap(concernsOf), [])
}

/** A correction of a document names it; what takes it back need not. */
async function loadUndone(client: ClientBase, schema: string, known: Known, undone: Iterable<string>): Promise<void> {
  const ids = [...undone].flatMap((id) => known.corrections.byId.get(id) ?? [])
  const documents = ids.flatMap(({ change }) => ('documentId' in change ? (change.documentId ?? []) : []))
  const missing = documents.filter((id) => !known.documents.has(id))
  if (missing.length === 0) return
  for (const [id, document] of await loadDocuments(client, schema, missing)) known.documents.set(id, document)
  await loadEvents(
    client,
    schema,
    known,
    (await findEvents(client, schema, { told: missing, keys: [] })).map(({ id }) => id),
  )
}

/** What corrections of an event, or of what it is made of, name. */
function concernsOf({ id, reports }: EventState): string[] {
  return [id, ...reports.flatMap(({ by, actors }) => [by.documentId, ...actors.map((actor) => actor.id)])]
}

function isAnnotated(document: DocumentState | undefined): boolean {
  return document !== undefined && (document.annotatedRevision !== null || document.open !== null)
}

export function touchedBy(entries: readonly Entry[]): Touched {
  const touched: Touched = {
    documents: new Set(),
    told: new Set(),
    keys: new Set(),
    called: new Set(),
    unknown: new Set(),
    events: new Set(),
    corrections: false,
    concerned: new Set(),
    actors: new Set(),
    undone: new Set(),
  }
  for (const entry of entries) {
    if (entry.type === 'correction.made') touchedByCorrection(touched, entry.data as Partial<CorrectionMade>)
    else if (isEventType(entry.type)) touchedByEvent(touched, entry.data as Partial<EventReported>)
    else if (entry.type.startsWith('document.')) touchedByDocument(touched, entry)
  }
  touched.unknown = touched.called
  return touched
}

function touchedByDocument(touched: Touched, { type, data }: Entry): void {
  const { documentId } = data as { documentId?: unknown }
  // What is no document is told so when it is folded.
  if (typeof documentId !== 'string') return
  touched.documents.add(documentId)
  if (type !== 'document.annotated') return
  touched.told.add(documentId)
  for (const key of calledKeys(data as DocumentAnnotated)) touched.called.add(key)
}

function touchedByEvent({ documents, told, keys, events, concerned }: Touched, data: Partial<EventReported>): void {
  const { documentId, actors, erased } = data
  if (typeof documentId !== 'string') return
  documents.add(documentId)
  told.add(documentId)
  for (const key of keysSoughtBy(data as EventReported)) keys.add(key)
  if (erased?.eventId) events.add(erased.eventId)
  concerned.add(documentId)
  for (const { id } of actors ?? []) concerned.add(id)
}

function touchedByCorrection(touched: Touched, { change }: Partial<CorrectionMade>): void {
  if (!change) return
  touched.corrections = true
  if (change.kind === 'correction.undo') touched.undone.add(change.correctionId)
  for (const subject of subjectsOf(change)) touched.concerned.add(subject)
  if ('actorId' in change) for (const subject of subjectsOf(change)) touched.actors.add(subject)
  if (!('documentId' in change) || change.documentId === undefined) return
  touched.documents.add(change.documentId)
  touched.told.add(change.documentId)
}

function calledKeys(data: DocumentAnnotated): readonly string[] {
  try {
    return peopleToldBy(data).flatMap(keysSought)
  } catch {
    return []
  }
}

/** None where the entry cannot be read: folding it says so. */
function keysSoughtBy(data: EventReported): readonly string[] {
  try {
    return soughtKeys(toldBy(data))
  } catch {
    return []
  }
}

/** Events that the documents ($1) tell of, and those that are found under the keys ($2), under each of them. */
export const FIND = (schema: string) => `
  SELECT cluster_id AS id, NULL AS key FROM ${schema}.reports WHERE document_id = ANY ($1) AND until IS NULL
  UNION ALL
  SELECT event_id, key FROM ${schema}.event_keys WHERE key = ANY ($2)`

interface Found {
  id: string
  key: string | null
}

/** Events whose reports name the actors ($1). */
export const NAMING = (schema: string) => `
  SELECT DISTINCT cluster_id AS id FROM ${schema}.reports WHERE actors && $1 AND until IS NULL`

async function findNaming(client: ClientBase, schema: string, actors: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(NAMING(schema), [actors])
  return rows.map(({ id }) => id)
}

async function findEvents(
  client: ClientBase,
  schema: string,
  { told, keys }: { told: string[]; keys: string[] },
): Promise<Found[]> {
  if (told.length === 0 && keys.length === 0) return []
  const { rows } = await client.query<Found>(prepared(client, `find ${schema}.events`, FIND(schema), [told, keys]))
  return rows
}

/** What is told of the events ($1) now, by identity: hardly any is shown with another one. */
export const REPORTS = (schema: string) => `
  SELECT cluster_id AS "clusterId", report, evidence, position FROM ${schema}.reports
  WHERE event_id = ANY ($1) AND cluster_id = event_id AND until IS NULL
  UNION ALL
  SELECT cluster_id, report, evidence, position FROM ${schema}.reports
  WHERE cluster_id = ANY ($1) AND cluster_id IS DISTINCT FROM event_id AND until IS NULL
  ORDER BY position`

/** The newest versions of the events ($1). */
export const BODIES = (schema: string) => `
  SELECT event_id AS id, body FROM ${schema}.events WHERE event_id = ANY ($1) AND until IS NULL`

/** Reads those of the events that are not known, whole, and answers them; what is gone has no reports, and is left out. */
async function loadEvents(
  client: ClientBase,
  schema: string,
  known: Known,
  wanted: Iterable<string>,
): Promise<EventState[]> {
  const ids = [...new Set(wanted)].filter((id) => !known.events.has(id))
  if (ids.length === 0) return []
  const [reports, bodies] = await send(client, [
    () =>
      client.query<{ clusterId: string; report: string; evidence: string }>(
        prepared(client, `read ${schema}.reports`, REPORTS(schema), [ids]),
      ),
    () => client.query<{ id: string; body: string }>(prepared(client, `read ${schema}.events`, BODIES(schema), [ids])),
  ])
  const body = new Map(bodies.rows.map((row) => [row.id, row.body]))
  const told = new Map<string, Report[]>()
  for (const { clusterId, report, evidence } of reports.rows) {
    const own = told.get(clusterId)
    if (own) own.push(parseReport(report, evidence))
    else told.set(clusterId, [parseReport(report, evidence)])
  }
  return [...told].flatMap(([id, own]) => addEvent(known, id, own, { body: body.get(id) ?? null }) ?? [])
}

/** The number of the next change at a position that has some already. */
export async function nextNumber(client: ClientBase, schema: string, at: bigint): Promise<number> {
  const { rows } = await client.query<{ next: number }>(
    `SELECT coalesce(max(n) + 1, 0) AS next FROM ${schema}.events WHERE position = $1`,
    [at],
  )
  return rows[0]?.next ?? 0
}
