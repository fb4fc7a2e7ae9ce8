import type { Change } from '@dateline/domain'
import type { ClientBase } from 'pg'
import { idKey } from '../people/keys.ts'
import type { Person } from '../people/person.ts'

/** Who was found to be the actor, and why: what a document called them, or an actor that was merged into them. */
export interface MergedFrom {
  id: string
  name: string | null
  /** Position of the entry since which it is so */
  since: string
  reasons: readonly string[]
}

/**
 * Under which other ids documents gave the actor, and which actors corrections have merged into it, in the order of the
 * log.
 *
 * @param at the position as of which; null: now
 */
export async function mergedInto(
  client: Pick<ClientBase, 'query'>,
  schema: string,
  id: string,
  at: bigint | null,
): Promise<MergedFrom[]> {
  const { rows } = await client.query<{
    names: string | null
    merges: { position: string; change: string; reason: string }[]
  }>(
    `SELECT (SELECT profile::json ->> 'names' FROM ${schema}.people WHERE person_id = $1) AS names,
            (SELECT coalesce(json_agg(json_build_object('position', position::text, 'change', change, 'reason', reason)
                                      ORDER BY position), '[]')
             FROM ${schema}.corrections
             WHERE kind = 'actor.merge' AND subjects @> ARRAY[$1] AND position <= coalesce($2, position)
               AND (undone IS NULL OR undone > $2)) AS merges`,
    [id, at],
  )
  const [row] = rows
  const names = JSON.parse(row?.names ?? '[]') as Person['names']
  const called = names
    .slice(1)
    .filter(
      (known, index) => isOther(known.id, names.slice(0, index + 1)) && (at === null || BigInt(known.since) <= at),
    )
  const merges = (row?.merges ?? []).flatMap(({ position, change, reason }) => {
    const made = JSON.parse(change) as Change
    if (made.kind !== 'actor.merge' || made.into !== id) return []
    return [{ id: made.actorId, name: null, since: position, reasons: [reason] }]
  })
  return [...called, ...merges]
}

function isOther(id: string, before: Person['names']): boolean {
  return before.every((known) => known.id !== id)
}

/**
 * Whom documents call by an id that is no actor's own, where it is one only; null: nobody, or one cannot say who.
 *
 * @param at the position as of which; null: now
 */
export async function calledSo(
  client: Pick<ClientBase, 'query'>,
  schema: string,
  id: string,
  at: bigint | null,
): Promise<string | null> {
  const { rows } = await client.query<{ id: string; names: string }>(CALLED(schema), [idKey(id), at])
  const called = rows.filter(({ names }) =>
    (JSON.parse(names) as Person['names']).some(
      (known) => known.id === id && (at === null || BigInt(known.since) <= at),
    ),
  )
  const [only] = called
  return called.length !== 1 || only === undefined || only.id === id ? null : only.id
}

/** Some whom documents called by the id whose key is $1, up to position $2. */
export const CALLED = (schema: string) => `
  SELECT p.person_id AS id, p.profile::json ->> 'names' AS names
  FROM ${schema}.people_keys k JOIN ${schema}.people p ON p.person_id = k.person_id
  WHERE k.key = $1 AND k.since <= coalesce($2, k.since) LIMIT 10`
