import type { ClientBase } from 'pg'
import { prepared } from '../shared/send.ts'
import type { DocumentState } from './document.ts'

/** What the table and the state call the same thing. */
const COLUMNS: readonly [column: string, type: string, field: keyof DocumentState][] = [
  ['document_id', 'text', 'documentId'],
  ['progress', 'text', 'status'],
  ['retracted_by', 'text', 'retractedBy'],
  ['source', 'text', 'source'],
  ['external_id', 'text', 'externalId'],
  ['url', 'text', 'url'],
  ['title', 'text', 'title'],
  ['lang', 'text', 'lang'],
  ['authors', 'text[]', 'authors'],
  ['published_at', 'timestamptz', 'publishedAt'],
  ['published', 'text', 'published'],
  ['revision', 'int', 'revision'],
  ['text_hash', 'text', 'textHash'],
  ['text_length', 'int', 'textLength'],
  ['submitted_at', 'timestamptz', 'submittedAt'],
  ['updated_at', 'timestamptz', 'updatedAt'],
  ['annotated_revision', 'int', 'annotatedRevision'],
  ['annotation_position', 'bigint', 'annotationPosition'],
  ['annotated_at', 'timestamptz', 'annotatedAt'],
  ['annotated_hash', 'text', 'annotatedHash'],
  ['engine', 'text', 'engine'],
  ['event_count', 'int', 'eventCount'],
  ['error', 'text', 'error'],
  ['attempts', 'int', 'attempts'],
  ['failed_at', 'timestamptz', 'failedAt'],
]

type StoredDocument = Omit<
  DocumentState,
  'publishedAt' | 'submittedAt' | 'updatedAt' | 'annotatedAt' | 'failedAt' | 'annotationPosition' | 'revisions' | 'open'
> & {
  publishedAt: Date
  submittedAt: Date
  updatedAt: Date
  annotatedAt: Date | null
  failedAt: Date | null
  annotationPosition: bigint | null
  revisions: string
  open: string | null
}

const SELECTED = COLUMNS.map(([column, , field]) => `${column} AS "${field}"`).join(', ')

export async function loadDocuments(
  client: ClientBase,
  schema: string,
  ids: readonly string[],
): Promise<Map<string, DocumentState>> {
  if (ids.length === 0) return new Map()
  const text = `SELECT ${SELECTED}, revisions, open FROM ${schema}.documents WHERE document_id = ANY ($1)`
  const { rows } = await client.query<StoredDocument>(prepared(client, `read ${schema}.documents`, text, [ids]))
  return new Map(rows.map((row) => [row.documentId, stateOf(row)]))
}

function stateOf(row: StoredDocument): DocumentState {
  return {
    ...row,
    publishedAt: row.publishedAt.toISOString(),
    submittedAt: row.submittedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    annotatedAt: row.annotatedAt?.toISOString() ?? null,
    failedAt: row.failedAt?.toISOString() ?? null,
    annotationPosition: row.annotationPosition === null ? null : String(row.annotationPosition),
    revisions: JSON.parse(row.revisions) as DocumentState['revisions'],
    open: row.open === null ? null : (JSON.parse(row.open) as DocumentState['open']),
  }
}

const NAMES = [...COLUMNS.map(([column]) => column), 'status', 'revisions', 'open']
const UPSERTED = NAMES.filter((name) => name !== 'document_id').map((name) => `${name} = excluded.${name}`)

/** Documents as JSON, to be written. */
export function documentRows(documents: readonly DocumentState[]): string[] {
  return documents.map((document) => {
    const row: Record<string, unknown> = {}
    for (const [column, , field] of COLUMNS) row[column] = document[field]
    row['status'] = document.retractedBy === null ? document.status : 'retracted'
    row['revisions'] = JSON.stringify(document.revisions)
    row['open'] = document.open && JSON.stringify(document.open)
    return JSON.stringify(row)
  })
}

export async function writeDocuments(client: ClientBase, schema: string, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return
  await client.query({
    name: `write ${schema}.documents`,
    text: `INSERT INTO ${schema}.documents (${NAMES.join(', ')})
     SELECT ${NAMES.join(', ')}
     FROM json_to_recordset($1::json) AS x (
       ${COLUMNS.map(([column, type]) => `${column} ${type}`).join(', ')}, status text, revisions text, open text)
     ON CONFLICT (document_id) DO UPDATE SET ${UPSERTED.join(', ')}`,
    values: [`[${rows.join(',')}]`],
  })
}
