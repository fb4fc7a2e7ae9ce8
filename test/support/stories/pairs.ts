import { type EventReported, isEventType } from '@dateline/domain'
import type { Entry } from '@dateline/event-log'
import type { Corpus, StoryReport } from './corpus.ts'
import { TYPES } from './truth.ts'

/** A sentence of a report, the event that it tells of, and the one that it was found to tell of. */
export interface Mention {
  reportId: string
  eventId: string
  /** null: nothing was found in it */
  found: string | null
  entryId: string | null
  text: string
}

/**
 * The sentences of the newest revisions. Of what was found in a sentence the event counts that is of a type which the
 * true one may be called.
 *
 * @param eventOf the event that an entry was found to tell of
 */
export function mentionsOf(corpus: Corpus, log: readonly Entry[], eventOf: (entryId: string) => string): Mention[] {
  const kinds = new Map(corpus.events.map(({ id, kind }) => [id, kind]))
  const reported = log.filter(({ type }) => isEventType(type)) as Entry<EventReported>[]
  const byDocument = Map.groupBy(reported, ({ data }) => `${data.documentId} ${data.revision}`)
  return newest(corpus.reports).flatMap((report) =>
    report.tells.map(({ eventId, start, end }): Mention => {
      const types: readonly string[] = TYPES[kinds.get(eventId)!]
      const entry = byDocument
        .get(`${report.document.id} ${report.revision}`)
        ?.find(({ type, data: { trigger } }) => types.includes(type) && trigger.start < end && start < trigger.end)
      return {
        reportId: report.document.id,
        eventId,
        found: entry ? eventOf(entry.id) : null,
        entryId: entry?.id ?? null,
        text: report.document.body.slice(start, end),
      }
    }),
  )
}

function newest(reports: readonly StoryReport[]): StoryReport[] {
  const revised = new Set(reports.filter(({ revision }) => revision === 2).map(({ document }) => document.id))
  return reports.filter(({ document, revision }) => revision === 2 || !revised.has(document.id))
}

export interface PairScore {
  right: number
  wrong: number
  missed: number
  precision: number
  recall: number
  f1: number
}

/** Of all pairs of mentions: those that are one event in truth, and those that were found to be one. */
export function scorePairs(mentions: readonly Mention[]): PairScore {
  let [right, wrong, missed] = [0, 0, 0]
  mentions.forEach((a, index) => {
    for (const b of mentions.slice(index + 1)) {
      const same = a.eventId === b.eventId
      const found = a.found !== null && a.found === b.found
      if (same && found) right += 1
      else if (found) wrong += 1
      else if (same) missed += 1
    }
  })
  const [precision, recall] = [right / (right + wrong || 1), right / (right + missed || 1)]
  return { right, wrong, missed, precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
}
