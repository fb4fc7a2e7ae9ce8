import type { EventPlace } from '@dateline/domain'
import { countryOfId } from '../shared/ids.ts'
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
  if (isOnePlace(place, merged.place) || isNamed(place, reports) || isNamed(merged.place, [report])) {
    return telling === 'incident' ? 3 : 2
  }
  const country = place?.country ?? only(report.participants.flatMap(({ actor }) => countryOfId(actor) ?? []))
  const other = merged.place?.country ?? only(merged.participants.flatMap(({ actor }) => countryOfId(actor.id) ?? []))
  if (!country || country !== other) return 0
  return telling === 'rare' ? 4 : 1
}

function isOnePlace(a: EventPlace | null, b: EventPlace | null): boolean {
  return a !== null && b !== null && a.id === b.id && !isWhole(a.id)
}

/** The town is named where only the country was taken for the place. */
function isNamed(place: EventPlace | null, reports: readonly Report[]): boolean {
  if (place === null || isWhole(place.id)) return false
  const words = wordsOf(place.name)
  return reports.some((report) => words.length > 0 && words.every((word) => namesOf(report).includes(word)))
}

function only<T>(values: readonly T[]): T | undefined {
  const distinct = [...new Set(values)]
  return distinct.length === 1 ? distinct[0] : undefined
}
