import type { ParsedText } from '@dateline/english'

/** What a sentence is to the reader: the report itself, a heading, or text of the site that carries no event. */
export type Part = 'body' | 'headline' | 'boilerplate'

const SITE = new RegExp(
  [
    'subscribe', 'newsletter', 'sign up (?:for|to|now)', 'log in', 'terms of (?:use|service)', 'privacy policy', 'cookie',
    'all rights reserved', 'copyright', '©', 'read more', 'related (?:articles|stories|topics|content)', 'click (?:here|on|the)',
    'follow us', 'share (?:this|on)', 'advertisement', 'browse categories', 'our (?:readers|supporters|journalism)',
    'support (?:our|independent)', 'download (?:the|our) app', 'breaking news alerts?', 'you(?:r)? (?:support|contribution|inbox|email)',
    'more on this (?:story|topic)', 'also read', 'recommended for you', 'most (?:read|popular)', 'editor’s note', 'view comments',
    'contributed to this report', 'reporting by', 'editing by', 'writing by', 'this article (?:was|first|originally)', 'donate', 'generous contributions?',
    'loyal readers',
  ].join('|'),
  'i',
) // prettier-ignore
const CAPTION =
  /(?:\((?:[^()]*(?:\/|photo|image|getty|reuters|\bap\b|afp|epa|file)[^()]*)\)\s*$)|^(?:photo|image|picture|credit|caption|file photo)\b|(?:getty images|\/afp|\/reuters|\/ap\b|epa-efe)/i
const BYLINE =
  /^(?:by|from|text|words|story) \p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}|and\b|in\b|&)[\p{L}.'’-]*){0,8}(?:,[^.]{0,60})?$/u
const DIRECT_ADDRESS = /\b(?:we|our|us|we['’](?:re|ve|ll))\b/i
const TO_READER = /\b(?:you|your)\b/i

const FINAL = /[.!?…:;,]["”'’)\]]*\s*$/
const HEADING_LIMIT = 160

/**
 * Classes the sentences of a text. Site texts, captions and bylines are told by their words; what follows the first
 * of a tail of them is of the site too. Headings are lines of their own without a full stop.
 */
export function partsOf(parsed: ParsedText): Part[] {
  const { paragraphs, text } = parsed
  const quoted = (start: number, end: number) => parsed.quotations.some((q) => q.start < end && start < q.end)
  const isSite = paragraphs.map(({ start, end }) => {
    const paragraph = text.slice(start, end).trim()
    if (paragraph.length > 1200 && paragraphs.length < 3) return false
    if (BYLINE.test(paragraph) || (paragraph.length < 400 && CAPTION.test(paragraph))) return true
    if (quoted(start, end)) return false
    return (
      (SITE.test(paragraph) && paragraph.length < 600) || (DIRECT_ADDRESS.test(paragraph) && TO_READER.test(paragraph))
    )
  })
  const isBare = paragraphs.map(({ start, end }) => {
    const paragraph = text.slice(start, end).trim()
    return paragraph.length <= HEADING_LIMIT && !FINAL.test(paragraph)
  })
  const tail = tailOf(isSite, isBare)
  return parsed.sentences.map(({ paragraph }) => {
    if (isSite[paragraph] || paragraph >= tail) return 'boilerplate'
    return isBare[paragraph] && paragraphs.length > 1 ? 'headline' : 'body'
  })
}

/** Where the text of the site begins that closes the page: from there on most paragraphs are of it. */
function tailOf(isSite: readonly boolean[], isBare: readonly boolean[]): number {
  let tail = isSite.length
  let marked = 0
  for (let at = isSite.length - 1; at > 0; at--) {
    if (isSite[at]) marked++
    else if (!isBare[at]) {
      if (marked === 0) break
      // A plain paragraph between site texts is theirs, but not the last words of the report.
      if (!isSite[at - 1] && !isBare[at - 1]) break
      continue
    }
    if (marked > 0) tail = at
  }
  return tail
}

const DATELINE =
  /^\s*(?:\p{Lu}[\p{L}.'’ -]{1,40}(?:,[^\n()]{1,40})?\s?\([^()\n]{2,40}\)\s*(?:--|[–—-])|\p{Lu}{2}[\p{Lu}\s.'’-]{1,40}(?:,[^\n–—]{1,30})?\s(?:--|[–—-]))\s/u

/** Where the date line of a report ends ("ATHENS, May 5 (Agency) –"), 0 without one: its date and place are of the filing. */
export function datelineEnd({ text, paragraphs }: ParsedText): number {
  for (const { start, end } of paragraphs.slice(0, 4)) {
    const line = DATELINE.exec(text.slice(start, Math.min(end, start + 120)))
    if (line) return start + line[0].length
  }
  return 0
}
