import type { Event } from '@dateline/contract'
import { type Context, dateInWords, eventUrl, type Format, parseEvents } from './format.ts'

/**
 * TimelineJS 3 (Knight Lab). A slide needs a day, month or year to begin with, so an event that is undated or open at
 * its beginning is left out; what is not known to the day says so in `display_date`.
 */
export const timelinejs: Format = {
  suffix: 'timelinejs.json',
  mediaType: 'application/vnd.timelinejs+json; charset=utf-8',
  render(items, context) {
    const events = parseEvents(items).flatMap((event) => slides(event, context))
    return JSON.stringify({ title: { text: { headline: escaped(context.title) } }, events })
  },
}

function slides(event: Event, context: Context): object[] {
  const { earliest, latest, precision } = event.date
  if (earliest === null || precision === 'unknown') return []
  const [best] = event.evidence
  const exact = precision === 'day'
  return [
    {
      unique_id: event.id,
      group: event.type,
      start_date: dateParts(earliest, precision),
      ...(latest === null || latest === earliest || precision === 'month' || precision === 'year'
        ? {}
        : { end_date: dateParts(latest, precision) }),
      ...(exact ? {} : { display_date: dateInWords(event.date) }),
      text: {
        headline: `<a href="${escaped(eventUrl(context, event))}">${escaped(event.title)}</a>`,
        text: best ? `<p>${escaped(best.quote)}</p><p>${source(best)}</p>` : '',
      },
    },
  ]
}

/** Only the parts that are known: a year has no month, and there is no year zero. */
function dateParts(day: string, precision: Event['date']['precision']): object {
  const [year = '', month = '', date = ''] = day.split('-')
  if (precision === 'year') return { year: Number(year) }
  if (precision === 'month') return { year: Number(year), month: Number(month) }
  return { year: Number(year), month: Number(month), day: Number(date) }
}

function source({ url, title, source, publishedAt }: Event['evidence'][number]): string {
  const name = escaped([title, source].filter(Boolean).join(', '))
  const linked = url === null ? name : `<a href="${escaped(url)}">${name}</a>`
  return `${linked}, ${escaped(publishedAt.slice(0, 10))}`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** TimelineJS puts texts into the page as HTML. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
