import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { edtfBounds, type Annotation, type ExtractedEvent, type SourceDocument } from '@dateline/domain'

/** An annotated report of `test/gold`: the article, and what an attentive analyst would put on a timeline. */
export interface GoldReport {
  document: SourceDocument
  events: GoldEvent[]
  actors: Map<string, Set<string>>
}

interface GoldEvent {
  id: string
  type: string
  /** Types that are as good */
  alternatives?: string[]
  salience: 'core' | 'background'
  realis: string
  altRealis?: string[]
  date: { edtf: string; accept?: string[] }
  actors: { actor: string; role: string }[]
  attributes: { quote?: string[] | null }
  evidence: string[]
  mentions: string[]
}

export interface Score {
  core: number
  coreFound: number
  predicted: number
  right: number
  dates: number
  datesRight: number
  participants: number
  participantsFound: number
  realis: number
  realisRight: number
}

/** Every report below a folder: `NAME/article.txt`, `NAME/meta.json`, `NAME/gold.json`. */
export function readGold(folder: string): GoldReport[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => item.name)
    .sort()
    .map((name) => {
      const read = (file: string) => readFileSync(join(folder, name, file), 'utf8')
      const gold = JSON.parse(read('gold.json')) as {
        events: GoldEvent[]
        actors: { id: string; canonical: string; aliases: string[] }[]
      }
      return {
        document: { ...(JSON.parse(read('meta.json')) as { id: string }), body: read('article.txt') },
        events: gold.events,
        actors: new Map(
          gold.actors.map(({ id, canonical, aliases }) => [id, new Set([canonical, ...aliases].map(fold))]),
        ),
      }
    })
}

/**
 * One report's annotation against its gold. A prediction finds a gold event of its type (or an alternative) where one of
 * its spans overlaps evidence or a mention of it; one to one, most overlap first. Background events are right if found
 * and not missed if not.
 */
export function score(report: GoldReport, annotation: Annotation): Score {
  const pairs = match(report, annotation.events)
  const found = new Set(pairs.map(({ gold }) => gold))
  const core = report.events.filter((event) => event.salience === 'core')
  const total: Score = {
    core: core.length,
    coreFound: core.filter((event) => found.has(event)).length,
    predicted: annotation.events.length,
    right: pairs.length,
    dates: pairs.length,
    datesRight: pairs.filter(({ gold, event }) =>
      [gold.date.edtf, ...(gold.date.accept ?? [])].some((edtf) => sameDate(edtf, event.date.edtf)),
    ).length,
    participants: 0,
    participantsFound: 0,
    realis: pairs.length,
    realisRight: pairs.filter(({ gold, event }) => [gold.realis, ...(gold.altRealis ?? [])].includes(event.realis))
      .length,
  }
  for (const { gold, event } of pairs)
    for (const { actor, role } of gold.actors) {
      total.participants++
      const names = report.actors.get(actor) ?? new Set<string>()
      const forms = event.participants
        .filter((one) => one.role === role)
        .flatMap((one) => formsOf(one.actor, annotation))
      if (forms.some((form) => names.has(form))) total.participantsFound++
    }
  return total
}

export function sumScores(scores: readonly Score[]): Score {
  const keys = Object.keys(scores[0]!) as (keyof Score)[]
  return Object.fromEntries(
    keys.map((key) => [key, scores.reduce((sum, one) => sum + one[key], 0)]),
  ) as unknown as Score
}

function match(report: GoldReport, events: readonly ExtractedEvent[]) {
  const { body } = report.document
  const candidates = report.events.flatMap((gold) => {
    const wanted = [...gold.evidence, ...gold.mentions, ...(gold.attributes.quote ?? [])].flatMap((text) =>
      occurrences(body, text),
    )
    return events.flatMap((event) => {
      if (event.type !== gold.type && !gold.alternatives?.includes(event.type)) return []
      const spans = [event.trigger, ...event.evidence]
      const overlap = Math.max(...wanted.flatMap((one) => spans.map((span) => shared(one, span))), 0)
      const trigger = wanted.some((one) => shared(one, event.trigger) > 0)
      return overlap > 0 ? [{ gold, event, weight: overlap + (trigger ? 1e6 : 0) }] : []
    })
  })
  candidates.sort((a, b) => b.weight - a.weight)
  const taken = new Set<object>()
  return candidates.filter(({ gold, event }) => {
    if (taken.has(gold) || taken.has(event)) return false
    taken.add(gold).add(event)
    return true
  })
}

function sameDate(gold: string, predicted: string): boolean {
  if (gold === predicted) return true
  const [a, b] = [edtfBounds(gold), edtfBounds(predicted)]
  return (
    a !== null &&
    b !== null &&
    gold !== 'unknown' &&
    predicted !== 'unknown' &&
    a.earliest === b.earliest &&
    a.latest === b.latest
  )
}

function formsOf(actor: string, annotation: Annotation): string[] {
  return annotation.mentions
    .filter((mention) => mention.id === actor)
    .flatMap((mention) => [fold(mention.text), fold(mention.name)])
}

function occurrences(body: string, text: string): { start: number; end: number }[] {
  const spans = []
  for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + 1))
    spans.push({ start: at, end: at + text.length })
  return spans
}

const shared = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
const fold = (name: string) =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’]s$/gu, '')
    .toLowerCase()
    .replace(/^(?:the|a|an) /, '')
