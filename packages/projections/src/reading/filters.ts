import { parseEdtf } from '@dateline/domain'
import { foldText } from '../shared/text.ts'

/** Collects the values of a statement; answers the placeholder of each. */
export type Parameter = (value: unknown) => string

/** The parameters of one statement. */
export function parameters(): { values: unknown[]; parameter: Parameter } {
  const values: unknown[] = []
  return { values, parameter: (value) => `$${values.push(value)}` }
}

/** Which events, as the interface has it: what is left out lets every event through. */
export interface Filters {
  actor?: readonly string[] | undefined
  /** Of several actors all, or any of them */
  match: 'all' | 'any'
  role?: string | undefined
  type?: readonly string[] | undefined
  country?: string | undefined
  place?: string | undefined
  /** EDTF; an overlap counts */
  from?: string | undefined
  to?: string | undefined
  undated?: 'exclude' | 'include' | 'only' | undefined
  /** Words, in the syntax of web search */
  q?: string | undefined
  source?: string | undefined
  document?: string | undefined
  realis: readonly string[]
  minSources?: number | undefined
  minConfidence?: number | undefined
}

/** Which events, as they are at a position: the condition of a WHERE over `events`, every value a parameter. */
export function filterCondition(filters: Filters, schema: string, at: bigint | null, parameter: Parameter): string {
  return `${visibleAt(at, parameter)} and ${versionCondition(filters, schema, at, parameter)}`
}

/** Which versions of events, whenever they held. */
export function versionCondition(filters: Filters, schema: string, at: bigint | null, parameter: Parameter): string {
  const is: string[] = []
  if (filters.actor) is.push(...actorConditions(filters.actor, filters, parameter))
  else if (filters.role) is.push(`roles @> ${parameter([filters.role])}`)
  if (filters.type) is.push(typeCondition(filters.type, parameter))
  if (filters.country) is.push(`countries @> ${parameter([filters.country])}`)
  if (filters.place) is.push(`places @> ${parameter([filters.place])}`)
  is.push(...dateConditions(filters, parameter))
  // Asked once a statement, also where the value is not known to the plan.
  if (filters.q) is.push(`fts @@ (select websearch_to_tsquery('english', ${parameter(foldText(filters.q))}))`)
  if (filters.source) is.push(`sources @> ${parameter([filters.source])}`)
  if (filters.document) is.push(`event_id in (${reportedBy(filters.document, schema, at, parameter)})`)
  is.push(`realis = any (${parameter(filters.realis)})`)
  if (filters.minSources) is.push(`source_count >= ${parameter(filters.minSources)}`)
  // Stored as real: compared with anything wider, 0.9 would be less than 0.9.
  if (filters.minConfidence) is.push(`confidence >= ${parameter(filters.minConfidence)}::real`)
  return is.join(' and ')
}

/** Whether events that nobody dates are among them where a period is asked for. */
export function showsUndated({ from, to, undated }: Pick<Filters, 'from' | 'to' | 'undated'>): boolean {
  return (undated ?? (from !== undefined || to !== undefined ? 'exclude' : 'include')) !== 'exclude'
}

/** Null: as it is now. The words are those of the partial indexes. */
export function visibleAt(at: bigint | null, parameter: Parameter): string {
  if (at === null) return 'until is null and gone is null'
  const position = parameter(at)
  return `position <= ${position} and (until is null or until > ${position}) and gone is null`
}

/** Of one type the index has the order of the timeline; `= any` of a list of one would not be read in order. */
function typeCondition(types: readonly string[], parameter: Parameter): string {
  const [only, ...more] = new Set(types)
  return more.length === 0 && only !== undefined ? `type = ${parameter(only)}` : `type = any (${parameter(types)})`
}

function actorConditions(actors: readonly string[], { role, match }: Filters, parameter: Parameter): string[] {
  const column = role ? 'actor_roles' : 'actors'
  const terms = role ? actors.map((actor) => `${role} ${actor}`) : actors
  return [`${column} ${match === 'all' ? '@>' : '&&'} ${parameter(terms)}`]
}

/**
 * An overlap counts: an event whose date is open on a side reaches as far as it may. Nobody who asks for a period wants
 * what nobody dates, which may have been at any time, unless they say so.
 */
function dateConditions({ from, to, undated }: Filters, parameter: Parameter): string[] {
  const is: string[] = []
  const earliest = from === undefined ? null : (parseEdtf(from)?.earliest ?? null)
  const latest = to === undefined ? null : (parseEdtf(to)?.latest ?? null)
  if (earliest !== null) is.push(`(latest is null or latest >= ${parameter(earliest)})`)
  if (latest !== null) is.push(`(earliest is null or earliest <= ${parameter(latest)})`)
  const which = undated ?? (from !== undefined || to !== undefined ? 'exclude' : 'include')
  if (which !== 'include') is.push(which === 'only' ? 'not dated' : 'dated')
  return is
}

function reportedBy(document: string, schema: string, at: bigint | null, parameter: Parameter): string {
  const id = `select event_id from ${schema}.reports where document_id = ${parameter(document)}`
  if (at === null) return `${id} and until is null`
  const position = parameter(at)
  return `${id} and since <= ${position} and (until is null or until > ${position})`
}
