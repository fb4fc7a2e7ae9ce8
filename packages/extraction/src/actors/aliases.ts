import { isCommonWord } from '../knowledge/common-words.ts'
import { fold } from '../knowledge/fold.ts'
import type { Entity } from './entities.ts'
import type { Spot } from './spots.ts'
import type { View } from './view.ts'

const ACRONYM = /^\p{Lu}[\p{L}\d&-]{1,7}$/u

/**
 * Short forms of organisations' names that the text itself explains: an acronym in brackets after the name, the
 * initials of a name ("GNB"), its first word ("Newlines" for "Newlines Institute"). Folded form → organisation.
 */
export function findAliases(
  views: readonly View[],
  spots: readonly Spot[],
  named: ReadonlyMap<Spot, Entity>,
): Map<string, Entity> {
  const aliases = new Map<string, Entity>()
  const add = (form: string, entity: Entity) => {
    if (!aliases.has(form)) aliases.set(form, entity)
  }
  const names = spots
    .map((spot) => ({ spot, entity: named.get(spot) }))
    .filter(({ entity }) => entity?.kind === 'organization' || entity?.kind === 'group')
  for (const { spot, entity } of names) {
    const tokens = views[spot.sentence]?.tokens
    const inner = tokens?.[spot.to + 1]
    if (
      entity &&
      inner &&
      tokens[spot.to]?.text === '(' &&
      tokens[spot.to + 2]?.text === ')' &&
      ACRONYM.test(inner.text)
    )
      add(fold(inner.text), entity)
  }
  for (const { spot, entity } of names) {
    if (!entity || spot.sort === 'known' || spot.parts.length < 2) continue
    const capitals = spot.name.match(/(?<!\p{L})\p{Lu}/gu) ?? []
    if (capitals.length > 2) add(fold(capitals.join('')), entity)
    const [first = ''] = spot.parts
    if (first.length > 3 && !isCommonWord(first)) add(first, entity)
  }
  return aliases
}
