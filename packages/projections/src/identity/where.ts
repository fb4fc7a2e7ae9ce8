import { countryOfId } from '../shared/ids.ts'
import type { MergedEvent } from '../timeline/merge.ts'
import type { Report } from '../timeline/report.ts'
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

export function placePoints(report: Report, merged: MergedEvent, { telling }: Family): number {
  const { place } = report
  if (place && merged.place && place.id === merged.place.id && !isWhole(place.id)) return telling === 'incident' ? 3 : 2
  const country = place?.country ?? only(report.participants.flatMap(({ actor }) => countryOfId(actor) ?? []))
  const other = merged.place?.country ?? only(merged.participants.flatMap(({ actor }) => countryOfId(actor.id) ?? []))
  if (!country || country !== other) return 0
  return telling === 'rare' ? 4 : 1
}

function only<T>(values: readonly T[]): T | undefined {
  const distinct = [...new Set(values)]
  return distinct.length === 1 ? distinct[0] : undefined
}
