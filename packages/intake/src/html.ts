import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { authorsOf, titleOf, withoutFurniture } from './page-furniture.ts'
import { cleanLine, cleanText } from './text.ts'

/** As much of the DOM as is needed: its types are not among ours. */
interface PageNode {
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<PageNode>
}

interface PageDocument {
  documentElement: PageNode & { getAttribute(name: string): string | null }
  body: PageNode
  querySelector(selector: string): PageNode | null
}

export interface Page {
  /** Plain text, paragraphs separated by blank lines; empty where there is none */
  body: string
  title: string | null
  /** Names of those who wrote it */
  authors: string[]
  lang: string | null
}

/** The article of an HTML page, by Readability; of a page that is none, all its visible text. */
export function readPage(html: string): Page {
  const document = parse(html)
  const headline = orNull(document.querySelector('h1')?.textContent)
  const page = {
    title: orNull(document.querySelector('title')?.textContent) ?? headline,
    authors: [],
    lang: orNull(document.documentElement.getAttribute('lang')),
  }
  const article = isOrdinary(document.documentElement) ? findArticle(document) : null
  const body = article?.content ? textOf(article.content) : ''
  // Parsed again, since Readability takes the document apart.
  if (body === '') return { ...page, body: textOf(parse(html).body) }
  const title = orNull(article?.title) ?? page.title
  return {
    body: withoutFurniture(body),
    title: title && titleOf(title, { headline, site: orNull(article?.siteName) }),
    authors: authorsOf(article?.byline ?? ''),
    lang: page.lang,
  }
}

/** All words of a piece of HTML, paragraphs separated by blank lines. */
export function plainText(html: string): string {
  return textOf(parse(html).body)
}

function parse(html: string): PageDocument {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  return (parseHTML(whole) as { document: PageDocument }).document
}

type Article = ReturnType<Readability<PageNode>['parse']>

function findArticle(document: PageDocument): Article {
  return new Readability<PageNode>(document, { serializer: (node) => node as PageNode }).parse()
}

/** Readability's time grows with the square of the depth and more; no page that is meant to be read is like this. */
const MOST = { depth: 128, elements: 10_000 }

function isOrdinary(root: PageNode): boolean {
  const steps: { node: PageNode; depth: number }[] = [{ node: root, depth: 1 }]
  let elements = 0
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step.depth > MOST.depth || ++elements > MOST.elements) return false
    for (const child of step.node.childNodes) {
      if (child.nodeType === ELEMENT_NODE) steps.push({ node: child, depth: step.depth + 1 })
    }
  }
  return true
}

function orNull(text: string | null | undefined): string | null {
  const line = cleanLine(text ?? '')
  return line === '' ? null : line
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 ' +
    'h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  )
    .toUpperCase()
    .split(' '),
)

/** What no reader of the page takes for its text. A caption tells about a picture that is not here. */
const SKIPPED = new Set(
  'script style template noscript svg math iframe object audio video canvas figcaption button select textarea head'
    .toUpperCase()
    .split(' '),
)

const TEXT_NODE = 3
const ELEMENT_NODE = 1

/** Without recursion: a page may be nested deeper than the stack. */
function textOf(root: PageNode): string {
  const paragraphs: string[] = []
  let line = ''
  const endParagraph = () => {
    const text = line
      .split('\n')
      .map((part) => part.replace(/[^\S\n]+/g, ' ').trim())
      .join('\n')
      .trim()
    if (text !== '') paragraphs.push(text)
    line = ''
  }
  const steps: (PageNode | 'end of block')[] = [root]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step === 'end of block') endParagraph()
    else if (step.nodeType === TEXT_NODE) line += (step.textContent ?? '').replace(/\s+/g, ' ')
    else if (step.nodeType === ELEMENT_NODE && !SKIPPED.has(step.nodeName)) {
      if (step.nodeName === 'BR') line += '\n'
      if (BLOCKS.has(step.nodeName)) {
        endParagraph()
        steps.push('end of block')
      }
      steps.push(...[...step.childNodes].reverse())
    }
  }
  endParagraph()
  return cleanText(paragraphs.join('\n\n'))
}
