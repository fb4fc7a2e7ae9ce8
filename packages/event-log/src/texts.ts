import type { Queryable, StoredText } from './types.ts'

export async function getText(db: Queryable, hash: string): Promise<StoredText> {
  const { rows } = await db.query<{ body: string | null; erased_at: Date | null }>({
    name: 'log.text',
    text: 'SELECT body, erased_at FROM log.texts WHERE hash = $1',
    values: [hash],
  })
  const row = rows[0]
  if (row === undefined) return { status: 'missing' }
  if (row.body !== null) return { status: 'found', body: row.body }
  return { status: 'erased', erasedAt: row.erased_at ?? new Date(0) }
}

export async function getTexts(db: Queryable, hashes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ hash: string; body: string }>({
    name: 'log.texts',
    text: 'SELECT hash, body FROM log.texts WHERE hash = ANY ($1) AND body IS NOT NULL',
    values: [hashes],
  })
  return new Map(rows.map(({ hash, body }) => [hash, body]))
}

export async function eraseText(db: Queryable, hash: string): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'log.erase_text',
    text: 'UPDATE log.texts SET body = NULL, erased_at = coalesce(erased_at, now()) WHERE hash = $1',
    values: [hash],
  })
  return rowCount === 1
}
