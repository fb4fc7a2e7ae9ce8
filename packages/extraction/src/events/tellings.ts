import type { EventType } from '@dateline/domain'
import { candidateOf, type Candidate } from './candidates.ts'
import { casualtiesOf, type Casualty } from './casualties.ts'
import type { Scene } from './context.ts'
import type { PlacedTimex } from './placed-times.ts'
import { victimsOf, type Role } from './participants.ts'
import { matchTriggers } from './triggers.ts'
import { ancestry, isPredicate, relation, type Tree } from './tree.ts'

/** Whether the one's word is an argument, a support verb or a coordinate telling of the other. */
function linked(a: Candidate, b: Candidate): boolean {
  const { tree, token } = a.match
  const other = b.match.token
  if (a.match.args.support.includes(other.index)) return true
  for (const [slot, values] of a.match.args.slots) {
    if (['after', 'before', 'since', 'following', 'prior to', 'despite', 'until'].includes(slot)) continue
    if (slot !== 'comp' && values.includes(other.index)) return true
  }
  if (token.deprel === 'conj' && token.head === other.index && !isPredicate(token)) return true
  // "exploded, killing three": the participle tells on.
  if (relation(token) === 'advcl' && token.xpos === 'VBG' && token.head === other.index) return true
  return ancestry(tree, token.index)[1]?.index === other.index && token.deprel === 'compound'
}

/** "hurled petrol bombs", "fought running battles": the noun is what the verb is done with and no event beside it. */
const ABSORBED: Readonly<Partial<Record<EventType, readonly EventType[]>>> = {
  unrest: ['attack', 'armed_conflict', 'protest'],
  armed_conflict: ['attack'],
  crackdown: ['attack'],
}

function absorbs(verb: Candidate, noun: Candidate): boolean {
  // "agreed to lend": what is agreed is the agreement's content.
  if (
    verb.type === 'agreement' &&
    verb.match.token.lemma === 'agree' &&
    noun.match.kind === 'verb' &&
    noun.type !== 'statement'
  )
    return verb.match.args.slots.get('comp')?.includes(noun.match.token.index) ?? false
  if (verb.match.kind !== 'verb' || noun.match.kind === 'verb' || !ABSORBED[verb.type]?.includes(noun.type))
    return false
  const { slots } = verb.match.args
  return ['obj', 'with', 'by'].some((slot) => slots.get(slot)?.includes(noun.match.token.index))
}

const HOSTS = new Set<EventType>(['attack', 'unrest', 'disaster', 'armed_conflict', 'crackdown', 'protest'])
const KILLS = new Set('kill wound injure murder slay shoot'.split(' '))

/** The event of the sentence that took the lives: the one that is an argument of the verb, around it, or within it. */
function hostOf(casualty: Casualty, candidates: readonly Candidate[]): Candidate | null {
  const hosts = candidates.filter((candidate) => HOSTS.has(candidate.type))
  const { token } = casualty
  const nouns = hosts.filter((host) => host.match.kind === 'noun')
  const bound =
    nouns.find((host) => host.match.args.support.includes(token.index)) ??
    nouns.find((host) => relation(host.match.token) !== 'root' && host.match.token.head === token.index)
  if (bound) return bound
  // "A storm battered the coast, killing twelve": what the verb is told of takes them.
  const [, governor] = hosts[0] ? ancestry(hosts[0].match.tree, token.index) : []
  const telling =
    governor && ['advcl', 'conj'].includes(relation(token))
      ? nouns.find((host) => host.match.token.head === governor.index && host.match.token.deprel === 'nsubj')
      : undefined
  if (telling) return telling
  const own = hosts.find((host) => host.match.token.index === token.index)
  const around = hosts.find(
    (host) =>
      host !== own &&
      ancestry(host.match.tree, token.index)
        .slice(1, 4)
        .some((up) => up.index === host.match.token.index),
  )
  if (around) return around
  const within = hosts.find(
    (host) =>
      host !== own &&
      ancestry(host.match.tree, host.match.token.index)
        .slice(1, 4)
        .some((up) => up.index === token.index),
  )
  return within ?? own ?? null
}

function addLoss(candidate: Candidate, { loss, quantity }: Casualty): void {
  // Who counts the dead of an event tells of it.
  candidate.generic = false
  if (!candidate.match.trigger.frame.frame.casualties?.includes(loss)) return
  const known = candidate.attributes[loss] as { value: number } | undefined
  if (!known || quantity.value > known.value) candidate.attributes[loss] = quantity
}

function addVictims(candidate: Candidate, victims: readonly Role[]): void {
  const fresh = victims.filter(
    ({ mention }) => !candidate.participants.some((known) => known.mention.id === mention.id),
  )
  if (fresh.length > 0) candidate.participants = [...candidate.participants, ...fresh]
}

/** "Marched to protest": what is done for is done. */
function settlePurposes(candidates: readonly Candidate[]): void {
  for (const one of candidates)
    for (const other of candidates)
      if (
        one.type === 'protest' &&
        other.type === 'protest' &&
        one.realis === 'hypothetical' &&
        one.match.token.head === other.match.token.index
      ) {
        one.realis = other.realis
        tie(one, other)
      }
}

/** All tellings of events in one sentence, those that are one event by construction tied together. */
export function candidatesOf(scene: Scene, tree: Tree, timexes: readonly PlacedTimex[]): Candidate[] {
  const matches = tree.tokens.flatMap((token) => matchTriggers(tree, token, scene.actors))
  const at = new Set(matches.filter((match) => match.kind === 'noun').map((match) => match.token.index))
  const isEvent = (index: number) => at.has(index)
  let candidates = matches.map((match) => candidateOf(scene, match, timexes, isEvent))
  candidates = candidates.filter((one) => !candidates.some((other) => absorbs(other, one)))
  for (const casualty of casualtiesOf(tree)) {
    const host = hostOf(casualty, candidates)
    const killing = candidates.find(
      (candidate) => candidate.match.token.index === casualty.token.index && candidate.type === 'attack',
    )
    if (!host) continue
    addLoss(host, casualty)
    if (host.type === 'attack') addVictims(host, victimsOf(scene, host.match, casualty.victims))
    if (killing && killing !== host) {
      if (host.type === 'attack') tie(killing, host)
      // "killed in the quake", "died in clashes": the deaths are the other event's and no attack of their own.
      else if (KILLS.has(casualty.token.lemma) && (host.match.kind === 'noun' || host.type === 'disaster'))
        candidates = candidates.filter((candidate) => candidate !== killing)
    }
  }
  settlePurposes(candidates)
  for (const a of candidates) for (const b of candidates) if (a !== b && a.type === b.type && linked(a, b)) tie(a, b)
  return candidates
}

function tie(a: Candidate, b: Candidate): void {
  if (!a.sameAs.includes(b)) a.sameAs.push(b)
  if (!b.sameAs.includes(a)) b.sameAs.push(a)
}
