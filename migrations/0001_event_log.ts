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
        jsonb_build_array(id, stream, type, schema_version, causation_id, correlation_id)::text || data::text
          || metadata::text, 'UTF8'
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
      n integer, i integer, id text, stream text, type text, schema_version integer, causation_id text,
      correlation_id text, data jsonb, metadata jsonb, content bytea
    )
  `.execute(db)
  await sql`
    CREATE TYPE log.verdict AS (
      n integer, status text, actual integer, version integer, first_position bigint, positions text[]
    )
  `.execute(db)
  // Appends are numbered from 0 and go in rounds, which never fall. A round is judged by what stands before it.
  //
  // The planner settings: plans are kept as long as the connection, from when the log was empty to when it is large,
  // and only the indexes are right at both times. Rows that are at hand already are found by subscript.
  await sql`
    CREATE FUNCTION log.append(appends jsonb, entries jsonb, texts jsonb)
    RETURNS SETOF log.verdict
    LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_mergejoin = off
    AS $$
    DECLARE
      given log.given[];
      verdicts log.verdict[];
      firsts bigint[];
      bases integer[];
      rounds integer[];
      from_n integer;
      last_n integer;
      last_position bigint;
      last_digest bytea;
      now_recorded timestamptz;
    BEGIN
      -- What needs no lock comes before it.
      given := ARRAY(
        SELECT ROW(
          e.n, e.i, e.id, a.stream, e.type, e.schema_version, e.causation_id, e.correlation_id, e.data, e.metadata,
          log.content_digest(
            e.id, a.stream, e.type, e.schema_version, e.causation_id, e.correlation_id, e.data, e.metadata
          )
        )::log.given
        FROM jsonb_to_recordset(entries) AS e (
          n integer, i integer, id text, type text, schema_version integer, causation_id text, correlation_id text,
          data jsonb, metadata jsonb
        )
        JOIN jsonb_to_recordset(appends) AS a (n integer, stream text) ON a.n = e.n
      );
      rounds := ARRAY(
        SELECT min(a.n) FROM jsonb_to_recordset(appends) AS a (n integer, round integer) GROUP BY a.round ORDER BY 1
      );
      PERFORM FROM log.head FOR UPDATE;
      FOR r IN 1 .. cardinality(rounds) LOOP
        from_n := rounds[r];
        last_n := coalesce(rounds[r + 1], jsonb_array_length(appends)) - 1;
        SELECT h.position, h.digest, greatest(h.recorded_at, date_trunc('milliseconds', clock_timestamp()))
          INTO last_position, last_digest, now_recorded
          FROM log.head h;

        verdicts := ARRAY(
          WITH known AS MATERIALIZED (
            SELECT g.n, count(*) AS found, bool_and(e.stream = g.stream) AS here, max(e.version) AS version,
              array_agg(e.position::text ORDER BY g.i) AS positions
            FROM unnest(given) AS g
            CROSS JOIN LATERAL (
              SELECT e.position, e.stream, e.version FROM log.entries e WHERE e.id = g.id LIMIT 1
            ) AS e
            WHERE g.n BETWEEN from_n AND last_n
            GROUP BY g.n
          ),
          judged AS (
            SELECT a.n, a.entries, s.actual, k.version, k.positions, CASE
              WHEN k.found = a.entries AND k.here THEN 'duplicate'
              WHEN k.found > 0 THEN 'conflict'
              -- -2: any, -1: exists, else just that
              WHEN a.expected = -2 OR a.expected = s.actual OR (a.expected = -1 AND s.actual > 0) THEN 'appended'
              ELSE 'conflict'
            END AS status
            FROM jsonb_to_recordset(appends) AS a (n integer, stream text, expected integer, entries integer)
            CROSS JOIN LATERAL (
              SELECT coalesce((
                SELECT e.version FROM log.entries e WHERE e.stream = a.stream ORDER BY e.version DESC LIMIT 1
              ), 0) AS actual
              -- Keeps it one look-up, however often it is used.
              OFFSET 0
            ) AS s
            LEFT JOIN known k ON k.n = a.n
            WHERE a.n BETWEEN from_n AND last_n
          )
          SELECT ROW(
            j.n, j.status, j.actual, CASE j.status WHEN 'appended' THEN j.actual + j.entries ELSE j.version END,
            last_position + 1 + coalesce(
              sum(j.entries) FILTER (WHERE j.status = 'appended')
                OVER (ORDER BY j.n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0
            ),
            j.positions
          )::log.verdict
          FROM judged j ORDER BY j.n
        );
        SELECT
          array_agg(CASE v.status WHEN 'appended' THEN v.first_position ELSE 0 END ORDER BY v.n),
          array_agg(v.actual ORDER BY v.n)
          INTO firsts, bases
          FROM unnest(verdicts) AS v;

        WITH placed AS (
          SELECT g.*, firsts[g.n - from_n + 1] + g.i - 1 AS position, bases[g.n - from_n + 1] + g.i AS version
          FROM unnest(given) AS g
          WHERE g.n BETWEEN from_n AND last_n AND firsts[g.n - from_n + 1] > 0
        ),
        inserted AS (
          INSERT INTO log.entries AS e (
            position, recorded_at, version, schema_version, id, stream, type, causation_id, correlation_id, data,
            metadata, digest
          )
          SELECT p.position, now_recorded, p.version, p.schema_version, p.id, p.stream, p.type, p.causation_id,
            p.correlation_id, p.data, p.metadata,
            log.chain(last_digest, log.link(p.content, p.position, p.version, now_recorded))
              OVER (ORDER BY p.position ROWS UNBOUNDED PRECEDING)
          FROM placed p
          RETURNING e.position, e.digest
        )
        UPDATE log.head AS h SET position = l.position, digest = l.digest, recorded_at = now_recorded
        FROM (SELECT i.position, i.digest FROM inserted i ORDER BY i.position DESC LIMIT 1) AS l;

        IF jsonb_array_length(texts) > 0 THEN
          INSERT INTO log.texts (hash, body)
          SELECT DISTINCT ON (t.hash) t.hash, t.body
          FROM jsonb_to_recordset(texts) AS t (n integer, hash text, body text)
          WHERE t.n BETWEEN from_n AND last_n AND firsts[t.n - from_n + 1] > 0
          ORDER BY t.hash
          ON CONFLICT (hash) DO NOTHING;
        END IF;

        RETURN QUERY SELECT v.* FROM unnest(verdicts) AS v;
      END LOOP;
    END $$
  `.execute(db)
}
