import type { ActorMention } from '../actors/types.ts'
import type { Roles, RoleSlot } from '../frames/lexicon.ts'
import { COUNTRIES } from '../knowledge/country-table.ts'
import type { Scene } from './context.ts'
import { nounArguments, verbArguments } from './arguments.ts'
import { contentHead, fills, type TriggerMatch } from './triggers.ts'
import { childrenBy, prepositionOf, withConjuncts, type Tree } from './tree.ts'

export interface Role {
  role: string
  mention: ActorMention
}

const BY_ADJECTIVE = new Map(
  COUNTRIES.filter((country) => !country.historic).flatMap((country) =>
    country.adjectives.map((adjective) => [adjective.toLowerCase(), country] as const),
  ),
)

/** The state that an adjective names as the one that acts: "Russian airstrikes". */
function demonym(scene: Scene, tree: Tree, index: number): ActorMention | null {
  const token = tree.tokens[index]
  const country = token && BY_ADJECTIVE.get(token.text.toLowerCase())
  if (!token || !country || (token.text[0] ?? '') === (token.text[0] ?? '').toLowerCase()) return null
  return {
    start: token.start,
    end: token.end,
    text: scene.parsed.text.slice(token.start, token.end),
    kind: 'government',
    id: `country:${country.code}`,
    name: country.name,
    via: 'alias',
    sentence: tree.index,
    head: index,
    from: index,
    to: index + 1,
    gender: null,
    plural: false,
    asPlace: false,
    country: country.code,
    affiliation: null,
    office: null,
    media: false,
  }
}

/** A country that stands where something happens and is a side to it all the same: "sent arms to Chad". */
function stateAt(scene: Scene, tree: Tree, index: number): ActorMention | null {
  const mention = scene.actors.at(tree.index, index)
  return mention?.id.startsWith('country:') ? { ...mention, kind: 'government' } : null
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

/** The heads in a slot, or behind the dot in the slot of the word that stands there: `comp.with`, `obj.subj`. */
function indicesIn({ tree, args }: TriggerMatch, slot: string): readonly number[] {
  const [outer = '', inner] = slot.split('.')
  const heads = args.slots.get(outer) ?? []
  if (inner === undefined) return heads
  return heads.flatMap((index) => {
    const token = tree.tokens[index]
    const found = token?.upos === 'VERB' ? verbArguments(tree, index) : nounArguments(tree, index, () => false)
    return (found.slots.get(inner) ?? []).filter((at) => !isOwn(tree, at))
  })
}

/** Those heads, and whom the tree has beside them in the wrong place. */
function headsIn(scene: Scene, match: TriggerMatch, slot: string): number[] {
  const { tree } = match
  const found = new Set<number>()
  for (const index of indicesIn(match, slot)) {
    for (const other of [...joinedBefore(scene, tree, index), ...joinedToName(scene, tree, index)]) found.add(other)
    found.add(index)
    // "the carrier A and the carrier B": the second hangs on the first one's name.
    for (const name of childrenBy(tree, index, 'appos'))
      for (const other of withConjuncts(tree, name.index)) if (other !== name.index) found.add(other)
  }
  return [...found]
}

/** "The M-5 and Trade Minister Anna Rey met": a side that the parser took for a part of the name after the "and". */
function joinedBefore(scene: Scene, tree: Tree, index: number): number[] {
  return childrenBy(tree, index, 'compound', 'nmod', 'amod')
    .filter((token) => {
      const mention = scene.actors.actorOf(tree.index, token.index)
      const after = mention && tree.tokens[mention.to]
      return mention?.head === token.index && token.index < index && after?.deprel === 'cc' && mention.to < index
    })
    .map((token) => token.index)
}

/** "The rebels and Minister Karin Holm met": the first side, where the parser cut the second one's name in two. */
function joinedToName(scene: Scene, tree: Tree, index: number): number[] {
  const id = scene.actors.at(tree.index, index)?.id
  for (let at = index - 1; id !== undefined && scene.actors.at(tree.index, at)?.id === id; at--) {
    let token = tree.tokens[at]
    if (token?.deprel !== 'conj') continue
    while (token?.deprel === 'conj') token = tree.tokens[token.head]
    if (token) return withConjuncts(tree, token.index).filter((other) => scene.actors.at(tree.index, other)?.id !== id)
  }
  return []
}

/** "Its troops", "their leader": of whoever acts, and no other side. */
const isOwn = (tree: Tree, index: number): boolean =>
  childrenBy(tree, index, 'nmod:poss').some((owner) => owner.xpos === 'PRP$')

/** "The flag carrier Belavia", "its oil company, Sytrol": what is called by a noun goes by the name beside it. */
function namedBeside(scene: Scene, tree: Tree, index: number): ActorMention | null {
  const noun = scene.actors.at(tree.index, index)
  if (tree.tokens[index]?.upos !== 'NOUN' || (noun && (noun.via !== 'nominal' || noun.kind !== 'organization')))
    return null
  for (const name of childrenBy(tree, index, 'appos', 'flat', 'nmod')) {
    const mention = scene.actors.actorOf(tree.index, name.index)
    const isName = mention && (mention.via === 'name' || mention.via === 'alias' || mention.via === 'acronym')
    if (!isName || name.index < index || prepositionOf(tree, name.index)) continue
    if (noun ? mention.kind === 'organization' || mention.kind === 'group' : mention.kind !== 'place') return mention
  }
  return null
}

function roleAt(scene: Scene, match: TriggerMatch, role: string, place: RoleSlot, index: number): Role[] {
  const { tree, trigger } = match
  const { slot, test, not } = place
  const asState = test !== null && !not && test.kinds.has('state')
  const mention =
    namedBeside(scene, tree, index) ??
    scene.actors.actorOf(tree.index, index) ??
    scene.actors.actorOf(tree.index, contentHead(tree, index)) ??
    (slot === 'mod' || slot.endsWith('.mod') ? demonym(scene, tree, index) : null) ??
    (asState ? stateAt(scene, tree, index) : null)
  if (!mention || mention.kind === 'place' || mention.start < scene.filing) return []
  if (test && !asState && fills(tree, scene.actors, test, index) === not) return []
  const filler = trigger.frame.fillers.get(role)
  if (filler && !filler.any && !filler.kinds.has(mention.kind)) return []
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
