import { z } from 'zod'
import { text } from './primitives.ts'

/** The most UTF-16 code units of a document's text. */
export const MAX_TEXT = 2_000_000

const WHEN = 'must be a date (2022-11-28) or an RFC 3339 instant (2022-11-28T09:00:00Z)'

/** Text from the outside: NUL is dropped and a half surrogate pair replaced, since publishers cannot always help them. */
function lenient(max: number) {
  return z
    .string()
    .max(max, `must be at most ${max} characters`)
    .transform((value) => value.replaceAll('\0', '').toWellFormed())
}

const optional = <T extends z.ZodType>(schema: T) => schema.nullish()

/** A document as a source submits it. What is left out may as well be null. */
export const DocumentInput = z
  .strictObject({
    externalId: optional(text(500)).meta({
      description: 'The source’s own id. The same id with another text is a new revision.',
      example: 'article-4711',
    }),
    url: optional(z.url({ protocol: /^https?$/, error: 'must be an absolute http or https URL' }).max(2000)).meta({
      description: 'Where it was published.',
      example: 'https://news.example/4711',
    }),
    title: optional(lenient(1000)).meta({ description: 'Its title.', example: 'Voters go to the polls' }),
    body: optional(lenient(MAX_TEXT)).meta({
      description: 'Plain text, paragraphs separated by blank lines.',
      example: 'ASTANA, Nov 20 – Voters went to the polls on Sunday.',
    }),
    html: optional(lenient(4 * MAX_TEXT)).meta({ description: 'Or the page as it is, from which the text is taken.' }),
    publishedAt: z
      .union([z.iso.date(), z.iso.datetime({ offset: true })], {
        error: (issue) => (issue.input === undefined ? `is required: ${WHEN}` : WHEN),
      })
      .refine((value) => value >= '1000' && value < '3000', 'must lie between the years 1000 and 2999')
      .meta({
        description: 'A date or an RFC 3339 instant: the anchor of all relative dates.',
        example: '2022-11-28T09:00:00Z',
      }),
    lang: optional(
      z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'must be a BCP 47 language tag such as en'),
    ).meta({ description: 'Its language, BCP 47.', example: 'en' }),
    authors: optional(z.array(text(300)).max(100)).meta({ description: 'Its authors.', example: ['A. Writer'] }),
  })
  .meta({ id: 'DocumentInput', description: 'A document. It needs `body` or `html`.' })

export type DocumentInput = z.infer<typeof DocumentInput>
