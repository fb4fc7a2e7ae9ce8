import { CONFIDENCE_STEPS, SOURCE_STEPS, termHash, termHashSql, yearMixSql } from '../timeline/terms.ts'
import { foldText } from '../shared/text.ts'
import type { Filters, Parameter } from './filters.ts'

/** What an event that passes the filters has among its terms, as far as that is told by terms: see `timeline/terms.ts`. */
export interface Sought {
  /** Hashes of terms that it has */
  all: number[]
  /** Of each of these groups it has one */
  any: number[][]
  /** Folded words, in the syntax of web search */
  words: string | null
}

/** An actor whose list it is, in whatever role or in that one. */
export interface OfActor {
  id: string
  role?: string | undefined
}

/** Null: no term tells, or so many events have what is asked for that they are read faster as they come. */
export function soughtBy(filters: Filters, ofActor?: OfActor): Sought | null {
  const { actor, match, role, type, country, place, q, source, realis, minSources, minConfidence, undated } = filters
  const all: string[] = []
  const any: string[][] = []
  const one = (terms: string[]) => (terms.length === 1 ? all.push(...terms) : any.push(terms))
  const inRole = (id: string, as: string | undefined) => (as === undefined ? `a ${id}` : `x ${as} ${id}`)
  if (ofActor) all.push(inRole(ofActor.id, ofActor.role))
  if (actor) {
    const terms = actor.map((id) => inRole(id, role))
    if (match === 'all') all.push(...terms)
    else one(terms)
  } else if (role) all.push(`r ${role}`)
  if (type) one([...new Set(type)].map((name) => `t ${name}`))
  if (country) all.push(`c ${country}`)
  if (place) all.push(`p ${place}`)
  if (source) all.push(`s ${source}`)
  // Most of what is told has happened.
  if (!realis.includes('actual')) one([...new Set(realis)].map((name) => `m ${name}`))
  const sources = SOURCE_STEPS.filter((step) => step <= (minSources ?? 0)).at(-1)
  if (sources !== undefined) all.push(`n ${sources}`)
  const confidence = CONFIDENCE_STEPS.filter((step) => step / 100 <= (minConfidence ?? 0)).at(-1)
  if (confidence !== undefined) all.push(`f ${confidence}`)
  if (undated === 'only') all.push('u')
  if (all.length + any.length === 0 && q === undefined) return null
  // The year itself, where there may be no word that is to be looked for, but only some that are not.
  if (all.length + any.length === 0 && q?.includes('-')) all.push('')
  return {
    all: all.map(termHash),
    any: any.map((terms) => terms.map(termHash)),
    words: q === undefined ? null : foldText(q),
  }
}

/** The parts of a statement that finds events by their terms. */
export interface TermsSql {
  /** CTEs that it begins with, each with a comma after it */
  ctes: string
  /** A condition of `events`: they have the terms and those besides, which are hashes in SQL, under a year */
  has(year: string, besides?: string): string
  /** Holds unless nothing can be found */
  possible: string
}

export function termsSql({ all, any, words }: Sought, parameter: Parameter): TermsSql {
  const hashes = (values: readonly number[]) => `${parameter(values)}::int[]`
  const allOf = all.length === 0 ? null : hashes(all)
  const anyOf = any.map(hashes)
  const mixed = (array: string, year: string) => `array(select h # ${yearMixSql(year)} from unnest(${array}) as h)`
  const text = words === null ? '' : parameter(words)
  // Any of the words where it says so, else all of them; those that must not be there do not help to find any.
  const operator = words !== null && /(^|\s)or(\s|$)/.test(words) ? '&&' : '@>'
  return {
    ctes:
      words === null
        ? ''
        : `asked as materialized (
            select numnode(query) > 0 as possible,
                   array(select ${termHashSql(String.raw`'w ' || replace(replace(m[1], '''''', ''''), '\\', '\')`)}
                         from regexp_matches(querytree(query), '''((?:[^'']|'''')+)''', 'g') as m) as lexemes
            from websearch_to_tsquery('english', ${text}) as query
          ), `,
    has(year, besides) {
      const terms = [allOf, besides].filter((one) => one !== null && one !== undefined).join(' || ')
      const is = terms === '' ? [] : [`terms @> ${mixed(terms, year)}`]
      is.push(...anyOf.map((group) => `terms && ${mixed(group, year)}`))
      if (words !== null) is.push(`words ${operator} ${mixed('(select lexemes from asked)', year)}`)
      return is.join(' and ')
    },
    possible: words === null ? 'true' : '(select possible from asked)',
  }
}
