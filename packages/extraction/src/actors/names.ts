import type { Token } from '@dateline/english'
import { BODIES } from '../knowledge/group-nouns.ts'
import { HONORIFICS } from '../knowledge/person-nouns.ts'
import { PLACE_HEADS } from '../knowledge/place-table.ts'
import { isCommonWord } from '../knowledge/common-words.ts'
import { fold } from '../knowledge/fold.ts'
import { genderOfGivenName, isGivenName } from '../knowledge/given-names.ts'
import { wordSet } from '../knowledge/words.ts'
import { knownNames, type KnownSpan } from './known-names.ts'
import { isPlural, sortOfNoun, TITLE_OBJECTS } from './roles.ts'
import type { Spot } from './spots.ts'
import { isCapital, opensSentence, type Spelling, type View } from './view.ts'

export const CALENDAR =
  wordSet(`january february march april may june july august september october november december jan feb
  mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday christmas easter
  ramadan passover thanksgiving gmt utc am pm a.m. p.m. i god internet covid covid-19 english`)
const PARTICLES = wordSet(`de da di do dos del della la le van von der den ter bin bint ibn al el ul ur y e du ben abu
  d'`)
const ORGANISATION_WORDS = wordSet(`academy administration agency airlines airways alliance army assembly association
  authority bank battalion board brigade brigades broadcasting brotherhood bureau cartel center centre chamber church club coalition college
  command commission committee community company confederation conference congress consortium convention cooperative
  corp corporation corps council court department directorate duma enterprise exchange federation force forces forum
  foundation front fund group guard guards holdings house inc industries initiative institute institution intelligence
  laboratory league ltd llc plc ag gmbh sa ministry mission mosque motors movement museum network office
  organisation organization parliament partners partnership party police press program programme project radio regiment
  school secretariat senate service services society squad staff station syndicate synod task team television times
  tribunal trust union university watch workers works co bros brothers systems technologies technology airline energy
  petroleum oil gas steel media news newspaper daily post herald tribune gazette journal review magazine insurance
  securities capital ventures pharmaceuticals motor airlines securities investments militia legion phalange bloc list
  caucus platform campaign administration crescent cross survey observatory registry commissariat synagogue temple
  orchestra institute's students teachers defenders lawyers doctors mothers league's watchdog`)
const LINKS = new Set(['of', 'for', 'on', 'and', '&', 'to', 'in', 'against', 'without'])
const PLACE_WORDS = wordSet(PLACE_HEADS)
/** All names of a sentence, from the left. */
export function findNames(view: View, spelling: Spelling): Spot[] {
  const { tokens } = view
  const known = knownNames(view, spelling)
  const starts = new Map(known.map((span) => [span.from, span]))
  const spots: Spot[] = []
  for (let at = 0; at < tokens.length;) {
    const span = starts.get(at)
    if (!span && !opensName(view, at, spelling)) {
      at++
      continue
    }
    const to = chainEnd(view, at, spelling, starts)
    spots.push(...readChain(view, at, to, starts, spelling))
    at = Math.max(to, spots.at(-1)?.to ?? to)
  }
  return spots
}

/** Whether a word may begin or continue a name, by its writing and its part of speech. */
export function isNameWord(view: View, index: number, spelling: Spelling): boolean {
  const token = view.tokens[index]
  if (!token || (!view.capitals && !isCapital(token.text)) || !/\p{L}/u.test(token.text)) return false
  const word = fold(token.text)
  if (
    CALENDAR.has(word.replace(/\.$/u, '')) &&
    !(word === 'may' && token.upos === 'PROPN' && view.tokens[index - 1]?.upos === 'PROPN')
  )
    return false
  if (view.capitals) return isNameInCapitals(view, index, word)
  if (view.heading) return spelling.capital.has(word) || (!isCommonWord(word) && !spelling.small.has(word))
  if (COMMON_ACRONYMS.has(token.text)) return false
  if (GENERATION.test(token.text)) return index > 0 && view.tokens[index - 1]?.upos === 'PROPN'
  if (FUNCTION_WORDS.has(token.upos) && token.upos !== 'ADP') return false
  if (token.upos === 'ADP' && !spelling.capital.has(word)) return false
  if (!opensSentence(view.tokens, index)) return true
  if (
    HONORIFICS.has(word.replace(/\.$/u, '')) &&
    view.tokens[index + 1] &&
    isCapital(view.tokens[index + 1]?.text ?? '')
  )
    return true
  if (spelling.capital.has(word)) return true
  if (spelling.small.has(word)) return false
  return token.upos === 'PROPN' || !isCommonWord(word)
}
/** In a text of capitals a name is what is no English word, or a given name or a further word beside one. */
function isNameInCapitals(view: View, index: number, word: string): boolean {
  const token = view.tokens[index]
  if (!token || WORDS_IN_CAPITALS.has(token.upos)) return false
  if (!isCommonWord(word)) return word.length > 1 || token.xpos === 'NNP'
  if (token.xpos !== 'NNP' && token.upos !== 'NOUN') return false
  if (sortOfNoun(token) !== null) return false
  if (!isGivenName(word)) return false
  return (
    token.xpos === 'NNP' ||
    [view.tokens[index - 1], view.tokens[index + 1]].some((beside) => beside && isNameBeside(beside))
  )
}
function isNameBeside(token: Token): boolean {
  return isTitle(token.text) || (!isCommonWord(fold(token.text)) && !WORDS_IN_CAPITALS.has(token.upos))
}
const WORDS_IN_CAPITALS = new Set(['DET', 'PRON', 'AUX', 'CCONJ', 'SCONJ', 'PART', 'PUNCT', 'NUM', 'ADP', 'SYM'])
const GENERATION = /^(?:I{1,3}|IV|Jr\.?|Sr\.?)$/u
const COMMON_ACRONYMS = new Set(
  'IED GDP AIDS HIV DNA SUV TV CEO CFO UAV ATM ID IDs GPS VIP VIPs POW POWs WMD PM MP MPs NGO NGOs HQ AK UTC GMT IQ CV DVD CD PC USB SMS LGBT LGBTQ COVID SARS MERS FAQ Q&A OK EST EDT PST IPO VAT CO2 PhD MBA IT AI RPG IEDs APC PAC PACs DA DAs ISP ISPs RV SEO URL'.split(
    ' ',
  ),
)
const FUNCTION_WORDS = new Set(['DET', 'PRON', 'ADP', 'AUX', 'CCONJ', 'SCONJ', 'PART', 'PUNCT', 'NUM', 'INTJ', 'ADV'])

function opensName(view: View, index: number, spelling: Spelling): boolean {
  if (isNameWord(view, index, spelling)) return true
  const token = view.tokens[index]
  // al-Assad, el-Sisi: the article is small, the name is not.
  return (
    token !== undefined &&
    /^(?:al|el|as|ash|an|ad|ar|at|bin|abu)$/iu.test(token.text) &&
    view.tokens[index + 1]?.text === '-' &&
    isCapital(view.tokens[index + 2]?.text ?? '')
  )
}

function touches(left: Token | undefined, right: Token | undefined): boolean {
  return left !== undefined && right !== undefined && left.end === right.start
}

/** Where the unbroken stretch of names and known names that begins at `from` ends. */
function chainEnd(view: View, from: number, spelling: Spelling, starts: ReadonlyMap<number, KnownSpan>): number {
  const { tokens } = view
  let at = starts.get(from)?.to ?? from + 1
  for (;;) {
    const token = tokens[at]
    if (!token) return at
    const next = tokens[at + 1]
    const goesOn = (index: number) => starts.has(index) || isNameWord(view, index, spelling)
    if (starts.has(at)) at = starts.get(at)?.to ?? at + 1
    else if (isNameWord(view, at, spelling)) at++
    else if (
      token.text === '-' &&
      touches(tokens[at - 1], token) &&
      touches(token, next) &&
      (goesOn(at + 1) || next?.upos === 'NUM' || isJoined(view, at, spelling))
    )
      at += 2
    else if (opensName(view, at, spelling)) at += 2
    else if (
      (token.text === '[' || token.text === '(') &&
      tokens[at + 2]?.text === (token.text === '[' ? ']' : ')') &&
      isNameWord(view, at + 1, spelling) &&
      token.text === '[' &&
      isNameWord(view, at + 3, spelling)
    )
      at += 3
    else if (
      PARTICLES.has(fold(token.text)) &&
      (view.capitals || !isCapital(token.text)) &&
      isParticleLink(view, at, spelling)
    )
      at++
    else return at
  }
}

function isJoined(view: View, dash: number, spelling: Spelling): boolean {
  const next = view.tokens[dash + 1]
  // Jong-un, Ban Ki-moon, Bayram-aga: the second half of a given name is small.
  return (
    next !== undefined &&
    /^\p{Ll}{2,4}$/u.test(next.text) &&
    (next.upos === 'PROPN' || next.upos === 'X' || next.upos === 'NOUN') &&
    !COMPOUND_ENDS.has(next.text) &&
    isNameWord(view, dash - 1, spelling)
  )
}
const COMPOUND_ENDS = wordSet(
  'led run held born made era day wide area old type like zone bred gate half made fed hit bank rich born year aged size',
)

function isParticleLink(view: View, at: number, spelling: Spelling): boolean {
  for (let next = at + 1; next <= at + 2; next++) {
    if (isNameWord(view, next, spelling)) return true
    if (!PARTICLES.has(fold(view.tokens[next]?.text ?? ''))) return false
  }
  return false
}

/** Cuts a chain into the names that stand in it: "US Army Col. Myles Caggins" is the US Army and Myles Caggins. */
function readChain(
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

/** Adjectives with a capital that name a creed or a party, not a body */
const IDEOLOGIES =
  wordSet(`democratic republican conservative liberal labour labor socialist communist islamist islamic muslim
  christian jewish catholic protestant sunni shiite shia kurdish nazi fascist marxist maoist buddhist hindu sikh orthodox
  hispanic latino latina black white asian-american african-american native southern northern eastern western`)
/** What ends the name of a thing that is done, written, fought or celebrated: no actor */
const THING_WORDS =
  wordSet(`act agreement accord amendment article award bill book charter code constitution convention cup
  day days deal declaration doctrine festival fund game games law laws olympics pact plan prize protocol resolution
  revolution section series show speech statute summit tour treaty trial trophy war week year championship championships
  debate reform initiative program programme project operation act crisis age era affair scandal study poll index
  average tweet story chapter title report memorandum memo age holocaust dream spring summer bowl league's`)

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

function isOrganisationWord(text: string): boolean {
  return ORGANISATION_WORDS.has(fold(text).replace(/\.$/u, '')) && !/^(?:Ag|Sa|Plc|Gmbh)$/u.test(text)
}

function isPlaceWord(view: View, index: number): boolean {
  const word = fold(view.tokens[index]?.text ?? '')
  return PLACE_WORDS.has(word) && !ORGANISATION_WORDS.has(word)
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

const FORMS_OF_ADDRESS = /^(?:mr|mrs|ms|miss|dr|sen|rep|gov|gen|col|lt|sgt|capt|prof|rev|sir|lord|dame)\.?$/iu

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
/** Words that belong to an office before its noun: "prime", "foreign", "deputy" */
export const TITLE_MODIFIERS =
  wordSet(`prime vice deputy foreign interior defense defence finance justice health attorney chief major
  lieutenant senior first second assistant acting former then majority minority opposition senate house party press
  supreme crown grand field rear fleet air wing democratic republican national security general private republican
  labour conservative district state union police army navy force division executive managing government education
  transport energy economy oil environment planning information culture education tourism justice trade agriculture
  housing development director secretary attorney vice of affairs security special auxiliary parliament parliamentary presidential cabinet`)

/** Where an organisation's name that begins here ends; `at` where none does: "Institute for the Study of War". */
function organisationEnd(
  view: View,
  at: number,
  chainTo: number,
  starts: ReadonlyMap<number, KnownSpan>,
  spelling: Spelling,
): number {
  let last = -1
  let limit = chainTo
  for (let index = at; index < limit; index++) {
    const text = view.tokens[index]?.text ?? ''
    if (index > at && isTitle(text)) limit = index
    else if (isOrganisationWord(text) || PLACE_WORDS.has(fold(text)))
      if (index > at || opensOrganisation(view, index, spelling, starts)) last = index
  }
  if (last < 0) return at
  if (isPlaceWord(view, last)) return last + 1
  let end = Math.max(last + 1, limit)
  for (;;) {
    const next = linkedEnd(view, end, spelling, starts)
    if (next === end) return end
    end = next
  }
}

function isTitle(text: string): boolean {
  return HONORIFICS.has(fold(text).replace(/\.$/u, ''))
}

function opensOrganisation(
  view: View,
  index: number,
  spelling: Spelling,
  starts: ReadonlyMap<number, KnownSpan>,
): boolean {
  return isOrganisationWord(view.tokens[index]?.text ?? '') && linkedEnd(view, index + 1, spelling, starts) > index + 1
}

/** "of Foreign Affairs", "for Strategy and Policy" after an organisation's word; `at` where nothing follows. */
function linkedEnd(view: View, at: number, spelling: Spelling, starts: ReadonlyMap<number, KnownSpan>): number {
  const link = fold(view.tokens[at]?.text ?? '')
  if (!LINKS.has(link)) return at
  const isSequel = link === 'and' || link === '&' || link === 'in' || link === 'to'
  let next = at + 1
  if (view.tokens[next]?.text === 'the' || view.tokens[next]?.text === 'THE') next++
  if (isSequel && (next > at + 1 || !hasLinkBefore(view, at))) return at
  if (link === 'in' || link === 'to') return at
  const isName = (index: number) => starts.has(index) || isNameWord(view, index, spelling)
  if (!isName(next) || HONORIFICS.has(fold(view.tokens[next]?.text ?? ''))) return at
  let end = next
  while (isName(end)) end = starts.get(end)?.to ?? end + 1
  return end
}

function hasLinkBefore(view: View, at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 4); index--)
    if (/^(?:of|for|on)$/iu.test(view.tokens[index]?.text ?? '')) return true
  return false
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
