import type { Event } from '@dateline/contract'

/** What a rendering knows besides the events. */
export interface Context {
  /** What the list is of: "Timeline", "Timeline of Anna Berg" */
  title: string
  /** Where the service is reached, without a slash at the end */
  baseUrl: string
  /** This page */
  selfUrl: string
  /** The next page; null at the end */
  nextUrl: string | null
}

/** A list of events in another format. */
export interface Format {
  /** The suffix of the URL, without its dot */
  suffix: string
  mediaType: string
  /** `items` is the JSON text of each event. Pure: the same events give the same bytes. */
  render(items: readonly string[], context: Context): string
}

export function parseEvents(items: readonly string[]): Event[] {
  return items.map((item) => JSON.parse(item) as Event)
}

/** Where an event is to be seen. */
export function eventUrl({ baseUrl }: Pick<Context, 'baseUrl'>, event: Pick<Event, 'id'>): string {
  return `${baseUrl}/v1/events/${encodeURIComponent(event.id)}`
}

/** The event’s date in words that claim no more than the documents do. */
export function dateInWords({ edtf, precision }: Event['date']): string {
  if (precision === 'unknown') return 'undated'
  if (precision === 'interval') return intervalInWords(edtf)
  return precision === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(edtf) ? edtf : `${edtf} (to the ${precision})`
}

function intervalInWords(edtf: string): string {
  const [from = '', to] = edtf.split('/')
  if (to === undefined) return edtf
  const isOpen = (side: string) => side === '..' || side === ''
  if (isOpen(from)) return `until ${to}`
  return isOpen(to) ? `since ${from}` : `between ${from} and ${to}`
}

/** What a document says of it, and which one. */
export function evidenceInWords(event: Event): string {
  const [best] = event.evidence
  if (!best) return ''
  return `“${best.quote}” – ${[best.title, best.source].filter(Boolean).join(', ')}, ${best.publishedAt.slice(0, 10)}`
}
