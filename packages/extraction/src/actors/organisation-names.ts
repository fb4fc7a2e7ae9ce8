import { fold } from '../knowledge/fold.ts'
import { HONORIFICS } from '../knowledge/person-nouns.ts'
import { wordSet } from '../knowledge/words.ts'
import type { KnownSpan } from './known-names.ts'
import { isNameWord, isOrganisationWord, isPlaceWord, isTitle, LINKS, PLACE_WORDS } from './name-words.ts'
import type { Spelling, View } from './view.ts'

/** Where an organisation's name that begins here ends; `at` where none does: "Institute for the Study of War". */
export function organisationEnd(
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
    if (index > at && (isTitle(text) || isRank(view, index))) limit = index
    else if (isOrganisationWord(text) || PLACE_WORDS.has(fold(text)))
      if (index > at || opensOrganisation(view, index, spelling, starts)) last = index
  }
  if (last < 0) {
    const end = isCalledSo(view, at) ? linkedEnd(view, chainTo, spelling, starts) : chainTo
    return end > chainTo ? end : at
  }
  if (isPlaceWord(view, last)) return last + 1
  let end = Math.max(last + 1, limit)
  for (;;) {
    const next = linkedEnd(view, end, spelling, starts)
    if (next === end) return end
    end = next
  }
}

/** "The militant group Sons of the Savannah": behind such a noun any words with capitals are a name. */
const isCalledSo = (view: View, at: number): boolean => CALLED.has(view.tokens[at - 1]?.text ?? '')
const CALLED =
  wordSet(`group movement party faction organisation organization militia network charity alliance coalition
  union gang collective cell association foundation campaign`)

/** "Brigade General", "Division Commander": a rank, and no unit. */
const isRank = (view: View, index: number): boolean =>
  /^(?:brigade|division|army|corps|fleet|wing)$/iu.test(view.tokens[index]?.text ?? '') &&
  /^(?:general|commander|admiral|colonel|chief)$/iu.test(view.tokens[index + 1]?.text ?? '')

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
