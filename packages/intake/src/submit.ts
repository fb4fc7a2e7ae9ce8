import { createHash } from 'node:crypto'
import type { Issue } from '@dateline/contract'
import { derivedId } from '@dateline/domain'
import type { EventLog } from '@dateline/event-log'
import { inTransaction } from '@dateline/platform'
import type { Pool, PoolClient } from 'pg'
import { type Decision, decide, keysOf } from './decide.ts'
import { findDelivery, rememberDelivery } from './delivery.ts'
import { type DocumentStatus, findKnown, lockKeys } from './known.ts'
import { type ParsedDocument, parseDocument } from './parse-document.ts'
import { type Learned, remember } from './remember.ts'

export interface Delivery {
  source: string
  /** The sender's id of this delivery (`webhook-id`): the same one again is answered the same */
  deliveryId?: string | undefined
  /** As they came; what does not parse is refused by itself */
  documents: readonly unknown[]
}

/** A document's fate, by its index in the delivery. */
export type ItemResult =
  | {
      outcome: 'taken'
      index: number
      id: string
      revision: number
      /** It was in the log before */
      duplicate: boolean
      status: DocumentStatus
    }
  | {
      outcome: 'refused'
      index: number
      errors: Issue[]
      /** The document that it is, if that was erased */
      erased?: string
    }

export type Submission =
  | { status: 'answered'; results: ItemResult[] }
  /** The delivery's id came before with other documents; nothing was taken */
  | { status: 'deliveryConflict' }

export interface IntakeDeps {
  pool: Pool
  log: EventLog
}

/** Durable in the log when it answers. */
export type SubmitDocuments = (delivery: Delivery) => Promise<Submission>

/**
 * Takes a delivery's documents into the log, in one transaction: each new text, `document.submitted`, and by what they
 * will be recognised.
 */
export async function submitDocuments({ pool, log }: IntakeDeps, delivery: Delivery): Promise<Submission> {
  const parsed = delivery.documents.map(parseDocument)
  const documents = parsed.flatMap((result) => (result.ok ? [result.document] : []))
  const appended = { any: false }
  const submission = await inTransaction(pool, async (client): Promise<Submission> => {
    const { source, deliveryId } = delivery
    const deliveryKey = deliveryId === undefined ? null : derivedId('intake.delivery', source, deliveryId)
    const bodyHash = deliveryKey === null ? '' : hashOf(delivery.documents)
    const keys = documentKeys(source, documents)
    await lockKeys(client, deliveryKey === null ? keys : [deliveryKey, ...keys])
    if (deliveryKey !== null) {
      const before = await findDelivery(client, deliveryKey, bodyHash)
      if (before.status === 'conflict') return { status: 'deliveryConflict' }
      if (before.status === 'replay') return { status: 'answered', results: before.results.map(asDuplicate) }
    }
    const known = await findKnown(client, keys)
    const learned: Learned = { documents: [], keys: [] }
    const metadata = deliveryId === undefined ? {} : { deliveryId }
    const decisions: Decision[] = []
    const results = parsed.map((result, index): ItemResult => {
      if (!result.ok) return { outcome: 'refused', index, errors: result.errors }
      const decision = decide(source, result.document, metadata, known, learned)
      if ('erased' in decision) {
        const { erased } = decision
        return { outcome: 'refused', index, errors: [erasedIssue(erased)], erased }
      }
      decisions.push(decision)
      const { documentId, revision, duplicate, status } = decision
      return { outcome: 'taken', index, id: documentId, revision, duplicate, status }
    })
    await remember(client, newest(learned))
    if (deliveryKey !== null && decisions.length > 0) await rememberDelivery(client, deliveryKey, bodyHash, results)
    appended.any = await append(log, client, decisions)
    return { status: 'answered', results }
  })
  if (appended.any) log.wake()
  return submission
}

function erasedIssue(documentId: string): Issue {
  return { pointer: '', message: `is document ${documentId}, which was erased: it is not taken again` }
}

function documentKeys(source: string, documents: readonly ParsedDocument[]): string[] {
  return documents.flatMap((document) => {
    const { identity, text } = keysOf(source, document)
    return identity === null ? [text] : [identity, text]
  })
}

/** A delivery may hold several revisions of one document. */
function newest({ documents, keys }: Learned): Learned {
  return { documents: [...new Map(documents.map((document) => [document.documentId, document])).values()], keys }
}

/** Last, as it takes the log's lock. */
async function append(log: EventLog, client: PoolClient, decisions: readonly Decision[]): Promise<boolean> {
  const appends = decisions.flatMap(({ append }) => append ?? [])
  if (appends.length === 0) return false
  for (const [n, result] of (await log.appendIn(client, appends)).entries()) {
    if (result.status !== 'appended') {
      throw new Error(`intake and the log disagree about ${appends[n]?.stream}: ${JSON.stringify(result, bigintText)}`)
    }
  }
  return true
}

function bigintText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

function asDuplicate(result: ItemResult): ItemResult {
  return result.outcome === 'taken' ? { ...result, duplicate: true } : result
}

function hashOf(documents: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(documents)).digest('hex')
}
