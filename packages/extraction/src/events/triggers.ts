import type { EventType } from '@dateline/domain'
import type { Token } from '@dateline/english'
import { LEXICON, type CompiledTrigger, type SlotTest, type WordKind } from '../frames/lexicon.ts'
import { nounArguments } from './noun-arguments.ts'
import type { Arguments } from './slots.ts'
import { contentHead } from './content-head.ts'
import { verbArguments } from './verb-arguments.ts'
import type { ActorMention, Actors } from '../actors/types.ts'
import { childrenBy, childrenOf, prepositionOf, type Tree } from './tree.ts'

/** A word that tells of an event, with its frame and the arguments that stand with it. */
export interface TriggerMatch {
  trigger: CompiledTrigger
  kind: WordKind
  tree: Tree
  token: Token
  args: Arguments
}

function lemmaOf({ lemma }: Token): string {
  const lower = lemma.toLowerCase()
  return lower === 'protestor' ? 'protester' : lower
}

function lemmaFills(tree: Tree, test: SlotTest, index: number): boolean {
  const token = tree.tokens[index]
  if (!token) return false
  // A name goes by its title as well: "President Tokayev" is a president.
  const titles = token.upos === 'PROPN' ? childrenBy(tree, index, 'compound', 'nmod:desc', 'appos') : []
  // By the lemma and as it stands: participles go by either.
  return [token, ...titles].some((one) => {
    const [lemma, text] = [lemmaOf(one), one.text.toLowerCase()]
    return test.lemmas.some((words) => words.has(lemma) || words.has(text))
  })
}

/** "Candidate Nana Asante": the words before a name that stand for the same person. */
function titleFills(tree: Tree, actors: Actors, test: SlotTest, index: number): boolean {
  const person = test.lemmas.length > 0 ? actors.at(tree.index, index) : null
  if (person?.kind !== 'person') return false
  for (let at = index - 1; actors.at(tree.index, at)?.id === person.id; at--)
    if (lemmaFills(tree, test, at)) return true
  return false
}

/** Whether a test lets this token into its slot. */
export function fills(tree: Tree, actors: Actors, test: SlotTest, index: number): boolean {
  if (test.any || lemmaFills(tree, test, index) || titleFills(tree, actors, test, index)) return true
  const content = contentHead(tree, index)
  if (content !== index && lemmaFills(tree, test, content)) return true
  if (
    test.slot === 'comp' &&
    childrenBy(tree, index, 'mark').some((mark) => test.lemmas.some((words) => words.has(mark.lemma)))
  )
    return true
  if (test.number && tree.tokens[index]?.upos === 'NUM') return true
  if (test.kinds.size === 0) return false
  const actor = actors.actorOf(tree.index, index) ?? (content === index ? null : actors.actorOf(tree.index, content))
  if (actor && test.kinds.has(actor.kind)) return true
  if (actor && test.kinds.has('leader') && isLeader(actors, actor)) return true
  return (
    test.place &&
    (actor?.kind === 'place' || actor?.id.startsWith('country:') || actors.placeAt(tree.index, index) !== null)
  )
}

const LEADS =
  /^(?:acting |interim |vice )?(?:president|prime minister|premier|chancellor|king|queen|emperor|emir|sultan|monarch|head of state|head of government)\b/i

/** Who heads a state or a government, as far as the text says. */
function isLeader(actors: Actors, { id, office }: ActorMention): boolean {
  return [office, ...(actors.info(id)?.offices ?? []).map((post) => post.office)].some(
    (title) => title !== null && LEADS.test(title),
  )
}

function holds(match: Omit<TriggerMatch, 'trigger'>, actors: Actors, test: SlotTest): boolean {
  const { tree, args } = match
  const values = test.slot === 'support' ? args.support : (args.slots.get(test.slot) ?? [])
  if (values.some((index) => fills(tree, actors, test, index))) return true
  // "down" of "shut down": frames name particles as slots where they only help to tell.
  return args.particles.has(test.slot) && test.any
}

/** What hangs on the verb around a noun ("lost his battle with cancer") rules out, but does not make, a sense. */
function holdsBeside({ tree, args }: Omit<TriggerMatch, 'trigger'>, actors: Actors, test: SlotTest): boolean {
  return (args.slots.get(`~${test.slot}`) ?? []).some((index) => fills(tree, actors, test, index))
}

function passes(trigger: CompiledTrigger, match: Omit<TriggerMatch, 'trigger'>, actors: Actors): boolean {
  const { args, tree, token } = match
  // Whatever the tree says of it, the word behind the verb is its particle where the frame asks for just that.
  const next = tree.tokens[token.index + 1]?.lemma.toLowerCase() ?? ''
  if (
    trigger.particles &&
    ![...trigger.particles].some((word) => args.particles.has(word) || args.slots.has(word) || word === next)
  )
    return false
  return (
    trigger.needs.every((test) => holds(match, actors, test)) &&
    (trigger.some.length === 0 || trigger.some.some((test) => holds(match, actors, test))) &&
    !trigger.unless.some((test) => holds(match, actors, test) || holdsBeside(match, actors, test))
  )
}

/** Types that one word may tell of at the same time: calling in troops asks for them and moves them. */
const TOGETHER = new Set(['military_deployment+request', 'threat+statement', 'request+statement'])

const together = (a: EventType, b: EventType): boolean => TOGETHER.has(`${a}+${b}`) || TOGETHER.has(`${b}+${a}`)

/** What kind of word a token is as a trigger. The tagger's commonest slips are put right: "the killing", "violent unrest". */
function wordKind(tree: Tree, token: Token): WordKind | null {
  const isNominal = () =>
    childrenOf(tree, token.index).some((child) => child.deprel === 'det' || child.deprel === 'nmod:poss')
  // "Fighting between the army and rebels resumed."
  const isDeed = () =>
    childrenBy(tree, token.index, 'obl', 'nmod').some((child) =>
      ['between', 'of'].includes(prepositionOf(tree, child.index) ?? ''),
    )
  // "given the fall of …" is a preposition.
  if (token.text.toLowerCase() === 'given' && !childrenBy(tree, token.index, 'aux').length) return null
  if (token.upos === 'VERB') {
    const gerund = token.xpos === 'VBG' && childrenBy(tree, token.index, 'aux', 'obj', 'mark', 'nsubj').length === 0
    return gerund && (isNominal() || isDeed()) ? 'noun' : 'verb'
  }
  if (token.upos === 'NOUN' || token.upos === 'PROPN') return 'noun'
  if (token.upos !== 'ADJ') return null
  if (childrenBy(tree, token.index, 'aux:pass').length > 0) return 'verb'
  return token.deprel !== 'amod' && LEXICON.noun.has(token.text.toLowerCase()) ? 'noun' : 'adjective'
}

/** The frames that a word evokes, those first that stand first in FRAMES. */
export function matchTriggers(tree: Tree, token: Token, actors: Actors): TriggerMatch[] {
  const kind = wordKind(tree, token)
  const candidates = kind && (LEXICON[kind].get(lemmaOf(token)) ?? LEXICON[kind].get(token.text.toLowerCase()))
  if (!kind || !candidates) return []
  const found: TriggerMatch[] = []
  let args: Arguments | null = kind === 'verb' ? verbArguments(tree, token.index) : null
  for (const trigger of candidates) {
    if (found.some((other) => other.trigger.type === trigger.type || !together(other.trigger.type, trigger.type)))
      continue
    if (kind !== 'verb') args = nounArguments(tree, token.index, trigger.frame.carries)
    if (!args) continue
    const match = { kind, tree, token, args }
    if (passes(trigger, match, actors)) found.push({ trigger, ...match })
  }
  return found
}
