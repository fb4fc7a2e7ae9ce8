import type { EventPlace, EventType, Realis } from '@dateline/domain'
import type { ActorSummary } from './merge.ts'

/** What a title is made of. */
export interface Titled {
  type: EventType
  realis: Realis
  place: EventPlace | null
  participants: { role: string; actor: ActorSummary }[]
  attributes: Record<string, unknown>
  /** The words of the best piece of evidence */
  told?: string | undefined
}

/** The names of those in the roles, each once: "A", "A and B", "A, B and others"; empty where there are none. */
export function names(event: Titled, roles: readonly string[], before = ''): string {
  const found = event.participants.filter(({ role }) => roles.includes(role)).map(({ actor }) => actor.name)
  const distinct = [...new Set(found)]
  const [first, second] = distinct
  if (first === undefined) return ''
  if (second === undefined) return `${before}${first}`
  return distinct.length === 2 ? `${before}${first} and ${second}` : `${before}${first}, ${second} and others`
}

/** " in Kazakhstan"; empty where there is no place. */
export function where(event: Titled, before = ' in '): string {
  return event.place ? `${before}${event.place.name}` : ''
}

/** An attribute that is a word; of a list the first. */
export function attribute(event: Titled, name: string): string | undefined {
  const value = event.attributes[name]
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first !== '' ? first : undefined
}

/** Cuts between words, with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), Math.floor(most / 2))).replace(/[\s,;:–—-]+$/, '')}…`
}
