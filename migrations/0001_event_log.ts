import { type Kysely, sql } from 'kysely'

/**
 * The event log. One row, `log.head`, hands out the positions: locked first and moved last in every append, so that
 * the order of positions is the order of commits and a hole can only be a loss.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE SCHEMA log`.execute(db)
  await sql`
    CREATE TABLE log.head (
      one boolean PRIMARY KEY DEFAULT true CHECK (one),
      position bigint NOT NULL,
      digest bytea NOT NULL,
      recorded_at timestamptz(3) NOT NULL
    ) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0)
  `.execute(db)
  await sql`INSERT INTO log.head VALUES (true, 0, sha256(''), 'epoch')`.execute(db)

  await sql`
    CREATE TABLE log.entries (
      position bigint PRIMARY KEY,
      recorded_at timestamptz(3) NOT NULL,
      version integer NOT NULL,
      schema_version integer NOT NULL,
      id text NOT NULL UNIQUE,
      stream text NOT NULL,
      type text NOT NULL,
      causation_id text,
      correlation_id text,
      data jsonb NOT NULL,
      metadata jsonb NOT NULL,
      digest bytea NOT NULL,
      UNIQUE (stream, version)
    )
  `.execute(db)
  await sql`CREATE INDEX entries_type ON log.entries (type, position)`.execute(db)
  await sql`
    CREATE TABLE log.texts (
      hash text PRIMARY KEY,
      body text,
      stored_at timestamptz NOT NULL DEFAULT now(),
      erased_at timestamptz,
      CHECK ((body IS NULL) = (erased_at IS NOT NULL))
    )
  `.execute(db)
  await keepImmutable(db)
  await createChain(db)
  await createAppend(db)
}

async function keepImmutable(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE FUNCTION log.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'entries of the log are never changed or removed; append a further entry that says otherwise';
    END $$
  `.execute(db)
  await sql`
    CREATE TRIGGER entries_are_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON log.entries
    EXECUTE FUNCTION log.refuse()
  `.execute(db)
}

/** An entry's digest is SHA-256 over the digest before it and its own link: what it says, and where it stands. */
async function createChain(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE FUNCTION log.content_digest(
      id text, stream text, type text, schema_version integer, causation_id text, correlation_id text, data jsonb,
      metadata jsonb
    ) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
      SELECT sha256(convert_to(
        jsonb_build_array(id, stream, type, schema_version, causation_id, correlation_id, data, metadata)::text, 'UTF8'
      ))
    $$
  `.execute(db)
  await sql`
    CREATE FUNCTION log.link(content bytea, "position" bigint, version integer, recorded_at timestamptz)
    RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
      SELECT content || int8send("position") || int4send(version) || timestamptz_send(recorded_at)
    $$
  `.execute(db)
  await sql`
    CREATE FUNCTION log.chain_step(digest bytea, seed bytea, link bytea) RETURNS bytea LANGUAGE plpgsql IMMUTABLE AS $$
    BEGIN
      RETURN sha256(coalesce(digest, seed) || link);
    END $$
  `.execute(db)
  await sql`
    CREATE AGGREGATE log.chain(seed bytea, link bytea) (SFUNC = log.chain_step, STYPE = bytea)
  `.execute(db)
}

async function createAppend(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TYPE log.given AS (
      n integer, i integer, id text, type text, schema_version integer, causation_id text, correlation_id text,
      data jsonb, metadata jsonb, content bytea
    )
  `.execute(db)
  // The planner settings: the plans are kept as long as the connection, from when the log was empty to when it is
  // large, and only the indexes are right at both times.
  await sql`
    CREATE FUNCTION log.append(appends jsonb, entries jsonb, texts jsonb, rounds integer)
    RETURNS TABLE (n integer, status text, positions text[], version integer)
    LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
    AS $$
    #variable_conflict use_column
    DECLARE
      given log.given[];
      last_position bigint;
      last_digest bytea;
      now_recorded timestamptz;
    BEGIN
      -- What needs no lock comes before it.
      given := ARRAY(
        SELECT ROW(e.n, e.i, e.id, e.type, e.schema_version, e.causation_id, e.correlation_id, e.data, e.metadata,
            log.content_digest(
              e.id, a.stream, e.type, e.schema_version, e.causation_id, e.correlation_id, e.data, e.metadata
            ))::log.given
        FROM jsonb_to_recordset(entries) AS e (
          n integer, i integer, id text, type text, schema_version integer, causation_id text, correlation_id text,
          data jsonb, metadata jsonb
        )
        JOIN jsonb_to_recordset(appends) AS a (n integer, stream text) ON a.n = e.n
      );
      PERFORM FROM log.head FOR UPDATE;
      FOR current_round IN 1 .. rounds LOOP
        SELECT
          h.position, h.digest, greatest(h.recorded_at, date_trunc('milliseconds', clock_timestamp()))
          INTO last_position, last_digest, now_recorded
          FROM log.head h;
        RETURN QUERY
        WITH asked AS MATERIALIZED (
          SELECT a.n, a.stream, a.expected, coalesce((
            SELECT e.version FROM log.entries e WHERE e.stream = a.stream ORDER BY e.version DESC LIMIT 1
          ), 0) AS actual
          FROM jsonb_to_recordset(appends) AS a (n integer, round integer, stream text, expected integer)
          WHERE a.round = current_round
        ),
        known AS MATERIALIZED (
          SELECT a.n, count(e.position) AS found, bool_and(e.stream IS NOT DISTINCT FROM a.stream) AS every,
            array_agg(e.position::text ORDER BY g.i) AS positions, max(e.version) AS version
          FROM unnest(given) AS g
          JOIN asked a ON a.n = g.n
          LEFT JOIN log.entries e ON e.id = g.id
          GROUP BY a.n
        ),
        judged AS MATERIALIZED (
          SELECT a.n, a.stream, a.actual, k.positions, k.version, CASE
            WHEN k.every THEN 'duplicate'
            WHEN k.found > 0 THEN 'conflict'
            -- -2: any, -1: exists, else just that
            WHEN a.expected = -2 OR a.expected = a.actual OR (a.expected = -1 AND a.actual > 0) THEN 'appended'
            ELSE 'conflict'
          END AS status
          FROM asked a JOIN known k ON k.n = a.n
        ),
        placed AS MATERIALIZED (
          SELECT g.*, j.stream, j.actual + g.i AS version,
            last_position + row_number() OVER (ORDER BY g.n, g.i) AS position
          FROM unnest(given) AS g JOIN judged j ON j.n = g.n AND j.status = 'appended'
        ),
        chained AS MATERIALIZED (
          SELECT p.*, log.chain(last_digest, log.link(p.content, p.position, p.version, now_recorded))
            OVER (ORDER BY p.position ROWS UNBOUNDED PRECEDING) AS digest
          FROM placed p
        ),
        inserted AS (
          INSERT INTO log.entries (
            position, recorded_at, version, schema_version, id, stream, type, causation_id, correlation_id, data,
            metadata, digest
          )
          SELECT c.position, now_recorded, c.version, c.schema_version, c.id, c.stream, c.type, c.causation_id,
            c.correlation_id, c.data, c.metadata, c.digest
          FROM chained c ORDER BY c.position
        ),
        stored AS (
          INSERT INTO log.texts (hash, body)
          SELECT DISTINCT ON (t.hash) t.hash, t.body
          FROM jsonb_to_recordset(texts) AS t (n integer, hash text, body text)
          JOIN judged j ON j.n = t.n AND j.status = 'appended'
          ORDER BY t.hash
          ON CONFLICT (hash) DO NOTHING
        ),
        moved AS (
          UPDATE log.head SET position = c.position, digest = c.digest, recorded_at = now_recorded
          FROM (SELECT position, digest FROM chained ORDER BY position DESC LIMIT 1) AS c
        )
        SELECT j.n, j.status,
          CASE j.status
            WHEN 'duplicate' THEN j.positions
            WHEN 'appended' THEN ARRAY(SELECT p.position::text FROM placed p WHERE p.n = j.n ORDER BY p.position)
          END,
          CASE j.status
            WHEN 'appended' THEN (SELECT max(p.version) FROM placed p WHERE p.n = j.n)
            WHEN 'duplicate' THEN j.version
            ELSE j.actual
          END
        FROM judged j;
      END LOOP;
    END $$
  `.execute(db)
}
