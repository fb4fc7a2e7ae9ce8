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
      if (fresh.length === 0) continue
      fresh.push(...listed(scene, match, name, fresh))
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

/** "A, B, the chief of C, D and E were all indicted": names of a list that the parser did not join. */
function listed(scene: Scene, { tree, token }: TriggerMatch, role: string, found: readonly Role[]): Role[] {
  const [only] = found
  if (
    found.length !== 1 ||
    !only ||
    only.mention.kind !== 'person' ||
    only.mention.via !== 'name' ||
    only.mention.sentence !== tree.index
  )
    return []
  const plural = tree.tokens.find(
    (aux) => aux.head === token.index && (aux.text === 'were' || aux.text === 'are' || aux.text === 'WERE'),
  )
  if (!plural || only.mention.to > plural.index) return []
  if (tree.tokens.slice(only.mention.to, plural.index).some((between) => between.upos === 'VERB')) return []
  return scene.actors.mentions
    .filter(
      ({ kind, via, sentence, from, to, id }) =>
        kind === 'person' &&
        via === 'name' &&
        sentence === tree.index &&
        from >= only.mention.to &&
        to <= plural.index &&
        id !== only.mention.id,
    )
    .map((mention) => ({ role, mention }))
}
