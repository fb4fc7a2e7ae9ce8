import type { Token } from '@dateline/english'
import { isCommonWord } from '../knowledge/common-words.ts'
import { fold } from '../knowledge/fold.ts'
import { genderOfGivenName, isGivenName } from '../knowledge/given-names.ts'
import { BODIES } from '../knowledge/group-nouns.ts'
import { HONORIFICS } from '../knowledge/person-nouns.ts'
import type { KnownSpan } from './known-names.ts'
import {
  FORMS_OF_ADDRESS,
  IDEOLOGIES,
  isOrganisationWord,
  isPlaceWord,
  isTitle,
  PARTICLES,
  THING_WORDS,
  TITLE_MODIFIERS,
} from './name-words.ts'
import { organisationEnd } from './organisation-names.ts'
import { isPlural, sortOfNoun, TITLE_OBJECTS } from './roles.ts'
import type { Spot } from './spots.ts'
import type { Spelling, View } from './view.ts'

/** Cuts a chain into the names that stand in it: "US Army Col. Myles Caggins" is the US Army and Myles Caggins. */
export function readChain(
  view: View,
  from: number,
  to: number,
  starts: ReadonlyMap<number, KnownSpan>,
  spelling: Spelling,
): Spot[] {
  const spots: Spot[] = []
  let at = from
  let pendingTitle = -1
  while (at < to) {
    const span = starts.get(at)
    if (span && !isPartOfName(view, span, from, to, starts)) {
      const end = organisationEnd(view, at, to, starts, spelling)
      if (end > span.to) {
        spots.push(spot(view, at, end, 'organisation', null, null, at))
        at = end
      } else {
        spots.push(spot(view, span.from, span.to, 'known', span, null, span.from))
        at = span.to
      }
      pendingTitle = -1
      continue
    }
    const end = pieceEnd(view, at, to, from, starts)
    if (pendingTitle < 0 && isCommonPhrase(view, at, end)) {
      at = end
      continue
    }
    if (pendingTitle < 0 && opensWithAcronym(view, at, end)) {
      spots.push(spot(view, at, at + 1, 'unknown', null, null, at))
      at++
      continue
    }
    const title = titleEnd(view, at, end)
    if (title > at && pendingTitle < 0) pendingTitle = at
    const isNoun = end - at === 1 && pendingTitle < 0 && isCommonNoun(view, at)
    if (title === end || (isNoun && organisationEnd(view, at, to, starts, spelling) === at)) {
      at = end
      continue
    }
    const start = Math.max(title, at)
    const org = organisationEnd(view, start, to, starts, spelling)
    if (org > start && pendingTitle < 0) {
      spots.push(spot(view, start, org, isPlaceWord(view, org - 1) ? 'place' : 'organisation', null, null, start))
      at = org
      continue
    }
    spots.push(personOrUnknown(view, start, end, pendingTitle < 0 ? start : pendingTitle, spots.at(-1) ?? null))
    at = end
    pendingTitle = -1
  }
  return spots
}

/** "GNB Brigade General Hector Costa": an acronym, a title and a name. */
function opensWithAcronym(view: View, at: number, end: number): boolean {
  if (view.capitals || !/^\p{Lu}{2,6}$/u.test(view.tokens[at]?.text ?? '')) return false
  const title = titleEnd(view, at + 1, end)
  return title > at + 1 && title < end
}

/** A noun with a capital: "Parliament", "the President"; but a person's noun without article is a name: "Baker said". */
function isCommonNoun(view: View, index: number): boolean {
  const token = view.tokens[index]
  const sort = token ? sortOfNoun(token) : null
  if (!token || sort === null) return false
  if ((sort !== 'person' && sort !== 'office') || isPlural(token) || token.upos !== 'PROPN') return true
  const before = view.tokens[index - 1]
  return view.heading || view.capitals || (before !== undefined && /^(?:DET|ADJ|PART|NUM)$/u.test(before.upos))
}

/** Capitals on common words: "Senate Majority", "Guerrilla Representatives", "Air Force". */
function isCommonPhrase(view: View, from: number, to: number): boolean {
  const last = view.tokens[to - 1]
  if (!last || isGivenName(view.tokens[from]?.text ?? '')) return false
  const inside = view.tokens.slice(from, to)
  if (to - from === 1 && IDEOLOGIES.has(fold(last.text))) return true
  if (THING_WORDS.has(fold(last.text)) && !last.text.endsWith('.')) return true
  if (BODIES.has(fold(textOf(view, from, to)))) return true
  if (to - from > 1 && inside.every(({ text }) => TITLE_MODIFIERS.has(fold(text)))) return true
  return to - from > 1 && isPlural(last) && sortOfNoun(last) !== null && !isOrganisationWord(last.text)
}

/** A known name of one word beside a given name or after a title is a person's: Michael Jordan, President Lincoln. */
function isPartOfName(
  view: View,
  span: KnownSpan,
  from: number,
  to: number,
  starts: ReadonlyMap<number, KnownSpan>,
): boolean {
  if (span.to - span.from !== 1) return false
  const token = view.tokens[span.from]
  if (
    !token ||
    span.entries.some((entry) => entry.type === 'adjective' || (entry.type === 'organisation' && entry.acronym))
  )
    return false
  const before = view.tokens[span.from - 1]
  const after = view.tokens[span.to]
  if (span.from > from && before && !starts.has(span.from - 1)) {
    const word = fold(before.text).replace(/\.$/u, '')
    if (isGivenName(word) || /^\p{Lu}\.?$/u.test(before.text) || before.text === ']') return true
    if (HONORIFICS.get(word)) return true
    if (PARTICLES.has(word) || before.text === '-' || before.text === '[') return true
  }
  const isSmall = span.entries.every((entry) => entry.type === 'place' && !entry.seatOf)
  return (
    span.to < to &&
    after !== undefined &&
    !starts.has(span.to) &&
    /\p{L}/u.test(after.text) &&
    isSmall &&
    isGivenName(token.text) &&
    sortOfNoun(after) === null &&
    !isOrganisationWord(after.text) &&
    !HONORIFICS.has(fold(after.text))
  )
}

/** Where the words that belong to no known name end. */
function pieceEnd(view: View, at: number, to: number, from: number, starts: ReadonlyMap<number, KnownSpan>): number {
  let end = at + 1
  while (end < to) {
    const span = starts.get(end)
    if (span && !isPartOfName(view, span, from, to, starts)) return end
    end = span?.to ?? end + 1
  }
  return end
}

/**
 * Where the titles at the start of a piece end: "Foreign Minister Sergei" → after Minister; also words that only lean
 * on the name: "Oversight Chairman Jason", "Crooked Hillary Clinton". `at` where there are none.
 */
function titleEnd(view: View, at: number, end: number): number {
  let title = at
  for (let index = at; index < end; index++) {
    const token = view.tokens[index]
    if (!token) break
    const word = fold(token.text).replace(/\.$/u, '')
    if (isTitle(token.text) || (sortOfNoun(token) === 'office' && !isGivenName(word))) title = index + 1
    else if (token.text === '-' || token.text === '.') continue
    else if (!TITLE_OBJECTS.has(word) && !TITLE_MODIFIERS.has(word) && (isGivenName(word) || !isCommonWord(word))) break
  }
  // Mr. King, Sen. Justice: after a mere form of address a name stands, whatever it means.
  if (title === end && end - at > 1 && FORMS_OF_ADDRESS.test(view.tokens[end - 2]?.text ?? '')) return end - 1
  const next = view.tokens[title + 1]
  const first = view.tokens[title]
  const leans =
    first !== undefined &&
    next !== undefined &&
    title + 2 < end &&
    isCommonWord(fold(first.text)) &&
    !isGivenName(first.text)
  return leans && isGivenName(next.text) ? title + 1 : title
}

function personOrUnknown(view: View, from: number, to: number, titleFrom: number, before: Spot | null): Spot {
  const title = titleFrom < from ? textOf(view, titleFrom, from) : null
  const found = spot(view, from, to, 'unknown', null, title, titleFrom)
  const first = found.parts[0] ?? ''
  const honorific = title === null ? undefined : lastHonorific(title)
  if (honorific !== undefined || title !== null) {
    found.sort = 'person'
    found.gender = honorific ?? null
  } else if (found.parts.length > 1 && found.parts.length < 6 && isGivenName(first)) found.sort = 'person'
  else if (isPlaceWord(view, to - 1) && to - from > 1) found.sort = 'place'
  if (found.parts.length > 1) found.gender ??= genderOfGivenName(first)
  if (before && before.to === titleFrom) found.before = before
  return found
}

function lastHonorific(title: string): Spot['gender'] | undefined {
  let gender: Spot['gender'] | undefined
  for (const word of fold(title).split(/\s+/u)) {
    const known = HONORIFICS.get(word.replace(/\.$/u, ''))
    if (known !== undefined) gender = known ?? gender ?? null
  }
  return gender
}

function spot(
  view: View,
  from: number,
  to: number,
  sort: Spot['sort'],
  span: KnownSpan | null,
  title: string | null,
  titleFrom: number,
): Spot {
  const name = textOf(view, from, to)
  return {
    sentence: view.index,
    from,
    to,
    sort,
    entries: span?.entries ?? [],
    entry: span?.entries[0] ?? null,
    name,
    parts: fold(name).split(/[\s]+/u),
    titleFrom,
    title,
    gender: null,
    before: null,
  }
}

/** The words from token to token as they are written; blanks made one, marks of insertion left out. */
export function textOf(view: View, from: number, to: number): string {
  let text = ''
  for (let index = from; index < to; index++) {
    const token = view.tokens[index]
    if (!token) break
    if (token.text === '[' || token.text === ']') continue
    if (text && !touches(view.tokens[index - 1], token)) text += ' '
    else if (text && (view.tokens[index - 1]?.text === '[' || view.tokens[index - 1]?.text === ']'))
      text += text.endsWith(' ') ? '' : ' '
    text += token.text
  }
  return text.replaceAll(/\s+/gu, ' ').trim()
}

export function touches(left: Token | undefined, right: Token | undefined): boolean {
  return left !== undefined && right !== undefined && left.end === right.start
}
