import type { ExtractedEvent } from '@dateline/domain'
import { columns } from '../terminal.ts'
import { differenceOf } from './difference.ts'
import type { AnnotatedDocument } from './documents.ts'

/** Differences that are shown in full. */
const SAMPLES = 10

export interface Report {
  documents: number
  changedDocuments: number
  /** By event type */
  types: Map<string, { same: number; added: number; removed: number; changed: number }>
  samples: string[]
  add(document: AnnotatedDocument, after: readonly ExtractedEvent[]): void
}

/** What another engine would say of the documents that are added to it. */
export function createReport(): Report {
  const report: Report = {
    documents: 0,
    changedDocuments: 0,
    types: new Map(),
    samples: [],
    add({ source, events }, after) {
      const { added, removed, changed } = differenceOf(events, after)
      report.documents += 1
      if (added.length + removed.length + changed.length > 0) report.changedDocuments += 1
      for (const { type } of events) countOf(report, type).same += 1
      for (const event of removed) countOf(report, event.type).same -= 1
      for (const event of removed) countOf(report, event.type).removed += 1
      for (const event of added) countOf(report, event.type).added += 1
      for (const { before } of changed) {
        countOf(report, before.type).same -= 1
        countOf(report, before.type).changed += 1
      }
      const samples = [
        ...changed.map((one) => `~ ${told(one.after)} (${one.fields.join(', ')})`),
        ...removed.map((event) => `- ${told(event)}`),
        ...added.map((event) => `+ ${told(event)}`),
      ]
      for (const sample of samples) if (report.samples.length < SAMPLES) report.samples.push(`${source.id}  ${sample}`)
    },
  }
  return report
}

function countOf({ types }: Report, type: string) {
  const count = types.get(type) ?? { same: 0, added: 0, removed: 0, changed: 0 }
  types.set(type, count)
  return count
}

function told({ type, date, evidence }: ExtractedEvent): string {
  const text = (evidence[0]?.text ?? '').replaceAll(/\s+/g, ' ')
  return `${type} ${date.edtf}: ${text.length > 100 ? `${text.slice(0, 99)}…` : text}`
}

export function reportText({ documents, changedDocuments, types, samples }: Report, engine: string): string {
  const rows = [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, { same, changed, removed, added }]) => [type, ...[same, changed, removed, added].map(String)])
  return [
    `${engine} would say something else of ${changedDocuments} of ${documents} documents.`,
    '',
    columns([['events', 'same', 'changed', 'gone', 'new'], ...rows]),
    ...(samples.length > 0 ? ['', ...samples] : []),
  ].join('\n')
}
