import { z } from 'zod'
import { ActorSummary, Evidence, EventDate } from './events.ts'
import {
  ActorId,
  ActorKindName,
  AsOf,
  Country,
  CursorText,
  Id,
  Instant,
  Limit,
  listOf,
  orNull,
  Position,
  text,
} from './primitives.ts'

const Counts = z.record(z.string(), z.int())

export const ActorListItem = z
  .strictObject({
    id: ActorId,
    name: z.string().meta({ description: 'The best known name.', example: 'Kassym-Jomart Tokayev' }),
    kind: ActorKindName,
    country: z.string().nullable().meta({ description: 'ISO 3166-1 alpha-2, where it has one.', example: 'KZ' }),
    aliases: z.array(z.string()).meta({ description: 'The names and words that it was called by.' }),
    events: z.int().meta({ description: 'In how many events it takes part.', example: 12 }),
    statements: z.int().meta({ description: 'How many of them are statements that it made.', example: 4 }),
    documents: z.int().meta({ description: 'How many documents name it.', example: 9 }),
    firstSeen: Instant.nullable().meta({ description: 'The publication of the first document that names it.' }),
    lastSeen: Instant.nullable().meta({ description: 'The publication of the last one.' }),
  })
  .meta({ id: 'ActorListItem', description: 'An actor, with counts.' })

export const ActorList = listOf('ActorList', ActorListItem, 'actors')

export const ActorsQuery = z
  .strictObject({
    q: text(200).optional().meta({ description: 'A beginning of a name, or roughly the name.', example: 'tokaev' }),
    kind: ActorKindName.optional(),
    country: Country.optional(),
    asOf: AsOf.optional().meta({
      description:
        'Shown as they were known then: a position or an instant. They are found by the names they have now.',
    }),
    limit: Limit,
    cursor: CursorText.optional(),
  })
  .meta({ description: 'Which actors.' })

export const ActorQuery = z
  .strictObject({
    asOf: AsOf.optional().meta({ description: 'The actor as it was known then: a position or an instant.' }),
  })
  .meta({ description: 'Which moment.' })

export type ActorsQuery = z.infer<typeof ActorsQuery>

export const Office = z
  .strictObject({
    office: z.string().meta({ description: 'The office.', example: 'president' }),
    of: z.string().nullable().meta({ description: 'Of which country or organisation.', example: 'country:KZ' }),
    from: z
      .string()
      .nullable()
      .meta({ description: 'Since when, EDTF; null where nobody says.', example: '2022-11-26' }),
    to: z.string().nullable().meta({ description: 'Until when, EDTF; null where nobody says.' }),
  })
  .meta({ id: 'Office', description: 'An office that the actor holds or held.' })

export const Actor = z
  .strictObject({
    ...ActorListItem.shape,
    names: z
      .array(
        z.strictObject({
          name: z.string().meta({ description: 'A name.', example: 'Tokayev' }),
          reports: z.int().meta({ description: 'How many reports call the actor so.', example: 7 }),
        }),
      )
      .meta({ description: 'The names and words that it was called by, most often first.' }),
    mergedFrom: z
      .array(
        z.strictObject({
          id: ActorId.meta({ description: 'What documents, or the timeline before, called it.' }),
          name: z.string().nullable().meta({ description: 'By which name.', example: 'K. Tokayev' }),
          since: Position.meta({ description: 'The log’s entry since which they are one.' }),
          reasons: z
            .array(z.string())
            .meta({ description: 'Why they are.', example: ['the same last name', 'the same office: president'] }),
        }),
      )
      .meta({ description: 'Who was found to be the actor, or was made it by a correction, and why.' }),
    offices: z.array(Office).meta({ description: 'The offices, in the order of time.' }),
    counts: z
      .strictObject({
        byType: Counts.meta({ description: 'Events by type.', example: { election: 2 } }),
        byRole: Counts.meta({ description: 'Events by role.', example: { winner: 1 } }),
      })
      .meta({ description: 'In what it takes part.' }),
    appearsWith: z
      .array(
        z.strictObject({
          actor: ActorSummary,
          events: z.int().meta({ description: 'In how many events both take part.', example: 3 }),
        }),
      )
      .meta({ description: 'Who it appears with, most often first.' }),
  })
  .meta({ id: 'Actor', description: 'A person, an organization, a government or a group.' })

export const Statement = z
  .strictObject({
    id: Id.meta({ description: 'The statement’s event.' }),
    speaker: ActorSummary,
    affiliation: z.string().nullable().meta({ description: 'For whom they speak, as the document says.' }),
    act: z.string().nullable().meta({ description: 'What they do by it.', example: 'criticise' }),
    mode: z.string().nullable().meta({ description: '`verbatim`, `partial` or `paraphrase`.', example: 'verbatim' }),
    quotes: z.array(z.string()).meta({ description: 'The quoted words, verbatim.' }),
    about: z.string().nullable().meta({ description: 'What it is about.' }),
    stance: z
      .string()
      .nullable()
      .meta({ description: '`positive`, `negative`, `mixed` or `neutral`.', example: 'neutral' }),
    target: orNull(ActorSummary).meta({ description: 'At whom it is aimed.' }),
    venue: z.string().nullable().meta({ description: 'Where or to whom it was said.' }),
    date: EventDate,
    evidence: z.array(Evidence).meta({ description: 'The words of the documents.' }),
  })
  .meta({ id: 'Statement', description: 'What somebody said.' })

export const StatementList = listOf('StatementList', Statement, 'statements')
