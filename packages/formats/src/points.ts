import data from './points.json' with { type: 'json' }

/**
 * Where the city of an id lies, as longitude and latitude in degrees (WGS 84), by a gazetteer and to about a kilometre;
 * null for countries, regions, and what is not known or not one city.
 */
export function pointOf(placeId: string): readonly [number, number] | null {
  points ??= read()
  return points.get(placeId) ?? null
}

/** Made at the first use: few ask for maps. */
let points: ReadonlyMap<string, readonly [number, number]> | undefined

function read(): ReadonlyMap<string, readonly [number, number]> {
  return new Map(
    data.points.split('\n').map((line) => {
      const [id, longitude, latitude] = line.split('|')
      return [`place:${id}`, [Number(longitude), Number(latitude)]]
    }),
  )
}
