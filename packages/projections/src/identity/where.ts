import type { EventPlace } from '@dateline/domain'
import { countryOfId } from '../shared/ids.ts'
import { remembering } from '../shared/remember.ts'
import { wordsOf } from '../shared/text.ts'
import type { MergedEvent } from '../timeline/merge.ts'
import type { Report } from '../timeline/report.ts'
import { namesOf } from './alike.ts'
import type { Family } from './families.ts'

export type PlaceClash = 'none' | 'country' | 'place'

export function placeClash({ place }: Report, merged: MergedEvent): PlaceClash {
  if (!place || !merged.place) return 'none'
  if (place.country && merged.place.country && place.country !== merged.place.country) return 'country'
  return place.id !== merged.place.id && !isWhole(place.id) && !isWhole(merged.place.id) ? 'place' : 'none'
}

/** A country contains its places, so that naming it excludes none of them. */
export function isWhole(placeId: string): boolean {
  return placeId.startsWith('country:')
}

interface Told {
  merged: MergedEvent
  reports: readonly Report[]
}

export function placePoints(report: Report, { merged, reports }: Told, { telling }: Family): number {
  const { place } = report
  // There are towns of one name in two countries.
  if (placeClash(report, merged) === 'country') return 0
  if (isOnePlace(place, merged.place) || isNamed(place, reports) || isNamed(merged.place, [report])) {
    return telling === 'incident' ? 3 : 2
  }
  const country = place?.country ?? onlyCountry(report.participants)
  const other = merged.place?.country ?? onlyCountry(merged.participants)
  if (!country || country !== other) return 0
  return telling === 'rare' ? 4 : 1
}

function isOnePlace(a: EventPlace | null, b: EventPlace | null): boolean {
  return a !== null && b !== null && a.id === b.id && !isWhole(a.id)
}

/** The town is named where only the country was taken for the place. */
function isNamed(place: EventPlace | null, reports: readonly Report[]): boolean {
  if (place === null || isWhole(place.id)) return false
  const words = wordsOfName(place.name)
  if (words.length === 0) return false
  for (const report of reports) {
    const names = namesOf(report)
    if (words.every((word) => names.includes(word))) return true
  }
  return false
}

const wordsOfName = remembering((name): readonly string[] => wordsOf(name))

/** The country of all of them that have one; null: there is none, or several. */
function onlyCountry(participants: readonly { actor: string | { id: string } }[]): string | null {
  let only: string | null = null
  for (const { actor } of participants) {
    const country = countryOfId(typeof actor === 'string' ? actor : actor.id)
    if (country === null || country === only) continue
    if (only !== null) return null
    only = country
  }
  return only
}
