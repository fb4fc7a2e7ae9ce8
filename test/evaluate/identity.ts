import { type Annotation, type EventReported, isEventType, type SourceDocument, textHash } from '@dateline/domain'
import type { Entry } from '@dateline/event-log'
import { assignAll } from '../../packages/projections/src/identity/in-memory.ts'
import { logOf } from '../support/stories/log.ts'

/** A trigger, and the event that it ended in; offsets into the body. */
interface Mention {
  doc: string
  start: number
  end: number
  cluster: string
}

/** These documents have no date of publication: all of them get this one, and times that hang on it stay unknown. */
const PUBLISHED = '2014-01-15'

/**
 * Takes documents and their annotations, both NDJSON, through log and identity, all stories mixed, and answers the
 * triggers with the events that they ended in, NDJSON too.
 */
export function mentionsFound(documents: string, annotations: string): string {
  const annotated = new Map(parse<Annotation>(annotations).map((annotation) => [annotation.id, annotation]))
  const mixed = parse<SourceDocument & { id: string }>(documents).toSorted((a, b) =>
    textHash(a.id) < textHash(b.id) ? -1 : 1,
  )
  const log = logOf(
    mixed.flatMap((document) => {
      const annotation = annotated.get(document.id)
      if (!annotation?.events) return []
      // Each is a source of its own.
      return [{ document: { ...document, source: document.id, publishedAt: PUBLISHED }, revision: 1, annotation }]
    }),
  )
  const assigned = assignAll(log)
  const reported = log.filter(({ type }) => isEventType(type)) as Entry<EventReported>[]
  const mentions = reported.map(({ id, data: { documentId, trigger } }): Mention => {
    return { doc: documentId, start: trigger.start, end: trigger.end, cluster: assigned.get(id)!.eventId }
  })
  return mentions.map((mention) => JSON.stringify(mention)).join('\n')
}

/**
 * Of the pairs of mentions: how many that were found to be one event are one, and the other way round. Gold and found
 * mentions are matched one to one, those first that overlap most; those without a match do not count.
 *
 * @param gold as `--perfect` gives it, and `found` as above: NDJSON
 */
export function pairsOf(gold: string, found: string): { precision: number; recall: number } {
  const byDocument = Map.groupBy(parse<Mention>(found), ({ doc }) => doc)
  const overlapping = parse<Mention>(gold).flatMap((truth) =>
    (byDocument.get(truth.doc) ?? []).map((other) => ({ truth, other, shared: sharedOf(truth, other) })),
  )
  const taken = new Set<Mention>()
  const matched = overlapping
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .flatMap(({ truth, other }) => {
      if (taken.has(truth) || taken.has(other)) return []
      taken.add(truth).add(other)
      return [{ truth: truth.cluster, found: other.cluster }]
    })
  let [right, wrong, missed] = [0, 0, 0]
  matched.forEach((a, index) => {
    for (const b of matched.slice(index + 1)) {
      if (a.found === b.found && a.truth === b.truth) right += 1
      else if (a.found === b.found) wrong += 1
      else if (a.truth === b.truth) missed += 1
    }
  })
  return { precision: right / (right + wrong || 1), recall: right / (right + missed || 1) }
}

function sharedOf(a: Mention, b: Mention): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start)
}

function parse<T>(ndjson: string): T[] {
  return ndjson
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}
