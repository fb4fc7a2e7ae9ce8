import type { EventType } from './ontology.ts'

/**
 * The annotation contract `annotation/1`: what an extraction engine says about one document.
 * All offsets are UTF-16 code units into `body`, half open: `body.slice(start, end) === text`, always.
 */
export interface Annotation {
  id: string
  engine: Engine
  sentences: Span[]
  /** Every time expression of the body, also those that date no event. */
  timexes: Timex[]
  /** Every named or resolved mention of an actor or a place. */
  mentions: Mention[]
  /** Every "who said what", also those that yield no event. */
  attributions: Attribution[]
  events: ExtractedEvent[]
  /** What the document says of those whom it names, where it says anything: an engine may leave it out */
  actors?: ActorFacts[]
}

/** By what one of a name is told from another of the same name. */
export interface ActorFacts {
  /** `Mention.id` */
  id: string
  gender: 'male' | 'female' | null
  /** That the actor is of: ISO 3166-1 alpha-2 */
  country: string | null
  /** Offices and roles; `of` is the id of the country or body: `{office: 'president', of: 'country:KZ'}` */
  offices: { office: string; of: string | null }[]
}

export interface Engine {
  name: string
  version: string
}

/** What is annotated. `publishedAt` (a date or an RFC 3339 instant) is the only anchor of relative dates. */
export interface SourceDocument {
  id: string
  title?: string | undefined
  body: string
  publishedAt?: string | undefined
  lang?: string | undefined
  source?: string | undefined
}

export interface Span {
  start: number
  end: number
  text: string
}

export type TimexKind = 'DATE' | 'TIME' | 'DURATION' | 'SET'

/** A TIMEX3 time expression (TimeML 1.2.1) with its EDTF, which is null for durations and sets. */
export interface Timex extends Span {
  kind: TimexKind
  /** TIMEX3 value: `2022-11-26`, `2022-W47`, `2022-01`, `P7Y`, `PAST_REF`, `2022-11-20TEV` */
  value: string
  edtf: string | null
}

export const ACTOR_KINDS = ['person', 'organization', 'government', 'group'] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]
export type MentionKind = ActorKind | 'place'
export type MentionVia = 'name' | 'alias' | 'acronym' | 'role' | 'metonym' | 'pronoun' | 'nominal'

export interface Mention extends Span {
  kind: MentionKind
  /** Registry id, one for every alias: `country:KZ`, `org:osce`, `person:kassym-jomart-tokayev`, `place:KZ/astana` */
  id: string
  /** Canonical name */
  name: string
  via: MentionVia
}

export type AttributionMode = 'verbatim' | 'partial' | 'paraphrase'

export interface Attribution {
  /** The words that name the speaker: "Ned Price", "he", "the ministry" */
  source: Span | null
  /** "said", "told", "according to" */
  cue: Span | null
  /** What is attributed, one span a contiguous piece */
  content: Span[]
  /** `Mention.id` of the resolved speaker */
  speaker: string | null
  mode: AttributionMode
}

export const REALIS = ['actual', 'ongoing', 'alleged', 'future', 'hypothetical', 'negated'] as const
export type Realis = (typeof REALIS)[number]

export const DATE_PRECISIONS = ['day', 'week', 'month', 'season', 'year', 'interval', 'unknown'] as const
export type DatePrecision = (typeof DATE_PRECISIONS)[number]

export const DATE_BASES = ['explicit', 'relative', 'inherited', 'publication', 'none'] as const
export type DateBasis = (typeof DATE_BASES)[number]

export interface EventDate {
  /** EDTF level 1, or `unknown` where the text gives no date. Never invented. */
  edtf: string
  precision: DatePrecision
  basis: DateBasis
  /** The time expression that it came from */
  expression: Span | null
}

export interface Participant {
  /** A role that `ONTOLOGY[type].roles` has */
  role: string
  /** `Mention.id` of one of the annotation's mentions */
  actor: string
  mention: Span
}

export interface EventPlace {
  id: string
  name: string
  /** ISO 3166-1 alpha-2 */
  country: string | null
}

export const QUANTITY_QUALIFIERS = ['=', '>', '>=', '<', '<=', '~'] as const

/** "more than 230 people" is `{value: 230, qualifier: '>', unit: 'person'}`. */
export interface Quantity {
  value: number
  qualifier: (typeof QUANTITY_QUALIFIERS)[number]
  unit: string
}

export interface ExtractedEvent {
  type: EventType
  trigger: Span
  /** The sentences or clauses that carry the event; at least one */
  evidence: Span[]
  date: EventDate
  participants: Participant[]
  place: EventPlace | null
  /** Shapes by `ONTOLOGY[type].attributes` */
  attributes: Record<string, unknown>
  realis: Realis
  /** `Mention.id` of whoever asserts the event; null is the document's own voice */
  assertedBy: string | null
  /** 0..1, calibrated: of events at 0.8 about 80 % are right */
  confidence: number
}
