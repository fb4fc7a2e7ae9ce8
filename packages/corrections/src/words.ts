import {
  type DocumentAnnotated,
  type DocumentFailed,
  type DocumentSubmitted,
  type EventReported,
  isEventType,
  type Span,
  wordlessAttributes,
} from '@dateline/domain'
import type { Entry } from '@dateline/event-log'

/**
 * What is left of an entry of a document that is erased: what happened, to whom, when and where, with offsets, ids and
 * figures; no words of the text. Undefined: the entry has none.
 *
 * @param eventOf the event that the entry of this id was held to tell of
 */
export function withoutWords(entry: Entry, eventOf: (entryId: string) => string | null): unknown {
  if (entry.type === 'document.submitted') {
    const { title: _title, authors: _authors, ...rest } = entry.data as DocumentSubmitted
    return { ...rest, title: null, authors: [], erased: true }
  }
  if (entry.type === 'document.annotated') return { ...(entry.data as DocumentAnnotated), sketch: null }
  if (entry.type === 'document.failed') return { ...(entry.data as DocumentFailed), error: '' }
  if (isEventType(entry.type)) return eventWithoutWords(entry.data as EventReported, eventOf(entry.id))
  return undefined
}

function eventWithoutWords(event: EventReported, eventId: string | null): EventReported {
  return {
    ...event,
    trigger: silent(event.trigger),
    evidence: event.evidence.map(silent),
    date: { ...event.date, expression: event.date.expression && silent(event.date.expression) },
    participants: event.participants.map((participant) => ({ ...participant, mention: silent(participant.mention) })),
    attributes: wordlessAttributes(event.type, event.attributes),
    actors: event.actors.map((actor) => ({ ...actor, aliases: [] })),
    erased: { eventId },
  }
}

function silent({ start, end }: Span): Span {
  return { start, end, text: '' }
}
