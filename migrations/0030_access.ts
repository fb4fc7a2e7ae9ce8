import { type Kysely, sql } from 'kysely'

/**
 * Who may ask and who may submit. A key is kept as its hash. A webhook secret is kept as it is, because the signature
 * of a delivery is an HMAC that only the secret itself can make again (docs/decisions/webhook-secrets.md).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema access`.execute(db)

  // A revoked key stays, so that what it did can still be told.
  await sql`
    create table access.keys (
      id text primary key,
      name text not null,
      hash bytea not null,
      scopes text[] not null,
      created_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz
    )`.execute(db)

  await sql`
    create table access.sources (
      name text primary key,
      created_at timestamptz not null,
      last_used_at timestamptz
    )`.execute(db)

  // expires_at is null for the current one; a rotation sets it for the one before.
  await sql`
    create table access.source_secrets (
      id text primary key,
      source text not null references access.sources (name) on delete cascade,
      secret text not null,
      created_at timestamptz not null,
      expires_at timestamptz
    )`.execute(db)
  await sql`create index source_secrets_source on access.source_secrets (source)`.execute(db)
  await sql`
    create unique index source_secrets_current on access.source_secrets (source) where expires_at is null
  `.execute(db)
}
