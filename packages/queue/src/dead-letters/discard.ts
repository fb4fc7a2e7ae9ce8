import { getDeadLetter } from './list.ts'
import { type DeadLetter, type DeadLetterState, letterOf, type LetterRow, type Queryable } from './letter.ts'

export type Discarded =
  | { status: 'discarded'; letter: DeadLetter }
  | { status: 'notFound' }
  /** It was retried or discarded before */
  | { status: 'notOpen'; state: DeadLetterState }

/** Closes a dead letter without trying it again. A document that it is about stays failed. */
export async function discardDeadLetter(db: Queryable, id: string, now: Date): Promise<Discarded> {
  const { rows } = await db.query<LetterRow>(
    `update queue.dead_letters set state = 'discarded', resolved_at = $2 where id = $1 and state = 'open' returning *`,
    [id, now],
  )
  if (rows[0]) return { status: 'discarded', letter: letterOf(rows[0]) }
  const letter = await getDeadLetter(db, id)
  return letter ? { status: 'notOpen', state: letter.state } : { status: 'notFound' }
}
