import { type Kysely, sql } from 'kysely'

/**
 * What the projections' engine keeps: builds (each in a schema of its own), where each stands, which one serves, and
 * the entries that could not be folded. The read tables themselves are made by the engine, a schema a build.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE SCHEMA projections`.execute(db)
  await sql`CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public`.execute(db)
  await sql`
    CREATE TABLE projections.builds (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      projection text NOT NULL,
      version int NOT NULL,
      schema_name text,
      state text NOT NULL,
      activate text NOT NULL,
      dry_run boolean NOT NULL DEFAULT false,
      started_at timestamptz NOT NULL DEFAULT now(),
      caught_up_at timestamptz,
      activated_at timestamptz,
      ended_at timestamptz,
      error text,
      report jsonb,
      CHECK (state IN ('running', 'caughtUp', 'active', 'retired', 'done', 'cancelled', 'failed')),
      CHECK (activate IN ('auto', 'manual'))
    )`.execute(db)
  // At most one serves, and at most one is on its way.
  await sql`CREATE UNIQUE INDEX builds_active ON projections.builds (projection) WHERE state = 'active'`.execute(db)
  await sql`
    CREATE UNIQUE INDEX builds_underway ON projections.builds (projection) WHERE state IN ('running', 'caughtUp')
  `.execute(db)
  // Locked FOR UPDATE SKIP LOCKED, a row is the lease. Nothing that changes is indexed: updates stay HOT.
  await sql`
    CREATE TABLE projections.checkpoints (
      build_id bigint PRIMARY KEY REFERENCES projections.builds (id),
      position bigint NOT NULL DEFAULT 0,
      updated_at timestamptz NOT NULL DEFAULT now(),
      rate real
    ) WITH (fillfactor = 10)`.execute(db)
  await sql`
    CREATE TABLE projections.parked (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      projection text NOT NULL,
      build_id bigint NOT NULL REFERENCES projections.builds (id),
      position bigint NOT NULL,
      entry_id text NOT NULL,
      type text NOT NULL,
      stream text NOT NULL,
      state text NOT NULL,
      error text,
      attempts int NOT NULL DEFAULT 1,
      parked_at timestamptz NOT NULL DEFAULT now(),
      ended_at timestamptz,
      CHECK (state IN ('parked', 'behind', 'released', 'folded', 'discarded')),
      UNIQUE (build_id, position)
    )`.execute(db)
  await sql`
    CREATE INDEX parked_open ON projections.parked (build_id, stream, position)
    WHERE state IN ('parked', 'behind', 'released')`.execute(db)
}
