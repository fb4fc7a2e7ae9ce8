import { actorMovedAsOf, actorsAsOf, calledSo, mergedInto, officesHeld } from '@dateline/projections'
import type { View } from '../http/reading.ts'
import { ACTOR_FIELDS } from './list-actors.ts'

/** The actor as it was known at a position. */
export async function findActorAsOf(
  { client, schema }: Pick<View, 'client' | 'schema'>,
  id: string,
  at: bigint,
): Promise<FoundActor> {
  const [actor] = await actorsAsOf(client, schema, [id], at)
  if (!actor) {
    const to = (await actorMovedAsOf(client, schema, id, at)) ?? (await calledSo(client, schema, id, at))
    return to === null ? { status: 'unknown' } : { status: 'moved', to }
  }
  const { counts, company, ...rest } = actor
  return {
    status: 'there',
    actor: {
      ...rest,
      mergedFrom: await mergedInto(client, schema, id, at),
      counts: { byType: sums(counts, 'type'), byRole: sums(counts, 'role') },
      appearsWith: company.slice(0, COMPANY).map(({ events, ...other }) => ({ actor: other, events })),
    },
  }
}

export type FoundActor =
  | { status: 'there'; actor: Record<string, unknown> }
  /** It was merged into another one */
  | { status: 'moved'; to: string }
  | { status: 'unknown' }

/** How many others an actor is shown with. */
const COMPANY = 25

interface Row {
  movedTo: string | null
  names: { name: string; reports: number }[]
  actor: Record<string, unknown>
  counts: { type: string; role: string; events: number }[]
  company: { actor: { id: string; name: string; kind: string }; events: number }[]
}

/** An actor with counts, offices and company. */
export async function findActor({ client, schema }: Pick<View, 'client' | 'schema'>, id: string): Promise<FoundActor> {
  const { rows } = await client.query<Row>(
    `select moved_to as "movedTo", json_build_object(${ACTOR_FIELDS.replaceAll('SCHEMA', schema)}) as actor,
       (select coalesce(json_agg(json_build_object('name', f.value, 'reports', f.n) order by f.n desc, f.value), '[]')
        from ${schema}.actor_facts f where f.actor_id = a.actor_id and f.fact = 'alias') as names,
       (select coalesce(json_agg(json_build_object('type', type, 'role', role, 'events', c.events)
                                 order by c.events desc, type, role), '[]')
        from ${schema}.actor_counts c where c.actor_id = a.actor_id and c.events > 0) as counts,
       (select coalesce(json_agg(json_build_object(
                 'actor', json_build_object('id', o.actor_id, 'name', o.name, 'kind', o.kind), 'events', p.events)
                 order by p.events desc, o.actor_id), '[]')
        from (select other_id, p.events from ${schema}.actor_pairs p where p.actor_id = a.actor_id and p.events > 0
              order by p.events desc, other_id limit ${COMPANY}) p
        join ${schema}.actors o on o.actor_id = p.other_id) as company
     from ${schema}.actors a where actor_id = $1`,
    [id],
  )
  const row = rows[0]
  if (!row) {
    const to = await calledSo(client, schema, id, null)
    return to === null ? { status: 'unknown' } : { status: 'moved', to }
  }
  if (row.movedTo !== null) return { status: 'moved', to: row.movedTo }
  return {
    status: 'there',
    actor: {
      ...row.actor,
      names: row.names,
      mergedFrom: await mergedInto(client, schema, id, null),
      offices: await officesHeld(client, schema, id),
      counts: { byType: sums(row.counts, 'type'), byRole: sums(row.counts, 'role') },
      appearsWith: row.company,
    },
  }
}

function sums(counts: Row['counts'], by: 'type' | 'role'): Record<string, number> {
  const result: Record<string, number> = {}
  for (const count of counts) result[count[by]] = (result[count[by]] ?? 0) + count.events
  return result
}
