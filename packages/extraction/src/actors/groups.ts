import { ARMED_OPPONENTS, SOLDIERS } from '../knowledge/group-nouns.ts'
import { wordSet } from '../knowledge/words.ts'
import { recent, type Discourse } from './discourse.ts'
import type { Entity } from './entities.ts'
import { kindSlug, nominalName, ownerSlug, pluralOf, type Belonging } from './nominal-ids.ts'
import { QUANTITIES, type Nominal } from './nominals.ts'
import { bodyOfState } from './organisations.ts'

const FIGHTERS = wordSet(
  'fighter militant gunman insurgent rebel guerrilla terrorist soldier troop troops forces force jihadist militiaman combatant',
)
const LOOK_BACK = 8

/** Who many are: "protesters", "Russian troops", "the rebels", "FMLN commanders", "thousands". */
export function groupOf(nominal: Nominal, belonging: Belonging, discourse: Discourse): Entity | null {
  const { lemma } = nominal
  if (QUANTITIES.has(lemma)) return mint(nominal, 'people', belonging, discourse)
  const { body } = belonging
  if (body && FIGHTERS.has(lemma) && body.kind === 'group') return body
  if (SOLDIERS.has(lemma)) return soldiers(nominal, belonging, discourse)
  if (ARMED_OPPONENTS.has(lemma) && !belonging.explicit && !body) {
    const armed = nominal.reference === 'definite' || nominal.modifier ? armedGroup(nominal, discourse) : null
    if (armed) return armed
  }
  const plural = pluralOf(lemma)
  if (nominal.reference === 'definite' && !belonging.explicit && !body && !belonging.person) {
    const known = recent(discourse, nominal.sentence, LOOK_BACK).find(
      (entity) => entity.kind === 'group' && entity.plural && entity.nouns.has(lemma),
    )
    if (known && (!nominal.qualifier || known.id.includes(nominal.qualifier))) return known
  }
  return mint(nominal, plural, belonging, discourse)
}

function mint(nominal: Nominal, noun: string, belonging: Belonging, { registry }: Discourse): Entity {
  const id = `group:${ownerSlug(belonging)}${kindSlug(nominal, noun, belonging.region)}`
  const entity = registry.put(id, 'group', nominalName(nominal, noun, belonging), {
    country: belonging.country,
    plural: true,
  })
  entity.nouns.add(nominal.lemma)
  return entity
}

/** Soldiers are their country's armed forces; of no country named, those last spoken of. */
function soldiers(nominal: Nominal, belonging: Belonging, discourse: Discourse): Entity | null {
  const { lemma, qualifier } = nominal
  if (belonging.body && !belonging.explicit) {
    if (belonging.body.kind === 'group' || lemma !== 'force') return belonging.body
    return mint(nominal, pluralOf(lemma), belonging, discourse)
  }
  if (
    /rebel|opposition|regime|peacekeep|separatist|coalition|allied|foreign|international|un\b|militia|opposition/u.test(
      qualifier,
    )
  )
    return mint(nominal, pluralOf(lemma), belonging, discourse)
  if (!belonging.explicit && nominal.reference === 'definite') {
    const known = recent(discourse, nominal.sentence, LOOK_BACK).find((entity) => entity.nouns.has('troops'))
    if (known) return known
  }
  if ((lemma === 'force' || lemma === 'personnel') && !belonging.explicit && !qualifier)
    return mint(nominal, pluralOf(lemma), belonging, discourse)
  const slugOfBody = qualifier.includes('security')
    ? 'security-forces'
    : qualifier.includes('special')
      ? 'special-forces'
      : 'armed-forces'
  const entity = bodyOfState(belonging.country, slugOfBody, discourse.registry)
  entity.nouns.add('troops')
  return entity
}

/** "The rebels" of a document with one armed group are that group. */
function armedGroup(nominal: Nominal, discourse: Discourse): Entity | null {
  const groups = discourse.armed
  if (groups.length === 1) return groups[0] ?? null
  const { main } = discourse.focus
  const own = groups.filter(({ country }) => country === main && main !== null)
  const latest = (own.length > 0 ? own : groups).toSorted((a, b) => b.last - a.last)[0]
  return own.length === 1 || nominal.reference === 'definite' ? (latest ?? null) : null
}
