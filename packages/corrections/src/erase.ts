import { type Change, type CorrectionMade, type DocumentSubmitted, documentStream } from '@dateline/domain'
import type { Entry } from '@dateline/event-log'
import { inTransaction } from '@dateline/platform'
import type { PoolClient } from 'pg'
import { correctionEntry } from './entry.ts'
import { eventsOfReports, isTextShared } from './targets.ts'
import type { CorrectionDeps, CorrectionResult } from './types.ts'
import { withoutWords } from './words.ts'

export interface ErasedDocument {
  documentId: string
  /** Of its stream, as just read */
  entries: readonly Entry[]
  /** Of the correction */
  id: string
  made: (change: Change) => CorrectionMade
}

/**
 * Takes the document's text out of the log, and its words out of every entry of its stream, and appends the correction
 * that says so: one transaction. `raced`: the stream has grown since it was read, nothing was done.
 */
export async function eraseDocument(
  { pool, log }: CorrectionDeps,
  { documentId, entries, id, made }: ErasedDocument,
): Promise<CorrectionResult | 'raced'> {
  const hashes = new Set(
    entries.flatMap(({ type, data }) => (type === 'document.submitted' ? [(data as DocumentSubmitted).textHash] : [])),
  )
  const texts: string[] = []
  for (const hash of hashes) if (!(await isTextShared(pool, hash, documentId))) texts.push(hash)
  const events = await eventsOfReports(pool, documentId)
  const left = entries.flatMap((entry) => {
    const data = withoutWords(entry, (entryId) => events.get(entryId) ?? null)
    return data === undefined ? [] : [{ position: entry.position, data }]
  })
  const append = async (client: PoolClient) => {
    const erased = await log.eraseIn(client, left)
    for (const hash of texts) await log.texts.erase(hash, client)
    const change: Change = {
      kind: 'document.erase',
      documentId,
      entries: erased.map(({ position, digest }) => ({ position: String(position), digest })),
      texts,
    }
    const [result] = await log.appendIn(client, [
      {
        stream: documentStream(documentId),
        expected: entries.at(-1)?.version ?? 0,
        entries: [correctionEntry(id, made(change))],
      },
    ])
    return result?.status === 'appended'
  }
  const appended = await inTransaction(pool, append, (done) => done)
  if (!appended) return 'raced'
  log.wake()
  const entry = (await log.find(id)) as Entry<CorrectionMade> | null
  if (!entry) throw new Error(`the log lost correction ${id}`)
  return { status: 'made', entry }
}
