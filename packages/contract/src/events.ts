import { z } from 'zod'
import { LogEntry } from './log.ts'
import {
  ActorId,
  ActorKindName,
  CursorText,
  AsOf,
  Country,
  DatePrecisionName,
  Day,
  EdtfDate,
  EventTypeName,
  Id,
  Limit,
  listOf,
  orNull,
  PlaceId,
  RealisName,
  Role,
  SourceName,
  text,
} from './primitives.ts'

export const EventDate = z
  .strictObject({
    edtf: z.string().meta({ description: 'EDTF, or `unknown` where nobody gives a date.', example: '2022-11-20' }),
    earliest: Day.nullable().meta({
      description: 'The first day that it can have been; null where that side is open.',
    }),
    latest: Day.nullable().meta({ description: 'The last day that it can have been; null where that side is open.' }),
    precision: DatePrecisionName,
  })
  .meta({ id: 'EventDate', description: 'When it happened, as exactly as the documents say and no more.' })

export const Place = z
  .strictObject({
    id: PlaceId,
    name: z.string().meta({ description: 'Its name.', example: 'Kazakhstan' }),
    country: z.string().nullable().meta({ description: 'ISO 3166-1 alpha-2, where it has one.', example: 'KZ' }),
  })
  .meta({ id: 'Place', description: 'Where it happened.' })

export const ActorSummary = z
  .strictObject({
    id: ActorId,
    name: z.string().meta({ description: 'The best known name.', example: 'Kassym-Jomart Tokayev' }),
    kind: ActorKindName,
  })
  .meta({ id: 'ActorSummary', description: 'An actor in short.' })

export const Participant = z
  .strictObject({ role: Role, actor: ActorSummary })
  .meta({ id: 'Participant', description: 'An actor in its role.' })

export const Evidence = z
  .strictObject({
    documentId: Id.meta({ description: 'The document that says it.' }),
    source: z.string().meta({ description: 'The source that the document came from.', example: 'demo' }),
    url: z.string().nullable().meta({ description: 'Where the document was published, if it was said.' }),
    title: z.string().nullable().meta({ description: 'The document’s title.' }),
    publishedAt: z
      .string()
      .meta({ description: 'As submitted: a date or an instant.', example: '2022-11-28T09:00:00Z' }),
    quote: z.string().meta({ description: 'The words, verbatim from the document’s text.' }),
    start: z.int().meta({ description: 'Where they start: UTF-16 code units into the text.', example: 386 }),
    end: z.int().meta({ description: 'Where they end, exclusive.', example: 451 }),
  })
  .meta({ id: 'Evidence', description: 'The words of one document that carry the event.' })

export const Dispute = z
  .strictObject({
    field: z.string().meta({ description: 'What is disputed, as a dotted path.', example: 'attributes.fatalities' }),
    values: z
      .array(
        z.strictObject({
          value: z.unknown().meta({ description: 'One of the values.' }),
          documentIds: z.array(Id).meta({ description: 'The documents that say so.' }),
        }),
      )
      .meta({ description: 'What the documents say, the best supported first.' }),
  })
  .meta({ id: 'Dispute', description: 'Something that the documents do not agree upon.' })

export const CorrectedField = z
  .strictObject({
    field: z.string().meta({ description: 'What was corrected, as a dotted path.', example: 'attributes.fatalities' }),
    correctionId: Id.meta({ description: 'The correction; `correction.undo` takes it back.' }),
    reason: z.string().meta({ description: 'Why.', example: 'The ministry has published the toll.' }),
  })
  .meta({ id: 'CorrectedField', description: 'A value that a person gave, in the place of what the documents say.' })

export const EventQuery = z
  .strictObject({
    asOf: AsOf.optional().meta({ description: 'The event as it was known then: a position or an instant.' }),
  })
  .meta({ description: 'Which moment.' })

export const Event = z
  .strictObject({
    id: Id,
    type: EventTypeName,
    title: z
      .string()
      .meta({ description: 'The event in a few words.', example: 'Presidential election in Kazakhstan' }),
    date: EventDate,
    place: orNull(Place).meta({ description: 'Where; null where nobody says.' }),
    participants: z.array(Participant).meta({ description: 'Who took part, in which role.' }),
    attributes: z
      .record(z.string(), z.unknown())
      .meta({ description: 'What else is known; the shape depends on the type.', example: { kind: 'presidential' } }),
    realis: RealisName,
    assertedBy: orNull(ActorSummary).meta({
      description: 'Who asserts it; null where the documents say it in their own voice.',
    }),
    confidence: z.number().min(0).max(1).meta({ description: 'How likely it is right, calibrated.', example: 0.93 }),
    documents: z.int().meta({ description: 'How many documents report it.', example: 3 }),
    sources: z.int().meta({ description: 'From how many sources.', example: 2 }),
    firstReportedAt: z.string().meta({ description: 'The first publication that reports it.' }),
    lastReportedAt: z.string().meta({ description: 'The last publication that reports it.' }),
    evidence: z.array(Evidence).meta({ description: 'In a list the best piece, in the single view all of it.' }),
    disputed: z.array(Dispute).meta({ description: 'Where the documents contradict each other.' }),
    corrected: z
      .array(CorrectedField)
      .optional()
      .meta({ description: 'What people have corrected, the earliest first; left out where nothing was.' }),
  })
  .meta({ id: 'Event', description: 'One thing that happened, however many documents report it.' })

export type Event = z.infer<typeof Event>

export const ReportOfEvent = z
  .strictObject({
    documentId: Id.meta({ description: 'The document that reports it.' }),
    source: z.string().meta({ description: 'Its source.' }),
    publishedAt: z.string().meta({ description: 'When it was published.' }),
    points: z.number().meta({
      description: 'What speaks for it that this report is of this event; from 5 on it is. 0: the first report of it.',
      example: 8.5,
    }),
    because: z.array(z.string()).meta({
      description: 'What speaks for it and what against, each with its points.',
      example: ['the dates agree (2)', 'the places agree (3)', 'the same names are there (0.5)'],
    }),
    notOf: z
      .array(
        z.strictObject({
          eventId: Id.meta({ description: 'The other event.' }),
          because: z.string().meta({ description: 'What rules it out.', example: 'another place' }),
        }),
      )
      .meta({ description: 'Of a first report: events much like it that it was not held to be of.' }),
  })
  .meta({ id: 'ReportOfEvent', description: 'Why a document is held to report this event.' })

export type ReportOfEvent = z.infer<typeof ReportOfEvent>

export const EventInFull = Event.extend({
  reports: z.array(ReportOfEvent).meta({ description: 'Each report of it, the first one first, and why it is one.' }),
}).meta({ id: 'EventInFull', description: 'One event, with all of its evidence and why each report belongs to it.' })

export type EventInFull = z.infer<typeof EventInFull>

export const EventList = listOf('EventList', Event, 'events')

export type EventList = z.infer<typeof EventList>

/** The filters of the timeline, which every list of events takes. */
const filters = {
  actor: z.array(ActorId).min(1).max(50).optional().meta({ description: 'Events with this actor; repeatable.' }),
  match: z.enum(['all', 'any']).default('all').meta({ description: 'All of the actors, or any of them.' }),
  role: Role.optional().meta({ description: 'Events in which an actor (of `actor`, if given) has this role.' }),
  type: z.array(EventTypeName).min(1).optional().meta({ description: 'Events of this type; repeatable.' }),
  country: Country.optional().meta({ description: 'The country of the place or of any participant.' }),
  place: PlaceId.optional().meta({ description: 'Events at this place or at one that it contains.' }),
  from: EdtfDate.optional().meta({ description: 'Not before this date; an overlap counts.', example: '2022-01' }),
  to: EdtfDate.optional().meta({ description: 'Not after this date; an overlap counts.', example: '2022-12-31' }),
  undated: z.enum(['exclude', 'include', 'only']).optional().meta({
    description: 'Events that nobody dates. Without it they are there, but not where `from` or `to` asks for a period.',
    example: 'include',
  }),
  q: text(500)
    .optional()
    .meta({ description: 'Words in titles and evidence: web search syntax.', example: 'snap election' }),
  source: SourceName.optional().meta({ description: 'Events that this source reports.' }),
  document: Id.optional().meta({ description: 'Events that this document reports.' }),
  realis: z
    .array(RealisName)
    .min(1)
    .default(['actual', 'ongoing'])
    .meta({
      description: 'Whether it happened; repeatable.',
      example: ['actual', 'ongoing'],
    }),
  minSources: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .meta({ description: 'Reported by that many sources.', example: 2 }),
  minConfidence: z.number().min(0).max(1).optional().meta({ description: 'At least that likely.', example: 0.5 }),
  asOf: AsOf.optional().meta({ description: 'The timeline as it was known then: a position or an instant.' }),
}

export const TimelineQuery = z
  .strictObject({
    ...filters,
    order: z.enum(['asc', 'desc']).default('asc').meta({ description: 'By event date, earliest or latest first.' }),
    limit: Limit,
    cursor: CursorText.optional(),
  })
  .meta({ description: 'The filters of the timeline.' })

export type TimelineQuery = z.infer<typeof TimelineQuery>

const { asOf: _asOf, ...liveFilters } = filters

export const LiveFilters = z
  .strictObject(liveFilters)
  .meta({ id: 'LiveFilters', description: 'The filters of the timeline, where changes are told as they come.' })

/** The last `id:` that was received, or a plain position; the position first, then the change's number. */
const EVENT_ID = /^(0|[1-9]\d{0,18})(?:-(\d{1,10}))?$/

export const LastEventId = z
  .string()
  .regex(EVENT_ID, 'must be the id of a change, such as 1042-0, or a position')
  .meta({ description: 'Go on after this change, or after this position.', example: '1042-0' })

export const StreamQuery = z
  .strictObject({ ...liveFilters, lastEventId: LastEventId.optional() })
  .meta({ description: 'The filters of the timeline, and where to go on.' })

export type StreamQuery = z.infer<typeof StreamQuery>

export const CountsQuery = z
  .strictObject({
    ...filters,
    interval: z
      .enum(['day', 'week', 'month', 'year'])
      .default('month')
      .meta({ description: 'How long an interval is; a week begins on Monday.' }),
    limit: Limit,
    cursor: CursorText.optional(),
  })
  .meta({ description: 'The filters of the timeline, and the interval.' })

export type CountsQuery = z.infer<typeof CountsQuery>

export const Count = z
  .strictObject({
    start: Day.nullable().meta({ description: 'The first day; null for events without any date.' }),
    end: Day.nullable().meta({ description: 'The last day, inclusive; null for events without any date.' }),
    count: z.int().meta({ description: 'How many events.', example: 3 }),
    types: z
      .record(z.string(), z.int())
      .meta({ description: 'How many of each type.', example: { election: 2, protest: 1 } }),
  })
  .meta({ id: 'Count', description: 'How many events an interval has. An event counts where its date begins.' })

export const CountList = listOf('CountList', Count, 'counts')

export const HistoryItem = z
  .strictObject({
    ...LogEntry.shape,
    change: z
      .enum(['reported', 'created', 'updated', 'merged', 'withdrawn'])
      .meta({ description: 'What it did to the event; `reported`: it said nothing new.', example: 'created' }),
    engine: z
      .strictObject({
        name: z.string().meta({ description: 'The engine’s name.', example: 'dateline' }),
        version: z.string().meta({ description: 'Its version.', example: '1.0.0' }),
      })
      .nullable()
      .meta({ description: 'What read the document; null for what people said.' }),
  })
  .meta({ id: 'HistoryItem', description: 'A log entry that made the event what it is.' })

export const HistoryList = listOf('HistoryList', HistoryItem, 'entries')

export const PageQuery = z
  .strictObject({ limit: Limit, cursor: CursorText.optional() })
  .meta({ description: 'Which page.' })
