import { gazetteer, type KnownName } from '../knowledge/gazetteer.ts'
import { pieces } from '../knowledge/pieces.ts'
import type { Spot } from './spots.ts'

/** Which countries a document is about, by weight. */
export interface Focus {
  main: string | null
  weight: (country: string) => number
}

const TITLE_WEIGHT = 3
const FIRST_SENTENCES = 4
const SHARE = 0.25

/**
 * Weighs the countries that the names of a document belong to: early ones more, those of the title and of the date
 * line most. A capital's name or an adjective speaks for its country as the country's own name does.
 */
export function findFocus(spots: readonly Spot[], title: string | undefined, dateline: KnownName | null): Focus {
  const weights = new Map<string, number>()
  const add = (country: string | null, weight: number) => {
    if (country !== null) weights.set(country, (weights.get(country) ?? 0) + weight)
  }
  for (const spot of spots) {
    const main = spot.entries.find((entry) => entry.type === 'country' || (entry.type === 'place' && entry.seatOf))
    const entry = main ?? spot.entries[0]
    const isOutlet = entry?.type === 'organisation' && entry.media
    if (!entry || isOutlet) continue
    // A town that many countries have speaks for none; Georgia, a country and an American state, half for each.
    const others = spot.entries.filter((other) => other.country !== entry.country)
    const rival = others.find((other) => other.type !== 'place' || other.listed)
    const share = others.length === 0 ? 1 : main ? (rival ? 0.5 : 1) : 0
    const weight = (spot.sentence < FIRST_SENTENCES ? 2 : 1) * (entry.type === 'place' ? 0.7 : 1) * share
    add(entry.country, weight)
    if (main && rival) add(rival.country, weight)
  }
  if (title) for (const entry of namesOf(title)) add(entry.country, TITLE_WEIGHT)
  add(dateline?.country ?? null, dateline?.country === 'US' || dateline?.country === 'GB' ? 1 : TITLE_WEIGHT)
  let main: string | null = null
  for (const [country, weight] of weights)
    if (main === null || weight > (weights.get(main) ?? 0) || (weight === weights.get(main) && country < main))
      main = country
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  // A text about everywhere is about no country.
  if (main !== null && (weights.get(main) ?? 0) < Math.max(1, SHARE * total)) main = null
  return { main, weight: (country) => weights.get(country) ?? 0 }
}

/** Country, people and capital names of a short text, the first sense of each. */
function namesOf(text: string): KnownName[] {
  const parts = pieces(text)
  const { longest } = gazetteer()
  const found: KnownName[] = []
  for (let at = 0; at < parts.length;) {
    const match = longest(parts, at)
    const entry = match?.entries.find(
      ({ type, acronym }) => !acronym && (type === 'country' || type === 'adjective' || type === 'people'),
    )
    if (entry) found.push(entry)
    at += match?.length ?? 1
  }
  return found
}

/** Settles what each known name is here: by the countries of the document, then by size. */
export function settleNames(spots: readonly Spot[], focus: Focus): void {
  for (const spot of spots) if (spot.entries.length > 1) spot.entry = best(spot, focus)
}

function best(spot: Spot, focus: Focus): KnownName | null {
  let found: KnownName | null = null
  let most = -Infinity
  for (const entry of spot.entries) {
    const score = scoreOf(entry, spot, focus)
    if (score > most) {
      most = score
      found = entry
    }
  }
  return found
}

function scoreOf(entry: KnownName, spot: Spot, focus: Focus): number {
  const near = entry.country === null ? 0 : Math.min(4, focus.weight(entry.country))
  if (entry.type === 'organisation') return 6 + near / 2
  if (entry.type === 'country') return 5 + near - (entry.historic ? 2 : 0)
  // "U.S." before a noun and "U.S." by itself are the same country; the country is the reading that can act.
  if (entry.type === 'adjective' || entry.type === 'people') return 4 + near
  if (entry.type !== 'place') return 4.5
  return placeScore(entry.thousands, entry.seatOf !== null) + near / 2 + (entry.listed ? 2 : 0)
}

/** A province is as well known as a town of so many thousands. */
const REGION_SIZE = 250

function placeScore(thousands: number, isSeat: boolean): number {
  return (isSeat ? 3 : 0) + Math.min(4, Math.log10((thousands || REGION_SIZE) + 1))
}
