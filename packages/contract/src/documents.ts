import { z } from 'zod'
import { EventDate, Place } from './events.ts'
import { EventTypeName, Id, Instant, orNull, RealisName } from './primitives.ts'

export const DOCUMENT_STATUS = ['queued', 'processing', 'done', 'failed', 'retracted'] as const

export const DocumentStatus = z.enum(DOCUMENT_STATUS).meta({
  id: 'DocumentStatus',
  description: '`queued`, `processing`, `done`, `failed` after the last attempt, or `retracted`.',
  example: 'done',
})

export const Revision = z
  .strictObject({
    revision: z.int().meta({ description: '1, 2, 3 …', example: 1 }),
    submittedAt: Instant.meta({ description: 'When it was taken.' }),
    publishedAt: z.string().meta({ description: 'As submitted: a date or an instant.', example: '2022-11-28' }),
    title: z.string().nullable().meta({ description: 'Its title.' }),
    url: z.string().nullable().meta({ description: 'Where it was published.' }),
    textHash: z.string().meta({ description: 'SHA-256 of the text’s UTF-8, in hexadecimal.' }),
    textLength: z.int().meta({ description: 'UTF-16 code units of the text.', example: 8412 }),
  })
  .meta({ id: 'Revision', description: 'One text of a document.' })

export const Document = z
  .strictObject({
    id: Id,
    status: DocumentStatus,
    source: z.string().meta({ description: 'The source that submitted it.', example: 'demo' }),
    externalId: z.string().nullable().meta({ description: 'The source’s own id.' }),
    url: z.string().nullable().meta({ description: 'Where it was published.' }),
    title: z.string().nullable().meta({ description: 'Its title.' }),
    publishedAt: z.string().meta({ description: 'As submitted: a date or an instant.', example: '2022-11-28' }),
    lang: z.string().nullable().meta({ description: 'Its language, BCP 47.', example: 'en' }),
    authors: z.array(z.string()).meta({ description: 'Its authors.' }),
    revision: z.int().meta({ description: 'The newest revision.', example: 1 }),
    revisions: z.array(Revision).meta({ description: 'All of them, the first one first.' }),
    events: z
      .array(
        z.strictObject({
          id: Id,
          type: EventTypeName,
          title: z.string().meta({ description: 'The event in a few words.' }),
          date: EventDate,
        }),
      )
      .meta({ description: 'The events that it reports.' }),
    error: z
      .strictObject({
        message: z.string().meta({ description: 'What failed and why.' }),
        attempts: z.int().meta({ description: 'How often it was tried.', example: 5 }),
        failedAt: Instant.meta({ description: 'When it was given up.' }),
      })
      .nullable()
      .meta({ description: 'What failed and why; null unless `failed`.' }),
  })
  .meta({ id: 'Document', description: 'A document and what became of it.' })

export type Document = z.infer<typeof Document>

export const Span = z
  .strictObject({
    start: z.int().meta({ description: 'UTF-16 code units into `body`.', example: 386 }),
    end: z.int().meta({ description: 'Exclusive.', example: 451 }),
    text: z.string().meta({ description: 'The words: `body.slice(start, end)`.' }),
  })
  .meta({ id: 'Span', description: 'Words of the text.' })

const spanFields = Span.shape

const Engine = z
  .strictObject({
    name: z.string().meta({ description: 'Its name.', example: 'dateline' }),
    version: z.string().meta({ description: 'Its version.', example: '1.0.0' }),
  })
  .meta({ description: 'The engine that made the annotation.' })

const AnnotatedEvent = z
  .strictObject({
    type: EventTypeName,
    trigger: Span,
    evidence: z.array(Span).meta({ description: 'The clauses or sentences that carry it.' }),
    date: z
      .strictObject({
        edtf: z.string().meta({ description: 'EDTF or `unknown`.' }),
        precision: z.string().meta({ description: 'How precise the date is.' }),
        basis: z.string().meta({ description: '`explicit`, `relative`, `inherited`, `publication` or `none`.' }),
        expression: orNull(Span).meta({ description: 'The words that the date is from.' }),
      })
      .meta({ description: 'When, and on what ground.' }),
    participants: z
      .array(
        z.strictObject({
          role: z.string().meta({ description: 'The role.' }),
          actor: z.string().meta({ description: 'The actor’s id.' }),
          mention: Span,
        }),
      )
      .meta({ description: 'Who, in which role, by which words.' }),
    place: orNull(Place).meta({ description: 'Where; null where the text does not say.' }),
    attributes: z.record(z.string(), z.unknown()).meta({ description: 'Shapes by type.' }),
    realis: RealisName,
    assertedBy: z
      .string()
      .nullable()
      .meta({ description: 'The id of who asserts it; null for the document’s own voice.' }),
    confidence: z.number().meta({ description: '0 to 1.', example: 0.9 }),
  })
  .meta({ id: 'AnnotatedEvent', description: 'An event as this document reports it.' })

export const AnnotationView = z
  .strictObject({
    id: Id.meta({ description: 'The document’s id.' }),
    revision: z.int().meta({ description: 'The revision that was annotated.', example: 1 }),
    engine: Engine,
    title: z.string().nullable().meta({ description: 'The document’s title.' }),
    body: z.string().meta({ description: 'The text into which all offsets point.' }),
    sentences: z.array(Span).meta({ description: 'The sentences.' }),
    timexes: z
      .array(
        z.strictObject({
          ...spanFields,
          kind: z.string().meta({ description: 'TIMEX3 type: `DATE`, `TIME`, `DURATION` or `SET`.' }),
          value: z.string().meta({ description: 'TIMEX3 value.', example: '2022-11-26' }),
          edtf: z.string().nullable().meta({ description: 'EDTF of a date.' }),
        }),
      )
      .meta({ description: 'Every time expression.' }),
    mentions: z
      .array(
        z.strictObject({
          ...spanFields,
          kind: z.string().meta({ description: 'The kind of actor, or `place`.' }),
          id: z.string().meta({ description: 'The actor’s or place’s id.' }),
          name: z.string().meta({ description: 'Its name.' }),
          via: z.string().meta({ description: 'How it is named: `name`, `alias`, `pronoun` …' }),
        }),
      )
      .meta({ description: 'Every mention of an actor or a place.' }),
    attributions: z
      .array(
        z.strictObject({
          source: orNull(Span).meta({ description: 'The words that name the speaker.' }),
          cue: orNull(Span).meta({ description: 'The words that say so: "said".' }),
          content: z.array(Span).meta({ description: 'What is attributed.' }),
          speaker: z.string().nullable().meta({ description: 'The speaker’s id.' }),
          mode: z.string().meta({ description: '`verbatim`, `partial` or `paraphrase`.' }),
        }),
      )
      .meta({ description: 'Who said what.' }),
    events: z.array(AnnotatedEvent).meta({ description: 'The events.' }),
  })
  .meta({ id: 'Annotation', description: 'The text with every span of `annotation/1`.' })
