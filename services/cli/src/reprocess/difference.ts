import type { EventReported, ExtractedEvent } from '@dateline/domain'

/** What another engine says of one document, against what the log has. */
export interface Difference {
  same: number
  added: ExtractedEvent[]
  removed: ExtractedEvent[]
  changed: { before: ExtractedEvent; after: ExtractedEvent; fields: string[] }[]
}

/** Fields that the timeline shows. */
const FIELDS = ['date', 'place', 'realis', 'participants', 'assertedBy', 'attributes', 'evidence'] as const

/**
 * Pairs events of one type whose words overlap, those that share most first; what finds no partner came or went.
 */
export function differenceOf(
  before: readonly (ExtractedEvent | EventReported)[],
  after: readonly ExtractedEvent[],
): Difference {
  const difference: Difference = { same: 0, added: [], removed: [], changed: [] }
  const pairs = before
    .flatMap((old) => after.map((now) => ({ old, now, shared: old.type === now.type ? sharedWords(old, now) : 0 })))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
  const paired = new Set<ExtractedEvent>()
  for (const { old, now } of pairs) {
    if (paired.has(old) || paired.has(now)) continue
    paired.add(old).add(now)
    const fields = FIELDS.filter((field) => shown(old, field) !== shown(now, field))
    if (fields.length === 0) difference.same += 1
    else difference.changed.push({ before: old, after: now, fields: [...fields] })
  }
  difference.removed = before.filter((event) => !paired.has(event))
  difference.added = after.filter((event) => !paired.has(event))
  return difference
}

/** UTF-16 code units of evidence in common, and the trigger's most of all. */
function sharedWords(one: ExtractedEvent, other: ExtractedEvent): number {
  let shared = overlap(one.trigger, other.trigger) * 1000
  for (const a of one.evidence) for (const b of other.evidence) shared += overlap(a, b)
  return shared
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

function shown(event: ExtractedEvent, field: (typeof FIELDS)[number]): string {
  if (field === 'date') return event.date.edtf
  if (field === 'place') return event.place?.id ?? ''
  if (field === 'participants')
    return event.participants
      .map(({ role, actor }) => `${role} ${actor}`)
      .sort()
      .join('; ')
  if (field === 'evidence') return event.evidence.map(({ start, end }) => `${start}-${end}`).join(' ')
  if (field === 'attributes') return JSON.stringify(sorted(event.attributes))
  return event[field] ?? ''
}

function sorted(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))
}
