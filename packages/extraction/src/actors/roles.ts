import { lemma, type Token } from '@dateline/english'
import { fold } from '../knowledge/fold.ts'
import { BODIES, COLLECTIVES, COUNTRY_NOUNS, GOVERNMENT_NOUNS, ORGANISATION_NOUNS } from '../knowledge/group-nouns.ts'
import { OFFICES, PERSON_NOUNS } from '../knowledge/person-nouns.ts'
import { wordSet } from '../knowledge/words.ts'
import data from '../knowledge/data/person-nouns.json' with { type: 'json' }
import type { View } from './view.ts'

/** What kind of actor a noun may name. */
export type NounSort = 'office' | 'person' | 'collective' | 'body' | 'government' | 'country' | 'organisation'

/** A noun's lemma, also of a word in capitals, folded. */
export function nounLemma(token: Token): string {
  const isLemma = token.upos === 'NOUN' && token.lemma !== token.text
  const folded = fold(isLemma ? token.lemma : token.text)
  if (isLemma) return folded
  const known = LEMMAS.get(folded)
  if (known !== undefined) return known
  const found = /^\p{Lu}{2,}s$/u.test(token.text) ? folded.slice(0, -1) : fold(lemma(folded, 'NOUN', 'NNS'))
  LEMMAS.set(folded, found)
  if (LEMMAS.size > 20_000) LEMMAS.clear()
  return found
}
const LEMMAS = new Map<string, string>()

export function isPlural(token: Token): boolean {
  if (token.xpos === 'NNS' || token.xpos === 'NNPS') return true
  return /^\p{Lu}{2,}s$/u.test(token.text) || PLURAL_ALWAYS.has(fold(token.text))
}
const PLURAL_ALWAYS = new Set([
  'people',
  'police',
  'clergy',
  'personnel',
  'folk',
  'troops',
  'youth',
  'others',
  'men',
  'women',
])

/** What a noun names by itself; the words before it may say more. Null for what names no actor. */
export function sortOfNoun(token: Token): NounSort | null {
  const key = token.upos === 'NOUN' ? token.text : `${token.text} `
  let sort = SORTS.get(key)
  if (sort === undefined) {
    sort = findSort(token)
    if (SORTS.size > 20_000) SORTS.clear()
    SORTS.set(key, sort)
  }
  return sort
}
function personNouns(): ReadonlySet<string> {
  longList ??= new Set(data.words.split(' '))
  return longList
}
let longList: Set<string> | undefined

const SORTS = new Map<string, NounSort | null>()

function findSort(token: Token): NounSort | null {
  const word = fold(token.text)
  const base = nounLemma(token)
  if (GOVERNMENT_NOUNS.has(word) || GOVERNMENT_NOUNS.has(base)) return 'government'
  if (COLLECTIVES.has(word)) return 'collective'
  if (OFFICES.has(base)) return 'office'
  if (PERSON_NOUNS.has(base)) return 'person'
  if (BODIES.has(word) || BODIES.has(base)) return 'body'
  if (COUNTRY_NOUNS.has(base)) return 'country'
  if (COLLECTIVES.has(base)) return 'collective'
  if (ORGANISATION_NOUNS.has(base)) return 'organisation'
  // Baker and Fisher are names as well: of the long list only what is no proper noun.
  return token.upos === 'NOUN' && personNouns().has(base) ? 'person' : null
}

/** What ministers are of: "minister of transport", "secretary of state" */
export const TITLE_OBJECTS =
  wordSet(`state defense defence staff foreign external affairs interior justice finance health
  education labor labour energy transport agriculture commerce trade homeland security treasury war government culture
  information environment industry economy planning tourism home public works development oil mines women youth sports
  religious communications science technology parliamentary`)

/** "minister of transport" → `transport minister`, "secretary of state" as it is; null where no such words follow. */
export function officeObject(view: View, head: number): { office: string; last: number } | null {
  const token = view.tokens[head]
  if (!token || !/^(?:minister|secretary|undersecretary|under-secretary)$/u.test(nounLemma(token))) return null
  let at = head + 1
  if (!/^(?:of|for)$/iu.test(view.tokens[at]?.text ?? '')) return null
  at++
  if (/^the$/iu.test(view.tokens[at]?.text ?? '')) at++
  const words: string[] = []
  while (TITLE_OBJECTS.has(fold(view.tokens[at]?.text ?? ''))) words.push(fold(view.tokens[at++]?.text ?? ''))
  if (words.length === 0) return null
  const office =
    words[0] === 'state'
      ? `${nounLemma(token)} of state`
      : `${words.filter((word) => word !== 'affairs').join(' ')} ${nounLemma(token)}`
  return { office, last: at - 1 }
}
