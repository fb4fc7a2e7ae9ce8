import type { ActorMention } from '../actors/types.ts'
import type { Roles, RoleSlot } from '../frames/lexicon.ts'
import type { Scene } from './context.ts'
import { actorIn } from './role-actors.ts'
import { headsIn } from './role-heads.ts'
import { fills, type TriggerMatch } from './triggers.ts'

export interface Role {
  role: string
  mention: ActorMention
}

export function participantsOf(scene: Scene, match: TriggerMatch, paths: Roles = match.trigger.roles): Role[] {
  const found: Role[] = []
  for (const { name, alternatives } of paths) {
    for (const slots of alternatives) {
      const roles = slots.flatMap((place) =>
        headsIn(scene, match, place.slot).flatMap((index) => roleAt(scene, match, name, place, index)),
      )
      const fresh = roles.filter(({ mention }) => !found.some((other) => other.mention.id === mention.id))
      if (fresh.length > 0 || slots.some(({ slot }) => slot === 'obj')) fresh.push(...listed(scene, match, name, fresh))
      if (fresh.length === 0) continue
      for (const role of fresh) if (!found.some((other) => other.mention.id === role.mention.id)) found.push(role)
      break
    }
  }
  return found
}

/** Those whom a count of losses names, as victims. */
export function victimsOf(scene: Scene, match: TriggerMatch, indices: readonly number[]): Role[] {
  const place = { slot: 'obj', test: null, not: false }
  return indices.flatMap((index) => roleAt(scene, match, 'victim', place, index))
}

function roleAt(scene: Scene, match: TriggerMatch, role: string, place: RoleSlot, index: number): Role[] {
  const { tree, trigger } = match
  const { test, not } = place
  const mention = actorIn(scene, match, place, index)
  if (!mention || mention.kind === 'place' || mention.start < scene.filing) return []
  if (test && !test.kinds.has('state') && fills(tree, scene.actors, test, index) === not) return []
  const filler = trigger.frame.fillers.get(role)
  if (filler && !filler.kinds.has(mention.kind) && !fills(tree, scene.actors, filler, index)) return []
  if (mention.media && role !== 'target' && role !== 'victim' && role !== 'affected') return []
  return [{ role, mention }]
}

/**
 * "A, B, the chief of C, D and E were all indicted": the names of a list that the parser did not join, from the one
 * that was found on, or, where none was, all that stand before the verb with no other verb between.
 */
function listed(scene: Scene, { tree, token, args }: TriggerMatch, role: string, found: readonly Role[]): Role[] {
  const only = found.at(0)
  if (!args.passive || found.some(({ mention }) => mention.kind !== 'person') || (only && only.mention.via !== 'name'))
    return []
  const plural = tree.tokens.find((aux) => aux.head === token.index && /^(?:were|are)$/i.test(aux.text))
  if (!plural || (only && (only.mention.sentence !== tree.index || only.mention.to > plural.index))) return []
  let from = only?.mention.to ?? plural.index
  if (!only) while (from > 0 && tree.tokens[from - 1]?.upos !== 'VERB') from--
  if (tree.tokens.slice(from, plural.index).some(({ upos }) => upos === 'VERB')) return []
  const names = scene.actors.mentions.filter(
    (mention) =>
      mention.kind === 'person' &&
      mention.via === 'name' &&
      mention.sentence === tree.index &&
      mention.from >= from &&
      mention.to <= plural.index &&
      !found.some((known) => known.mention.id === mention.id),
  )
  return only || names.length > 1 ? names.map((mention) => ({ role, mention })) : []
}
