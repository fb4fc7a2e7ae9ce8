import { ONTOLOGY, type EventType, type Quantity } from '@dateline/domain'
import { measureOf, moneyIn, quantityOf } from './quantities.ts'
import type { Scene } from './context.ts'
import type { TriggerMatch } from './triggers.ts'
import { childrenBy, clauseOf, prepositionOf, stretch, subtreeOf, type Tree } from './tree.ts'

const PHRASE_LIMIT = 120

/** The verbatim words of a phrase without its preposition; null where it is longer than an attribute should be. */
export function phraseText(scene: Scene, tree: Tree, index: number): string | null {
  const skip = new Set(childrenBy(tree, index, 'case', 'mark').flatMap((token) => subtreeOf(tree, token.index)))
  const clauses = new Set(
    childrenBy(tree, index, 'acl:relcl', 'parataxis', 'punct').flatMap((token) => subtreeOf(tree, token.index)),
  )
  const inside = subtreeOf(tree, index).filter((at) => !skip.has(at) && !clauses.has(at))
  const span = stretch(tree, contiguous(inside, index))
  if (!span) return null
  const text = scene.parsed.text.slice(span.start, span.end)
  return text.length <= PHRASE_LIMIT && !text.includes('\n') ? text : null
}

/** The run of indices without a gap that holds the head. */
function contiguous(indices: readonly number[], head: number): number[] {
  const at = indices.indexOf(head)
  let [from, to] = [at, at]
  while (from > 0 && indices[from - 1] === (indices[from] ?? 0) - 1) from--
  while (to + 1 < indices.length && indices[to + 1] === (indices[to] ?? 0) + 1) to++
  return indices.slice(from, to + 1)
}

function slotValues(match: TriggerMatch, alternatives: readonly (readonly string[])[]): number[] {
  for (const slots of alternatives) {
    const values = slots.flatMap((slot) => match.args.slots.get(slot) ?? [])
    if (values.length > 0) return values
  }
  return []
}

/** Lemmas that stand with a trigger: its own, its phrase's, and those of its arguments' heads and modifiers. */
function nearby(match: TriggerMatch): Set<string> {
  const { tree, token, args } = match
  const indices = new Set<number>([token.index, ...args.support])
  for (const [slot, values] of args.slots)
    if (slot !== 'subj' || match.kind === 'noun') for (const value of values) indices.add(value)
  for (const value of args.slots.get('subj') ?? []) indices.add(value)
  for (const index of Array.from(indices)) {
    for (const child of childrenBy(tree, index, 'amod', 'compound', 'nmod')) indices.add(child.index)
    for (const child of childrenBy(tree, index, 'nmod', 'obl').filter(
      (down) => prepositionOf(tree, down.index) === 'of',
    ))
      for (const inner of childrenBy(tree, child.index, 'amod', 'compound')) indices.add(inner.index)
  }
  return new Set([...indices].map((index) => tree.tokens[index]?.lemma.toLowerCase() ?? ''))
}

const BOOLEAN = new Set(['early'])

/** What the sentence says of the event, by the attributes that its type has. */
export function attributesOf(scene: Scene, match: TriggerMatch): Record<string, unknown> {
  const { trigger, tree } = match
  const shapes: Readonly<Record<string, string>> = ONTOLOGY[trigger.type].attributes
  const found: Record<string, unknown> = { ...trigger.attributes }
  const lemmas = nearby(match)
  for (const { name, values } of trigger.frame.values) {
    const hit = values.find(({ lemmas: words }) => [...words].some((word) => lemmas.has(word)))
    if (
      hit &&
      (!(name in found) || name === 'outcome' || name === 'direction' || name === 'status' || name === 'action')
    )
      found[name] = BOOLEAN.has(name) ? true : hit.value
  }
  for (const { name, alternatives } of trigger.frame.texts) {
    if (name in found) continue
    const [value] = slotValues(match, alternatives)
    const text = value === undefined ? null : phraseText(scene, tree, value)
    if (text) found[name] = text
  }
  for (const { name, alternatives } of trigger.frame.quantities) {
    const quantity = quantityIn(tree, slotValues(match, alternatives), name)
    if (quantity) found[name] = quantity
  }
  Object.assign(found, percentages(match))
  return Object.fromEntries(Object.entries(found).filter(([name]) => name in shapes))
}

function quantityIn(tree: Tree, indices: readonly number[], name: string): Quantity | null {
  for (const index of indices) {
    const quantity = name === 'amount' ? (moneyIn(tree, index) ?? measureOf(tree, index)) : quantityOf(tree, index)
    if (quantity) return quantity
  }
  return null
}

/** "with 81 percent of the vote", "turnout reached 93.87 percent". */
function percentages({ trigger, tree, token }: TriggerMatch): Record<string, number> {
  if (trigger.type !== 'election' && trigger.type !== 'referendum') return {}
  const inside = subtreeOf(tree, clauseOf(tree, token.index))
  for (const at of inside) {
    const sign = tree.tokens[at]
    if (!sign || !/^(?:%|percent|per|pct)$/i.test(sign.text)) continue
    const value = Number(tree.tokens[at - 1]?.text.replace(/,/g, ''))
    if (!Number.isFinite(value) || value > 100) continue
    const turnout = inside.some((index) =>
      /^(?:turnout|participation)$/.test(tree.tokens[index]?.lemma.toLowerCase() ?? ''),
    )
    return turnout ? { turnout: value } : trigger.type === 'election' ? { voteShare: value } : { share: value }
  }
  return {}
}

/** Attributes that name an actor by the role that it has among the participants. */
export function actorAttributes(
  type: EventType,
  participants: readonly { role: string; actor: string }[],
): Record<string, unknown> {
  const shapes: Readonly<Record<string, string>> = ONTOLOGY[type].attributes
  const by = (role: string) => participants.filter((participant) => participant.role === role).map(({ actor }) => actor)
  const found: Record<string, unknown> = {}
  for (const [name, role] of [
    ['winner', 'winner'],
    ['holder', 'holder'],
    ['appointer', 'appointer'],
    ['by', 'remover'],
    ['to', 'actor'],
    ['from', 'loser'],
    ['of', 'recipient'],
    ['invitedBy', 'inviter'],
    ['leader', 'perpetrator'],
  ] as const) {
    const [actor] = by(role)
    if (actor && shapes[name] === 'actor') found[name] = actor
  }
  for (const [name, role] of [
    ['loser', 'loser'],
    ['detainee', 'detainee'],
  ] as const) {
    const actors = by(role)
    if (actors.length > 0 && shapes[name] === 'actor[]') found[name] = actors
  }
  return found
}
