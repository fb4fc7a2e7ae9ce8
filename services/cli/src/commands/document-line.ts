import { z } from 'zod'
import type { SourceDocument } from '@dateline/domain'
import { edtfBounds } from '@dateline/domain'

export interface LineError {
  code: 'not_json' | 'invalid_document' | 'engine_failed'
  message: string
}

export type ParsedLine = { ok: true; document: SourceDocument } | { ok: false; id: string | null; error: LineError }

const publishedAt = z
  .string()
  .refine(
    (value) =>
      isDay(value.slice(0, 10)) && (value.length === 10 || z.iso.datetime({ offset: true }).safeParse(value).success),
    {
      error: 'must be a date (2022-11-28) or an RFC 3339 instant (2022-11-28T09:00:00Z)',
    },
  )

const documentLine = z.object({
  id: z.string().min(1),
  title: z.string().nullish(),
  body: z.string(),
  publishedAt: publishedAt.nullish(),
  lang: z.string().nullish(),
  source: z.string().nullish(),
})

/** One input line of `annotate` as a document, or what is wrong with it. Unknown fields are left aside. */
export function parseDocumentLine(line: string): ParsedLine {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch (error) {
    return { ok: false, id: null, error: { code: 'not_json', message: `not JSON: ${(error as Error).message}` } }
  }
  const parsed = documentLine.safeParse(json)
  if (parsed.success) {
    const { id, body, ...rest } = parsed.data
    const document: SourceDocument = { id, body }
    for (const key of ['title', 'publishedAt', 'lang', 'source'] as const) {
      const value = rest[key]
      if (value != null) document[key] = value
    }
    return { ok: true, document }
  }
  const id = (json as { id?: unknown } | null)?.id
  const message = parsed.error.issues
    .map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`)
    .join('; ')
  return { ok: false, id: typeof id === 'string' ? id : null, error: { code: 'invalid_document', message } }
}

/** A day that the calendar has: 2022-02-30 is none. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && edtfBounds(text) !== null
}
