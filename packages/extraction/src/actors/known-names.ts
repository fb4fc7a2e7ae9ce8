import { gazetteer, type KnownName } from '../knowledge/gazetteer.ts'
import { HONORIFICS } from '../knowledge/person-nouns.ts'
import { isGivenName } from '../knowledge/given-names.ts'
import { fold } from '../knowledge/fold.ts'
import { isCapital, opensSentence, type Spelling, type View } from './view.ts'

/** A stretch of tokens that the gazetteer knows. */
export interface KnownSpan {
  from: number
  to: number
  entries: readonly KnownName[]
}

/** Acronyms that in a text of capitals are common words. */
const WORDS_IN_CAPITALS = new Set(
  'us is it who car au ice sec mend dup arena pan care sl pt ap fox pace rab gam aap da sun who ned rand quad npp pri pp'.split(
    ' ',
  ),
)
/** Small towns and ordinary words are told apart only by what stands before them. */
const PLACE_PREPOSITIONS = new Set(
  'in at near from to of outside around between towards toward into inside across through throughout via for'.split(
    ' ',
  ),
)

/** The longest known names of a sentence, from the left, none over another. */
export function knownNames(view: View, spelling: Spelling): KnownSpan[] {
  const { longest } = gazetteer()
  const spans: KnownSpan[] = []
  for (let token = 0; token < view.tokens.length; token++) {
    if (!view.capitals && !mayOpen(view.tokens[token]?.text ?? '')) continue
    const from = view.firstPiece[token] ?? 0
    const match = longest(view.pieces, from)
    if (!match) continue
    // In capitals "THE NATIONAL" of "THE NATIONAL LIBERATION ARMY" is no newspaper.
    if (view.capitals && view.pieces[from] === 'the' && (longest(view.pieces, from + 1)?.length ?? 0) >= match.length)
      continue
    const last = view.tokenOf[from + match.length - 1] ?? token
    const next = view.firstPiece[last + 1] ?? view.pieces.length
    if (next !== from + match.length) continue
    const entries = match.entries.filter((entry) => fits(entry, view, token, last + 1, spelling))
    if (entries.length === 0) continue
    spans.push({ from: token, to: last + 1, entries })
    token = last
  }
  return spans
}

/** A capital or a figure, or one of the small words that open a known name: al-Qaeda, anti-balaka, dpa. */
function mayOpen(text: string): boolean {
  const first = text.charCodeAt(0)
  return first < 97 || first > 122 || SMALL_OPENINGS.has(text)
}
const SMALL_OPENINGS = new Set(['al', 'anti', 'dpa', 'sub', 'mainland', 'franceinfo'])

function fits(entry: KnownName, view: View, from: number, to: number, spelling: Spelling): boolean {
  const first = view.tokens[from]
  const last = view.tokens[to - 1]
  if (!first || !last) return false
  const isOneWord = to - from === 1
  if (view.capitals) {
    if (isOneWord && WORDS_IN_CAPITALS.has(fold(first.text))) return false
    return entry.type !== 'place' || !isOneWord || isSurePlace(entry, view, from, to)
  }
  if (entry.acronym) return countUpper(view, from, to) >= 2
  if (!entry.opensSmall && !isCapital(first.text)) return false
  // "Russia today" is no outlet, "Gaza strip" no matter.
  if (to - from > 1 && !entry.endsSmall && /^\p{Ll}{3,}$/u.test(last.text)) return false
  if (isOneWord && opensSentence(view.tokens, from) && first.upos !== 'PROPN' && first.upos !== 'ADJ') {
    if (spelling.small.has(fold(first.text)) && !spelling.capital.has(fold(first.text))) return false
  }
  return entry.type !== 'place' || !isOneWord || isSurePlace(entry, view, from, to)
}

function countUpper(view: View, from: number, to: number): number {
  let upper = 0
  for (let index = from; index < to; index++) upper += view.tokens[index]?.text.match(/[\p{Lu}\d]/gu)?.length ?? 0
  return upper
}

const CALENDAR_WORDS = /^(?:march|may|august|sunday)$/iu

/** Whether a town's name, one word, is a town's name here. */
function isSurePlace(entry: Extract<KnownName, { type: 'place' }>, view: View, from: number, to: number): boolean {
  const token = view.tokens[from]
  if (!token || token.upos === 'VERB' || token.upos === 'ADP' || token.upos === 'AUX' || token.upos === 'PRON')
    return false
  if (CALENDAR_WORDS.test(token.text)) return false
  if (entry.seatOf || entry.thousands >= 700) return true
  const next = view.tokens[to]
  if (entry.listed && !(isGivenName(token.text) && next?.upos === 'PROPN')) return true
  if (next && HONORIFICS.has(fold(next.text).replace(/\.$/u, '')) && entry.thousands === 0) return true
  const before = view.tokens[from - 1]
  if (before && PLACE_PREPOSITIONS.has(fold(before.text))) return entry.thousands >= 50 || token.upos === 'PROPN'
  if (view.tokens[to]?.text === ',' && from === 0) return true
  if (entry.thousands < 100 || isGivenName(token.text)) return false
  return token.upos === 'PROPN' && !(view.tokens[to]?.upos === 'PROPN' || before?.upos === 'PROPN')
}
