import { type Kysely, sql } from 'kysely'

/**
 * By what intake recognises what it has seen: the source's own id or address of a document, a text, a delivery. All of
 * it says again what the log says (deliveries apart), in a form that can be asked and locked.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE SCHEMA intake`.execute(db)
  await sql`
    CREATE TABLE intake.documents (
      document_id text PRIMARY KEY,
      revision integer NOT NULL,
      text_hash text NOT NULL
    )
  `.execute(db)
  // A key is derived from source, kind and value, so that it has one length, however long the value.
  await sql`
    CREATE TABLE intake.keys (
      key text PRIMARY KEY,
      document_id text NOT NULL REFERENCES intake.documents,
      revision integer NOT NULL
    )
  `.execute(db)
  await sql`
    CREATE TABLE intake.deliveries (
      key text PRIMARY KEY,
      body_hash text NOT NULL,
      results jsonb NOT NULL,
      received_at timestamptz NOT NULL DEFAULT now()
    )
  `.execute(db)
}
