import { personsInMind, type Discourse } from './discourse.ts'
import type { Entity } from './entities.ts'
import type { Belonging } from './nominal-ids.ts'
import type { Nominal } from './nominals.ts'

const GENERAL_OFFICES = /^(?:incumbent|leader|ruler|strongman|head of state|dictator|autocrat)$/u
/** Who of the document holds the office or the role that a definite nominal names; who is called so best, then last. */
export function holderOf(nominal: Nominal, belonging: Belonging, discourse: Discourse): Entity | null {
  // A heading names people by their offices before the text gives their names.
  const isEarly = nominal.sentence < 2 || discourse.views[nominal.sentence]?.heading === true
  let found: Entity | null = null
  let most = 0
  for (const entity of personsInMind(discourse, isEarly)) {
    const fit = fitOf(entity, nominal, belonging)
    if (fit === 0 || fit < most || (fit === most && found && rank(entity) <= rank(found))) continue
    found = entity
    most = fit
  }
  return found
}

/** The one spoken of last; before anybody was, the one with most names in the text. */
function rank(entity: Entity): number {
  return entity.last > 0 ? 10_000 + entity.last : entity.names
}

function fitOf(entity: Entity, nominal: Nominal, belonging: Belonging): number {
  const { lemma, office, qualifier, reference } = nominal
  const isNamed = !entity.id.includes('/')
  const asked = SYNONYMS[office] ?? office
  if (
    isNamed &&
    entity.offices.some(
      (held) => isOffice(asked, SYNONYMS[held.office] ?? held.office) && isOf(held.of, entity, belonging),
    )
  )
    return 3
  if (entity.nouns.has(lemma) && reference === 'definite' && (isNamed || !qualifier || entity.id.includes(qualifier)))
    return 2
  const isGeneral = GENERAL_OFFICES.test(lemma) && !qualifier && !belonging.body && isOf(null, entity, belonging)
  return isGeneral && entity.offices.some((held) => HIGHEST.test(held.office)) ? 1 : 0
}
const HIGHEST = /^(?:president|prime minister|premier|chancellor|king|queen|emperor|emir|sultan|supreme leader)$/u
const SYNONYMS: Record<string, string> = {
  prosecutor: 'attorney general',
  'public prosecutor': 'attorney general',
  'prosecutor general': 'attorney general',
  'general prosecutor': 'attorney general',
  'chief prosecutor': 'attorney general',
  premier: 'prime minister',
  pm: 'prime minister',
  'defense minister': 'defence minister',
  'defense secretary': 'defence minister',
  'home secretary': 'interior minister',
  'foreign secretary': 'foreign minister',
  'minister of transport': 'transport minister',
  spokeswoman: 'spokesman',
  spokesperson: 'spokesman',
}

/** "president" names a president, not a vice president; "minister" names any minister. */
function isOffice(asked: string, held: string): boolean {
  if (asked === held) return true
  if (!held.endsWith(` ${asked}`)) return false
  return !/(?:vice|deputy|former|ex|prime|assistant|first) ?-?$/u.test(held.slice(0, held.length - asked.length))
}

function isOf(of: string | null, entity: Entity, { country, body, explicit }: Belonging): boolean {
  if (body && of?.startsWith('org:')) return of === body.id
  if (!explicit || !country) return true
  const own = of?.startsWith('country:') ? of.slice('country:'.length) : entity.country
  return own === null || own === country
}
