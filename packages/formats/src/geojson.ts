import { eventUrl, type Format, parseEvents } from './format.ts'
import { pointOf } from './points.ts'

/**
 * GeoJSON (RFC 7946): a feature an event, the event its properties. Where a document names a city, the geometry is the
 * point that a gazetteer has for it; an event that is placed no closer than in a country or region is "unlocated",
 * which RFC 7946 (3.2) writes as a null geometry: a point in the middle of a country would be invented.
 */
export const geojson: Format = {
  suffix: 'geojson',
  mediaType: 'application/geo+json; charset=utf-8',
  render(items, context) {
    const features = parseEvents(items).map((event) => {
      const coordinates = event.place && pointOf(event.place.id)
      return {
        type: 'Feature',
        id: event.id,
        geometry: coordinates && { type: 'Point', coordinates },
        properties: { ...event, url: eventUrl(context, event) },
      }
    })
    return JSON.stringify({ type: 'FeatureCollection', features })
  },
}
