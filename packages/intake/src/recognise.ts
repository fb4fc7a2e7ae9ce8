import { DocumentInput } from '@dateline/contract'
import type { Pool, PoolClient } from 'pg'
import { type DocumentKeys, keysOf } from './decide.ts'
import { parseDocument } from './parse-document.ts'

/** A document on its way, as any producer puts it on the queue; it need not parse. */
export interface Unread {
  source: string
  document: Record<string, unknown>
}

/**
 * Says of each whether it is, as intake would judge it now, a document that was erased: the document's id, or null. What
 * does not parse is recognised by those of its fields that do.
 */
export async function recogniseErased(
  db: Pick<Pool | PoolClient, 'query'>,
  unread: readonly Unread[],
): Promise<(string | null)[]> {
  const keys = unread.map(likelyKeys)
  const wanted = keys.flatMap((of) => [of?.identity, of?.text].filter((key) => key !== null && key !== undefined))
  if (wanted.length === 0) return unread.map(() => null)
  const { rows } = await db.query<{ key: string; document_id: string; erased: boolean }>(KNOWN, [wanted])
  const known = new Map(rows.map((row) => [row.key, row]))
  return keys.map((of) => {
    const found = known.get(of?.identity ?? '') ?? known.get(of?.text ?? '')
    return found?.erased ? found.document_id : null
  })
}

const KNOWN = `
SELECT k.key, k.document_id, EXISTS (
  SELECT FROM log.entries e
  WHERE e.stream = 'document-' || k.document_id AND e.data -> 'change' ->> 'kind' = 'document.erase'
) AS erased
FROM intake.keys k WHERE k.key = ANY ($1)`

/** Nothing is recognised by it, but it has to have one. */
const SOME_DAY = '1970-01-01'

const RECOGNISED_BY = ['externalId', 'url', 'body', 'html'] as const

function likelyKeys({ source, document }: Unread): (Omit<DocumentKeys, 'text'> & { text: string | null }) | null {
  const readable: Record<string, unknown> = { publishedAt: SOME_DAY }
  for (const name of RECOGNISED_BY) {
    const field = DocumentInput.shape[name].safeParse(document[name])
    if (field.success) readable[name] = field.data
  }
  const whole = parseDocument(readable)
  if (whole.ok) return keysOf(source, whole.document)
  const named = parseDocument({ ...readable, body: 'no text' })
  return named.ok ? { identity: keysOf(source, named.document).identity, text: null } : null
}
