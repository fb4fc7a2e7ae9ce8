/**
 * A row a document: where it stands. Its events are the rows of `reports` with its id; its text lies in the log under
 * `text_hash`; its current annotation is the entry at `annotation_position`.
 */
export function documentTables(schema: string): string[] {
  return [
    `CREATE TABLE ${schema}.documents (
      document_id text COLLATE "C" PRIMARY KEY,
      status text NOT NULL,         -- queued | done | failed | retracted; done: its events are in the tables too
      progress text NOT NULL,       -- the same, as if it were not retracted
      retracted_by text,            -- the correction by which nothing that it says counts
      source text NOT NULL,
      external_id text,
      url text,
      title text,
      lang text,
      authors text[] NOT NULL,
      published_at timestamptz NOT NULL,
      published text NOT NULL,      -- as submitted: a date or an instant
      revision int NOT NULL,        -- the newest
      text_hash text NOT NULL,      -- of the newest revision
      text_length int NOT NULL,     -- UTF-16 code units
      submitted_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL,
      annotated_revision int,       -- the revision that the events are from; null: none yet
      annotation_position bigint,   -- of its document.annotated
      annotated_at timestamptz,
      annotated_hash text,          -- the text that the annotation's offsets are into
      engine text,                  -- 'name version'
      event_count int NOT NULL,     -- of the current annotation
      error text,                   -- why the newest revision failed
      attempts int,
      failed_at timestamptz,
      -- [{"revision", "submittedAt", "publishedAt", "title", "url", "textHash", "textLength"}]
      revisions text NOT NULL,
      -- what the fold has still to read of an annotation: {"through", "country"}
      open text
    )`,
  ]
}

/** Built after catching up. */
export function documentIndexes(schema: string): string[] {
  return [
    `CREATE INDEX documents_source ON ${schema}.documents (source, submitted_at, document_id)`,
    `CREATE INDEX documents_status ON ${schema}.documents (status, submitted_at, document_id)`,
  ]
}
