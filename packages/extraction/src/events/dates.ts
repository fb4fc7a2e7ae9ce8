import { dayText, edtfBounds, parseDay, precisionOf, type EventDate, type Span } from '@dateline/domain'

export const UNDATED: EventDate = { edtf: 'unknown', precision: 'unknown', basis: 'none', expression: null }

/** The date of what is told as before, after or during a dated event: an interval with an open side, or its own. */
export function dateBy(anchor: EventDate, preposition: string, published: string | null): EventDate | null {
  const bounds = edtfBounds(anchor.edtf)
  if (!bounds) return null
  if (['before', 'prior to', 'ahead of', 'until'].includes(preposition)) {
    return bounds.latest ? inherited(`../${bounds.latest}`, anchor.expression) : null
  }
  if (AFTER.has(preposition)) {
    return bounds.earliest ? until(bounds.earliest, published, anchor.expression) : null
  }
  return { ...anchor, basis: 'inherited' }
}

/** Behind what happened, and because of it */
const AFTER = new Set(
  'after|following|since|in the wake of|because of|due to|over|in response to|in retaliation for'.split('|'),
)

/** From a day to publication, where that is known and later. */
export function until(from: string, published: string | null, expression: Span | null): EventDate {
  const [start, end] = [parseDay(from), parseDay(published ?? '')]
  if (start === null || end === null || end < start) return inherited(`${from}/..`, expression)
  return inherited(end === start ? dayText(start) : `${dayText(start)}/${dayText(end)}`, expression)
}

/** From the one day to the other. */
export const between = (from: string, to: string, expression: Span | null): EventDate =>
  inherited(from === to ? from : `${from}/${to}`, expression)

function inherited(edtf: string, expression: Span | null): EventDate {
  return { edtf, precision: precisionOf(edtf), basis: 'inherited', expression }
}

/** The day of publication as the date of what is news of that day. */
export function publishedDate(published: string): EventDate {
  return { edtf: published, precision: 'day', basis: 'publication', expression: null }
}

/** Not later than publication, and no more is known. */
export function byPublication(published: string): EventDate {
  return { edtf: `../${published}`, precision: 'interval', basis: 'publication', expression: null }
}

/** Whether a date lies wholly behind the day of publication. */
export function isAhead(date: EventDate | null, published: string | null): boolean {
  const earliest = date && edtfBounds(date.edtf)?.earliest
  return Boolean(earliest && published && earliest > published)
}
