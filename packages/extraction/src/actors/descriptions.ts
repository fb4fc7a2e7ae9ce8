import { fold } from '../knowledge/fold.ts'
import { HONORIFICS } from '../knowledge/person-nouns.ts'
import { wordSet } from '../knowledge/words.ts'
import { bodyOf, nameAfter } from './nominals.ts'
import { phraseStart } from './phrases.ts'
import { nounLemma, officeObject, sortOfNoun } from './roles.ts'
import type { Spot } from './spots.ts'
import type { View } from './view.ts'
import { TITLE_MODIFIERS } from './name-words.ts'

/** What stands beside a person's name and says who it is: "State Department spokesman", ", a researcher at X,". */
export interface Description {
  office: string
  /** The token of its noun; null where it is the title in the name itself */
  head: number | null
  /** Where the phrase begins */
  from: number
  /** The body or country that it is of, by name */
  of: Spot | null
  /** Slug of the body of the state that it is of, by kind: "a foreign ministry spokesman" */
  body: string | null
}

const MOST_WORDS = 14
const PHRASE_PARTS = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'CCONJ', 'PART'])

export function describe(view: View, spot: Spot, spotAt: ReadonlyMap<number, Spot>): Description[] {
  const found: Omit<Description, 'body'>[] = []
  found.push(...titlesOf(view, spot, spotAt))
  const before = nounBefore(view, spot, spotAt)
  if (before) found.push(before)
  const after = phraseAfter(view, spot, spotAt) ?? phraseBefore(view, spot, spotAt)
  if (after) found.push(after)
  return found.map((description) => ({ ...description, body: bodyBefore(view, description, spot) }))
}

/** The body that the words before the noun name, the longest that ends nearest to it. */
function bodyBefore(view: View, { from, head }: Omit<Description, 'body'>, spot: Spot): string | null {
  const last = (head ?? spot.from - 1) - 1
  for (let index = last; index >= Math.max(0, from, last - 2); index--) {
    const body = bodyOf(view, from, index)
    if (body) return body
  }
  return null
}

/** The offices of a title, in order: "Defense Minister General" is a defense minister and a general. */
function titlesOf(view: View, spot: Spot, spotAt: ReadonlyMap<number, Spot>): Omit<Description, 'body'>[] {
  const of = nameBefore(view, spot.titleFrom, spotAt)
  const found: Omit<Description, 'body'>[] = []
  let words: string[] = []
  for (let index = spot.titleFrom; index < spot.from; index++) {
    const token = view.tokens[index]
    if (!token || token.text === '-') continue
    const word = fold(token.text).replace(/\.$/u, '')
    if (/^(?:mr|mrs|ms|miss|dr|sir|lord|lady|dame)$/u.test(word)) continue
    words.push(ABBREVIATED[word] ?? word)
    const isOffice = sortOfNoun(token) === 'office' || HONORIFICS.has(word)
    const next = fold(view.tokens[index + 1]?.text ?? '')
    if (
      !isOffice ||
      (index + 1 < spot.from &&
        (next === '-' ||
          (next === 'general' && COMPOUND.has(word)) ||
          (TITLE_MODIFIERS.has(word) &&
            index + 1 < spot.from &&
            sortOfNoun(view.tokens[index + 1] ?? token) === 'office' &&
            !COMPLETE.has(word))))
    )
      continue
    found.push({ office: words.join(' '), head: null, from: spot.titleFrom, of })
    words = []
  }
  if (words.length > 0 && found.length === 0)
    found.push({ office: words.join(' '), head: null, from: spot.titleFrom, of })
  return found
}
const COMPOUND = wordSet(
  'attorney secretary director major brigadier lieutenant solicitor procurator governor inspector division consul prosecutor',
)
const COMPLETE = wordSet('minister president secretary chief general chairman governor senator')
const ABBREVIATED: Record<string, string> = {
  gen: 'general',
  lt: 'lieutenant',
  col: 'colonel',
  maj: 'major',
  capt: 'captain',
  sgt: 'sergeant',
  adm: 'admiral',
  cmdr: 'commander',
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  prof: 'professor',
  rev: 'reverend',
  pres: 'president',
}

/** The name right before a title: "Kazakh President X", "Russia's President X". */
function nameBefore(view: View, at: number, spotAt: ReadonlyMap<number, Spot>): Spot | null {
  const index = view.tokens[at - 1]?.xpos === 'POS' ? at - 2 : at - 1
  return spotAt.get(index) ?? null
}

/** "spokesman Ned Price", "lawmaker Juan Requesens": a common noun right before the name. */
function nounBefore(view: View, spot: Spot, spotAt: ReadonlyMap<number, Spot>): Omit<Description, 'body'> | null {
  for (let at = Math.max(0, spot.titleFrom - 3); at < spot.titleFrom; at++) {
    // "Secretary of State John Kerry": what the office is of leans on the name.
    const object = spotAt.has(at) ? null : officeObject(view, at)
    if (object && object.last >= spot.titleFrom - 1 && object.last < spot.from)
      return { office: object.office, head: at, from: phraseStart(view, at), of: null }
  }
  const head = spot.titleFrom - 1
  const token = view.tokens[head]
  if (!token || spotAt.has(head) || !isRoleNoun(view, head)) return null
  const from = phraseStart(view, head)
  return { office: officeWords(view, from, head), head, from, of: lastSpot(spotAt, from, head) }
}

/** "X, a researcher at the Institute of Y," and "X, 45, a farmer": the phrase after the comma. */
function phraseAfter(view: View, spot: Spot, spotAt: ReadonlyMap<number, Spot>): Omit<Description, 'body'> | null {
  let at = spot.to
  if (view.tokens[at]?.text !== ',') return null
  if (view.tokens[at + 1]?.upos === 'NUM' && view.tokens[at + 2]?.text === ',') at += 2
  let head = -1
  for (let index = at + 1; index < Math.min(view.tokens.length, at + MOST_WORDS); index++) {
    const token = view.tokens[index]
    if (!token) break
    const other = spotAt.get(index)
    if (other?.sort === 'person') return null
    if (other) continue
    if (isRoleNoun(view, index)) {
      head = index
      const next = view.tokens[index + 1]
      if (
        !next ||
        next.upos === 'ADP' ||
        (next.upos === 'PUNCT' && next.text !== '-') ||
        next.upos === 'PRON' ||
        next.upos === 'VERB'
      )
        break
    }
    const isHyphen = token.text === '-' && index > at + 1
    const isWord = PHRASE_PARTS.has(token.upos) || token.upos === 'ADV'
    if (!isWord && !isHyphen) break
  }
  if (head < 0 || spotAt.get(head + 1)?.sort === 'person') return null
  const object = officeObject(view, head)
  const of = nameAfter(view, object?.last ?? head, spotAt) ?? lastSpot(spotAt, at + 1, head)
  return { office: object?.office ?? officeWords(view, at + 1, head), head, from: at + 1, of }
}

/** "The group's spokesman, Anna Maria Lindqvist, told": the phrase before the comma. */
function phraseBefore(view: View, spot: Spot, spotAt: ReadonlyMap<number, Spot>): Omit<Description, 'body'> | null {
  if (view.tokens[spot.titleFrom - 1]?.text !== ',') return null
  const after = view.tokens[spot.to]
  if (after && after.upos !== 'PUNCT' && after.upos !== 'VERB' && after.upos !== 'AUX') return null
  const head = spot.titleFrom - 2
  if (head < 0 || spotAt.has(head) || !isRoleNoun(view, head)) {
    const linked = roleLinkedTo(view, head, spotAt)
    return linked
  }
  const from = phraseStart(view, head)
  return { office: officeWords(view, from, head), head, from, of: lastSpot(spotAt, from, head) }
}

/** "The head of the GSEE union, Giannis X,": the noun stands before "of". */
function roleLinkedTo(view: View, last: number, spotAt: ReadonlyMap<number, Spot>): Omit<Description, 'body'> | null {
  for (let index = last; index > Math.max(0, last - 10); index--) {
    const token = view.tokens[index]
    if (!token || token.upos === 'VERB' || token.upos === 'PUNCT' || token.upos === 'AUX') return null
    if (
      !spotAt.has(index) &&
      isRoleNoun(view, index) &&
      /^(?:of|at|for|in|to)$/iu.test(view.tokens[index + 1]?.text ?? '')
    ) {
      const from = phraseStart(view, index)
      return { office: officeWords(view, from, index), head: index, from, of: nameAfter(view, index, spotAt) }
    }
  }
  return null
}

function isRoleNoun(view: View, index: number): boolean {
  const token = view.tokens[index]
  if (!token || (token.upos !== 'NOUN' && token.upos !== 'PROPN')) return false
  if (token.xpos === 'NNS' || token.xpos === 'NNPS') return false
  const sort = sortOfNoun(token)
  return sort === 'office' || sort === 'person'
}

function officeWords(view: View, from: number, head: number): string {
  const token = view.tokens[head]
  const words = token ? [nounLemma(token)] : []
  for (let index = head - 1; index >= from; index--) {
    const word = fold(view.tokens[index]?.text ?? '')
    if (word === '-') continue
    if (!TITLE_MODIFIERS.has(word) || word === 'then') break
    words.unshift(word)
  }
  return words.join(' ')
}

function lastSpot(spotAt: ReadonlyMap<number, Spot>, from: number, to: number): Spot | null {
  for (let index = to - 1; index >= from; index--) {
    const spot = spotAt.get(index)
    if (spot && spot.sort !== 'person') return spot
  }
  return null
}
