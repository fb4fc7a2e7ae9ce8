import type { Event } from '@dateline/contract'
import { type Context, eventUrl, type Format, parseEvents } from './format.ts'
import { pointOf } from './points.ts'

/**
 * schema.org Event in JSON-LD. Dates are ISO 8601 in the precision that is known ("2022-01" is a month); a side that is
 * open is left out, and so are both where nobody dates the event.
 */
export const jsonld: Format = {
  suffix: 'jsonld',
  mediaType: 'application/ld+json; charset=utf-8',
  render(items, context) {
    const events = parseEvents(items).map((event) => eventNode(event, context))
    return JSON.stringify({ '@context': 'https://schema.org', '@graph': events })
  },
}

const ACTOR_TYPES = {
  person: 'Person',
  organization: 'Organization',
  government: 'GovernmentOrganization',
  group: 'Organization',
} as const

function eventNode(event: Event, context: Context): object {
  return {
    '@type': 'Event',
    '@id': eventUrl(context, event),
    identifier: event.id,
    name: event.title,
    additionalType: event.type,
    ...dates(event.date),
    ...(event.place ? { location: placeNode(event.place) } : {}),
    contributor: event.participants.map(({ role, actor }) => ({
      '@type': 'Role',
      roleName: role,
      contributor: { '@type': ACTOR_TYPES[actor.kind], identifier: actor.id, name: actor.name },
    })),
    subjectOf: event.evidence.map((piece) => ({
      '@type': 'NewsArticle',
      identifier: piece.documentId,
      ...(piece.title === null ? {} : { headline: piece.title }),
      ...(piece.url === null ? {} : { url: piece.url }),
      datePublished: piece.publishedAt,
      text: piece.quote,
    })),
  }
}

function placeNode({ id, name, country }: NonNullable<Event['place']>): object {
  const point = pointOf(id)
  return {
    '@type': 'Place',
    name,
    ...(country === null ? {} : { address: { '@type': 'PostalAddress', addressCountry: country } }),
    ...(point && { geo: { '@type': 'GeoCoordinates', latitude: point[1], longitude: point[0] } }),
  }
}

function dates({ edtf, earliest, latest, precision }: Event['date']): object {
  if (precision === 'unknown') return {}
  const [, plain] = /^(\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?)?)[~?%]?$/.exec(edtf) ?? []
  if (plain !== undefined) return { startDate: plain, endDate: plain }
  return { ...(earliest === null ? {} : { startDate: earliest }), ...(latest === null ? {} : { endDate: latest }) }
}
