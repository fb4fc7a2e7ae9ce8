/**
 * Everyone who takes part in an event, counted over the events as they are now (a merged event counts once).
 * `search` holds the folded name and aliases (`foldText`), a line each: fold the words of a query too.
 */
export function actorTables(schema: string): string[] {
  return [
    `CREATE TABLE ${schema}.actors (
      actor_id text COLLATE "C" PRIMARY KEY,
      kind text NOT NULL,           -- person | organization | government | group
      name text NOT NULL,
      aliases text[] NOT NULL,      -- surface forms, most used first, without the name
      country text,                 -- ISO 3166-1 alpha-2
      search text NOT NULL,
      events int NOT NULL,          -- that it takes part in; 0: only named by them
      documents int NOT NULL,       -- that name it
      first_seen timestamptz,       -- publication of the first and the last of them
      last_seen timestamptz,
      moved_to text COLLATE "C"     -- the actor that it was merged into
    )`,
    // How many reports use each name, give it as which kind, suggest which country.
    `CREATE TABLE ${schema}.actor_facts (
      actor_id text COLLATE "C" NOT NULL,
      fact text COLLATE "C" NOT NULL, -- 'name', 'alias', 'kind', 'country'
      value text COLLATE "C" NOT NULL,
      folded text NOT NULL,           -- of names and aliases, to be searched
      n int NOT NULL,
      PRIMARY KEY (actor_id, fact, value)
    )`,
    `CREATE TABLE ${schema}.actor_counts (
      actor_id text COLLATE "C" NOT NULL,
      type text COLLATE "C" NOT NULL,
      role text COLLATE "C" NOT NULL,
      events int NOT NULL,
      PRIMARY KEY (actor_id, type, role)
    )`,
    // Both directions are stored: those who take part in the same events, statements' targets included.
    `CREATE TABLE ${schema}.actor_pairs (
      actor_id text COLLATE "C" NOT NULL,
      other_id text COLLATE "C" NOT NULL,
      events int NOT NULL,
      PRIMARY KEY (actor_id, other_id)
    )`,
    // How many reports of each document name it.
    `CREATE TABLE ${schema}.actor_documents (
      actor_id text COLLATE "C" NOT NULL,
      published_at timestamptz NOT NULL,
      document_id text COLLATE "C" NOT NULL,
      n int NOT NULL,
      PRIMARY KEY (actor_id, published_at, document_id)
    )`,
    // One row an event that begins or ends an office; \`officesHeld\` makes terms of them.
    `CREATE TABLE ${schema}.offices (
      actor_id text COLLATE "C" NOT NULL,
      event_id text COLLATE "C" NOT NULL,
      office text,                  -- 'president'; null where no report says
      country text,
      begins boolean NOT NULL,
      edtf text NOT NULL,
      sort_date date NOT NULL,
      PRIMARY KEY (actor_id, event_id)
    )`,
  ]
}

/** Built after catching up. */
export function actorIndexes(schema: string): string[] {
  return [
    `CREATE INDEX actors_search ON ${schema}.actors USING gin (search public.gin_trgm_ops)`,
    `CREATE INDEX actors_rank ON ${schema}.actors (events DESC, actor_id)`,
    `CREATE INDEX actors_country ON ${schema}.actors (country, events DESC, actor_id)`,
    `CREATE INDEX actor_pairs_rank ON ${schema}.actor_pairs (actor_id, events DESC, other_id)`,
  ]
}
