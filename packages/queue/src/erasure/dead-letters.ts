import { recogniseErased } from '@dateline/intake'
import type { Pool } from 'pg'
import { submissionIn, withoutWords } from './words.ts'

const PAGE = 100

/** In the place of an error, which may quote the text. */
const ERROR = 'the document was erased'

interface Row {
  id: string
  payload: unknown
}

/** Takes the words of erased documents out of the dead letters, closed ones too. */
export async function eraseFromLetters(pool: Pool, documentIds: readonly string[]): Promise<void> {
  await pool.query(`update queue.dead_letters set error = $2 where document_id = any ($1)`, [documentIds, ERROR])
  for (let after = ''; ;) {
    const { rows } = await pool.query<Row>(
      'select id, payload from queue.dead_letters where document_id is null and id > $1 order by id limit $2',
      [after, PAGE],
    )
    await eraseFrom(pool, rows)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.id
  }
}

/** The same for one that was just made: its document may have been erased before that. */
export function eraseFromLetter(pool: Pool, letter: Row): Promise<void> {
  return eraseFrom(pool, [letter])
}

async function eraseFrom(pool: Pool, rows: readonly Row[]): Promise<void> {
  const found = rows.flatMap(({ id, payload }) => {
    const submission = submissionIn(payload)
    return submission ? [{ id, submission }] : []
  })
  const documents = await recogniseErased(
    pool,
    found.map(({ submission }) => submission),
  )
  for (const [n, { id, submission }] of found.entries()) {
    const documentId = documents[n]
    if (!documentId) continue
    await pool.query('update queue.dead_letters set payload = $2, document_id = $3, error = $4 where id = $1', [
      id,
      JSON.stringify(withoutWords(submission, documentId)),
      documentId,
      ERROR,
    ])
  }
}
