import type { Token } from '@dateline/english'
import { fold, slug } from '../knowledge/fold.ts'
import { BODIES } from '../knowledge/group-nouns.ts'
import { wordSet } from '../knowledge/words.ts'
import { TITLE_MODIFIERS } from './name-words.ts'
import { isModifier, phraseStart } from './phrases.ts'
import { isPlural, nounLemma, officeObject, sortOfNoun, type NounSort } from './roles.ts'
import type { Spot } from './spots.ts'
import type { View } from './view.ts'

/** A noun phrase that may name an actor by what it is: "the ministry", "Russian troops", "a Western diplomat". */
export interface Nominal {
  sentence: number
  from: number
  to: number
  head: number
  sort: NounSort
  lemma: string
  /** "prime minister", "foreign minister", "spokesman": the noun with the words that belong to an office */
  office: string
  /** Slug of the state's body that it is, if it is one: "foreign-ministry" */
  body: string | null
  plural: boolean
  reference: 'definite' | 'indefinite' | 'bare' | 'possessed'
  /** It only modifies the noun after it */
  modifier: boolean
  /** Names before the noun, in the phrase; names after it, joined by a preposition; whose it is */
  inside: Spot[]
  after: Spot | null
  /** The pronoun that owns it ("his government"), as token */
  owner: number | null
  /** Words that tell it from others of its kind: "opposition", "human rights"; a slug, may be empty */
  qualifier: string
}

const CLASSIFYING =
  wordSet(`opposition western foreign international local regional national federal municipal provincial
  religious political environmental human social muslim christian jewish catholic sunni shiite shia kurdish communist
  socialist islamist islamic separatist paramilitary military armed civilian humanitarian medical legal independent
  student eastern southern northern far-right far-left right-wing left-wing leftist rightist anti-government
  pro-government pro-democracy anarchist nationalist conservative liberal democratic republican presidential
  parliamentary electoral tribal ethnic indigenous arab african european asian senior unemployed riot
  special rival private public naval royal constitutional criminal judicial nuclear young ultra-right anti-war
  pro-western transitional interim provisional global rural urban allied coalition western-backed us-backed u.s.-backed
  government-backed pro-russian pro-iranian iran-backed kurdish-led rebel`)
const NEEDS_COMPANY = wordSet(`force unit element circle rank quarter cell column body order head chair service defense
  defence line division post general principal private captain star model hand executive contact power`)
const NOT_ALONE = wordSet('left right poor rich dead injured wounded faithful unemployed homeless')
/** "Thousands of protesters" are protesters */
export const QUANTITIES = wordSet('dozen hundred thousand million score ten other')
const INDEFINITE = wordSet('a an some another any no every each many several few')
const LINKS = wordSet('of at for from to')

/** Every noun of a sentence that may name an actor and belongs to no name. */
export function findNominals(view: View, spotAt: ReadonlyMap<number, Spot>): Nominal[] {
  const found: Nominal[] = []
  for (const token of view.tokens) {
    if (spotAt.has(token.index)) continue
    if (!isNominalWord(view, token)) continue
    const nominal = readNominal(view, token.index, spotAt)
    if (nominal) found.push(nominal)
  }
  return found
}

/** A noun, or what the tagger took for something else though it stands like a noun: "a US official said". */
function isNominalWord(view: View, token: Token): boolean {
  if (token.upos === 'NOUN' || token.upos === 'PROPN') return true
  const before = view.tokens[token.index - 1]
  const next = view.tokens[token.index + 1]
  if (token.upos === 'ADJ') {
    if (NOT_ALONE.has(fold(token.text)))
      return before !== undefined && fold(before.text) === 'the' && next?.upos !== 'NOUN'
    if (
      !before ||
      !/^(?:DET|ADJ|NOUN|PROPN|PART)$/u.test(before.upos) ||
      next?.upos === 'NOUN' ||
      next?.upos === 'PROPN' ||
      next?.upos === 'ADJ' ||
      next?.text === '-'
    )
      return false
    return sortOfNoun(token) === 'person'
  }
  return token.upos === 'PRON' && token.text.length > 5 && token.text.endsWith('s') && sortOfNoun(token) !== null
}

function readNominal(view: View, head: number, spotAt: ReadonlyMap<number, Spot>): Nominal | null {
  const token = view.tokens[head]
  if (!token) return null
  const start = phraseStart(view, head)
  const from = spotAt.get(start)?.from ?? start
  const body = bodyOf(view, from, head)
  const isWing = /^(?:right|left)$/iu.test(token.text) && view.tokens[head - 1]?.text === '-'
  const sort = body ? 'body' : isWing ? 'collective' : sortOfNoun(token)
  if (!sort) return null
  const lemma = isWing ? `${fold(view.tokens[head - 2]?.text ?? '')}-${fold(token.text)}` : nounLemma(token)
  const object = officeObject(view, head)
  const office = object?.office ?? officeOf(view, from, head)
  const after = nameAfter(view, object ? object.last : head, spotAt)
  const inside = spotsIn(spotAt, from, head)
  const qualifier = qualifierOf(view, from, head, spotAt)
  const modifier = isModifier(view, head)
  if (
    view.tokens[head + 1]?.text === '-' &&
    view.tokens[head + 2] &&
    sortOfNoun(view.tokens[head + 2] ?? token) !== null
  )
    return null
  if (QUANTITIES.has(lemma) && /^of$/iu.test(view.tokens[head + 1]?.text ?? '')) return null
  if (GATHERED.has(lemma) && (isOfMany(view, head) || lemma === 'convoy')) return null
  if (
    NEEDS_COMPANY.has(lemma) &&
    !body &&
    !office.includes(' ') &&
    !after &&
    inside.length === 0 &&
    !qualifier &&
    !isPlural(token)
  )
    return null
  if (lemma === 'force' && !body && !isPlural(token) && !qualifier) return null
  const first = view.tokens[from]
  return {
    sentence: view.index,
    from,
    to: head + 1,
    head,
    sort,
    lemma,
    office,
    body,
    plural: isPlural(token) || (sort === 'collective' && !SINGLE.has(lemma)),
    reference: referenceOf(view, from, head),
    modifier,
    inside,
    after,
    owner: first && (first.xpos === 'PRP$' || first.xpos === 'WP$') ? from : null,
    qualifier,
  }
}
const GATHERED = wordSet('group crowd band number handful convoy mob wave')

/** "A group of students", "a convoy of NATO soldiers": those who are in it are the actor. */
function isOfMany(view: View, head: number): boolean {
  if (!/^of$/iu.test(view.tokens[head + 1]?.text ?? '')) return false
  for (const token of view.tokens.slice(head + 2, head + 7)) {
    if (isPlural(token) && sortOfNoun(token) !== null) return true
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(token.upos)) return false
  }
  return false
}

const SINGLE = wordSet('gang team family militia junta delegation mission faction')

/** The longest run of words up to the noun that names a body of the state. */
export function bodyOf(view: View, from: number, head: number): string | null {
  let found: string | null = null
  let words = ''
  const last = view.tokens[head]
  for (let index = head; index >= Math.max(from, head - 3); index--) {
    const text = fold(view.tokens[index]?.text ?? '')
    words = words ? `${text}${words.startsWith("'s ") ? '' : ' '}${words}` : text
    found = BODIES.get(words) ?? found
    if (index === head && last) found ??= BODIES.get(nounLemma(last)) ?? null
  }
  return found
}

function officeOf(view: View, from: number, head: number): string {
  const token = view.tokens[head]
  let office = token ? nounLemma(token) : ''
  for (let index = head - 1; index >= from; index--) {
    const text = fold(view.tokens[index]?.text ?? '')
    if (text === '-') office = `-${office}`
    else if (TITLE_MODIFIERS.has(text) && text !== 'then' && text !== 'former')
      office = office.startsWith('-') ? text + office : `${text} ${office}`
    else break
  }
  return office.replace(/^-/u, '')
}

function referenceOf(view: View, from: number, head: number): Nominal['reference'] {
  const first = view.tokens[from]
  if (!first || from === head) return 'bare'
  const word = fold(first.text)
  if (first.xpos === 'PRP$' || first.xpos === 'WP$') return 'possessed'
  for (let index = from; index < head; index++) if (view.tokens[index]?.xpos === 'POS') return 'possessed'
  if (INDEFINITE.has(word)) return 'indefinite'
  return first.upos === 'DET' ? 'definite' : 'bare'
}

function spotsIn(spotAt: ReadonlyMap<number, Spot>, from: number, to: number): Spot[] {
  const spots = new Set<Spot>()
  for (let index = from; index < to; index++) {
    const spot = spotAt.get(index)
    if (spot) spots.add(spot)
  }
  return [...spots]
}

/** The name that a preposition joins to a noun: "spokesman of the OSCE", "ambassador to Kenya". */
export function nameAfter(view: View, head: number, spotAt: ReadonlyMap<number, Spot>): Spot | null {
  const link = fold(view.tokens[head + 1]?.text ?? '')
  if (!LINKS.has(link)) return null
  for (let index = head + 2; index < Math.min(head + 8, view.tokens.length); index++) {
    const spot = spotAt.get(index)
    if (spot) return spot
    const token = view.tokens[index]
    if (!token || !/^(?:DET|ADJ|NOUN|PROPN|ADV)$/u.test(token.upos)) return null
  }
  return null
}

function qualifierOf(view: View, from: number, head: number, spotAt: ReadonlyMap<number, Spot>): string {
  const words: string[] = []
  for (let index = from; index < head; index++) {
    const token = view.tokens[index]
    if (!token || spotAt.has(index)) continue
    const word = fold(token.text)
    const isNoun = token.upos === 'NOUN' || (token.upos === 'PROPN' && !view.capitals)
    const isKind = CLASSIFYING.has(word) || /^(?:pro|anti|ultra|ex)$/u.test(word)
    if (token.upos === 'NUM' || token.xpos === 'POS') continue
    if (isKind || (isNoun && token.deprel !== 'nmod:poss' && view.tokens[index + 1]?.xpos !== 'POS')) words.push(word)
    else if (token.text === '-' && words.length > 0) continue
  }
  return slug(words.join(' '))
}
