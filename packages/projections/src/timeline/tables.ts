import { SPAN } from './terms.ts'

/**
 * Events as the timeline shows them: one row a version of an event, so that the past can be asked for.
 *
 * - An event as it is now is the row with `until IS NULL`; the view `timeline` holds those that are still events
 *   (neither withdrawn nor merged into another).
 * - An event as it was at position P: `position <= P AND (until IS NULL OR until > P)`, and `gone IS NULL`. A list that
 *   is walked with cursors pins P at its first page, so that documents which arrive meanwhile change nothing in it.
 * - `(position, n)` is the feed of changes: each row is one change, `position` that of the entry that made it, `n` its
 *   number among the changes of that entry. A row with `until = position` was replaced within the same entry.
 * - `(sort_date, event_id)` is the total order of the timeline, undated events included.
 * - `fts` is `to_tsvector('english', fold(…))`: fold the words of a query with `foldText` too.
 */
export function timelineTables(schema: string): string[] {
  return [
    `CREATE TABLE ${schema}.events (
      position bigint NOT NULL,
      n int NOT NULL,
      until bigint,
      event_id text COLLATE "C" NOT NULL,
      change text NOT NULL,        -- created | updated | merged | withdrawn
      gone text,                   -- null | withdrawn | merged
      moved_to text COLLATE "C",   -- the event that a merged one went into
      reason text,                 -- why it is gone
      type text NOT NULL,
      realis text NOT NULL,
      edtf text NOT NULL,          -- 'unknown': undated
      dated boolean NOT NULL,      -- edtf <> 'unknown'
      earliest date,               -- null: open or unknown side
      latest date,
      sort_date date NOT NULL,     -- earliest, else latest, else the day of its first report
      countries text[] NOT NULL,   -- ISO 3166-1 alpha-2, of the place, of the participants, of what a statement is about
      places text[] NOT NULL,      -- the place's id and those that contain it
      actors text[] NOT NULL,      -- ids of participants, distinct
      roles text[] NOT NULL,       -- roles of participants, distinct
      actor_roles text[] NOT NULL, -- 'role actorId': 'winner person:jane-doe'
      sources text[] NOT NULL,     -- names of the sources
      source_count int NOT NULL,   -- independent ones: copies of one text count once
      document_count int NOT NULL,
      confidence real NOT NULL,
      first_reported timestamptz NOT NULL,
      last_reported timestamptz NOT NULL,
      fts tsvector NOT NULL,
      terms int[] NOT NULL,        -- hashes of what it is found by, with its year: see terms.ts
      words int[] NOT NULL,        -- hashes of the lexemes of fts, with its year
      body text NOT NULL,          -- the event's JSON as lists show it, one piece of evidence
      statement text,              -- of type statement: its JSON as the register of statements shows it
      PRIMARY KEY (position, n)
    )`,
    `CREATE UNIQUE INDEX events_now ON ${schema}.events (event_id) WHERE until IS NULL`,
    `CREATE VIEW ${schema}.timeline AS SELECT * FROM ${schema}.events WHERE until IS NULL AND gone IS NULL`,
    // What each document says of each event. A report counts at position P where since <= P < until.
    `CREATE TABLE ${schema}.reports (
      entry_id text COLLATE "C" NOT NULL,
      since bigint NOT NULL,
      until bigint,
      event_id text COLLATE "C",   -- that it is shown with; null: its document is retracted
      cluster_id text COLLATE "C" NOT NULL, -- that identity holds it to be of: another one where it was corrected
      document_id text COLLATE "C" NOT NULL,
      position bigint NOT NULL,    -- of its entry
      revision int NOT NULL,
      ordinal int NOT NULL,
      engine text NOT NULL,        -- 'name version'
      source text NOT NULL,
      actors text[] NOT NULL,      -- whom it names, by its own ids
      published_at timestamptz NOT NULL,
      report text NOT NULL,        -- what identity and merging read, JSON
      evidence text NOT NULL,      -- its pieces of evidence as the single view shows them, a JSON array
      why text NOT NULL,           -- why it is held to be of its cluster, and not of others: { points, reasons, refused }, JSON
      PRIMARY KEY (entry_id, since)
    )`,
    `CREATE INDEX reports_event ON ${schema}.reports (event_id, position)`,
    `CREATE INDEX reports_cluster ON ${schema}.reports (cluster_id, position) WHERE cluster_id IS DISTINCT FROM event_id`,
    `CREATE INDEX reports_document ON ${schema}.reports (document_id, position)`,
    // Where identity looks for events that a report may belong to.
    `CREATE TABLE ${schema}.event_keys (
      key text COLLATE "C" NOT NULL,
      event_id text COLLATE "C" NOT NULL,
      PRIMARY KEY (key, event_id)
    )`,
  ]
}

/** Built after catching up. */
export function timelineIndexes(schema: string): string[] {
  const now = 'WHERE until IS NULL AND gone IS NULL'
  return [
    `CREATE INDEX events_order ON ${schema}.events (sort_date, event_id) ${now}`,
    // All that are there are counted by: the table, of so wide rows, would take ten times as long.
    `CREATE INDEX events_counted ON ${schema}.events (type, realis, dated, sort_date) ${now}`,
    `CREATE INDEX events_past_order ON ${schema}.events (sort_date, event_id, position)`,
    `CREATE INDEX events_history ON ${schema}.events (event_id, position, n)`,
    `CREATE INDEX events_terms ON ${schema}.events USING gin (terms, words) WHERE gone IS NULL`,
    `CREATE INDEX events_span ON ${schema}.events (${SPAN}, sort_date, event_id) WHERE gone IS NULL AND ${SPAN} IS NOT NULL`,
    `CREATE INDEX reports_actors ON ${schema}.reports USING gin (actors)`,
  ]
}
