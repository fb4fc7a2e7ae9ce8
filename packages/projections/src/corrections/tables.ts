/**
 * Corrections as they were made: what the fold has to know of the past to read on. One that was taken back stays, with
 * the position of the entry that took it back.
 */
export function correctionTables(schema: string): string[] {
  return [
    `CREATE TABLE ${schema}.corrections (
      correction_id text COLLATE "C" PRIMARY KEY,
      position bigint NOT NULL,
      kind text NOT NULL,
      subjects text[] NOT NULL,    -- ids of events, actors and documents that it concerns
      change text NOT NULL,        -- JSON, as the log has it
      reason text NOT NULL,
      undone bigint
    )`,
    `CREATE INDEX corrections_subjects ON ${schema}.corrections USING gin (subjects) WHERE undone IS NULL`,
  ]
}
