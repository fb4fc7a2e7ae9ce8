import { gazetteer } from '../knowledge/gazetteer.ts'
import { fold, slug } from '../knowledge/fold.ts'
import { ARMED_OPPONENTS, BODIES } from '../knowledge/group-nouns.ts'
import { NATIONAL_BODIES } from '../knowledge/organisation-table.ts'
import { pieces } from '../knowledge/pieces.ts'
import { readable, type Entity, type Registry } from './entities.ts'
import type { Spot } from './spots.ts'

/** A body of a state, under the name that it has of its own or by its kind: `org:kz/foreign-ministry`, `org:duma`. */
export function bodyOfState(country: string | null, body: string, registry: Registry): Entity {
  const byKind = country ? `org:${country.toLowerCase()}/${body}` : `org:${body}`
  const id = NATIONAL_BODIES.get(byKind) ?? byKind
  const known = gazetteer().organisation(id)
  return registry.put(id, 'organization', known?.name ?? nameOfBody(country, body), { country })
}

/** "Foreign Ministry of Kazakhstan", "Parliament of Greece" */
function nameOfBody(country: string | null, body: string): string {
  const words = body.replaceAll('-', ' ')
  const name = words.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
  const state = country ? gazetteer().country(country)?.name : undefined
  return state ? `${name} of ${state}` : name
}

/** The organisation that a name found by its form stands for; a body of a state goes by the state's id. */
export function organisationOf(spot: Spot, registry: Registry, mainCountry: string | null): Entity {
  const { country, rest } = withoutCountry(spot.name)
  const body = bodyOf(rest)
  if (body) {
    const of = body.country ?? country ?? mainCountry
    return bodyOfState(of, body.slug, registry)
  }
  const known = gazetteer()
    .lookup(spot.name.replace(/^the /iu, ''))
    .find((entry) => entry.type === 'organisation')
  if (known?.type === 'organisation')
    return registry.put(known.id, known.kind, known.name, { country: known.country, media: known.media })
  const media = OUTLET.test(spot.name)
  const armed = ARMED.test(spot.name) || ARMED_OPPONENTS.has(fold(rest))
  return registry.put(`org:${slug(spot.name)}`, armed ? 'group' : 'organization', readable(spot.name), {
    country,
    media,
  })
}
const OUTLET =
  /\b(?:daily|newspaper|times|herald|tribune|gazette|journal|magazine|television|tv|radio|news|news agency|broadcasting|post|weekly)$/iu
const ARMED = /\b(?:liberation (?:army|front)|brigades?|militia|resistance army|rebel army|martyrs)\b/iu

/** Leading "Russian", "US" or trailing "of Kazakhstan" of a name, and what is left of it. */
function withoutCountry(name: string): { country: string | null; rest: string } {
  const parts = pieces(name)
  const match = gazetteer().longest(parts, 0)
  const entry = match?.entries.find(({ type }) => type === 'adjective' || type === 'country')
  if (!match || !entry || match.length === parts.length) return { country: null, rest: name }
  const rest = parts.slice(match.length)
  if (rest[0] === "'" && rest[1] === 's') rest.splice(0, 2)
  return { country: entry.country, rest: rest.join(' ') }
}

const MINISTRY_OF = /^(?:ministry|department) (?:of|for) (?:the )?(.+)$/u
const OF_STATE = /^(.+?) of (?:the )?(.+)$/u

function bodyOf(name: string): { slug: string; country: string | null } | null {
  const plain = fold(name).replace(/^the /u, '')
  const direct = BODIES.get(plain)
  if (direct) return { slug: direct, country: null }
  const [, before = '', after = ''] = OF_STATE.exec(plain) ?? []
  const state = after
    ? gazetteer()
        .lookup(after)
        .find(({ type }) => type === 'country')
    : undefined
  if (state) {
    const body = bodyOf(before)
    return body && { slug: body.slug, country: state.country }
  }
  const [, field] = MINISTRY_OF.exec(plain) ?? []
  if (field) return { slug: ministrySlug(field), country: null }
  if (/^[a-z ]{3,30} ministry$/u.test(plain))
    return { slug: ministrySlug(plain.replace(/ ministry$/u, '')), country: null }
  return null
}

function ministrySlug(field: string): string {
  const [, inner = field, of] = /^(.+?)(?: of (.+))?$/u.exec(field) ?? []
  const short = MINISTRIES[inner] ?? inner
  return of && !gazetteer().lookup(of).length ? slug(`${field} ministry`) : slug(`${short} ministry`)
}
const MINISTRIES: Record<string, string> = {
  'foreign affairs': 'foreign',
  'external affairs': 'foreign',
  'foreign relations': 'foreign',
  defense: 'defence',
  'national defense': 'defence',
  'national defence': 'defence',
  'home affairs': 'interior',
  'internal affairs': 'interior',
  'public health': 'health',
  labor: 'labour',
}
