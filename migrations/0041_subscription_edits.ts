import { type Kysely, sql } from 'kysely'

/** What a subscription is may be changed while deliveries are on their way. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // edition: how often the filters were changed. A sender begins nothing by filters that hold no longer.
  await sql`alter table subscriptions.subscriptions add column edition int not null default 0`.execute(db)
  // What a delivery tells it was begun with; null: by the filters that the subscription has now.
  await sql`alter table subscriptions.deliveries add column filters json`.execute(db)
}
