import { isCommonWord } from '../knowledge/common-words.ts'
import { figureOf } from '../knowledge/figures.ts'
import { fold } from '../knowledge/fold.ts'
import { isGivenName } from '../knowledge/given-names.ts'
import { PLACE_HEADS } from '../knowledge/place-table.ts'
import { wordSet } from '../knowledge/words.ts'
import { nameParts } from './persons.ts'
import { headOfSpan } from './phrases.ts'
import { sortOfNoun } from './roles.ts'
import type { Spot } from './spots.ts'
import type { View } from './view.ts'

const HUMAN_VERBS =
  wordSet(`say tell add note ask reply argue insist warn claim admit deny believe think hope fear feel write
  explain recall declare stress acknowledge concede quip joke remark complain vow pledge urge resign retire marry die
  flee smile win know want decide speak testify sign visit meet arrive grow study become promise describe suggest
  refuse agree call welcome condemn criticise criticize praise accuse`)
const PLACE_CASES = wordSet('in at near from outside inside around')
const PLACE_NOUNS = wordSet(PLACE_HEADS)
const KIN = wordSet(
  'wife husband son daughter father mother brother sister widow parent aide lawyer supporter government',
)

/** Settles by its contexts what each name written alike is: a person's, a place's, an organisation's. */
export function sortNames(spots: readonly Spot[], views: readonly View[], year: number | null): void {
  const byName = new Map<string, Spot[]>()
  for (const spot of spots) {
    if (spot.sort !== 'unknown' && spot.sort !== 'person') continue
    const key = spot.parts.join(' ')
    const group = byName.get(key) ?? []
    byName.set(key, group)
    group.push(spot)
  }
  // Full names first: a single word that is part of one is that person's.
  const surnames = new Set<string>()
  const groups = [...byName.values()].toSorted((a, b) => (b[0]?.parts.length ?? 0) - (a[0]?.parts.length ?? 0))
  for (const group of groups) {
    const [first] = group
    if (!first) continue
    const votes = { person: 0, place: 0, organisation: 0 }
    for (const spot of group) vote(spot, views[spot.sentence], votes)
    if (first.parts.length === 1 && surnames.has(first.parts[0] ?? '')) votes.person += 3
    else if (figureOf(first.name, year)) votes.person += 4
    if (group.some((spot) => spot.sort === 'person')) votes.person += group.some((spot) => spot.title !== null) ? 6 : 2
    const sort = decide(first, votes)
    for (const spot of group) if (spot.sort === 'unknown' || sort !== 'person') spot.sort = sort
    if (sort === 'person') for (const part of nameParts(first.name)) surnames.add(part)
  }
  reclaimSurnames(spots, views)
}

function decide(spot: Spot, votes: { person: number; place: number; organisation: number }): Spot['sort'] {
  const { person, place, organisation } = votes
  // Great Depression, Sirius Star: ordinary words need more than a verb to be somebody.
  if (person < 4 && spot.parts.length > 1 && spot.parts.every(isCommonWord))
    return organisation > 0 && place === 0 ? 'organisation' : 'unknown'
  if (person > 0 && person >= place && person >= organisation) return 'person'
  if (place > organisation) return 'place'
  if (organisation > 0) return 'organisation'
  const words = spot.parts.length
  const isSpelled = spot.parts.every((part) => /^[\p{L}'.-]+$/u.test(part))
  return words > 1 && words < 5 && isSpelled && !spot.parts.every(isCommonWord) ? 'person' : 'unknown'
}

function vote(
  spot: Spot,
  view: View | undefined,
  votes: { person: number; place: number; organisation: number },
): void {
  if (!view) return
  const { tokens } = view
  const before = tokens[spot.titleFrom - 1]
  const after = tokens[spot.to]
  const head = tokens[headOfSpan(tokens, spot.from, spot.to)]
  const governor = head && head.head >= 0 ? tokens[head.head] : undefined
  if (before && before.upos === 'NOUN' && isPersonNoun(before)) votes.person += 2
  const isFirstOfMany = head?.deprel === 'compound' && head.head >= spot.to
  if (before && fold(before.text) === 'the' && !isFirstOfMany) votes.organisation += 3
  if (after && after.upos === 'NOUN' && isFirstOfMany) {
    const sort = sortOfNoun(after)
    if (sort === 'organisation' || sort === 'body') votes.organisation += 3
    if (sort === 'government') votes.person += 2
    if (PLACE_NOUNS.has(fold(after.text))) votes.place += 2
  }
  if (before && before.upos === 'ADP' && PLACE_CASES.has(fold(before.text)))
    votes.place += after?.xpos === 'POS' ? 0 : 3
  if (after && (after.text === ',' || after.text === '(') && /^\d{1,2}$/u.test(tokens[spot.to + 1]?.text ?? ''))
    votes.person += 2
  if (after && fold(after.text) === 'who') votes.person += 2
  if (after?.text === ',' && fold(tokens[spot.to + 1]?.text ?? '') === 'who') votes.person += 2
  if (after?.xpos === 'POS' && KIN.has(tokens[spot.to + 1]?.lemma ?? '')) votes.person += 1
  if (head && governor && head.deprel.startsWith('nsubj') && HUMAN_VERBS.has(governor.lemma))
    votes.person += spot.parts.length > 1 ? 2 : 1
  // "PENCE: Well, …": who speaks in a transcript is in capitals; an acronym is so wherever it stands.
  if (after?.text === ':' && spot.from === 0) votes.person += 3
  else if (/^\p{Lu}[\p{Lu}\d&-]{1,5}$/u.test(spot.name) && !view.capitals) votes.organisation += 1
  if (isGivenName(spot.parts[0] ?? '')) votes.person += 1
}

function isPersonNoun(token: View['tokens'][number]): boolean {
  const sort = sortOfNoun(token)
  return sort === 'person' || sort === 'office'
}

/** A small town's or a country's name that is also somebody's surname here is that person: Colonel Ponce, Ponce. */
function reclaimSurnames(spots: readonly Spot[], views: readonly View[]): void {
  const surnames = new Set<string>()
  for (const spot of spots)
    if (spot.sort === 'person' && (spot.parts.length > 1 || spot.title)) surnames.add(nameParts(spot.name).at(-1) ?? '')
  for (const spot of spots) {
    if (spot.sort !== 'known' || spot.parts.length !== 1 || !surnames.has(spot.parts[0] ?? '')) continue
    const { entry } = spot
    const before = views[spot.sentence]?.tokens[spot.from - 1]
    const isTown = entry?.type === 'place' && entry.seatOf === null && entry.thousands <= 1000
    if (!isTown && !(entry?.type === 'country' && before?.upos !== 'ADP')) continue
    spot.sort = 'person'
    spot.entry = null
    spot.entries = []
  }
}
