import { ACTOR_KINDS, DATE_PRECISIONS, EVENT_TYPES, parseEdtf, REALIS } from '@dateline/domain'
import { z } from 'zod'

/** Text that Postgres can hold: no NUL (`\u0000`) and no half of a surrogate pair. */
export function text(max: number, min = 1) {
  return z
    .string()
    .min(min)
    .max(max)
    .refine((value) => !value.includes('\0') && value.isWellFormed(), {
      message: 'has a NUL or half of a surrogate pair in it, which no text may have',
    })
}

/** The highest position that a Postgres `bigint` holds. */
const MAX_POSITION = 9_223_372_036_854_775_807n

export const Position = z
  .string()
  // Aborting: what is no number cannot be compared.
  .regex(/^(0|[1-9]\d{0,18})$/, {
    abort: true,
    error: 'must be a log position: a string of digits without leading zeros',
  })
  .refine((value) => BigInt(value) <= MAX_POSITION, { message: 'is beyond the highest position that there can be' })
  .meta({ description: 'A position in the log, as a string of digits; opaque but ordered.', example: '1042' })

export const Instant = z.iso
  .datetime({ offset: true, error: 'must be an RFC 3339 instant such as 2022-11-28T09:00:00Z' })
  .meta({ description: 'An instant, RFC 3339 in UTC.', example: '2022-11-28T09:00:00Z' })

export const Day = z.iso.date().meta({ description: 'A calendar day, `YYYY-MM-DD`.', example: '2022-11-20' })

/** EDTF with a bound or a date: `unknown` is no answer to "from when". */
export const EdtfDate = text(128)
  .refine(
    (value) => {
      const edtf = parseEdtf(value)
      return edtf !== null && (edtf.earliest !== null || edtf.latest !== null)
    },
    { message: 'must be a date or EDTF: 2022-11-20, 2022-11, 2022, 199X, 2022-01/2022-03' },
  )
  .meta({ description: 'A date or an EDTF expression (ISO 8601-2).', example: '2022-11' })

export const AsOf = z
  .union([Position, Instant], { error: 'must be a log position (digits) or an RFC 3339 instant' })
  .meta({
    description: 'A position of the log or an RFC 3339 instant.',
    example: '2022-12-01T00:00:00Z',
  })

export const Id = text(300).meta({ description: 'An opaque id.', example: '3n5m2kq0c8s4w1v7y6t9x2b0da' })

export const ActorId = text(300).meta({
  description: 'An actor’s id, one for every name it goes by.',
  example: 'person:kassym-jomart-tokayev',
})

export const PlaceId = text(300).meta({
  description: 'A place’s id; a country is a place that contains its regions and towns.',
  example: 'place:KZ/astana',
})

export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code in capitals, such as KZ')
  .meta({ description: 'A country, ISO 3166-1 alpha-2.', example: 'KZ' })

/** A source's name: it stands in URLs. */
export const SourceName = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,62}$/,
    'must be 1 to 63 of a-z, 0-9, dot, dash and underscore, first a letter or digit',
  )
  .meta({ description: 'The name of a source of documents.', example: 'demo' })

export const EventTypeName = z
  .enum(EVENT_TYPES)
  .meta({ id: 'EventType', description: 'One of the thirty types of event.', example: 'election' })

export const RealisName = z.enum(REALIS).meta({
  id: 'Realis',
  description: 'Whether it happened: `actual`, `ongoing`, or only `alleged`, `future`, `hypothetical`, `negated`.',
  example: 'actual',
})

export const ActorKindName = z
  .enum(ACTOR_KINDS)
  .meta({ id: 'ActorKind', description: 'What kind of actor it is.', example: 'person' })

export const Role = z
  .string()
  .regex(/^[a-z]{1,30}$/, 'must be a role of the event types, such as winner or speaker')
  .meta({ description: 'A participant’s role; which there are depends on the event’s type.', example: 'winner' })

export const Limit = z.int().min(1).max(200).default(50).meta({ description: 'Items a page, 1 to 200.', example: 50 })

export const CursorText = z
  .string()
  .max(2000)
  .meta({ description: 'Where to go on: `page.next` of the page before. Bound to its query.', example: 'eyJ2IjoxfQ' })

export const DatePrecisionName = z
  .enum(DATE_PRECISIONS)
  .meta({ description: 'How precise the date is.', example: 'day' })

/** Null, or a schema that has a name of its own (`.nullable()` would lose either the name or the null in OpenAPI). */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, z.null()])
}

/** An envelope of a list: the items, how to go on, and the position of the log that the page shows. */
export function listOf<Item extends z.ZodType>(id: string, item: Item, what: string) {
  return z
    .strictObject({
      data: z.array(item).meta({ description: `The ${what} of this page.` }),
      page: z
        .strictObject({
          next: z.string().nullable().meta({ description: 'The cursor of the next page; null at the end.' }),
          limit: z.int().meta({ description: 'Items a page.', example: 50 }),
        })
        .meta({ description: 'Where the page stands in its list.' }),
      asOf: Position.meta({ description: 'The position of the log that the list shows.' }),
    })
    .meta({ id, description: `A page of ${what}.` })
}
