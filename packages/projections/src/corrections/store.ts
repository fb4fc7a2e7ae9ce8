import type { Change } from '@dateline/domain'
import type { ClientBase } from 'pg'
import { appendRows, type Row } from '../shared/rows.ts'
import { prepared } from '../shared/send.ts'
import type { Correction } from './active.ts'

/** Whether any correction stands: most logs hold none, and are spared the looking. */
export async function anyCorrections(client: ClientBase, schema: string): Promise<boolean> {
  const text = `SELECT EXISTS (SELECT FROM ${schema}.corrections WHERE undone IS NULL) AS any`
  const { rows } = await client.query<{ any: boolean }>(prepared(client, `any ${schema}.corrections`, text, []))
  return rows[0]?.any ?? false
}

/** Those that stand and concern one of the ids, or have one of the ids. */
export async function loadCorrections(
  client: ClientBase,
  schema: string,
  subjects: readonly string[],
  ids: readonly string[],
): Promise<Correction[]> {
  const { rows } = await client.query<{
    id: string
    position: bigint
    change: string
    reason: string
    subjects: string[]
  }>(
    `SELECT correction_id AS id, position, change, reason, subjects FROM ${schema}.corrections
     WHERE undone IS NULL AND (subjects && $1 OR correction_id = ANY ($2))`,
    [subjects, ids],
  )
  return rows.map(({ change, ...row }) => ({ ...row, change: JSON.parse(change) as Change }))
}

/** What a page of entries made, and what it took back at which position. */
export interface CorrectionChanges {
  made: Correction[]
  undone: Map<string, bigint>
  /** Whom actors were merged into has changed */
  redirected: boolean
}

export function correctionRows({ made, undone }: Pick<CorrectionChanges, 'made' | 'undone'>): Row[] {
  return made.map(({ id, position, change, reason, subjects }) => [
    id,
    position,
    change.kind,
    subjects,
    JSON.stringify(change),
    reason,
    undone.get(id) ?? null,
  ])
}

const COLUMNS = ['correction_id', 'position', 'kind', 'subjects', 'change', 'reason', 'undone']

export async function writeCorrections(
  client: ClientBase,
  schema: string,
  rows: readonly Row[],
  undone: ReadonlyMap<string, bigint>,
): Promise<void> {
  await appendRows(client, `${schema}.corrections`, COLUMNS, rows)
  if (undone.size === 0) return
  await client.query(
    `UPDATE ${schema}.corrections c SET undone = u.position
     FROM unnest($1::text[], $2::bigint[]) AS u (id, position) WHERE c.correction_id = u.id`,
    [[...undone.keys()], [...undone.values()]],
  )
}

/**
 * Whom somebody was merged into, for as long as that stands: an actor that nobody names any more stays as a redirect.
 */
export function redirects(schema: string): string[] {
  const merges = `
    SELECT DISTINCT ON (1) change::json ->> 'actorId' AS actor_id, change::json ->> 'into' AS into_id
    FROM ${schema}.corrections WHERE kind = 'actor.merge' AND undone IS NULL ORDER BY 1, position DESC`
  return [
    `DELETE FROM ${schema}.actors a WHERE moved_to IS NOT NULL AND documents = 0
     AND NOT EXISTS (SELECT FROM (${merges}) m WHERE m.actor_id = a.actor_id)`,
    `UPDATE ${schema}.actors a SET moved_to = NULL WHERE moved_to IS NOT NULL
     AND NOT EXISTS (SELECT FROM (${merges}) m WHERE m.actor_id = a.actor_id)`,
    `INSERT INTO ${schema}.actors AS a (actor_id, kind, name, aliases, search, events, documents, moved_to)
     SELECT m.actor_id, coalesce(i.kind, 'organization'), m.actor_id, '{}', '', 0, 0, m.into_id
     FROM (${merges}) m LEFT JOIN ${schema}.actors i ON i.actor_id = m.into_id
     ON CONFLICT (actor_id) DO UPDATE SET moved_to = excluded.moved_to`,
  ]
}
