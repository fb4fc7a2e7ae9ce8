/**
 * What stands on a page of news beside the news: lines around advertisements, requests to sign up, names of the site in
 * its titles, and what surrounds the names in a byline. Nothing but whole paragraphs of known wording is taken away, so
 * that no sentence of a report is lost.
 */

const FURNITURE: readonly RegExp[] = [
  /^(?:an? )?advert(?:isement|isment|ising)?s?$/,
  /^(?:paid|sponsored|promoted)(?: (?:content|post|message|link)s?)?$/,
  /^(?:the )?(?:story|article|report|text|post) continues (?:below|after)(?: (?:this |the )?(?:advert(?:isement)?|ad|video|promotion|newsletter promotion|photo|picture)s?)?$/,
  /^(?:scroll|skip|continue)(?: down)? (?:for more|to continue|past newsletter promotion|after newsletter promotion|reading(?: the main story| below)?)$/,
  /^after newsletter promotion$/,
  /^(?:read|see|watch|view|listen|explore) (?:more|also|next|now|the full (?:story|article))$/,
  /^(?:related|recommended|more|most read|most popular|trending|you may also like|editors?' picks?)(?: (?:articles?|stories|news|reading|coverage|topics|content|links|on this story|on this topic|from .{1,40}))?$/,
  /^(?:share|save|print|email|copy link|comments?|follow us|share (?:this|on) .{1,30}|leave a comment|join the conversation)$/,
  /^(?:loading|please wait|click here.{0,60}|tap here.{0,60})$/,
  /^(?:(?:please |click here to )?(?:sign up|subscribe|register|enter your email)\b)(?=.*\b(?:newsletters?|inbox|e-?mails?|alerts?|briefing|updates|channel|podcast)\b).{0,200}$/,
  /^get (?:the|our|all|more)\b.{0,120}\b(?:newsletters?|in your inbox|to your inbox|delivered)\b.{0,60}$/,
  /^(?:by (?:signing|subscribing|submitting|clicking|continuing)\b|this site is protected by recaptcha\b|privacy notice:).{0,300}$/,
  /^(?:all rights reserved|©.{0,120}|copyright (?:©|\(c\)|\d{4}).{0,120})$/,
]

/** The longest of such lines. */
const MOST_LENGTH = 320

/** The paragraphs that are of the article. Where nothing would be left, all of them. */
export function withoutFurniture(body: string): string {
  const paragraphs = body.split('\n\n')
  const left = paragraphs.filter((paragraph) => !isFurniture(paragraph))
  return left.length === 0 ? body : left.join('\n\n')
}

function isFurniture(paragraph: string): boolean {
  if (paragraph.length > MOST_LENGTH) return false
  const words = paragraph
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[^\p{L}\p{N}©]+|[^\p{L}\p{N}]+$/gu, '')
  return FURNITURE.some((known) => known.test(words))
}

/**
 * A page's title without the name of its site, which follows a separator: known by what the page calls its site, or by
 * its headline, which is what is left.
 */
export function titleOf(title: string, { headline, site }: { headline: string | null; site: string | null }): string {
  const parts = title.split(/\s+[|•·»–—-]\s+|\s*\|\s*/u)
  if (parts.length < 2) return title
  const last = parts.at(-1) ?? ''
  const rest = title.slice(0, title.length - last.length).replace(/\s*[|•·»–—-]\s*$/u, '')
  if (headline !== null && folded(title).startsWith(folded(headline)) && folded(headline).length >= MIN_HEADLINE)
    return headline
  return site !== null && rest !== '' && folded(last) === folded(site) ? rest : title
}

/** A shorter one is the name of a section. */
const MIN_HEADLINE = 15

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** The names in a byline: "By Jane Roe and John Doe | Published 3 May" names two. An address of a page names nobody. */
export function authorsOf(byline: string): string[] {
  const [names = ''] = byline
    .replace(/^\s*(?:(?:written|reported|posted|story|words|text)\s+)?by\b[:\s]+/i, '')
    .split(/\s*[|•·\n]\s*|\s+[–—-]\s+|\b(?:published|updated|posted|last modified)\b|\b\d{1,2}[:.]\d{2}\b|\(/i)
  return names
    .split(/\s*[,;&]\s*|\s+and\s+/i)
    .map((name) => name.replace(/^by\s+/i, '').trim())
    .filter((name) => /^\p{Lu}/u.test(name) && !/[\d@/]/.test(name) && !NO_NAME.test(name))
    .filter((name, index, all) => all.indexOf(name) === index)
}

/** What a byline says of its people, and days. */
const NO_NAME =
  /^(?:staff|(?:staff |senior |chief |foreign |political |special |our )*(?:writer|reporter|correspondent|editor)s?(?: (?:in|at|for) .*)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december))$/i
