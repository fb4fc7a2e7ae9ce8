import { type EventType, ONTOLOGY } from './ontology.ts'

/**
 * An event's attributes without free texts, which may be a document's own words: figures, dates, ids and words of a list
 * are left, and a topic that is an id.
 */
export function wordlessAttributes(
  type: EventType,
  attributes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const shapes: Readonly<Record<string, string>> = ONTOLOGY[type].attributes
  return Object.fromEntries(Object.entries(attributes).filter(([name, value]) => isWordless(shapes[name], value)))
}

function isWordless(shape: string | undefined, value: unknown): boolean {
  if (shape === undefined || shape.startsWith('str')) return false
  return !shape.includes('topic') || (typeof value === 'string' && /^[a-z]+:\S+$/.test(value))
}
