import { type Issue, MAX_ITEMS, ProblemError } from '@dateline/contract'
import { plainText } from '@dateline/intake'
import { DetectError, parseFeed } from 'feedsmith'
import { type FeedItem, itemsOf } from './feed-items.ts'

/**
 * The items of a feed (RSS 0.9 to 2.0, Atom, JSON Feed) as documents, each still to be parsed. Throws a problem where
 * the body is no feed, or has no items or too many.
 */
export function readFeed(bytes: Buffer, contentType: string | undefined): object[] {
  const items = itemsOf(parsed(decoded(bytes, contentType)))
  if (items.length === 0) throw unprocessable('', 'is a feed without items')
  if (items.length > MAX_ITEMS)
    throw unprocessable('/items', `holds ${items.length} items; ${MAX_ITEMS} are taken at most`)
  return items.map(documentOf)
}

function parsed(text: string): ReturnType<typeof parseFeed> {
  try {
    return parseFeed(text)
  } catch (error) {
    const known = error instanceof DetectError
    throw unprocessable('', known ? 'is no RSS, Atom or JSON feed' : 'looks like a feed, and is not well-formed')
  }
}

/** Text by the charset of the media type, or else of the XML declaration, or else UTF-8 (RFC 7303). */
function decoded(bytes: Buffer, contentType = ''): string {
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(bytes.toString('latin1', 0, 200))?.[1]
  const charset = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? declared ?? 'utf-8'
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    throw unprocessable('', `is not in the encoding that it declares, ${charset}`)
  }
}

function documentOf({ content, title, date, ...rest }: FeedItem): object {
  return {
    ...rest,
    ...(title === undefined ? {} : { title: textOf(title).replaceAll(/\s+/g, ' ').slice(0, 1000) }),
    ...(date === undefined ? {} : { publishedAt: publishedAt(date) }),
    // A whole page has an article to be found in it; what feeds have is the article.
    ...(/<html[\s>]/i.test(content) ? { html: content } : { body: textOf(content) }),
  }
}

/** Feeds hold HTML, or text, and do not always say which. */
function textOf(content: string): string {
  if (/<\/?[a-z!]/i.test(content)) return plainText(content)
  if (!/&(#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(content)) return content
  return content
    .split(/\n\s*\n/)
    .map(plainText)
    .join('\n\n')
}

const RFC_822 =
  /^(?:[a-z]{3,9}\.?,?\s+)?\d{1,2}\s+[a-z]{3,9}\s+\d{2,4}\s+\d{1,2}:\d\d(?::\d\d)?\s*([a-z]{1,5}|[+-]\d\d:?\d\d)?$/i
const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i

/** RFC 822 and ISO 8601 dates as RFC 3339; without a zone they are in UTC. What is neither stays, to be refused. */
function publishedAt(text: string): string {
  const date = text.trim()
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return date
  const zone = RFC_822.exec(date) ?? ISO.exec(date)
  if (!zone) return date.slice(0, 100)
  const time = Date.parse(zone[1] === undefined ? `${date}${/^\d{4}-/.test(date) ? 'Z' : ' GMT'}` : date)
  return Number.isNaN(time) ? date : new Date(time).toISOString()
}

function unprocessable(pointer: string, message: string): ProblemError {
  const errors: Issue[] = [{ pointer, message }]
  return new ProblemError('unprocessable', `The body ${message}.`, { errors })
}
