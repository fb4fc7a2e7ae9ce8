import {
  type DocumentFailed,
  type DocumentSubmitted,
  type EventReported,
  isEventType,
  ONTOLOGY,
  type Span,
} from '@dateline/domain'
import type { Entry } from '@dateline/event-log'

/**
 * What is left of an entry of a document that is erased: what happened, to whom, when and where, with offsets, ids and
 * figures; no words of the text. Undefined: the entry has none.
 */
export function withoutWords(entry: Entry): unknown {
  if (entry.type === 'document.submitted') {
    const { title: _title, authors: _authors, ...rest } = entry.data as DocumentSubmitted
    return { ...rest, title: null, authors: [], erased: true }
  }
  if (entry.type === 'document.failed') return { ...(entry.data as DocumentFailed), error: '' }
  if (isEventType(entry.type)) return eventWithoutWords(entry.data as EventReported)
  return undefined
}

function eventWithoutWords(event: EventReported): EventReported & { erased: true } {
  const shapes: Readonly<Record<string, string>> = ONTOLOGY[event.type].attributes
  return {
    ...event,
    trigger: silent(event.trigger),
    evidence: event.evidence.map(silent),
    date: { ...event.date, expression: event.date.expression && silent(event.date.expression) },
    participants: event.participants.map((participant) => ({ ...participant, mention: silent(participant.mention) })),
    attributes: Object.fromEntries(
      Object.entries(event.attributes).filter(([name, value]) => isWordless(shapes[name], value)),
    ),
    actors: event.actors.map((actor) => ({ ...actor, aliases: [] })),
    erased: true,
  }
}

/** A free text may be the document's own words; so may a topic, unless it is an id. */
function isWordless(shape: string | undefined, value: unknown): boolean {
  if (shape === undefined || shape.startsWith('str')) return false
  return !shape.includes('topic') || (typeof value === 'string' && /^[a-z]+:\S+$/.test(value))
}

function silent({ start, end }: Span): Span {
  return { start, end, text: '' }
}
