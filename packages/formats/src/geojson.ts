import { eventUrl, type Format, parseEvents } from './format.ts'

/**
 * GeoJSON (RFC 7946): a feature an event, the event its properties. Documents name places and give no coordinates, so
 * every feature is "unlocated", which RFC 7946 (3.2) writes as a null geometry; the place's id is there to join by.
 */
export const geojson: Format = {
  suffix: 'geojson',
  mediaType: 'application/geo+json; charset=utf-8',
  render(items, context) {
    const features = parseEvents(items).map((event) => ({
      type: 'Feature',
      id: event.id,
      geometry: null,
      properties: { ...event, url: eventUrl(context, event) },
    }))
    return JSON.stringify({ type: 'FeatureCollection', features })
  },
}
