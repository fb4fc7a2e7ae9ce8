import type { parseFeed } from 'feedsmith'

type Parsed = ReturnType<typeof parseFeed>
type FeedOf<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed']

/** What the kinds of feed have in common. */
export interface FeedItem {
  externalId?: string
  url?: string
  title?: string
  /** HTML or text; empty where there is none */
  content: string
  /** As the feed writes it */
  date?: string
  lang?: string
  authors?: string[]
}

/** The items of a feed of any kind, in its order. */
export function itemsOf(parsed: Parsed): FeedItem[] {
  if (parsed.format === 'rss') return rssItems(parsed.feed)
  if (parsed.format === 'atom') return atomItems(parsed.feed)
  return parsed.format === 'rdf' ? rdfItems(parsed.feed) : jsonItems(parsed.feed)
}

function rssItems({ items = [], language, link }: FeedOf<'rss'>): FeedItem[] {
  return items.map((item) =>
    itemOf({
      id: item.guid?.value,
      url: linkOf(item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value), link),
      title: item.title,
      content: item.content?.encoded ?? item.description,
      date: item.pubDate ?? item.dc?.dates?.[0],
      lang: language,
      authors: item.dc?.creators ?? item.authors?.map((author) => (typeof author === 'string' ? author : author.name)),
    }),
  )
}

function atomItems({ entries = [], links, authors, xml }: FeedOf<'atom'>): FeedItem[] {
  const home = links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href
  return entries.map((entry) =>
    itemOf({
      id: entry.id,
      url: linkOf(entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href, home),
      title: entry.title?.value,
      content: entry.content?.value ?? entry.summary?.value,
      date: entry.published ?? entry.updated,
      lang: entry.xml?.lang ?? xml?.lang,
      authors: (entry.authors ?? authors)?.map(({ name }) => name),
    }),
  )
}

function rdfItems({ items = [], link, dc }: FeedOf<'rdf'>): FeedItem[] {
  return items.map((item) =>
    itemOf({
      id: item.rdf?.about,
      url: linkOf(item.link, link),
      title: item.title,
      content: item.content?.encoded ?? item.description,
      date: item.dc?.dates?.[0],
      lang: dc?.languages?.[0],
      authors: item.dc?.creators,
    }),
  )
}

function jsonItems({ items = [], language, home_page_url, authors }: FeedOf<'json'>): FeedItem[] {
  return items.map((item) =>
    itemOf({
      id: item.id,
      url: linkOf(item.url, home_page_url),
      title: item.title,
      content: item.content_text ?? item.content_html ?? item.summary,
      date: item.date_published,
      lang: item.language ?? language,
      authors: (item.authors ?? authors)?.map(({ name }) => name),
    }),
  )
}

interface Found {
  id: string | undefined
  url: string | undefined
  title: string | undefined
  content: string | undefined
  date: unknown
  lang: string | undefined
  authors: (string | undefined)[] | undefined
}

function itemOf({ id, url, title, content = '', date, lang, authors = [] }: Found): FeedItem {
  const names = authors.flatMap((name) => (name === undefined || name.trim() === '' ? [] : [name]))
  return {
    ...(id === undefined || id === '' ? {} : { externalId: id }),
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
    content,
    ...(typeof date === 'string' ? { date } : {}),
    ...(lang !== undefined && LANGUAGE.test(lang) ? { lang } : {}),
    ...(names.length === 0 ? {} : { authors: names }),
  }
}

/** What a feed says of its language is a hint: it refuses no item. */
const LANGUAGE = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/

/** An address on the web, also one that is written from the feed's own; nothing else is a link to read. */
function linkOf(link: string | undefined, home: string | undefined): string | undefined {
  if (link === undefined) return undefined
  const url = URL.parse(link, home)
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}
