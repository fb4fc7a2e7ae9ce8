import { type EventReported, isEventType } from '@dateline/domain'
import type { Entry } from '@dateline/event-log'
import type { ClientBase } from 'pg'
import type { DocumentState } from '../documents/document.ts'
import { loadDocuments } from '../documents/store.ts'
import { keysOf } from '../identity/keys.ts'
import { parseReport, type Report, toldBy } from './report.ts'
import { addEvent, type Known } from './state.ts'

/** What entries touch. */
export interface Touched {
  documents: Set<string>
  /** Documents whose annotation is read */
  told: Set<string>
  /** Under which identity will look */
  keys: Set<string>
}

/** Adds to what is known all that folding the entries needs: documents, and every event that one of them may change. */
export async function loadTouched(
  client: ClientBase,
  schema: string,
  known: Known,
  { documents, told, keys }: Touched,
): Promise<void> {
  const missing = [...documents].filter((id) => !known.documents.has(id))
  for (const [id, document] of await loadDocuments(client, schema, missing)) known.documents.set(id, document)
  // Of a document that was never annotated nothing is told.
  const annotated = [...told].filter((id) => isAnnotated(known.documents.get(id)))
  const found = await findEvents(client, schema, { told: annotated, keys: [...keys] })
  await loadEvents(
    client,
    schema,
    known,
    found.filter((id) => !known.events.has(id)),
  )
}

function isAnnotated(document: DocumentState | undefined): boolean {
  return document !== undefined && (document.annotatedRevision !== null || document.open !== null)
}

export function touchedBy(entries: readonly Entry[]): Touched {
  const touched: Touched = { documents: new Set(), told: new Set(), keys: new Set() }
  for (const { type, data } of entries) {
    const isEvent = isEventType(type)
    if (!isEvent && !type.startsWith('document.')) continue
    const { documentId } = data as { documentId?: unknown }
    // What is no document is told so when it is folded.
    if (typeof documentId !== 'string') continue
    touched.documents.add(documentId)
    if (type === 'document.annotated' || isEvent) touched.told.add(documentId)
    if (isEvent) for (const key of soughtKeys(data as EventReported)) touched.keys.add(key)
  }
  return touched
}

/** None where the entry cannot be read: folding it says so. */
function soughtKeys(data: EventReported): readonly string[] {
  try {
    return keysOf(toldBy(data)).sought
  } catch {
    return []
  }
}

/** Events that the documents ($1) tell of, or that are found under the keys ($2). */
export const FIND = (schema: string) => `
  SELECT event_id AS id FROM ${schema}.reports WHERE document_id = ANY ($1) AND until IS NULL
  UNION
  SELECT event_id FROM ${schema}.event_keys WHERE key = ANY ($2)`

async function findEvents(
  client: ClientBase,
  schema: string,
  { told, keys }: { told: string[]; keys: string[] },
): Promise<string[]> {
  if (told.length === 0 && keys.length === 0) return []
  const { rows } = await client.query<{ id: string }>(FIND(schema), [told, keys])
  return rows.map(({ id }) => id)
}

/** What is told of the events ($1) now. */
export const REPORTS = (schema: string) => `
  SELECT event_id AS "eventId", report, evidence FROM ${schema}.reports
  WHERE event_id = ANY ($1) AND until IS NULL ORDER BY position`

/** The newest versions of the events ($1). */
export const BODIES = (schema: string) => `
  SELECT event_id AS id, body FROM ${schema}.events WHERE event_id = ANY ($1) AND until IS NULL`

/** Reads events whole; those that are gone have no reports and are left out. */
async function loadEvents(client: ClientBase, schema: string, known: Known, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const reports = await client.query<{ eventId: string; report: string; evidence: string }>(REPORTS(schema), [ids])
  const bodies = await client.query<{ id: string; body: string }>(BODIES(schema), [ids])
  const told = new Map<string, Report[]>()
  for (const { eventId, report, evidence } of reports.rows) {
    const own = told.get(eventId)
    if (own) own.push(parseReport(report, evidence))
    else told.set(eventId, [parseReport(report, evidence)])
  }
  for (const { id, body } of bodies.rows) addEvent(known, id, told.get(id) ?? [], body)
}

/** The number of the next change at a position that has some already. */
export async function nextNumber(client: ClientBase, schema: string, at: bigint): Promise<number> {
  const { rows } = await client.query<{ next: number }>(
    `SELECT coalesce(max(n) + 1, 0) AS next FROM ${schema}.events WHERE position = $1`,
    [at],
  )
  return rows[0]?.next ?? 0
}
