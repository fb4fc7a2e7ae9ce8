import { type Kysely, sql } from 'kysely'

/**
 * Words may be taken out of entries, and out of nothing else: the digest that the chain was made with stays behind, and
 * the correction that ordered it carries the digest of what is left (docs/decisions/erasure.md).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE log.erasures (
      position bigint PRIMARY KEY,
      content bytea NOT NULL,      -- SHA-256 of what the entry said
      erased_at timestamptz NOT NULL DEFAULT now()
    )
  `.execute(db)
  await sql`DROP TRIGGER entries_are_immutable ON log.entries`.execute(db)
  await sql`
    CREATE TRIGGER entries_are_immutable BEFORE DELETE OR TRUNCATE ON log.entries
    EXECUTE FUNCTION log.refuse()
  `.execute(db)
  await sql`
    CREATE FUNCTION log.refuse_unless_erasing() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF coalesce(current_setting('log.erasing', true), '') <> 'on'
        OR to_jsonb(NEW) - 'data' <> to_jsonb(OLD) - 'data'
        OR NOT EXISTS (SELECT FROM log.erasures e WHERE e.position = OLD.position)
      THEN
        RAISE EXCEPTION 'entries of the log are never changed or removed; append a further entry that says otherwise';
      END IF;
      RETURN NEW;
    END $$
  `.execute(db)
  await sql`
    CREATE TRIGGER entries_are_only_erased BEFORE UPDATE ON log.entries
    FOR EACH ROW EXECUTE FUNCTION log.refuse_unless_erasing()
  `.execute(db)
}
