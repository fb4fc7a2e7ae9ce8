import { type Change, type CorrectionMade, derivedId, documentStream } from '@dateline/domain'
import type { Append, EventLog } from '@dateline/event-log'
import { readSnapshot } from '@dateline/projections'
import type { Pool } from 'pg'
import { newsDocument } from '../bench/log/news.ts'
import { oneOf } from './scenario.ts'

export interface Newsroom {
  /** Appends the next document, now and then a correction of what the timeline shows; gives up where Postgres is gone */
  publish(): Promise<void>
  counts(): { documents: number; corrections: number }
}

export function createNewsroom(log: EventLog, pool: Pool, random: () => number): Newsroom {
  let documents = 0
  let corrections = 0
  const standing: { id: string; stream: string; documentId: string | undefined }[] = []
  return {
    async publish() {
      await log.append(newsDocument(documents))
      documents += 1
      if (random() > 0.15) return
      const id = derivedId('soak correction', corrections)
      const undone = random() < 0.3 ? standing.splice(Math.floor(random() * standing.length), 1)[0] : undefined
      const change: Change | undefined = undone ? undoing(undone) : await changeOf(pool, random, id)
      if (!change) return
      const stream =
        undone?.stream ?? ('documentId' in change ? documentStream(change.documentId ?? '') : 'corrections')
      await log.append(correction(stream, id, change))
      corrections += 1
      if (!undone) standing.push({ id, stream, documentId: 'documentId' in change ? change.documentId : undefined })
    },
    counts: () => ({ documents, corrections }),
  }
}

/** One of a document says so, as those that the API takes do. */
function undoing({ id, documentId }: { id: string; documentId: string | undefined }): Change {
  const undo = { kind: 'correction.undo' as const, correctionId: id }
  return documentId === undefined ? undo : { ...undo, documentId }
}

function correction(stream: string, id: string, change: Change): Append {
  const data: CorrectionMade = { change, reason: 'a soak test', author: { id: 'soak', name: 'soak' } }
  return { stream, expected: 'any', entries: [{ id, type: 'correction.made', schemaVersion: 1, data }] }
}

/** Of something that is there. */
async function changeOf(pool: Pool, random: () => number, id: string): Promise<Change | undefined> {
  const shown = await readSnapshot(pool, async ({ client, builds }) => {
    const schema = builds['timeline']?.schema
    if (schema === undefined) return undefined
    const { rows } = await client.query<{ eventId: string; documentId: string; actors: string[] }>(
      `SELECT event_id AS "eventId", document_id AS "documentId", actors FROM ${schema}.reports
       WHERE until IS NULL AND event_id IS NOT NULL ORDER BY position DESC LIMIT 200`,
    )
    return rows
  })
  const one = oneOf(random, shown ?? [])
  const other = oneOf(random, shown ?? [])
  if (!one || !other) return undefined
  const { eventId, documentId } = one
  const actorId = oneOf(random, one.actors)
  const into = oneOf(random, other.actors)
  const changes: (Change | undefined)[] = [
    { kind: 'event.amend', eventId, set: { 'date.edtf': '2024-05-03' } },
    { kind: 'event.withdraw', eventId },
    eventId === other.eventId ? undefined : { kind: 'event.merge', eventId, into: other.eventId },
    { kind: 'event.split', eventId, documentIds: [documentId], newEventId: derivedId('event', id) },
    { kind: 'document.retract', documentId },
    actorId === undefined ? undefined : { kind: 'actor.rename', actorId, name: 'Another Name' },
    actorId === undefined || into === undefined || actorId === into
      ? undefined
      : { kind: 'actor.merge', actorId, into },
  ]
  return oneOf(random, changes)
}
