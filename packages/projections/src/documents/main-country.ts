import type { DocumentAnnotated } from '@dateline/domain'
import { countryOfId } from '../shared/ids.ts'

/** A country that a document speaks of less often than this, of all mentions of countries, is not what it is about. */
const LEAST_SHARE = 0.3

/** The country that a document is about: the one that its mentions of actors and places belong to most often. */
export function mainCountry(mentions: DocumentAnnotated['mentions']): string | null {
  const counts = new Map<string, number>()
  let all = 0
  for (const { id, via } of mentions) {
    const country = via === 'pronoun' ? null : countryOfId(id)
    if (!country) continue
    all += 1
    counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  let main: string | null = null
  for (const [country, count] of counts) if (count > (main === null ? 0 : (counts.get(main) ?? 0))) main = country
  return main !== null && (counts.get(main) ?? 0) >= all * LEAST_SHARE ? main : null
}
