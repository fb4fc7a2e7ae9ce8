import { createHash } from 'node:crypto'

/** What a file holds: documents, each still to be parsed by the service, or a feed as it is. */
export type Input = { kind: 'documents'; items: Item[] } | { kind: 'feed'; name: string; text: string }

/** A document, and by which name its errors are told. */
export interface Item {
  name: string
  document: Record<string, unknown>
}

export class UnreadableInput extends Error {
  override name = 'UnreadableInput'
}

/** The endings of files that are taken from a folder. */
export const ENDINGS = /\.(txt|html?|json|ndjson|jsonl|xml|rss|atom)$/i

/**
 * The documents of a file, by its ending, or for standard input by what it looks like: text, HTML, JSON (a document, a
 * list, `{"documents": …}`, a JSON Feed), NDJSON, RSS or Atom. A file of one document is known by its `name`, so that
 * it becomes a new revision when it is submitted changed. Throws `UnreadableInput`.
 */
export function readInput(name: string, text: string, published: string | undefined): Input {
  const kind = kindOf(name, text)
  if (kind === 'feed') return { kind: 'feed', name, text }
  if (kind === 'ndjson') return { kind: 'documents', items: lines(name, text, published) }
  if (kind === 'json') return fromJson(name, json(name, text), text, published)
  const document = kind === 'html' ? { html: text, publishedAt: publishedIn(text) } : plain(text)
  const identity = name === '-' ? {} : { externalId: name }
  return { kind: 'documents', items: [{ name, document: dated({ ...identity, ...document }, published) }] }
}

type Kind = 'text' | 'html' | 'json' | 'ndjson' | 'feed'

function kindOf(name: string, text: string): Kind {
  const ending = ENDINGS.exec(name)?.[1]?.toLowerCase()
  if (ending === 'txt') return 'text'
  if (ending === 'htm' || ending === 'html') return 'html'
  if (ending === 'json') return 'json'
  if (ending === 'ndjson' || ending === 'jsonl') return 'ndjson'
  if (ending !== undefined) return 'feed'
  const start = text.trimStart().slice(0, 2000)
  if (/^[{[]/.test(start)) return isJson(text) ? 'json' : 'ndjson'
  if (/<(rss|feed|rdf:RDF)[\s>]/.test(start)) return 'feed'
  return /^<(!doctype|html|head|body|article|div|p|h1)\b/i.test(start) ? 'html' : 'text'
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function json(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new UnreadableInput(`${name}: is not JSON: ${(error as Error).message}`)
  }
}

function fromJson(name: string, value: unknown, text: string, published: string | undefined): Input {
  if (isObject(value) && typeof value['version'] === 'string' && value['version'].includes('jsonfeed.org'))
    return { kind: 'feed', name, text }
  const list = Array.isArray(value) ? (value as unknown[]) : isObject(value) ? value['documents'] : undefined
  if (!Array.isArray(list)) return { kind: 'documents', items: [itemOf(name, value, published)] }
  return { kind: 'documents', items: list.map((one: unknown, n) => itemOf(`${name}#${n}`, one, published)) }
}

function lines(name: string, text: string, published: string | undefined): Item[] {
  return text.split('\n').flatMap((line, n) => {
    const where = `${name}:${n + 1}`
    return line.trim() === '' ? [] : [itemOf(where, json(where, line), published)]
  })
}

/** A document as the service takes it, or as `annotate` does, with `id` and `source`. */
function itemOf(name: string, value: unknown, published: string | undefined): Item {
  if (!isObject(value)) throw new UnreadableInput(`${name}: is no document but ${JSON.stringify(value).slice(0, 40)}`)
  const { id, source: _source, ...document } = value
  const identity = id === undefined || 'externalId' in document ? {} : { externalId: id }
  return { name, document: dated({ ...identity, ...document }, published) }
}

/** The first line is the title where it stands alone and is no sentence. */
function plain(text: string): Record<string, unknown> {
  const [, title, body] = /^\s*(\S[^\n]{0,200}[^\n.!?…:;,])[ \t]*\r?\n[ \t]*\r?\n([^]*\S[^]*)$/.exec(text) ?? []
  return title === undefined ? { body: text } : { title: title.trim(), body }
}

function dated(document: Record<string, unknown>, published: string | undefined): Record<string, unknown> {
  const { publishedAt, ...rest } = document
  const date = published ?? publishedAt
  return date === undefined ? rest : { ...rest, publishedAt: date }
}

const DATE = String.raw`(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?)`

/** When a page says that it was published: Open Graph, schema.org, or its first `time`. */
function publishedIn(html: string): string | undefined {
  const found = [
    new RegExp(String.raw`<meta[^>]+article:published_time["'][^>]+content=["']${DATE}`, 'i'),
    new RegExp(String.raw`<meta[^>]+content=["']${DATE}["'][^>]+article:published_time`, 'i'),
    new RegExp(String.raw`"datePublished"\s*:\s*"${DATE}`),
    new RegExp(String.raw`<time[^>]+datetime=["']${DATE}`, 'i'),
  ].map((pattern) => pattern.exec(html)?.[1])
  return found.find((date) => date !== undefined)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An id of a delivery that says what is in it: what is submitted again is answered the same. */
export function deliveryId(source: string, body: string): string {
  return `cli-${createHash('sha256').update(`${source} ${body}`).digest('hex').slice(0, 32)}`
}
