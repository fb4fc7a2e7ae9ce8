import type { ClientBase } from 'pg'
import { appendRows, type Row } from '../shared/rows.ts'
import { pipelines, send } from '../shared/send.ts'
import { storable } from '../shared/text.ts'
import { MOST_NAMESAKES, type People, type PersonState, putPerson } from './people.ts'
import type { Person } from './person.ts'

/** Under each of the keys ($1) the persons that have been there for longest. */
export const UNDER = (schema: string) => `
  SELECT p.person_id AS id, p.since, p.profile
  FROM (
    SELECT DISTINCT f.person_id FROM unnest($1::text[]) AS k (key) CROSS JOIN LATERAL (
      SELECT person_id FROM ${schema}.people_keys WHERE key = k.key ORDER BY since, person_id LIMIT ${MOST_NAMESAKES}
    ) f
  ) u CROSS JOIN LATERAL (SELECT * FROM ${schema}.people WHERE person_id = u.person_id) p`

/** Adds to those in memory whoever is found under the keys. */
export async function loadPeople(
  client: ClientBase,
  schema: string,
  people: People,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return
  const { rows } = await client.query<{ id: string; since: bigint; profile: string }>({
    name: `find ${schema}.people`,
    text: UNDER(schema),
    values: [keys],
  })
  for (const { id, since, profile } of rows) {
    if (people.byId.has(id)) continue
    putPerson(people, { ...(JSON.parse(profile) as Omit<Person, 'id' | 'since'>), id, since }, true)
  }
}

export interface PeopleRows {
  people: Row[]
  keys: Row[]
}

/** What a page has changed of them. */
export function peopleRows(states: readonly PersonState[]): PeopleRows {
  const changed = states.filter(({ stored }) => !stored)
  return {
    people: changed.map(({ person: { id, since, ...profile } }) => [id, since, storable(JSON.stringify(profile))]),
    keys: changed
      .flatMap(({ person, keys, storedKeys }) =>
        [...keys]
          .filter((key) => !storedKeys.has(key))
          .map((key): [string, bigint, string] => [key, person.since, person.id]),
      )
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  }
}

export async function writePeople(client: ClientBase, schema: string, { people, keys }: PeopleRows): Promise<void> {
  if (people.length === 0) return
  const write = () =>
    client.query({
      name: `write ${schema}.people`,
      text: `INSERT INTO ${schema}.people (person_id, since, profile)
             SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[])
             ON CONFLICT (person_id) DO UPDATE SET profile = excluded.profile`,
      values: [0, 1, 2].map((column) => people.map((row) => row[column])),
    })
  await send(client, [write, () => writeKeys(client, schema, keys)])
}

async function writeKeys(client: ClientBase, schema: string, keys: readonly Row[]): Promise<void> {
  if (keys.length === 0) return
  if (!pipelines(client)) return appendRows(client, `${schema}.people_keys`, ['key', 'since', 'person_id'], keys)
  await client.query({
    name: `write ${schema}.people_keys`,
    text: `INSERT INTO ${schema}.people_keys (key, since, person_id)
           SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[])`,
    values: [0, 1, 2].map((column) => keys.map((row) => row[column])),
  })
}
