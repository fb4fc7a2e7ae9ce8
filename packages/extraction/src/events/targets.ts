import type { ActorMention } from '../actors/types.ts'
import { nounArguments } from './noun-arguments.ts'
import type { Scene } from './context.ts'
import type { Speech } from './speech.ts'
import { childrenBy, relation, type Tree } from './tree.ts'

/**
 * Whom a statement speaks of with praise, blame or a demand, where its cue does not say so: who owns or made the
 * thing that is rejected ("the rebel proposal"), or the subject of what is said. Only states, bodies and persons.
 */
export function targetsOf(scene: Scene, speech: Speech): ActorMention[] {
  const tree = scene.trees[speech.sentence]
  const cue = speech.token === null ? undefined : tree?.tokens[speech.token]
  const fits = (mention: ActorMention | null): mention is ActorMention =>
    mention !== null &&
    mention.id !== speech.speaker.id &&
    mention.kind !== 'place' &&
    !mention.media &&
    !speech.others.some((other) => other.id === mention.id)
  if (tree && cue) {
    const objects = childrenBy(tree, cue.index, 'obj', 'nsubj:pass').flatMap((object) =>
      owners(scene, tree, object.index),
    )
    const [owner] = objects.filter(fits)
    if (owner) return [owner]
  }
  if (speech.stance === 'neutral') return []
  const [subject] = subjectsSaid(scene, speech).filter(fits)
  return subject && subject.kind !== 'group' ? [subject] : []
}

function owners(scene: Scene, tree: Tree, index: number): ActorMention[] {
  const { slots } = nounArguments(tree, index, () => false)
  return ['subj', 'by', 'of', 'mod', 'from']
    .flatMap((slot) => slots.get(slot) ?? [])
    .map((at) => scene.actors.actorOf(tree.index, at))
    .filter((mention) => mention !== null)
}

/** The actors that are, or own, the subjects of the clauses within the content, in order. */
function subjectsSaid(scene: Scene, speech: Speech): ActorMention[] {
  const found: ActorMention[] = []
  for (let at = speech.sentence; at <= speech.last; at++) {
    const tree = scene.trees[at]
    for (const token of tree?.tokens ?? []) {
      if (!tree || relation(token) !== 'nsubj') continue
      if (!speech.content.some((span) => span.start <= token.start && token.end <= span.end)) continue
      const actor = scene.actors.actorOf(at, token.index)
      if (actor) found.push(actor)
      else found.push(...owners(scene, tree, token.index))
    }
  }
  return found
}
