import type { z } from 'zod'
import type { QuerySchema } from '../parameters.ts'
import type { ProblemName } from '../problems.ts'

/** Who may call: anyone; a reader (anyone, unless `READ_AUTH=required`); a source that signs; an admin key. */
export type Access = 'open' | 'read' | 'signed' | 'admin'

/** One operation of the interface: parsed, answered, documented and tested from this. */
export interface Operation {
  method: 'get' | 'post' | 'patch' | 'delete'
  /** OpenAPI path; `{id}` may hold slashes, encoded or not */
  path: string
  tag: string
  summary: string
  description?: string
  access: Access
  params?: z.ZodObject
  query?: QuerySchema
  headers?: z.ZodObject
  /** Of `application/json`, unless `contentTypes` says otherwise */
  body?: { schema: z.ZodType; description: string; required: boolean; contentTypes?: readonly string[] }
  /** The answers that are no errors, by status */
  answers: Readonly<Record<number, Answer>>
  /** The errors that it may answer, besides those that every operation of its access may */
  problems: readonly ProblemName[]
}

export interface Answer {
  description: string
  /** Of `application/json`, unless `contentType` says otherwise */
  schema?: z.ZodType
  contentType?: string
  /** Other formats that it comes in, by suffix and media type */
  formats?: Readonly<Record<string, string>>
  headers?: Readonly<Record<string, string>>
}

/** What any operation of an access may answer. */
const ALWAYS: Readonly<Record<Access, readonly ProblemName[]>> = {
  open: [],
  read: ['unauthenticated', 'forbidden', 'rate-limited', 'internal', 'unavailable'],
  signed: ['rate-limited', 'internal', 'unavailable'],
  admin: ['unauthenticated', 'forbidden', 'rate-limited', 'internal', 'unavailable'],
}

/** All errors of an operation. */
export function problemsOf(operation: Operation): ProblemName[] {
  return [...new Set([...operation.problems, ...ALWAYS[operation.access]])]
}

/** The answer of a conditional read that has not changed. */
export const NOT_MODIFIED: Answer = { description: 'Nothing has changed since the ETag of `If-None-Match`.' }

export const READ_HEADERS = { ETag: 'Made from the position of the log that is shown.' } as const
export const LIST_HEADERS = { ...READ_HEADERS, Link: 'The next page, `rel="next"` (RFC 8288).' } as const

/** The formats of a list of events, by suffix of the path and by `Accept`. */
export const EVENT_FORMATS = {
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  ics: 'text/calendar',
  atom: 'application/atom+xml',
  geojson: 'application/geo+json',
  jsonld: 'application/ld+json',
  'timelinejs.json': 'application/vnd.timelinejs+json',
} as const
