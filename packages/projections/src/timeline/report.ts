import {
  type ActorRef,
  edtfBounds,
  type EventDate,
  type EventPlace,
  type EventReported,
  type EventType,
  type Realis,
  type Span,
} from '@dateline/domain'
import type { Entry } from '@dateline/event-log'
import { dayOf, instantOf } from '../shared/instants.ts'
import { remembering } from '../shared/remember.ts'

/** The document that a report is from, as it was when it was annotated. */
export interface ReportedBy {
  documentId: string
  revision: number
  /** Position of its `document.annotated` */
  annotation: string
  source: string
  url: string | null
  title: string | null
  /** As submitted */
  published: string
  textHash: string
  /** By which near-copies of the text are recognised; null: its annotation has none */
  sketch: string | null
  /** `name version` */
  engine: string
  /** The country that the document speaks of most, ISO 3166-1 alpha-2 */
  country: string | null
  /** Words of the names that the document speaks of most */
  names: readonly string[]
}

/** What one document says of one event: what identity and merging read. */
export interface Report {
  entryId: string
  position: bigint
  ordinal: number
  by: ReportedBy
  /** Milliseconds */
  publishedAt: number
  /** The day of publication as the entry itself says it, YYYY-MM-DD; null: it was written before entries said so */
  toldOn: string | null
  type: EventType
  realis: Realis
  date: Pick<EventDate, 'edtf' | 'precision' | 'basis'>
  earliest: string | null
  latest: string | null
  place: EventPlace | null
  participants: { role: string; actor: string }[]
  actors: ActorRef[]
  attributes: Record<string, unknown>
  assertedBy: string | null
  confidence: number
  trigger: string
  /** The best piece first */
  evidence: readonly Pick<Span, 'start' | 'end' | 'text'>[]
}

/** A piece of evidence as the API shows it. */
export interface Evidence {
  documentId: string
  source: string
  url: string | null
  title: string | null
  publishedAt: string
  quote: string
  start: number
  end: number
}

/** What identity looks by: what can be read from an entry without its document. */
export function toldBy(data: EventReported) {
  const { type, place, participants, attributes, evidence, trigger } = data
  return {
    type,
    place,
    participants,
    attributes,
    evidence,
    trigger: trigger.text,
    toldOn: toldOn(data),
    ...boundsOf(data),
  }
}

const dayOfInstant = remembering((published) => dayOf(instantOf(published)))

function toldOn({ publishedAt }: EventReported): string | null {
  return publishedAt === undefined ? null : dayOfInstant(publishedAt)
}

const boundsOfEdtf = remembering(edtfBounds)

function boundsOf({ date }: EventReported) {
  const bounds = boundsOfEdtf(date.edtf)
  if (!bounds) throw new Error(`Not an EDTF date: ${date.edtf}`)
  return bounds
}

export function reportOf(entry: Entry<EventReported>, by: ReportedBy): Report {
  const { data } = entry
  if (data.evidence.length === 0) throw new Error('An event without evidence')
  return {
    entryId: entry.id,
    position: entry.position,
    ordinal: data.ordinal,
    by,
    publishedAt: instantOf(by.published).getTime(),
    toldOn: toldOn(data),
    type: data.type,
    realis: data.realis,
    date: { edtf: data.date.edtf, precision: data.date.precision, basis: data.date.basis },
    ...boundsOf(data),
    place: data.place && { id: data.place.id, name: data.place.name, country: data.place.country },
    participants: data.participants.map(({ role, actor }) => ({ role, actor })),
    actors: data.actors,
    attributes: data.attributes,
    assertedBy: data.assertedBy,
    confidence: data.confidence,
    trigger: data.trigger.text,
    evidence: bestFirst(data.evidence, data.trigger.text),
  }
}

/** The piece with the trigger shows the event best. */
function bestFirst(evidence: readonly Span[], trigger: string): Report['evidence'] {
  const best = evidence.findIndex(({ text }) => text.includes(trigger))
  if (best <= 0) return evidence
  return [evidence[best]!, ...evidence.slice(0, best), ...evidence.slice(best + 1)]
}

/** The pieces of evidence as the API shows them, the best first. */
export function evidenceOf(report: Report): Evidence[] {
  const { documentId, source, url, title, published } = report.by
  return report.evidence.map(({ start, end, text }) => ({
    documentId,
    source,
    url,
    title,
    publishedAt: published,
    quote: text,
    start,
    end,
  }))
}

/** The report as it is stored: its evidence has a column of its own. */
export function stringifyReport(report: Report): string {
  return JSON.stringify({ ...report, position: String(report.position), evidence: undefined })
}

export function parseReport(text: string, evidence: string): Report {
  const stored = JSON.parse(text) as Omit<Report, 'position' | 'evidence'> & { position: string }
  const pieces = JSON.parse(evidence) as Evidence[]
  return {
    ...stored,
    position: BigInt(stored.position),
    evidence: pieces.map(({ quote, start, end }) => ({ start, end, text: quote })),
  }
}
