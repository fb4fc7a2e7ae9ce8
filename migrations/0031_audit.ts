import { type Kysely, sql } from 'kysely'

/** What was done by whom to what the service runs on, and keys that are rotated (docs/decisions/audit.md). */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The status is null until the act has ended: whoever did what broke off half way is seen too.
  await sql`
    create table access.acts (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      key_id text not null,
      key_name text not null,
      action text not null,
      target jsonb not null,
      detail jsonb,
      request_id text not null,
      address text not null,
      status int
    )`.execute(db)

  // Null until it is rotated: then it holds for a while beside the one that takes its place.
  await sql`alter table access.keys add column expires_at timestamptz`.execute(db)
}
