import type { ActorMention } from '../actors/types.ts'
import type { Paths } from '../frames/lexicon.ts'
import { COUNTRIES } from '../knowledge/country-table.ts'
import type { Scene } from './context.ts'
import { contentHead, type TriggerMatch } from './triggers.ts'
import type { Tree } from './tree.ts'

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

export function participantsOf(scene: Scene, match: TriggerMatch, paths: Paths = match.trigger.roles): Role[] {
  const found: Role[] = []
  for (const { name, alternatives } of paths) {
    for (const slots of alternatives) {
      const roles = slots.flatMap((slot) =>
        (match.args.slots.get(slot) ?? []).flatMap((index) => roleAt(scene, match, name, slot, index)),
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

function roleAt(scene: Scene, match: TriggerMatch, role: string, slot: string, index: number): Role[] {
  const { tree, trigger } = match
  const mention =
    scene.actors.actorOf(tree.index, index) ??
    scene.actors.actorOf(tree.index, contentHead(tree, index)) ??
    (slot === 'mod' ? demonym(scene, tree, index) : null)
  if (!mention || mention.kind === 'place' || mention.start < scene.filing) return []
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
