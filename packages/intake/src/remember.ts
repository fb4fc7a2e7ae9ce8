import type { ClientBase } from 'pg'

export interface Learned {
  documents: { documentId: string; revision: number; textHash: string }[]
  keys: { key: string; documentId: string; revision: number }[]
}

/** A document's row moves to its newest revision; a key stays with the document that it first stood for. */
export async function remember(client: ClientBase, { documents, keys }: Learned): Promise<void> {
  if (documents.length > 0) {
    await client.query({
      name: 'intake.documents',
      text: DOCUMENTS,
      values: [
        documents.map(({ documentId }) => documentId),
        documents.map(({ revision }) => revision),
        documents.map(({ textHash }) => textHash),
      ],
    })
  }
  if (keys.length > 0) {
    await client.query({
      name: 'intake.keys',
      text: KEYS,
      values: [
        keys.map(({ key }) => key),
        keys.map(({ documentId }) => documentId),
        keys.map(({ revision }) => revision),
      ],
    })
  }
}

const DOCUMENTS = `
INSERT INTO intake.documents (document_id, revision, text_hash)
SELECT * FROM unnest($1::text[], $2::integer[], $3::text[])
ON CONFLICT (document_id) DO UPDATE SET revision = excluded.revision, text_hash = excluded.text_hash`

const KEYS = `
INSERT INTO intake.keys (key, document_id, revision)
SELECT * FROM unnest($1::text[], $2::text[], $3::integer[])
ON CONFLICT (key) DO NOTHING`
