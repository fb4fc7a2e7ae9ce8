/**
 * Whom documents name, under one id whatever they call them: what decides who somebody is whom the next one names. Not
 * who takes part in events, which \`actors\` holds, and untouched by corrections.
 */
export function peopleTables(schema: string): string[] {
  return [
    `CREATE TABLE ${schema}.people (
      person_id text COLLATE "C" PRIMARY KEY,
      since bigint NOT NULL,       -- the position that first told of them
      profile text NOT NULL        -- what all documents say of them, JSON
    )`,
    // Where they are looked for. Under one key in the order in which the log told of them.
    `CREATE TABLE ${schema}.people_keys (
      key text COLLATE "C" NOT NULL,
      since bigint NOT NULL,
      person_id text COLLATE "C" NOT NULL,
      PRIMARY KEY (key, since, person_id)
    )`,
  ]
}
