import type { Token } from '@dateline/english'
import { isCommonWord } from '../knowledge/common-words.ts'
import { fold } from '../knowledge/fold.ts'
import { isGivenName } from '../knowledge/given-names.ts'
import { HONORIFICS } from '../knowledge/person-nouns.ts'
import { PLACE_HEADS } from '../knowledge/place-table.ts'
import { wordSet } from '../knowledge/words.ts'
import { sortOfNoun } from './roles.ts'
import { isCapital, opensSentence, type Spelling, type View } from './view.ts'

const CALENDAR = wordSet(`january february march april may june july august september october november december jan feb
  mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday christmas easter
  ramadan passover thanksgiving gmt utc am pm a.m. p.m. i god internet covid covid-19 english`)
export const PARTICLES =
  wordSet(`de da di do dos del della la le van von der den ter bin bint ibn al el ul ur y e du ben abu
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
export const LINKS = new Set(['of', 'for', 'on', 'and', '&', 'to', 'in', 'against', 'without'])
export const PLACE_WORDS = wordSet(PLACE_HEADS)

/** Adjectives with a capital that name a creed or a party, not a body */
export const IDEOLOGIES =
  wordSet(`democratic republican conservative liberal labour labor socialist communist islamist islamic muslim
  christian jewish catholic protestant sunni shiite shia kurdish nazi fascist marxist maoist buddhist hindu sikh orthodox
  hispanic latino latina black white asian-american african-american native southern northern eastern western`)
/** What ends the name of a thing that is done, written, fought or celebrated: no actor */
export const THING_WORDS =
  wordSet(`act agreement accord amendment article award bill book charter code constitution convention cup
  day days deal declaration doctrine festival fund game games law laws olympics pact plan prize protocol resolution
  revolution section series show speech statute summit tour treaty trial trophy war week year championship championships
  debate reform initiative program programme project operation act crisis age era affair scandal study poll index
  average tweet story chapter title report memorandum memo age holocaust dream spring summer bowl league's`)

export const FORMS_OF_ADDRESS = /^(?:mr|mrs|ms|miss|dr|sen|rep|gov|gen|col|lt|sgt|capt|prof|rev|sir|lord|dame)\.?$/iu
/** Words that belong to an office before its noun: "prime", "foreign", "deputy" */
export const TITLE_MODIFIERS =
  wordSet(`prime vice deputy foreign interior defense defence finance justice health attorney chief major
  lieutenant senior first second assistant acting former then majority minority opposition senate house party press
  supreme crown grand field rear fleet air wing democratic republican national security general private republican
  labour conservative district state union police army navy force division executive managing government education
  transport energy economy oil environment planning information culture education tourism justice trade agriculture
  housing development director secretary attorney vice of affairs security special auxiliary parliament parliamentary presidential cabinet
  brigade corps`)

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

export function isOrganisationWord(text: string): boolean {
  return ORGANISATION_WORDS.has(fold(text).replace(/\.$/u, '')) && !/^(?:Ag|Sa|Plc|Gmbh)$/u.test(text)
}

export function isPlaceWord(view: View, index: number): boolean {
  const word = fold(view.tokens[index]?.text ?? '')
  return PLACE_WORDS.has(word) && !ORGANISATION_WORDS.has(word)
}

export function isTitle(text: string): boolean {
  return HONORIFICS.has(fold(text).replace(/\.$/u, ''))
}
