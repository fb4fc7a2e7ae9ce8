import { gazetteer } from '../knowledge/gazetteer.ts'
import { fold, slug } from '../knowledge/fold.ts'
import { wordSet } from '../knowledge/words.ts'
import { COUNTRIES } from '../knowledge/country-table.ts'
import type { Discourse } from './discourse.ts'
import type { Entity } from './entities.ts'
import type { Nominal } from './nominals.ts'
import type { Spot } from './spots.ts'

/** What the names around a noun say about whose it is. */
export interface Belonging {
  country: string | null
  /** The country is named by the phrase itself, not taken from what the document is about */
  explicit: boolean
  /** An organisation or group in the phrase: "FMLN commanders", "a spokesman for the OSCE" */
  body: Entity | null
  /** A person in the phrase: "Tokayev's opponents", "the Bush administration" */
  person: Entity | null
  /** A part of the world, or a bloc: "Western observers", "European leaders" */
  region: Spot | null
}

const ABROAD = wordSet('western foreign international global european african asian arab world overseas eastern')

export function belongingOf(nominal: Nominal, discourse: Discourse, owner: Entity | null): Belonging {
  const found: Belonging = { country: null, explicit: false, body: null, person: null, region: null }
  const near = nominal.inside.toReversed()
  if (nominal.after) near.push(nominal.after)
  for (const spot of near) {
    const entity = discourse.named.get(spot)
    if (entity?.kind === 'person') found.person ??= entity
    else if (spot.entry?.type === 'regionAdjective' || spot.entry?.type === 'region' || spot.entry?.type === 'bloc')
      found.region ??= spot
    else if (entity && entity.kind !== 'government' && entity.kind !== 'place') found.body ??= entity
    else found.country ??= spot.entry?.country ?? entity?.country ?? null
  }
  if (owner?.kind === 'person') found.person ??= owner
  else if (owner?.kind === 'organization' || owner?.kind === 'group') found.body ??= owner
  else if (owner) found.country = owner.country ?? found.country
  found.explicit = found.country !== null
  found.country ??= found.body?.country ?? found.person?.country ?? null
  const isAbroad =
    found.region !== null ||
    (nominal.body === null &&
      nominal.sort !== 'office' &&
      nominal.qualifier.split('-').some((word) => ABROAD.has(word)))
  if (found.country === null && found.body === null && !isAbroad) found.country = discourse.focus.main
  return found
}

/** "kz/", "osce/", "ned-price/" or nothing: whose a nominal actor is, as the front of its id. */
export function ownerSlug({ country, body, person, explicit }: Belonging): string {
  if (!explicit && (body ?? person)) return `${slug((body ?? person)?.id.replace(/^[a-z]+:/u, '') ?? '')}/`
  return country ? `${country.toLowerCase()}/` : ''
}

/** "opposition-groups", "western-observers" */
export function kindSlug(nominal: Nominal, noun: string, region: Spot | null): string {
  const place = region ? fold(region.name) : ''
  return slug([place, nominal.qualifier, noun].filter(Boolean).join(' '))
}

const ADJECTIVES = new Map(COUNTRIES.map(({ code, adjectives }) => [code, adjectives[0] ?? null]))

/** A readable name of a nominal actor: "Kazakh opposition groups", "OSCE experts", "Western diplomat". */
export function nominalName(
  nominal: Nominal,
  noun: string,
  { country, body, person, explicit, region }: Belonging,
): string {
  const state = country ? (ADJECTIVES.get(country) ?? gazetteer().country(country)?.name ?? null) : null
  const owner = !explicit && (body ?? person) ? ((body ?? person)?.name ?? null) : region ? region.name : state
  return [owner, nominal.qualifier.replaceAll('-', ' '), noun].filter(Boolean).join(' ')
}

const IRREGULAR: Record<string, string> = {
  man: 'men',
  woman: 'women',
  child: 'children',
  person: 'people',
  policeman: 'policemen',
  policewoman: 'policewomen',
  gunman: 'gunmen',
  businessman: 'businessmen',
  militiaman: 'militiamen',
  congressman: 'congressmen',
  spokesman: 'spokesmen',
  fisherman: 'fishermen',
  tribesman: 'tribesmen',
  fireman: 'firemen',
  serviceman: 'servicemen',
  clergy: 'clergy',
  police: 'police',
  people: 'people',
  wife: 'wives',
  thief: 'thieves',
  personnel: 'personnel',
  public: 'public',
  opposition: 'opposition',
  youth: 'youths',
  press: 'press',
  media: 'media',
  leadership: 'leadership',
  resistance: 'resistance',
  'ultra-right': 'ultra-right',
  'ultra-left': 'ultra-left',
  'far-right': 'far-right',
  'far-left': 'far-left',
  electorate: 'electorate',
  population: 'population',
}

const MEN = /(?<!hu|ger|ro|otto|sha|talis|nor)man$/u

/** The plural by which a group goes in its id, whatever number the text has. */
export function pluralOf(lemma: string): string {
  if (/^(?:demonstrator|protestor|marcher)$/u.test(lemma)) return 'protesters'
  const last = lemma.slice(lemma.lastIndexOf(' ') + 1)
  const irregular = IRREGULAR[last] ?? (MEN.test(last) ? last.replace(/man$/u, 'men') : undefined)
  if (irregular) return lemma.slice(0, lemma.length - last.length) + irregular
  if (/[^s]s$/u.test(lemma)) return lemma
  if (/(?:s|x|z|ch|sh)$/u.test(lemma)) return `${lemma}es`
  return /[^aeiou]y$/u.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`
}
