import { type Kysely, sql } from 'kysely'

/**
 * Who is told of changes by webhook, how far each was told, and what came of it. A delivery keeps which changes it is
 * about and never what they say: that is read from the read tables whenever it is sent, so that what was erased is not
 * kept here.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema subscriptions`.execute(db)

  // (position, n): all changes up to there were delivered, or given up. Nothing that changes is indexed: updates stay HOT.
  await sql`
    create table subscriptions.subscriptions (
      number bigint generated always as identity primary key,
      id text collate "C" not null unique,
      url text not null,
      description text,
      filters json not null,
      created_at timestamptz not null default now(),
      state text not null default 'active',
      paused_because text,
      paused_at timestamptz,
      position bigint not null,
      n int not null,
      build_version int not null,   -- of the projection whose changes these are
      run int not null default 0,   -- how often it was told to begin anew
      pending text,                 -- the delivery in hand
      tries int not null default 0, -- of that one
      next_at timestamptz,          -- not before
      failing_since timestamptz,
      slow boolean not null default false,
      lease text,                   -- whoever sends for it now
      leased_until timestamptz,
      check (state in ('active', 'paused')),
      check (paused_because in ('asked', 'failing', 'gone')),
      check ((state = 'paused') = (paused_because is not null))
    ) with (fillfactor = 50)`.execute(db)

  // expires_at is null for the current one; a rotation sets it for the one before.
  await sql`
    create table subscriptions.secrets (
      id text primary key,
      subscription text collate "C" not null references subscriptions.subscriptions (id) on delete cascade,
      secret text not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz
    )`.execute(db)
  await sql`create index secrets_subscription on subscriptions.secrets (subscription)`.execute(db)
  await sql`
    create unique index secrets_current on subscriptions.secrets (subscription) where expires_at is null
  `.execute(db)

  await sql`
    create table subscriptions.deliveries (
      number bigint generated always as identity primary key,
      id text collate "C" not null unique,
      subscription text collate "C" not null references subscriptions.subscriptions (id) on delete cascade,
      kind text not null,
      first_position bigint,
      first_n int,
      last_position bigint,
      last_n int,
      changes int not null default 0,
      state text not null default 'pending',
      created_at timestamptz not null default now(),
      ended_at timestamptz,
      attempts jsonb not null default '[]',
      check (kind in ('changes', 'resync', 'test')),
      check (state in ('pending', 'delivered', 'dead', 'failed', 'superseded'))
    ) with (fillfactor = 80)`.execute(db)
  await sql`create index deliveries_log on subscriptions.deliveries (subscription, number desc)`.execute(db)
  await sql`
    create index deliveries_dead on subscriptions.deliveries (subscription, number desc) where state = 'dead'
  `.execute(db)
  await sql`create index deliveries_ended on subscriptions.deliveries (ended_at) where state <> 'dead'`.execute(db)
}
