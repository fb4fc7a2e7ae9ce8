import { FIGURE_TABLE } from './figure-table.ts'
import { fold } from './fold.ts'
import type { Gender } from './given-names.ts'

/** A person of world news. */
export interface Figure {
  name: string
  /** `country:RU`, `org:un` */
  of: string
  country: string | null
  gender: Gender
  office: string
  years: { from: number; to: number }[]
}

let bySurname: Map<string, Figure[]> | undefined

/**
 * Whom a surname by itself means in a text of a year: who held their office nearest to it. Null for a name that no
 * one of the table has, or that two have alike in that year.
 */
export function figureOf(surname: string, year: number | null): Figure | null {
  bySurname ??= index()
  const bearers = bySurname.get(fold(surname)) ?? []
  if (bearers.length < 2 || year === null) return bearers.length === 1 ? (bearers[0] ?? null) : null
  const ranked = bearers
    .map((figure) => ({ figure, apart: yearsApart(figure, year) }))
    .toSorted((a, b) => a.apart - b.apart)
  return ranked[0]?.apart === ranked[1]?.apart ? null : (ranked[0]?.figure ?? null)
}

function yearsApart({ years }: Figure, year: number): number {
  return Math.min(...years.map(({ from, to }) => (year < from ? from - year + 5 : year > to ? year - to : 0)))
}

function index(): Map<string, Figure[]> {
  const figures = new Map<string, Figure[]>()
  for (const line of FIGURE_TABLE.trim().split('\n')) {
    const [name = '', of = '', sex = '', surnames = '', office = '', terms = ''] = line.split('|')
    const isCountry = /^[A-Z]{2}$/u.test(of)
    const figure: Figure = {
      name,
      of: isCountry ? `country:${of}` : `org:${of}`,
      country: isCountry ? of : null,
      gender: sex === 'f' ? 'female' : 'male',
      office,
      years: terms.split(',').map((term) => {
        const [from = '', to = from] = term.split('-')
        return { from: Number(from), to: to === '' ? Infinity : Number(to) }
      }),
    }
    for (const surname of new Set(surnames.split(';').filter(Boolean).map(fold)))
      figures.set(surname, [...(figures.get(surname) ?? []), figure])
  }
  return figures
}
