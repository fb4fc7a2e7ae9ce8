import type { ActorsQuery, Cursor } from '@dateline/contract'
import { foldText, parameters } from '@dateline/projections'
import type { View } from '../http/reading.ts'

export interface ActorRow {
  id: string
  score: string
  json: string
}

/**
 * The order of the list: the score, the best first, then the id. Both are made of the id and the query alone, which
 * never change, so that an actor that grows while somebody walks the list stays where it is.
 */
export const ACTOR_ORDER = ['number', 'text'] as const

/** An actor as the list shows it. */
export const ACTOR_FIELDS = `
  'id', actor_id, 'name', name, 'kind', kind, 'country', country, 'aliases', to_json(aliases), 'events', events,
  'statements', coalesce((select c.events from SCHEMA.actor_counts c
                          where c.actor_id = a.actor_id and c.type = 'statement' and c.role = 'speaker'), 0),
  'documents', documents, 'firstSeen', ${instant('first_seen')}, 'lastSeen', ${instant('last_seen')}`

/** Actors by name, kind and country, one row more than the limit. */
export async function listActors(
  { client, schema }: Pick<View, 'client' | 'schema'>,
  { q, kind, country, limit }: Pick<ActorsQuery, 'q' | 'kind' | 'country' | 'limit'>,
  cursor: Cursor | null,
): Promise<ActorRow[]> {
  const { values, parameter } = parameters()
  const is = ['moved_to is null']
  if (kind) is.push(`kind = ${parameter(kind)}`)
  if (country) is.push(`country = ${parameter(country)}`)
  // A search has a score; a list without one is in the order of ids alone, which has an index.
  let score: string | null = null
  if (q !== undefined) {
    const words = foldText(q).trim().replaceAll(/\s+/g, ' ')
    if (words === '') return []
    const asked = parameter(words)
    const begins = parameter(`(^|[\\n -])${words.replaceAll(/[^\p{L}\p{N} ]/gu, String.raw`\$&`)}`)
    is.push(`(search ~ ${begins} or search %> ${asked})`)
    const slug = `replace(split_part(actor_id, ':', 2), '-', ' ')`
    score = `round((word_similarity(${asked}, ${slug}) + (${slug} ~ ${begins})::int)::numeric, 4)`
  }
  if (cursor) {
    const next = `actor_id > ${parameter(cursor.key[1])}`
    if (score === null) is.push(next)
    else {
      const last = `${parameter(cursor.key[0])}::numeric`
      is.push(`(${score} < ${last} or (${score} = ${last} and ${next}))`)
    }
  }
  const { rows } = await client.query<ActorRow>(
    `select actor_id as id, ${score === null ? "'0'" : `(${score})::text`} as score,
            json_build_object(${ACTOR_FIELDS.replaceAll('SCHEMA', schema)})::text as json
     from ${schema}.actors a where ${is.join(' and ')}
     order by ${score === null ? '' : `${score} desc, `}actor_id limit ${parameter(limit + 1)}`,
    values,
  )
  return rows
}

function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
