import { type EventReported, isEventType } from '@dateline/domain'
import type { Entry } from '@dateline/event-log'
import type { ClientBase } from 'pg'
import { createTally } from '../actors/tally.ts'
import { loadDocuments } from '../documents/store.ts'
import { keysOf } from '../identity/keys.ts'
import { parseReport, type Report, toldBy } from './report.ts'
import { addEvent, type TimelineState } from './state.ts'

/** Reads what the entries touch: their documents, and every event that one of them may tell of, whole. */
export async function loadTimeline(
  client: ClientBase,
  schema: string,
  entries: readonly Entry[],
  at: bigint | undefined,
): Promise<TimelineState> {
  const state: TimelineState = {
    documents: new Map(),
    events: new Map(),
    byKey: new Map(),
    byDocument: new Map(),
    versions: [],
    newest: new Map(),
    replaced: new Map(),
    assigned: new Map(),
    ended: new Map(),
    touchedDocuments: new Set(),
    touchedEvents: new Set(),
    tally: createTally(),
    numbers: new Map(),
    at,
  }
  const { documents, told, keys } = touchedBy(entries)
  state.documents = await loadDocuments(client, schema, documents)
  await loadEvents(client, schema, state, { told, keys })
  if (at !== undefined) state.numbers.set(at, await nextNumber(client, schema, at))
  return state
}

interface Touched {
  documents: string[]
  /** Documents whose annotation is read */
  told: string[]
  /** Under which identity will look */
  keys: string[]
}

function touchedBy(entries: readonly Entry[]): Touched {
  const documents = new Set<string>()
  const told = new Set<string>()
  const keys = new Set<string>()
  for (const { type, data } of entries) {
    const isEvent = isEventType(type)
    if (!isEvent && !type.startsWith('document.')) continue
    const { documentId } = data as { documentId?: unknown }
    // What is no document is told so when it is folded.
    if (typeof documentId !== 'string') continue
    documents.add(documentId)
    if (type === 'document.annotated' || isEvent) told.add(documentId)
    if (isEvent) for (const key of soughtKeys(data as EventReported)) keys.add(key)
  }
  return { documents: [...documents], told: [...told], keys: [...keys] }
}

/** None where the entry cannot be read: folding it says so. */
function soughtKeys(data: EventReported): readonly string[] {
  try {
    return keysOf(toldBy(data)).sought
  } catch {
    return []
  }
}

/** Reports of the events that the documents ($1) tell of, or that are found under the keys ($2). */
export const REPORTS = (schema: string) => `
  WITH found AS (
    SELECT event_id FROM ${schema}.reports WHERE document_id = ANY ($1) AND until IS NULL
    UNION
    SELECT event_id FROM ${schema}.event_keys WHERE key = ANY ($2)
  )
  SELECT r.event_id AS "eventId", r.report, r.evidence
  FROM found JOIN ${schema}.reports r USING (event_id)
  WHERE r.until IS NULL
  ORDER BY r.position`

async function loadEvents(
  client: ClientBase,
  schema: string,
  state: TimelineState,
  { told, keys }: Pick<Touched, 'told' | 'keys'>,
): Promise<void> {
  if (told.length === 0) return
  const { rows } = await client.query<{ eventId: string; report: string; evidence: string }>(REPORTS(schema), [
    told,
    keys,
  ])
  const reports = new Map<string, Report[]>()
  for (const { eventId, report, evidence } of rows) {
    const own = reports.get(eventId)
    if (own) own.push(parseReport(report, evidence))
    else reports.set(eventId, [parseReport(report, evidence)])
  }
  if (reports.size === 0) return
  const { rows: bodies } = await client.query<{ id: string; body: string }>(
    `SELECT event_id AS id, body FROM ${schema}.events WHERE event_id = ANY ($1) AND until IS NULL`,
    [[...reports.keys()]],
  )
  for (const { id, body } of bodies) addEvent(state, id, reports.get(id) ?? [], body)
}

async function nextNumber(client: ClientBase, schema: string, at: bigint): Promise<number> {
  const { rows } = await client.query<{ next: number }>(
    `SELECT coalesce(max(n) + 1, 0) AS next FROM ${schema}.events WHERE position = $1`,
    [at],
  )
  return rows[0]?.next ?? 0
}
