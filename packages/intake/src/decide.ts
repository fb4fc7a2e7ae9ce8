import { type DocumentSubmitted, SCHEMA_VERSION, derivedId, documentStream } from '@dateline/domain'
import type { Append } from '@dateline/event-log'
import type { DocumentStatus, Known } from './known.ts'
import type { ParsedDocument } from './parse-document.ts'
import type { Learned } from './remember.ts'

/** By what a document is recognised. */
export interface DocumentKeys {
  /** The source's own id, or else the address; null where there is neither */
  identity: string | null
  text: string
}

export function keysOf(source: string, { externalId, url, textHash }: ParsedDocument): DocumentKeys {
  return {
    identity:
      externalId !== null
        ? derivedId('intake.externalId', source, externalId)
        : url !== null
          ? derivedId('intake.url', source, url)
          : null,
    text: derivedId('intake.text', source, textHash),
  }
}

/** What was erased is not taken again. */
export interface Refusal {
  erased: string
}

export interface Decision {
  documentId: string
  revision: number
  duplicate: boolean
  status: DocumentStatus
  append: Append | null
}

/**
 * What a document is: known already, a new revision of a known one, or new. What is decided is entered into `known`, so
 * that the next document of the same delivery is judged by it, and into `learned`, to be stored.
 *
 * Who says which document it is (by id or address) is believed: it is a duplicate where the text is the current one of
 * that document, else its next revision, also where an earlier text comes back. Otherwise, and for a new id or address,
 * the text decides: from the same source the same text is the same document.
 */
export function decide(
  source: string,
  document: ParsedDocument,
  metadata: Record<string, unknown>,
  known: Known,
  learned: Learned,
): Decision | Refusal {
  const keys = keysOf(source, document)
  const named = keys.identity === null ? undefined : known.keys.get(keys.identity)
  const same = named ?? known.keys.get(keys.text)
  const current = same && known.documents.get(same.documentId)
  const learn = (key: string, documentId: string, revision: number) => {
    if (known.keys.has(key)) return
    known.keys.set(key, { documentId, revision })
    learned.keys.push({ key, documentId, revision })
  }

  if (current?.erased && same) return { erased: same.documentId }
  if (same && current && (named === undefined || current.textHash === document.textHash)) {
    if (keys.identity !== null) learn(keys.identity, same.documentId, current.revision)
    const revision = named === undefined ? same.revision : current.revision
    return { documentId: same.documentId, revision, duplicate: true, status: current.status, append: null }
  }

  const documentId = same?.documentId ?? derivedId('document', keys.identity ?? keys.text)
  const revision = (current?.revision ?? 0) + 1
  known.documents.set(documentId, { revision, textHash: document.textHash, status: 'queued', erased: false })
  learned.documents.push({ documentId, revision, textHash: document.textHash })
  for (const key of [keys.identity, keys.text]) if (key !== null) learn(key, documentId, revision)
  return {
    documentId,
    revision,
    duplicate: false,
    status: 'queued',
    append: appendOf(source, document, documentId, revision, metadata),
  }
}

function appendOf(
  source: string,
  document: ParsedDocument,
  documentId: string,
  revision: number,
  metadata: Record<string, unknown>,
): Append {
  const { body, textHash, ...rest } = document
  const data: DocumentSubmitted = { documentId, revision, source, ...rest, textHash, textLength: body.length }
  return {
    stream: documentStream(documentId),
    expected: revision === 1 ? 'none' : 'exists',
    entries: [
      {
        id: derivedId('document.submitted', documentId, revision),
        type: 'document.submitted',
        schemaVersion: SCHEMA_VERSION['document.submitted'],
        data,
        correlationId: documentId,
        metadata,
      },
    ],
    texts: [{ hash: textHash, body }],
  }
}
