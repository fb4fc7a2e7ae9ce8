import { type DeadLetter, type DeadLetterState, letterOf, type LetterRow, type Queryable } from './letter.ts'

export interface ListDeadLetters {
  /** Default: `open` */
  state?: DeadLetterState | undefined
  limit: number
  /** Those after this one, in the list's order */
  after?: Pick<DeadLetter, 'id' | 'failedAt'> | undefined
}

/** Dead letters, the latest first. `failedAt` has whole milliseconds, so that a cursor made of it loses none. */
export async function listDeadLetters(
  db: Queryable,
  { state = 'open', limit, after }: ListDeadLetters,
): Promise<DeadLetter[]> {
  const { rows } = await db.query<LetterRow>(
    `select * from queue.dead_letters
     where state = $1 and ($2::timestamptz is null or (failed_at, id) < ($2, $3::text))
     order by failed_at desc, id desc limit $4`,
    [state, after?.failedAt ?? null, after?.id ?? null, limit],
  )
  return rows.map(letterOf)
}

export async function getDeadLetter(db: Queryable, id: string): Promise<DeadLetter | undefined> {
  const { rows } = await db.query<LetterRow>('select * from queue.dead_letters where id = $1', [id])
  return rows[0] && letterOf(rows[0])
}
