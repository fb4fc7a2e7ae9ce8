import { type Kysely, sql } from 'kysely'

/**
 * What is still to be done, and what was given up. BullMQ keeps its own tables in the schema `bullmq` and migrates them
 * itself; these are ours, so that they outlive whatever store the queue has.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema queue`.execute(db)

  // The dispatcher's checkpoint in the log. Its row lock is the lease; nothing that changes is indexed.
  await sql`
    create table queue.dispatcher (
      only_row boolean primary key default true check (only_row),
      position bigint not null
    ) with (fillfactor = 10)`.execute(db)
  await sql`insert into queue.dispatcher (position) values (0)`.execute(db)

  // A document's newest revision without an annotation. queued_at is null until its job was put on the queue.
  await sql`
    create table queue.pending (
      document_id text primary key,
      revision integer not null,
      entry_id text not null,
      position bigint not null,
      attempt integer not null default 1,
      queued_at timestamptz,
      checked_at timestamptz
    ) with (fillfactor = 70)`.execute(db)
  await sql`create index pending_to_queue on queue.pending (position) where queued_at is null`.execute(db)
  await sql`create index pending_to_check on queue.pending (checked_at) where queued_at is not null`.execute(db)

  // The payload is json, not jsonb: a job is kept as it came, also where it holds what jsonb refuses (\u0000).
  await sql`
    create table queue.dead_letters (
      id text primary key,
      queue text not null,
      job_id text not null,
      document_id text,
      revision integer,
      payload json not null,
      error text not null,
      attempts integer not null,
      failed_at timestamptz not null,
      state text not null default 'open' check (state in ('open', 'retried', 'discarded')),
      resolved_at timestamptz
    )`.execute(db)
  await sql`create index dead_letters_by_state on queue.dead_letters (state, failed_at desc, id desc)`.execute(db)
}
