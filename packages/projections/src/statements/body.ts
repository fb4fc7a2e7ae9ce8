import type { ActorSummary, MergedEvent } from '../timeline/merge.ts'
import { evidenceOf } from '../timeline/report.ts'

/**
 * A statement's JSON as the register of statements shows it; null for events of other types and for statements whose
 * speaker nobody names. A statement is an event: it has the same id in both.
 */
export function statementBody(id: string, event: MergedEvent): string | null {
  const speaker = inRole(event, 'speaker')
  if (event.type !== 'statement' || !speaker) return null
  const { attributes } = event
  return JSON.stringify({
    id,
    speaker,
    affiliation: textOf(attributes['affiliation']),
    act: textOf(attributes['act']),
    mode: textOf(attributes['mode']),
    quotes: textsOf(attributes['quote']),
    about: textOf(attributes['about']),
    stance: textOf(attributes['stance']),
    target: inRole(event, 'target'),
    venue: textOf(attributes['venue']),
    date: event.date,
    evidence: evidenceOf(event.best).slice(0, 1),
  })
}

function inRole(event: MergedEvent, role: string): ActorSummary | null {
  return event.participants.find((participant) => participant.role === role)?.actor ?? null
}

function textsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((item): item is string => typeof item === 'string' && item !== '')
}

function textOf(value: unknown): string | null {
  return textsOf(value)[0] ?? null
}
