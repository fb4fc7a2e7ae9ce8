import { styleText } from 'node:util'
import type { Annotation, ExtractedEvent, Mention, SourceDocument, Span } from '@dateline/domain'

type Style = Parameters<typeof styleText>[0]

interface Layer {
  span: Span
  style: Style
  /** Put behind the span */
  mark: string
}

/**
 * An article with its annotation as terminal text: time expressions with their value, actors and places, event
 * triggers with the number of their event, attributed words in italics; below it every event, attribution and actor.
 * Colours follow the terminal and NO_COLOR.
 */
export function renderAnnotation(document: SourceDocument, annotation: Annotation): string {
  const heading = [document.title, document.publishedAt && `published ${document.publishedAt}`, document.source]
  return `${[
    heading.filter(Boolean).join(' · '),
    '',
    markUp(document.body, layersOf(annotation)).trim(),
    '',
    title(`Events (${annotation.events.length})`),
    ...annotation.events.map((event, i) => renderEvent(event, i, annotation)),
    '',
    title(`Attributions (${annotation.attributions.length})`),
    ...annotation.attributions.map(
      (one) =>
        `  ${nameOf(annotation, one.speaker)} ${dim(`${quoted(one.source)} ${quoted(one.cue)} ${one.mode}:`)} ` +
        one.content.map((span) => clip(span.text, 90)).join(dim(' … ')),
    ),
    '',
    title('Actors and places'),
    ...actorLines(annotation.mentions),
  ].join('\n')}\n`
}

function layersOf(annotation: Annotation): Layer[] {
  return [
    ...annotation.attributions.flatMap(({ content }) =>
      content.map((span) => ({ span, style: 'italic' as const, mark: '' })),
    ),
    ...annotation.mentions.map((span) => ({
      span,
      style: span.kind === 'place' ? ('yellow' as const) : ('green' as const),
      mark: '',
    })),
    ...annotation.timexes.map((span) => ({ span, style: 'cyan' as const, mark: `⟨${span.edtf ?? span.value}⟩` })),
    ...annotation.events.map((event, i) => ({
      span: event.trigger,
      style: ['bold', 'red'] as Style,
      mark: `[${i + 1}]`,
    })),
  ]
}

/** The text with its layers; where they overlap, a later layer's colour is put on the earlier one's. */
function markUp(body: string, layers: readonly Layer[]): string {
  const edges = [...new Set([0, body.length, ...layers.flatMap(({ span }) => [span.start, span.end])])].sort(
    (a, b) => a - b,
  )
  let text = ''
  for (const [i, start] of edges.slice(0, -1).entries()) {
    const end = edges[i + 1]!
    const covering = layers.filter(({ span }) => span.start <= start && span.end >= end)
    const styles = covering.flatMap((layer) => layer.style)
    text += styles.length > 0 ? styleText(styles, body.slice(start, end)) : body.slice(start, end)
    for (const { mark } of covering.filter(({ span }) => span.end === end)) text += dim(mark)
  }
  return text
}

function renderEvent(event: ExtractedEvent, index: number, annotation: Annotation): string {
  const { edtf, precision, basis, expression } = event.date
  const who = event.participants.map(({ role, actor }) => `${role}: ${nameOf(annotation, actor)}`)
  const lines = [
    `${String(index + 1).padStart(3)} ${styleText('bold', event.type)} ${dim(quoted(event.trigger))} ${event.realis}` +
      `${event.assertedBy === null ? '' : ` says ${nameOf(annotation, event.assertedBy)}`} ${dim(event.confidence.toFixed(2))}`,
    `    ${styleText('cyan', edtf)} ${dim(`${precision}, ${basis}${expression ? `, ${quoted(expression)}` : ''}`)}` +
      (event.place ? `  ${styleText('yellow', `${event.place.name} (${event.place.country ?? '–'})`)}` : ''),
    who.length > 0 ? `    ${who.join('; ')}` : '',
    Object.keys(event.attributes).length > 0 ? `    ${dim(JSON.stringify(event.attributes))}` : '',
    ...event.evidence.map((span) => `    ${dim('“')}${clip(span.text, 150)}${dim('”')}`),
  ]
  return lines.filter(Boolean).join('\n')
}

function actorLines(mentions: readonly Mention[]): string[] {
  const byId = new Map<string, Mention[]>()
  for (const mention of mentions) byId.set(mention.id, [...(byId.get(mention.id) ?? []), mention])
  return [...byId].map(([id, all]) => {
    const forms = [...new Set(all.map((mention) => `${oneLine(mention.text)} ${dim(mention.via)}`))]
    return `  ${styleText(all[0]!.kind === 'place' ? 'yellow' : 'green', id)} ${all[0]!.name} ×${all.length}: ${forms.join(', ')}`
  })
}

const nameOf = (annotation: Annotation, id: string | null) =>
  id === null
    ? dim('nobody named')
    : styleText('green', annotation.mentions.find((mention) => mention.id === id)?.name ?? id)
const quoted = (span: Span | null) => (span === null ? '–' : `"${oneLine(span.text)}"`)
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ')
const clip = (text: string, length: number) =>
  text.length > length ? `${oneLine(text).slice(0, length)}…` : oneLine(text)
const dim = (text: string) => styleText('dim', text)
const title = (text: string) => styleText(['bold', 'underline'], text)
