import { stripVTControlCharacters, styleText } from 'node:util'
import type { z } from 'zod'
import type { Actor, Event, Statement } from '@dateline/contract'

type EventJson = z.infer<typeof Event>
type ActorJson = z.infer<typeof Actor>
type StatementJson = z.infer<typeof Statement>

const dim = (text: string) => styleText('dim', text)
const bold = (text: string) => styleText('bold', text)

/** Events as a timeline for the terminal: date, what, where, who in which role, the words that prove it. */
export function renderTimeline(events: readonly EventJson[], width: number): string {
  return events.map((event) => renderEvent(event, width)).join('\n')
}

function renderEvent(event: EventJson, width: number): string {
  const certain = event.realis === 'actual' ? '' : ` ${styleText('magenta', event.realis)}`
  const reports = event.documents > 1 ? dim(`  ${event.documents} documents, ${event.sources} sources`) : ''
  const place = event.place ? `  ${styleText('yellow', event.place.name)}` : ''
  const quote = event.evidence[0]?.quote.replaceAll(/\s+/g, ' ')
  const indent = ' '.repeat(DATE_WIDTH)
  return [
    `${styleText('cyan', dateText(event).padEnd(DATE_WIDTH))}${bold(event.title)}${certain}${place}${reports}`,
    `${indent}${styleText('green', event.type)} ${event.participants.map(({ role, actor }) => `${dim(`${role}:`)} ${actor.name}`).join(dim(', '))}`.trimEnd(),
    ...(quote ? wrap(`“${quote}”`, width - DATE_WIDTH).map((line) => indent + dim(line)) : []),
  ].join('\n')
}

const DATE_WIDTH = 24

function dateText({ date }: EventJson): string {
  if (date.edtf !== 'unknown') return date.edtf
  return date.latest === null ? 'undated' : `by ${date.latest}`
}

/** One actor's page: names, offices, counts, company, words. */
export function renderActor(actor: ActorJson, statements: readonly StatementJson[], width: number): string {
  const counts = (all: Record<string, number>) =>
    Object.entries(all)
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')
  const lines: [string, string][] = [
    ['id', actor.id],
    ['called', actor.aliases.join(', ')],
    [
      'offices',
      actor.offices
        .map(({ office, of, from, to }) => `${office}${of ? ` of ${of}` : ''} (${from ?? '…'} – ${to ?? '…'})`)
        .join('; '),
    ],
    ['events', counts(actor.counts.byType)],
    ['roles', counts(actor.counts.byRole)],
    ['appears with', actor.appearsWith.map((one) => `${one.actor.name} ×${one.events}`).join(', ')],
  ]
  return [
    `${bold(actor.name)} ${dim(actor.kind)}`,
    ...lines
      .filter(([, value]) => value !== '')
      .flatMap(([label, value]) => {
        const [first = '', ...rest] = wrap(value, width - 16)
        return [`  ${dim(label.padEnd(14))}${first}`, ...rest.map((line) => ' '.repeat(16) + line)]
      }),
    ...statements.flatMap((one) => {
      const words =
        one.quotes.length > 0 ? one.quotes.map((quote) => `“${quote}”`).join(' … ') : (one.evidence[0]?.quote ?? '')
      return wrap(words, width - 16).map((line, i) =>
        i === 0 ? `  ${dim((one.act ?? 'said').padEnd(14))}${line}` : ' '.repeat(16) + line,
      )
    }),
  ].join('\n')
}

/** Words into lines of at most `width` columns; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && stripVTControlCharacters(last).length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
