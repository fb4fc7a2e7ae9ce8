import type { ClientBase } from 'pg'
import type { MergedEvent } from '../timeline/merge.ts'
import { countryOfId } from '../shared/ids.ts'
import { foldText } from '../shared/text.ts'

/** What the actors' tables are made of. */
export type TalliedEvent = Pick<
  MergedEvent,
  'type' | 'realis' | 'date' | 'sortDate' | 'place' | 'participants' | 'attributes'
>

/** A row of `offices`: an event that begins or ends somebody's time in an office. */
export interface OfficeRow {
  actorId: string
  eventId: string
  office: string | null
  country: string | null
  begins: boolean
  edtf: string
  sortDate: string
}

const BEGINS: Readonly<Record<string, boolean>> = {
  inauguration: true,
  appointment: true,
  resignation: false,
  dismissal: false,
}

/** What an event says of offices held; only what has happened counts. */
export function officesOf(eventId: string, event: TalliedEvent): OfficeRow[] {
  const begins = BEGINS[event.type]
  if (begins === undefined || (event.realis !== 'actual' && event.realis !== 'ongoing')) return []
  const office = event.attributes['office']
  const holders = event.participants.filter(({ role }) => role === 'holder').map(({ actor }) => actor)
  return holders.map((holder) => ({
    actorId: holder.id,
    eventId,
    office: typeof office === 'string' && office !== '' ? office : null,
    country: event.place?.country ?? countryOfId(holder.id),
    begins,
    edtf: event.date.edtf,
    sortDate: event.sortDate,
  }))
}

/** A time in an office; `from` and `to` are EDTF, null where nobody says. */
export interface OfficeHeld {
  office: string
  /** `country:KZ` */
  of: string | null
  from: string | null
  to: string | null
}

/** The offices that an actor holds or held, in the order of time. */
export async function officesHeld(
  client: Pick<ClientBase, 'query'>,
  schema: string,
  actorId: string,
): Promise<OfficeHeld[]> {
  const { rows } = await client.query<OfficeRow>(
    `SELECT actor_id AS "actorId", event_id AS "eventId", office, country, begins, edtf, sort_date::text AS "sortDate"
     FROM ${schema}.offices WHERE actor_id = $1 ORDER BY sort_date, begins, event_id`,
    [actorId],
  )
  return termsOf(rows)
}

/**
 * Makes terms of beginnings and ends in order of time. An appointment and an inauguration to the same office without an
 * end between them begin one term. An end closes the open term of its office, or, naming none, the only open one.
 */
export function termsOf(rows: readonly OfficeRow[]): OfficeHeld[] {
  const terms: { key: string; closed: boolean; held: OfficeHeld }[] = []
  for (const row of rows) {
    const key = foldText(row.office ?? '')
    const date = row.edtf === 'unknown' ? null : row.edtf
    const of = row.country ? `country:${row.country}` : null
    const open = terms.filter((term) => !term.closed)
    const same = open.findLast((term) => term.key === key)
    const ending = same ?? (key === '' || open.some((term) => term.key === '') ? only(open) : undefined)
    if (row.begins) {
      if (same) same.held.from ??= date
      else if (row.office !== null) {
        terms.push({ key, closed: false, held: { office: row.office, of, from: date, to: null } })
      }
    } else if (ending) {
      ending.held.to = date
      ending.closed = true
    } else if (row.office !== null) {
      terms.push({ key, closed: true, held: { office: row.office, of, from: null, to: date } })
    }
  }
  return terms.map(({ held }) => held)
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}
