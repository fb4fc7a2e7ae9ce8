import type { ActorKind, Change } from '@dateline/domain'
import type { ClientBase } from 'pg'
import { type OfficeHeld, type TalliedEvent, termsOf } from '../actors/offices.ts'
import { type ActorDifferences, createTally } from '../actors/tally.ts'
import { enterCorrection, noCorrections, subjectsOf, tiedActors } from '../corrections/active.ts'
import { withCorrectedActors } from '../corrections/actors.ts'
import { parseReport } from '../timeline/report.ts'

/** An actor as it was known at a position, made anew of the reports that counted and the events that there were. */
export interface ActorAsOf {
  id: string
  name: string
  kind: ActorKind
  country: string | null
  aliases: string[]
  names: { name: string; reports: number }[]
  events: number
  statements: number
  documents: number
  /** ISO 8601 */
  firstSeen: string | null
  lastSeen: string | null
  offices: OfficeHeld[]
  counts: { type: string; role: string; events: number }[]
  company: { id: string; name: string; kind: ActorKind; events: number }[]
}

/** Those of the actors that anybody had named by then. Costs as much as they have reports. */
export async function actorsAsOf(
  client: ClientBase,
  schema: string,
  ids: readonly string[],
  position: bigint,
): Promise<ActorAsOf[]> {
  if (ids.length === 0) return []
  const corrections = await correctionsAsOf(client, schema, position)
  const named = [...tiedActors(corrections, ids)]
  const reports = await client.query<{ report: string; evidence: string }>(REPORTS(schema), [position, named])
  const events = await client.query<{ id: string; body: string; sortDate: string }>(EVENTS(schema), [
    position,
    ids,
    named,
  ])
  const tally = createTally()
  for (const { report, evidence } of reports.rows)
    tally.report(withCorrectedActors(parseReport(report, evidence), corrections), 1)
  const names = new Map<string, { name: string; kind: ActorKind }>()
  for (const { id, body, sortDate } of events.rows) {
    const event = { ...(JSON.parse(body) as Omit<TalliedEvent, 'sortDate'>), sortDate }
    tally.event(id, null, event)
    for (const { actor } of event.participants) names.set(actor.id, actor)
  }
  const sums = tally.differences()
  return ids.flatMap((id) => actorOf(id, sums, names) ?? [])
}

/** Whom the actor had been merged into by then; null: nobody. */
export async function actorMovedAsOf(
  client: ClientBase,
  schema: string,
  id: string,
  position: bigint,
): Promise<string | null> {
  const { byId } = await correctionsAsOf(client, schema, position)
  const merges = [...byId.values()].flatMap(({ change }) =>
    change.kind === 'actor.merge' && change.actorId === id ? [change.into] : [],
  )
  return merges.at(-1) ?? null
}

const COUNTED = 'since <= $1 AND (until IS NULL OR until > $1)'

const REPORTS = (schema: string) => `
  SELECT report, evidence FROM ${schema}.reports
  WHERE actors && $2 AND ${COUNTED} AND event_id IS NOT NULL ORDER BY position`

const EVENTS = (schema: string) => `
  SELECT event_id AS id, body, sort_date::text AS "sortDate" FROM ${schema}.events
  WHERE event_id IN (SELECT event_id FROM ${schema}.reports WHERE actors && $3) AND actors && $2 AND position <= $1 AND (until IS NULL OR until > $1) AND gone IS NULL ORDER BY event_id`

async function correctionsAsOf(client: ClientBase, schema: string, position: bigint) {
  const { rows } = await client.query<{ id: string; position: bigint; change: string; reason: string }>(
    `SELECT correction_id AS id, position, change, reason FROM ${schema}.corrections
     WHERE kind LIKE 'actor.%' AND position <= $1 AND (undone IS NULL OR undone > $1) ORDER BY position`,
    [position],
  )
  const corrections = noCorrections()
  for (const row of rows) {
    const change = JSON.parse(row.change) as Change
    enterCorrection(corrections, { ...row, change, subjects: subjectsOf(change) })
  }
  return corrections
}

function actorOf(
  id: string,
  { actors, facts, documents, counts, pairs, offices }: ActorDifferences,
  names: ReadonlyMap<string, { name: string; kind: ActorKind }>,
): ActorAsOf | null {
  const own = facts.filter(([actor]) => actor === id)
  if (own.length === 0) return null
  const most = (fact: string) =>
    own
      .filter(([, kind]) => kind === fact)
      .sort((a, b) => b[4] - a[4] || (a[2] < b[2] ? -1 : 1))
      .map(([, , value]) => value)
  const [name = id] = most('name')
  const seen = documents.filter(([actor]) => actor === id).map(([, publishedAt]) => publishedAt)
  const byRole = counts
    .filter(([actor]) => actor === id)
    .map(([, type, role, events]) => ({ type, role, events }))
    .sort((a, b) => b.events - a.events || (`${a.type} ${a.role}` < `${b.type} ${b.role}` ? -1 : 1))
  return {
    id,
    name,
    kind: (most('kind')[0] ?? 'organization') as ActorKind,
    country: most('country')[0] ?? null,
    aliases: most('alias').filter((alias) => alias !== name),
    names: own
      .filter(([, fact]) => fact === 'alias')
      .map(([, , value, , n]) => ({ name: value, reports: n }))
      .sort((a, b) => b.reports - a.reports || (a.name < b.name ? -1 : 1)),
    events: actors.find((actor) => actor.id === id)?.events ?? 0,
    statements: byRole.find(({ type, role }) => type === 'statement' && role === 'speaker')?.events ?? 0,
    documents: seen.length,
    firstSeen: seen.at(0) ?? null,
    lastSeen: seen.at(-1) ?? null,
    offices: termsOf(
      offices
        .filter(({ actorId }) => actorId === id)
        .sort((a, b) => compare([a.sortDate, String(a.begins), a.eventId], [b.sortDate, String(b.begins), b.eventId])),
    ),
    counts: byRole,
    company: pairs
      .filter(([actor]) => actor === id)
      .map(([, other, events]) => ({
        id: other,
        ...(names.get(other) ?? { name: other, kind: 'organization' as const }),
        events,
      }))
      .sort((a, b) => b.events - a.events || (a.id < b.id ? -1 : 1)),
  }
}

function compare(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((value, at) => value !== b[at])
  return index < 0 ? 0 : (a[index] ?? '') < (b[index] ?? '') ? -1 : 1
}
