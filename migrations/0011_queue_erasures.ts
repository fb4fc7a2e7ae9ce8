import { type Kysely, sql } from 'kysely'

/**
 * Documents that were erased, and whose words may still be in jobs and dead letters (docs/decisions/erasure.md): the
 * dispatcher notes what it reads in the log and takes them off when it has looked. Those of before this are looked for,
 * too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table queue.to_erase (document_id text primary key)`.execute(db)
  await sql`
    insert into queue.to_erase
    select distinct data -> 'change' ->> 'documentId' from log.entries
    where type = 'correction.made' and data -> 'change' ->> 'kind' = 'document.erase'`.execute(db)
}
