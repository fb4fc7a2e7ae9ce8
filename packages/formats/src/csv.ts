import type { Event } from '@dateline/contract'
import { type Format, parseEvents } from './format.ts'

const COLUMNS: readonly (readonly [name: string, value: (event: Event) => string | number | null | undefined])[] = [
  ['id', (event) => event.id],
  ['type', (event) => event.type],
  ['title', (event) => event.title],
  ['date', (event) => event.date.edtf],
  ['earliest', (event) => event.date.earliest],
  ['latest', (event) => event.date.latest],
  ['precision', (event) => event.date.precision],
  ['place_id', (event) => event.place?.id],
  ['place', (event) => event.place?.name],
  ['country', (event) => event.place?.country],
  ['participants', (event) => event.participants.map(({ role, actor }) => `${role}=${actor.id}`).join(' ')],
  ['names', (event) => event.participants.map(({ actor }) => actor.name).join('; ')],
  ['attributes', (event) => JSON.stringify(event.attributes)],
  ['realis', (event) => event.realis],
  ['asserted_by', (event) => event.assertedBy?.id],
  ['confidence', (event) => event.confidence],
  ['documents', (event) => event.documents],
  ['sources', (event) => event.sources],
  ['first_reported_at', (event) => event.firstReportedAt],
  ['last_reported_at', (event) => event.lastReportedAt],
  ['quote', (event) => event.evidence[0]?.quote],
  ['document_id', (event) => event.evidence[0]?.documentId],
  ['source', (event) => event.evidence[0]?.source],
  ['url', (event) => event.evidence[0]?.url],
]

/** RFC 4180, a header line first; what is not known is empty. */
export const csv: Format = {
  suffix: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  render(items) {
    const lines = [
      COLUMNS.map(([name]) => name),
      ...parseEvents(items).map((event) => COLUMNS.map(([, value]) => value(event))),
    ]
    return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')
  },
}

function field(value: string | number | null | undefined): string {
  const text = String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
