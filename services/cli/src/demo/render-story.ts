import { styleText } from 'node:util'
import type { Event } from '@dateline/contract'
import type { z } from 'zod'
import { renderTimeline, wrap } from './render.ts'

type EventJson = z.infer<typeof Event>

const dim = (text: string) => styleText('dim', text)

/** One event with everything that its documents say of it, where they disagree, and what was corrected. */
export function renderStory(event: EventJson, width: number): string {
  const toll = quantity(event.attributes['fatalities'])
  const lines = [renderTimeline([{ ...event, evidence: [] }], width)]
  if (toll) lines.push(`  ${dim('dead'.padEnd(12))}${toll}`)
  for (const { field, values } of event.disputed) {
    const told = values.map(
      ({ value, documentIds }) => `${quantity(value) ?? JSON.stringify(value)} (${documentIds.length})`,
    )
    lines.push(`  ${styleText('red', 'disputed'.padEnd(12))}${field}: ${told.join(' or ')}`)
  }
  for (const { field, reason } of event.corrected ?? [])
    lines.push(`  ${styleText('magenta', 'corrected'.padEnd(12))}${field}: ${reason}`)
  for (const { source, title, quote } of event.evidence) {
    const [first = '', ...rest] = wrap(
      `${source}, ${title ?? 'untitled'}: “${quote.replaceAll(/\s+/g, ' ')}”`,
      width - 14,
    )
    lines.push(`  ${dim('evidence'.padEnd(12))}${first}`, ...rest.map((line) => ' '.repeat(14) + line))
  }
  return lines.join('\n')
}

function quantity(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('value' in value) || !('qualifier' in value)) return null
  const { value: number, qualifier } = value as { value: number; qualifier: string }
  return `${qualifier === '=' ? '' : `${qualifier} `}${number}`
}
