import { type Kysely, sql } from 'kysely'

/** By this index the oldest deliveries are found, which each new one makes room for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX deliveries_by_age ON intake.deliveries (received_at)`.execute(db)
}
