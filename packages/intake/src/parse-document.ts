import { DocumentInput, type Issue, issuesOf, MAX_TEXT } from '@dateline/contract'
import { textHash } from '@dateline/domain'
import { type Page, readPage } from './html.ts'
import { cleanLine } from './text.ts'

/** A document that can be taken in: everything is storable, and the text is plain. */
export interface ParsedDocument {
  externalId: string | null
  url: string | null
  title: string | null
  body: string
  textHash: string
  publishedAt: string
  lang: string | null
  authors: string[]
}

/** The issues' pointers are into the document (RFC 6901); '' is the document itself. */
export type ParseResult = { ok: true; document: ParsedDocument } | { ok: false; errors: Issue[] }

export function parseDocument(input: unknown): ParseResult {
  const parsed = DocumentInput.safeParse(input)
  if (!parsed.success) return { ok: false, errors: issuesOf(parsed.error, [], Object.keys(DocumentInput.shape)) }
  const { externalId, url, title, body, html, publishedAt, lang, authors } = parsed.data
  const plain = isText(body) ? body : undefined
  if (plain === undefined && !isText(html)) {
    return refuse('/body', 'is required: give the plain text as body, or the page as html')
  }
  // The plain text is what the source means; the page is for want of it.
  const page = plain === undefined ? pageOf(html ?? '') : undefined
  const text = plain ?? page?.body ?? ''
  if (text === '') return refuse('/html', 'holds no text that could be read')
  if (text.length > MAX_TEXT) return refuse('/html', `holds more than ${MAX_TEXT} characters of text`)
  const names = (authors ?? []).map(cleanLine).filter((name) => name !== '')
  return {
    ok: true,
    document: {
      externalId: orNull(externalId),
      url: orNull(url),
      title: orNull(title) ?? page?.title ?? null,
      body: text,
      textHash: textHash(text),
      publishedAt,
      lang: lang ?? page?.lang ?? null,
      authors: names.length === 0 ? (page?.authors ?? []) : names,
    },
  }
}

function isText(text: string | null | undefined): text is string {
  return typeof text === 'string' && text.trim() !== ''
}

function orNull(text: string | null | undefined): string | null {
  return isText(text) ? cleanLine(text) : null
}

function pageOf(html: string): Page | undefined {
  try {
    return readPage(html)
  } catch {
    // Markup that breaks the parser is as good as none.
    return undefined
  }
}

function refuse(pointer: string, message: string): ParseResult {
  return { ok: false, errors: [{ pointer, message }] }
}
