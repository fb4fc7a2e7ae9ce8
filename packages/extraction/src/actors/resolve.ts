import { fold, slug } from '../knowledge/fold.ts'
import { gazetteer } from '../knowledge/gazetteer.ts'
import { OUTLET_NOUNS } from '../knowledge/group-nouns.ts'
import { FEMALE_NOUNS, MALE_NOUNS } from '../knowledge/person-nouns.ts'
import { wordSet } from '../knowledge/words.ts'
import { recent, type Discourse } from './discourse.ts'
import { giveOffice, type Entity } from './entities.ts'
import { groupOf } from './groups.ts'
import { holderOf } from './holders.ts'
import { belongingOf, kindSlug, nominalName, ownerSlug, pluralOf, type Belonging } from './nominal-ids.ts'
import type { Nominal } from './nominals.ts'
import { bodyOfState } from './organisations.ts'

const LOOK_BACK = 6
/** Said of states as of people: actors only where a person has them */
const RELATIONAL = wordSet(
  'neighbor neighbour partner friend ally rival opponent patron foe enemy competitor figure individual',
)
/** Words that name a government only with its country, or in passing */
const LOOSE_GOVERNMENT = wordSet('state leadership executive authority monarchy')
const LOWER_GOVERNMENT =
  /\b(?:local|regional|provincial|municipal|city|state|county|school|health|port|airport|tax|judicial|election|electoral)\b/u
const ADAPTABLE = wordSet(
  'group organization organisation body agency company firm party union bank airline movement organisation institution institute council commission committee association alliance bloc coalition network faction militia newspaper daily team club outfit mission court',
)

/** The actor that a nominal stands for; null for one that stands for none. */
export function resolveNominal(nominal: Nominal, discourse: Discourse, owner: Entity | null): Entity | null {
  const belonging = belongingOf(nominal, discourse, owner)
  if (nominal.sort === 'government' && !(nominal.plural && nominal.lemma === 'state'))
    return governmentOf(nominal, belonging, discourse)
  if (nominal.sort === 'country' || nominal.sort === 'government') return countryOf(nominal, belonging, discourse)
  if (nominal.sort === 'body') return bodyOf(nominal, belonging, discourse)
  if (nominal.sort === 'organisation') return organisationOf(nominal, belonging, discourse)
  if (nominal.sort === 'collective' && !nominal.plural) return organisationOf(nominal, belonging, discourse)
  if (RELATIONAL.has(nominal.lemma) && !belonging.person && !nominal.plural) return null
  if (nominal.plural || nominal.sort === 'collective') return groupOf(nominal, belonging, discourse)
  if (nominal.modifier) return nominal.sort === 'person' ? groupOf(nominal, belonging, discourse) : null
  return personOf(nominal, belonging, discourse)
}

/** A state as actor. */
export function stateOf(country: string, { registry }: Discourse): Entity {
  const name = gazetteer().country(country)?.name ?? country
  return registry.put(`country:${country}`, 'government', name, { country })
}

function governmentOf(nominal: Nominal, belonging: Belonging, discourse: Discourse): Entity | null {
  const { lemma, qualifier, reference } = nominal
  const { country } = belonging
  if (reference === 'indefinite') return null
  if (
    LOOSE_GOVERNMENT.has(lemma) &&
    !(lemma === 'authority' && nominal.plural) &&
    (!belonging.explicit || nominal.modifier)
  )
    return null
  if (nominal.plural && lemma === 'government') return groupOf(nominal, belonging, discourse)
  if (LOWER_GOVERNMENT.test(qualifier.replaceAll('-', ' '))) {
    const noun = lemma === 'authority' || lemma === 'authorities' ? 'authorities' : lemma
    return discourse.registry.put(
      `org:${ownerSlug(belonging)}${slug(`${qualifier} ${noun}`)}`,
      'government',
      nominalName(nominal, noun, belonging),
      { country },
    )
  }
  if (belonging.body && !belonging.explicit) return belonging.body
  if (belonging.region) return groupOf(nominal, belonging, discourse)
  const state = country ?? belonging.person?.country ?? discourse.focus.main
  return state ? stateOf(state, discourse) : discourse.registry.put('org:government', 'government', 'government')
}

function countryOf(nominal: Nominal, belonging: Belonging, discourse: Discourse): Entity | null {
  if (nominal.plural)
    return groupOf(nominal, belonging.explicit ? belonging : { ...belonging, country: null }, discourse)
  if (
    nominal.reference === 'indefinite' ||
    nominal.reference === 'bare' ||
    nominal.lemma === 'state' ||
    nominal.lemma === 'republic'
  )
    return null
  const { main } = discourse.focus
  const near = recent(discourse, nominal.sentence, 1).filter(({ id }) => id.startsWith('country:'))
  const last = near[0]?.country ?? null
  const first = discourse.views[nominal.sentence]?.tokens[nominal.from]
  const points = /^(?:that|this)$/iu.test(first?.text ?? '')
  const isMain = !points && (last === null || near.some((entity) => entity.country === main))
  const country = belonging.explicit && belonging.country ? belonging.country : ((isMain ? main : last) ?? main)
  return country ? stateOf(country, discourse) : null
}

function bodyOf(nominal: Nominal, belonging: Belonging, discourse: Discourse): Entity | null {
  const { body, lemma, reference } = nominal
  if (!body) return null
  if (nominal.plural && reference !== 'definite' && /ministry|court|embassy|parliament/u.test(body))
    return groupOf(nominal, belonging, discourse)
  const isBare = body === lemma || body === pluralOf(lemma)
  if (isBare && reference === 'definite' && !belonging.explicit && !belonging.body) {
    const known = recent(discourse, nominal.sentence, LOOK_BACK * 2).find(
      ({ id, nouns }) => nouns.has(lemma) || id.endsWith(`-${lemma}`) || id.endsWith(`/${lemma}`),
    )
    if (known) return known
  }
  if (isBare && (lemma === 'ministry' || lemma === 'department')) return null
  if (belonging.body && !belonging.explicit && !belonging.body.country) {
    const entity = discourse.registry.put(
      `${belonging.body.id}/${body}`,
      'organization',
      `${belonging.body.name} ${lemma}`,
    )
    entity.nouns.add(lemma)
    return entity
  }
  const { country } = belonging
  const entity = bodyOfState(country, body, discourse.registry)
  entity.nouns.add(lemma)
  return entity
}

function organisationOf(nominal: Nominal, belonging: Belonging, discourse: Discourse): Entity | null {
  const { lemma, reference } = nominal
  if (nominal.plural) return groupOf(nominal, belonging, discourse)
  const isOutlet = OUTLET_NOUNS.has(lemma)
  const apposed = nominal.inside.find((spot) => spot.to === nominal.head)
  const name = apposed ? discourse.named.get(apposed) : undefined
  if (name && (name.kind === 'organization' || name.kind === 'group') && reference !== 'indefinite') return name
  const known =
    reference === 'definite' && !belonging.explicit && !belonging.body
      ? organisationBefore(nominal, isOutlet, discourse)
      : null
  if (known) {
    known.nouns.add(lemma)
    return known
  }
  if (belonging.body && !belonging.explicit && (reference === 'definite' || reference === 'bare' || nominal.modifier))
    return belonging.body
  if (!nominal.qualifier && nominal.inside.length === 0 && !nominal.after) return null
  const entity = discourse.registry.put(
    `org:${ownerSlug(belonging)}${kindSlug(nominal, lemma, belonging.region)}`,
    'organization',
    nominalName(nominal, lemma, belonging),
    {
      country: belonging.country,
      media: isOutlet,
    },
  )
  entity.nouns.add(lemma)
  return entity
}

/** The organisation that "the group" or "the fund" refers back to: one so called, else for a general word the last. */
function organisationBefore(nominal: Nominal, isOutlet: boolean, discourse: Discourse): Entity | null {
  const { lemma, qualifier, inside } = nominal
  if (inside.length > 0) return null
  const candidates = recent(discourse, nominal.sentence, LOOK_BACK).filter(
    (entity) =>
      (entity.kind === 'organization' || (entity.kind === 'group' && entity.id.startsWith('org:'))) &&
      entity.media === (isOutlet && entity.media),
  )
  const named = candidates.find((entity) => fold(entity.name).includes(lemma) || entity.nouns.has(lemma))
  if (named) return named
  const isAdaptable = !qualifier && (ADAPTABLE.has(lemma) || isOutlet)
  return isAdaptable ? (candidates.find(({ id }) => !/^org:[a-z]{2}\//u.test(id)) ?? null) : null
}

function personOf(nominal: Nominal, belonging: Belonging, discourse: Discourse): Entity | null {
  const { lemma, office, reference } = nominal
  const holder = reference === 'indefinite' ? null : holderOf(nominal, belonging, discourse)
  if (holder) return holder
  const noun = nominal.sort === 'office' ? office : lemma
  const rest = nominal.sort === 'office' ? { ...nominal, qualifier: withoutOffice(nominal.qualifier, office) } : nominal
  const id = `person:${ownerSlug(belonging) || 'unnamed/'}${kindSlug(rest, noun, belonging.region)}`
  const entity = discourse.registry.put(id, 'person', nominalName(rest, noun, belonging), {
    country: belonging.country,
    gender: FEMALE_NOUNS.has(lemma) ? 'female' : MALE_NOUNS.has(lemma) ? 'male' : null,
  })
  entity.nouns.add(lemma)
  if (nominal.sort === 'office')
    giveOffice(
      entity,
      office,
      belonging.body?.id ?? (belonging.country ? `country:${belonging.country}` : null),
      nominal.sentence,
    )
  return entity
}

function withoutOffice(qualifier: string, office: string): string {
  const words = new Set(office.split(' '))
  return qualifier
    .split('-')
    .filter((word) => !words.has(word))
    .join('-')
}
