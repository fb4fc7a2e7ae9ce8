import type { Event } from '@dateline/contract'
import { type Context, dateInWords, evidenceInWords, eventUrl, type Format, parseEvents } from './format.ts'

/** Atom (RFC 4287) with the links of a paged feed (RFC 5005). An entry's dates are those of the reports, not the event's. */
export const atom: Format = {
  suffix: 'atom',
  mediaType: 'application/atom+xml; charset=utf-8',
  render(items, context) {
    const events = parseEvents(items)
    const updated = events.map((event) => event.lastReportedAt).reduce((a, b) => (a > b ? a : b), NEVER)
    return [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      `<id>${escaped(context.selfUrl)}</id>`,
      `<title>${escaped(context.title)}</title>`,
      `<updated>${updated}</updated>`,
      '<author><name>Dateline</name></author>',
      `<link rel="self" type="application/atom+xml" href="${escaped(context.selfUrl)}"/>`,
      ...(context.nextUrl === null ? [] : [`<link rel="next" href="${escaped(context.nextUrl)}"/>`]),
      ...events.map((event) => entry(event, context)),
      '</feed>',
      '',
    ].join('\n')
  },
}

/** A feed has to say when it last changed; one without entries never has. */
const NEVER = '1970-01-01T00:00:00.000Z'

function entry(event: Event, context: Context): string {
  const [best] = event.evidence
  return [
    '<entry>',
    `<id>urn:dateline:event:${escaped(encodeURIComponent(event.id))}</id>`,
    `<title>${escaped(event.title)}</title>`,
    `<published>${event.firstReportedAt}</published>`,
    `<updated>${event.lastReportedAt}</updated>`,
    `<link rel="alternate" type="application/json" href="${escaped(eventUrl(context, event))}"/>`,
    ...(best?.url ? [`<link rel="via" href="${escaped(best.url)}"/>`] : []),
    `<category term="${escaped(event.type)}"/>`,
    `<summary>${escaped([`Date: ${dateInWords(event.date)}.`, evidenceInWords(event)].join(' ').trim())}</summary>`,
    '</entry>',
  ].join('\n')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Without what XML 1.0 has no way to write: control characters, half surrogate pairs, non-characters. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
