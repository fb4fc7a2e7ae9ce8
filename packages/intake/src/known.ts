import type { ClientBase } from 'pg'

/** What intake has seen of a delivery's keys, as it stands while their locks are held. */
export interface Known {
  /** By key: which document, and at which of its revisions the key was new */
  keys: Map<string, { documentId: string; revision: number }>
  documents: Map<string, KnownDocument>
}

export interface KnownDocument {
  /** The newest one, and its text */
  revision: number
  textHash: string
  status: DocumentStatus
  /** Its words are to be gone: nothing more of it is taken */
  erased: boolean
}

/** How far the document has come, by its stream. */
export type DocumentStatus = 'queued' | 'done' | 'failed' | 'retracted'

/** Locks keys until the transaction ends, always in the same order, so that deliveries wait but never deadlock. */
export async function lockKeys(client: ClientBase, keys: readonly string[]): Promise<void> {
  await client.query({ name: 'intake.lock', text: LOCK, values: [[...keys].sort()] })
}

const LOCK = `
SELECT pg_advisory_xact_lock(hash) FROM (
  SELECT DISTINCT hashtextextended(key, 0) AS hash FROM unnest($1::text[]) AS key ORDER BY hash
) AS ordered`

/** The documents' rows are locked, too: several keys may lead to one document. */
export async function findKnown(client: ClientBase, keys: readonly string[]): Promise<Known> {
  const { rows } = await client.query<KnownRow>({ name: 'intake.known', text: KNOWN, values: [keys] })
  const known: Known = { keys: new Map(), documents: new Map() }
  for (const row of rows) {
    known.keys.set(row.key, { documentId: row.document_id, revision: row.key_revision })
    known.documents.set(row.document_id, {
      revision: row.revision,
      textHash: row.text_hash,
      status: row.erased || row.retracted ? 'retracted' : (STATUS[row.last_type] ?? 'done'),
      erased: row.erased,
    })
  }
  return known
}

interface KnownRow {
  key: string
  key_revision: number
  document_id: string
  revision: number
  text_hash: string
  last_type: string
  erased: boolean
  retracted: boolean
}

/** Any other entry is of an annotation. */
const STATUS: Readonly<Record<string, DocumentStatus>> = {
  'document.submitted': 'queued',
  'document.failed': 'failed',
}

const KNOWN = `
SELECT k.key, k.revision AS key_revision, d.document_id, d.revision, d.text_hash, (
  SELECT e.type FROM log.entries e
  WHERE e.stream = 'document-' || d.document_id AND e.type <> 'correction.made' ORDER BY e.version DESC LIMIT 1
) AS last_type, EXISTS (
  SELECT FROM log.entries e
  WHERE e.stream = 'document-' || d.document_id AND e.data -> 'change' ->> 'kind' = 'document.erase'
) AS erased, EXISTS (
  SELECT FROM log.entries e
  WHERE e.stream = 'document-' || d.document_id AND e.data -> 'change' ->> 'kind' = 'document.retract'
    AND NOT EXISTS (
      SELECT FROM log.entries u WHERE u.stream = e.stream AND u.data -> 'change' ->> 'correctionId' = e.id
    )
) AS retracted
FROM intake.keys k JOIN intake.documents d ON d.document_id = k.document_id
WHERE k.key = ANY ($1)
ORDER BY d.document_id
FOR UPDATE OF d`
