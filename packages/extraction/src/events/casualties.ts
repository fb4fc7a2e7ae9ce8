import type { Quantity } from '@dateline/domain'
import type { Token } from '@dateline/english'
import { wordClass } from '../frames/words.ts'
import { verbArguments } from './verb-arguments.ts'
import { quantityOf, totalOf } from './quantities.ts'
import { contentHead } from './content-head.ts'
import { childrenBy, type Tree } from './tree.ts'

export type Loss = 'fatalities' | 'injured' | 'displaced'

/** "more than 230 people died": how many were lost, by which word. */
export interface Casualty {
  loss: Loss
  quantity: Quantity
  /** The verb or noun that says so */
  token: Token
  /** The heads of those who were lost */
  victims: readonly number[]
}

const KILL = new Set('kill slay murder massacre assassinate slaughter behead execute gun'.split(' '))
const DIE = new Set('die perish drown'.split(' '))
const HURT = new Set('wound injure hurt maim'.split(' '))
const DISPLACE = new Set('displace evacuate uproot'.split(' '))
const STATES = new Map<string, Loss>([
  ['dead', 'fatalities'],
  ['wounded', 'injured'],
  ['injured', 'injured'],
  ['homeless', 'displaced'],
  ['displaced', 'displaced'],
])
const TOLLS = new Map<string, Loss>([
  ['death', 'fatalities'],
  ['fatality', 'fatalities'],
  ['injury', 'injured'],
])

const lossOf = (lemma: string): Loss | null =>
  KILL.has(lemma) || DIE.has(lemma)
    ? 'fatalities'
    : HURT.has(lemma)
      ? 'injured'
      : DISPLACE.has(lemma)
        ? 'displaced'
        : null

function isHuman(tree: Tree, index: number): boolean {
  const token = tree.tokens[contentHead(tree, index)]
  return Boolean(
    token &&
    (wordClass('people').has(token.lemma.toLowerCase()) ||
      token.upos === 'NUM' ||
      token.upos === 'PROPN' ||
      wordClass('forces').has(token.lemma.toLowerCase())),
  )
}

/** All losses that a sentence counts. A named or single victim counts as one. */
export function casualtiesOf(tree: Tree): Casualty[] {
  const found: Casualty[] = []
  for (const token of tree.tokens) {
    const lemma = token.lemma.toLowerCase()
    const loss = token.upos === 'VERB' ? lossOf(lemma) : null
    if (loss) {
      const args = verbArguments(tree, token.index)
      const victims = (DIE.has(lemma) ? (args.slots.get('subj') ?? []) : (args.slots.get('obj') ?? [])).filter(
        (index) => isHuman(tree, index),
      )
      const quantity = totalOf(tree, victims) ?? namedVictims(tree, victims)
      if (quantity) found.push({ loss, quantity, token, victims })
    }
    const state = STATES.get(token.text.toLowerCase())
    if (state && ['xcomp', 'amod', 'obj', 'acl'].includes(token.deprel)) {
      const head = tree.tokens[token.head]
      if (head?.lemma === 'leave') {
        const victims = childrenBy(tree, head.index, 'obj').map((child) => child.index)
        const quantity =
          totalOf(
            tree,
            victims.filter((index) => index !== token.index),
          ) ?? quantityOf(tree, token.index)
        if (quantity) found.push({ loss: state, quantity, token: head, victims })
      } else if (head && token.deprel === 'acl' && isHuman(tree, head.index)) {
        const quantity = quantityOf(tree, head.index)
        if (quantity) found.push({ loss: state, quantity, token, victims: [head.index] })
      }
    }
    const toll = token.upos === 'NOUN' ? TOLLS.get(lemma) : undefined
    if (toll && token.xpos === 'NNS') {
      const quantity = quantityOf(tree, token.index)
      if (quantity) found.push({ loss: toll, quantity, token, victims: [] })
    }
  }
  return found
}

function namedVictims(tree: Tree, victims: readonly number[]): Quantity | null {
  const single = victims.filter((index) => ['NNP', 'NN'].includes(tree.tokens[index]?.xpos ?? ''))
  return single.length > 0 && single.length === victims.length
    ? { value: single.length, qualifier: '=', unit: 'person' }
    : null
}
