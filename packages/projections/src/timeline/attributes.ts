import { type EventType, ONTOLOGY, type Quantity, QUANTITY_QUALIFIERS } from '@dateline/domain'
import type { Report } from './report.ts'

/** What the documents do not agree upon, the best supported value first. */
export interface Dispute {
  field: string
  values: { value: unknown; documentIds: string[] }[]
}

interface Supported {
  value: unknown
  witnesses: Set<string>
  documentIds: Set<string>
  /** Of its newest report, milliseconds */
  newest: number
}

/**
 * Of each attribute the value that most independent sources give, of those with equal support the one reported last:
 * tolls rise. Lists are united. Values that exclude each other are disputed; free wordings do not.
 */
export function mergeAttributes(
  type: EventType,
  reports: readonly Report[],
  groupOf: (report: Report) => string,
): { attributes: Record<string, unknown>; disputed: Dispute[] } {
  const shapes: Readonly<Record<string, string>> = ONTOLOGY[type].attributes
  const attributes: Record<string, unknown> = {}
  const disputed: Dispute[] = []
  for (const name of namesOf(shapes, reports)) {
    const values = supportedValues(name, reports, groupOf)
    const [best] = values
    if (!best) continue
    if (values.some(({ value }) => Array.isArray(value))) {
      attributes[name] = united(values)
      continue
    }
    attributes[name] = isQuantity(best.value) ? mostExact(values, best.value) : best.value
    if (exclude(shapes[name] ?? 'str', values)) {
      disputed.push({
        field: `attributes.${name}`,
        values: values.map(({ value, documentIds }) => ({ value, documentIds: [...documentIds] })),
      })
    }
  }
  return { attributes, disputed }
}

/** The ontology's order first, so that the JSON of an event does not depend on who reported it first. */
function namesOf(shapes: Readonly<Record<string, string>>, reports: readonly Report[]): string[] {
  const own = new Set(reports.flatMap(({ attributes }) => Object.keys(attributes)))
  const known = Object.keys(shapes).filter((name) => own.has(name))
  return [...known, ...[...own].filter((name) => !Object.hasOwn(shapes, name)).sort()]
}

function supportedValues(name: string, reports: readonly Report[], groupOf: (report: Report) => string): Supported[] {
  const values = new Map<string, Supported>()
  for (const report of reports) {
    const value = report.attributes[name]
    if (value === undefined || value === null) continue
    const key = JSON.stringify(value)
    const known = values.get(key) ?? { value, witnesses: new Set(), documentIds: new Set(), newest: 0 }
    known.witnesses.add(groupOf(report))
    known.documentIds.add(report.by.documentId)
    known.newest = Math.max(known.newest, report.publishedAt)
    values.set(key, known)
  }
  return [...values.values()].sort((a, b) => b.witnesses.size - a.witnesses.size || b.newest - a.newest)
}

function united(values: readonly Supported[]): unknown[] {
  const items = new Map<string, unknown>()
  for (const { value } of values) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) items.set(JSON.stringify(item), item)
  }
  return [...items.values()]
}

/** "238" says more than "more than 230", where both can be true. */
function mostExact(values: readonly Supported[], best: Quantity): unknown {
  const compatible = values.map(({ value }) => value).filter((value) => isQuantity(value) && !contradict(value, best))
  return compatible.find((value) => isQuantity(value) && value.qualifier === '=') ?? best
}

function exclude(shape: string, values: readonly Supported[]): boolean {
  if (values.length < 2 || shape === 'str' || shape === 'enum' || shape === 'eventRef' || shape === 'str[] exact') {
    return false
  }
  if (shape !== 'qty') return true
  return values.some(({ value: a }, index) => values.slice(index + 1).some(({ value: b }) => contradict(a, b)))
}

/** Whether two values cannot both be true. */
export function contradict(a: unknown, b: unknown): boolean {
  if (!isQuantity(a) || !isQuantity(b)) return JSON.stringify(a) !== JSON.stringify(b)
  if (a.unit !== b.unit) return false
  const [x, y] = [rangeOf(a), rangeOf(b)]
  return x.least > y.most || y.least > x.most
}

export function isQuantity(value: unknown): value is Quantity {
  return (
    typeof value === 'object' &&
    value !== null &&
    'value' in value &&
    typeof value.value === 'number' &&
    'qualifier' in value &&
    (QUANTITY_QUALIFIERS as readonly unknown[]).includes(value.qualifier)
  )
}

/** "About 100" leaves a fifth on either side. */
function rangeOf({ value, qualifier }: Quantity): { least: number; most: number } {
  if (qualifier === '=') return { least: value, most: value }
  if (qualifier === '~') return { least: value * 0.8, most: value * 1.2 }
  return qualifier === '>' || qualifier === '>=' ? { least: value, most: Infinity } : { least: -Infinity, most: value }
}
