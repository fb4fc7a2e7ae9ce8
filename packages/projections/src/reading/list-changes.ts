import type { PoolClient } from 'pg'

export interface ChangeRow {
  position: bigint
  n: number
  json: string
}

/**
 * A change as JSON, made of the row's own text. An event that is gone is told by its id, and where it went.
 */
export const CHANGE_JSON = `
  '{"position":"' || position || '","n":' || n || ',"change":' || to_json(change) || ',"eventId":' || to_json(event_id)
  || ',"event":' || (case when gone is null then body else 'null' end)
  || ',"into":' || coalesce(to_json(moved_to)::text, 'null') || ',"reason":' || coalesce(to_json(reason)::text, 'null') || '}'`

/**
 * Changes by entries after a position, in order, about as many as the limit: a page holds all changes by an entry or
 * none, so that whoever remembers its last position can go on after it.
 */
export async function listChanges(
  { client, schema }: { client: PoolClient; schema: string },
  after: bigint,
  limit: number,
): Promise<{ rows: ChangeRow[]; more: boolean }> {
  // The entry in which the limit falls is told to its end, and the first row beyond it shows that there is more.
  const { rows } = await client.query<ChangeRow & { inside: boolean }>(
    `with ending as (
       select max(position) as position from (
         select position from ${schema}.events where position > $1 order by position, n limit $2
       ) as page
     )
     select position, n, ${CHANGE_JSON} as json, position <= (select position from ending) as inside
     from ${schema}.events
     where position > $1
       and position <= coalesce((select min(position) from ${schema}.events
                                 where position > (select position from ending)),
                                (select position from ending))
     order by position, n`,
    [after, limit],
  )
  const inside = rows.filter((row) => row.inside)
  return { rows: inside, more: inside.length < rows.length }
}
