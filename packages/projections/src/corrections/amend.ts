import { type Amendments, edtfBounds, precisionOf } from '@dateline/domain'
import { containersOf, countryOfId } from '../shared/ids.ts'
import { dayOf } from '../shared/instants.ts'
import type { MergedEvent } from '../timeline/merge.ts'
import { kindOf } from './actors.ts'

/** The event with other values in the place of what its reports say. */
export function amended(event: MergedEvent, set: Amendments): MergedEvent {
  const result: MergedEvent = { ...event, attributes: { ...event.attributes } }
  if (set.realis !== undefined) result.realis = set.realis
  if (set['date.edtf'] !== undefined) Object.assign(result, datedBy(set['date.edtf'], result))
  if (set.participants !== undefined) {
    result.participants = set.participants.map(({ role, actor, name }) => ({
      role,
      actor: { id: actor, name, kind: kindOf(actor, knownKind(event, actor)) },
    }))
  }
  if (set.place !== undefined) {
    result.place = set.place
    result.places = set.place ? containersOf(set.place.id, set.place.country) : []
  }
  if (set.participants !== undefined || set.place !== undefined) result.countries = countriesOf(result)
  for (const [path, value] of Object.entries(set)) {
    if (!path.startsWith('attributes.')) continue
    const name = path.slice('attributes.'.length)
    if (value === null) delete result.attributes[name]
    else result.attributes[name] = value
    // Whoever amends it has settled it.
    result.disputed = result.disputed.filter(({ field }) => field !== path)
  }
  return result
}

function datedBy(edtf: string, { realis, firstReportedAt }: MergedEvent): Pick<MergedEvent, 'date' | 'sortDate'> {
  const { earliest, latest } = edtfBounds(edtf) ?? { earliest: null, latest: null }
  const reported = dayOf(new Date(firstReportedAt))
  // What has happened cannot be later than its first report.
  const last = edtf === 'unknown' && realis === 'actual' ? reported : latest
  const precision = edtf === 'unknown' ? 'unknown' : precisionOf(edtf)
  return { date: { edtf, earliest, latest: last, precision }, sortDate: earliest ?? last ?? reported }
}

function knownKind(event: MergedEvent, id: string): MergedEvent['participants'][number]['actor']['kind'] {
  return event.participants.find(({ actor }) => actor.id === id)?.actor.kind ?? 'organization'
}

function countriesOf({ type, place, participants, countries }: MergedEvent): string[] {
  // A statement concerns countries that neither its place nor its participants name.
  const kept = type === 'statement' ? countries : []
  const named = participants.flatMap(({ actor }) => countryOfId(actor.id) ?? [])
  return [...new Set([...kept, ...(place?.country ? [place.country] : []), ...named])].sort()
}
