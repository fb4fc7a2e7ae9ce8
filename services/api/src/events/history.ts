import type { Entry, EventLog } from '@dateline/event-log'
import type { View } from '../http/reading.ts'

export interface Step {
  position: bigint
  change: 'reported' | 'created' | 'updated' | 'merged' | 'withdrawn'
  /** 'name version' of the engine; null: people said it */
  engine: string | null
}

/**
 * What made an event, in the order of the log: the entries that report it, and those that changed it without reporting
 * it (a revision that no longer says so, a merge). One more than the limit.
 */
export async function historyOf(
  { client, schema }: Pick<View, 'client' | 'schema'>,
  id: string,
  after: bigint,
  limit: number,
): Promise<Step[]> {
  const { rows } = await client.query<Step>(
    `select position, coalesce(max(change), 'reported') as change, max(engine) as engine
     from (
       select position, null as change, engine from ${schema}.reports where event_id = $1 and position > $2
       union all
       select position, (array_agg(change order by n desc))[1], null from ${schema}.events
       where event_id = $1 and position > $2 group by position
     ) as steps
     group by position order by position limit $3`,
    [id, after, limit],
  )
  return rows
}

export async function eventExists({ client, schema }: Pick<View, 'client' | 'schema'>, id: string): Promise<boolean> {
  const { rowCount } = await client.query(`select from ${schema}.events where event_id = $1 limit 1`, [id])
  return rowCount === 1
}

/** The entries at these positions, ascending, in as few reads as they have gaps. */
export async function entriesAt(
  log: Pick<EventLog, 'read'>,
  client: View['client'],
  positions: readonly bigint[],
): Promise<Map<bigint, Entry>> {
  const entries = new Map<bigint, Entry>()
  for (let from = 0; from < positions.length;) {
    const first = positions[from] ?? 0n
    let to = from + 1
    while (positions[to] === first + BigInt(to - from)) to += 1
    for (const entry of await log.read({ after: first - 1n, limit: to - from }, client))
      entries.set(entry.position, entry)
    from = to
  }
  return entries
}
