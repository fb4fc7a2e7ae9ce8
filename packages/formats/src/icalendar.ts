import type { Event } from '@dateline/contract'
import { type Context, dateInWords, evidenceInWords, eventUrl, type Format, parseEvents } from './format.ts'

/**
 * iCalendar (RFC 5545). A calendar has days: an event whose date is open or unknown on a side is left out. One that is
 * known to the week, the month or the year only spans what it may be, as TENTATIVE, and its description says so.
 */
export const icalendar: Format = {
  suffix: 'ics',
  mediaType: 'text/calendar; charset=utf-8',
  render(items, context) {
    const events = parseEvents(items).flatMap((event) => eventLines(event, context))
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Dateline//Timeline//EN',
      'CALSCALE:GREGORIAN',
      `NAME:${escaped(context.title)}`,
      ...events,
      'END:VCALENDAR',
    ]
    return lines.map((line) => `${folded(line)}\r\n`).join('')
  },
}

function eventLines(event: Event, context: Context): string[] {
  const { earliest, latest } = event.date
  if (earliest === null || latest === null || event.date.precision === 'unknown' || latest >= LAST) return []
  const description = [`Date: ${dateInWords(event.date)}`, evidenceInWords(event)].filter((line) => line !== '')
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.id)}@dateline`,
    `DTSTAMP:${instant(event.lastReportedAt)}`,
    `DTSTART;VALUE=DATE:${earliest.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${dayAfter(latest)}`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(description.join('\n'))}`,
    ...(event.place ? [`LOCATION:${escaped(event.place.name)}`] : []),
    `CATEGORIES:${escaped(event.type)}`,
    `STATUS:${event.date.precision === 'day' && event.realis === 'actual' ? 'CONFIRMED' : 'TENTATIVE'}`,
    'TRANSP:TRANSPARENT',
    `URL:${eventUrl(context, event)}`,
    `X-DATELINE-EDTF:${escaped(event.date.edtf)}`,
    'END:VEVENT',
  ]
}

/** A day after it has no place in four digits. */
const LAST = '9999-12-31'

/** The end of an all-day event is the first day after it. */
function dayAfter(day: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000)
  return next.toISOString().slice(0, 10).replaceAll('-', '')
}

function instant(text: string): string {
  return `${new Date(text).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, ' ')
}

/** A line has at most 75 octets; a longer one goes on behind a line break and a space, never inside a character. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 75) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n ')
}
