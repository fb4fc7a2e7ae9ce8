import type { Token } from '@dateline/english'
import type { ActorMention } from '../actors/types.ts'
import { VERB_CUES } from '../attribution/cues.ts'
import type { Stance } from '../attribution/types.ts'
import { nounArguments } from './noun-arguments.ts'
import type { Scene } from './context.ts'
import type { Speech } from './speech.ts'
import { childrenBy, prepositionOf, relation, withConjuncts, type Tree } from './tree.ts'

/**
 * Whom a statement speaks of with praise, blame or a demand, where its cue does not say so: who owns or made the
 * thing that is rejected ("the rebel proposal"), whom support is voiced for, or who does, is asked or is given what the
 * words tell. Only states, bodies and persons, and groups where they are asked to do something.
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
    const objects = childrenBy(tree, cue.index, 'obj', 'nsubj:pass')
    const found = objects.flatMap((object) => owners(scene, tree, object.index)).filter(fits)
    if (found[0]) return conjoined(scene, tree, found[0], fits)
    const voiced = VOICING.has(cue.lemma)
      ? objects.flatMap((object) => supported(scene, tree, object)).find(fits)
      : null
    if (voiced) return [voiced]
  }
  if (speech.stance === 'neutral') return []
  const isMeant = ({ mention }: Spoken): boolean => mention.via !== 'pronoun' && !mention.id.startsWith('group:')
  const said = spoken(scene, speech).find((one) => fits(one.mention) && (one.isAsked || isMeant(one)))
  const at = said && scene.trees[said.mention.sentence]
  return said && at ? conjoined(scene, at, said.mention, fits) : []
}

const VOICING = new Set('voice express stress reiterate declare pledge offer'.split(' '))

function conjoined(
  scene: Scene,
  tree: Tree,
  first: ActorMention,
  fits: (mention: ActorMention | null) => mention is ActorMention,
): ActorMention[] {
  const others = withConjuncts(tree, first.head).map((at) => scene.actors.actorOf(tree.index, at))
  return distinct([first, ...others.filter((other) => fits(other))] as ActorMention[])
}

/** The first mention of each actor. */
export function distinct(mentions: readonly ActorMention[]): ActorMention[] {
  return mentions.filter((one, index) => mentions.findIndex((other) => other.id === one.id) === index)
}

function owners(scene: Scene, tree: Tree, index: number): ActorMention[] {
  const { slots } = nounArguments(tree, index, () => false)
  return ['subj', 'by', 'of', 'mod', 'from']
    .flatMap((slot) => slots.get(slot) ?? [])
    .map((at) => scene.actors.actorOf(tree.index, at))
    .filter((mention) => mention !== null)
}

/** "Support for the president", "willingness to work with the king", "hope of giving the West more gas". */
function supported(scene: Scene, tree: Tree, noun: Token): ActorMention[] {
  const { slots } = nounArguments(tree, noun.index, () => false)
  const direct = ['for', 'to', 'with', '~for', '~to', '~with'].flatMap((slot) => slots.get(slot) ?? [])
  const clauses = [...childrenBy(tree, noun.index, 'acl', 'advcl'), ...childrenBy(tree, noun.head, 'xcomp', 'advcl')]
  const inner = clauses.flatMap((clause) => [
    ...childrenBy(tree, clause.index, 'iobj', 'obj').map((token) => token.index),
    ...childrenBy(tree, clause.index, 'obl')
      .filter((token) => /^(?:with|to|for)$/.test(prepositionOf(tree, token.index) ?? ''))
      .map((token) => token.index),
  ])
  return [...direct, ...inner].map((at) => scene.actors.actorOf(tree.index, at)).filter((one) => one !== null)
}

interface Spoken {
  mention: ActorMention
  /** It is told to do something: "should", "must" */
  isAsked: boolean
}

/**
 * The actors that the words within the content are about, in order: the subjects of its clauses, or whose the subject
 * is, the doers of its passives where it blames, and with whom the speaker will work.
 */
function* spokenIn(scene: Scene, tree: Tree, stance: Stance, inside: (token: Token) => boolean): Generator<Spoken> {
  const actorOf = (at: number): ActorMention | null => scene.actors.actorOf(tree.index, at)
  for (const token of tree.tokens) {
    if (!inside(token)) continue
    if (relation(token) === 'nsubj') {
      if (childrenBy(tree, token.head, 'expl').length > 0) continue
      const helpers = childrenBy(tree, token.head, 'aux').map((helper) => helper.lemma)
      const isAsked = helpers.some((lemma) => ASKING.has(lemma))
      const mention = actorOf(token.index)
      const all = mention ? [mention] : owners(scene, tree, token.index)
      for (const one of all) yield { mention: one, isAsked }
      if (/^(?:we|i)$/i.test(token.text)) yield* partnersOf(scene, tree, token.head)
    } else if (token.deprel === 'obj' && isJudged(tree, token)) {
      const mention = actorOf(token.index)
      const all = mention ? [mention] : [...owners(scene, tree, token.index), ...countriesOf(scene, tree, token.index)]
      for (const one of all) yield { mention: one, isAsked: false }
    } else if (token.deprel === 'obl:agent' && stance !== 'positive') {
      const mention = actorOf(token.index)
      if (mention) yield { mention, isAsked: false }
    }
  }
}

/** "Welcomed the reforms", "we condemn the raid": the object of a verb of praise or blame. */
function isJudged(tree: Tree, object: Token): boolean {
  const cue = VERB_CUES.get(tree.tokens[object.head]?.lemma ?? '')
  return cue !== undefined && cue.stance !== 'neutral' && cue.spoken
}

/** "The reforms in Kenya": the state where it is done, for want of who does it. */
function countriesOf(scene: Scene, tree: Tree, noun: number): ActorMention[] {
  const verb = tree.tokens[noun]?.head ?? -1
  return [...childrenBy(tree, noun, 'nmod'), ...childrenBy(tree, verb, 'obl')]
    .filter((token) => prepositionOf(tree, token.index) === 'in')
    .map((token) => stateAt(scene, tree.index, token.index))
    .filter((one) => one !== null)
}

/** The state that a token names, also where it reads as a place: "lashed out at Iran". */
export function stateAt(scene: Scene, sentence: number, token: number): ActorMention | null {
  const mention = scene.actors.at(sentence, token)
  return mention?.id.startsWith('country:') ? { ...mention, kind: 'government' } : null
}

const ASKING = new Set('should must ought'.split(' '))

/** "We look forward to working with the king": the phrases with "with" below a verb of the speaker's. */
function* partnersOf(scene: Scene, tree: Tree, verb: number): Generator<Spoken> {
  const waiting = [verb]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const child of tree.children[at] ?? []) {
      if (/^(?:xcomp|advcl|obl|ccomp)$/.test(relation(child)) && child.index > verb) waiting.push(child.index)
      if (relation(child) !== 'obl' || prepositionOf(tree, child.index) !== 'with') continue
      for (const index of withConjuncts(tree, child.index)) {
        const mention = scene.actors.actorOf(tree.index, index)
        if (mention) yield { mention, isAsked: false }
      }
    }
  }
}

function spoken(scene: Scene, speech: Speech): Spoken[] {
  return sentencesSaid(scene, speech).flatMap((at) => {
    const tree = scene.trees[at]
    const inside = (token: Token): boolean =>
      speech.content.some((span) => span.start <= token.start && token.end <= span.end)
    return tree ? [...spokenIn(scene, tree, speech.stance, inside)] : []
  })
}

/** The sentences that the content reaches, the cue's and those before and after it. */
export function sentencesSaid(scene: Scene, { content, sentence, last }: Speech): number[] {
  const from = Math.min(...content.map((span) => span.start))
  let first = sentence
  while (first > 0 && (scene.parsed.sentences[first - 1]?.end ?? 0) > from) first--
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
