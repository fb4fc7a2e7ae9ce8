import type { Token } from '@dateline/english'
import { childrenBy, clauseOf, headOf, isPredicate, relation, type Tree } from './tree.ts'

export const SPEECH = new Set(
  `say tell announce report add claim state declare warn note confirm explain argue insist stress acknowledge admit
  deny accuse allege predict suggest think believe hope know reveal show find urge call ask demand promise pledge vow
  threaten plan schedule expect agree decide propose order want quote write describe blame`.split(/\s+/),
)

/** Saying so does it: the day of "announced that he had been discharged" is that of the discharge. */
const PERFORMATIVE = new Set(['announce', 'decree', 'order', 'declare', 'rule', 'proclaim'])

/** What a court or the police do about a deed: their day is not that of the deed. */
export const LEGAL = new Set(
  `charge accuse arraign indict convict sentence suspect acquit prosecute plead jail imprison extradite exonerate pardon`.split(
    /\s+/,
  ),
)

/**
 * The clauses whose time is the time of a clause: itself, then what it hangs on as long as that tells of the same
 * occasion. A reported clause has not the time of the saying, a relative one not that of what it stands in.
 */
const isAbsolute = (tree: Tree, verb: Token): boolean =>
  childrenBy(tree, verb.index, 'aux').some((aux) => aux.text.toLowerCase() === 'having')

interface Occasion {
  clause: number
  /** Only times before the clause's verb count */
  leading: boolean
}

const OF_ONE_TIME = new Set(['as', 'while', 'by', 'when', 'to', 'just'])

export function clausesFor(tree: Tree, clause: number): Occasion[] {
  const chain: Occasion[] = [{ clause, leading: false }]
  let leading = false
  let at = tree.tokens[clause]
  for (let step = 0; at && step < 5; step++) {
    const head = headOf(tree, at)
    const kind = relation(at)
    if (!head || isAbsolute(tree, at)) break
    if (kind !== 'conj' && LEGAL.has(head.lemma)) break
    if (kind === 'conj' && isPredicate(head)) {
      // With a subject of its own it shares only what stands in front of both.
      leading ||= childrenBy(tree, at.index, 'nsubj').length > 0
      chain.push({ clause: head.index, leading })
    } else if (kind === 'ccomp' && isPredicate(head) && PERFORMATIVE.has(head.lemma))
      chain.push({ clause: head.index, leading })
    else if (kind === 'xcomp' && isPredicate(head) && !SPEECH.has(head.lemma))
      chain.push({ clause: head.index, leading })
    else if (kind === 'advcl' && isPredicate(head) && !SPEECH.has(head.lemma)) {
      const mark = childrenBy(tree, at.index, 'mark', 'advmod')[0]?.lemma.toLowerCase()
      if (mark && !OF_ONE_TIME.has(mark)) break
      // "Voted on Tuesday to remove him": the vote does it.
      if (mark === 'to' && at.xpos === 'VB' && head.lemma !== 'vote') break
      chain.push({ clause: head.index, leading })
    } else if (at.deprel === 'acl' && at.xpos === 'VBG') chain.push({ clause: clauseOf(tree, head.index), leading })
    else break
    at = head
  }
  return chain
}

/** Verbs that govern a clause without a time of their own kind: after "killing three", "as police fought", both hold. */
export function clausesUnder(tree: Tree, clause: number): number[] {
  return tree.tokens
    .filter(
      (token) =>
        token.head === clause &&
        ((relation(token) === 'advcl' &&
          ['as', 'when', 'while', undefined].includes(
            childrenBy(tree, token.index, 'mark', 'advmod')[0]?.lemma.toLowerCase(),
          ) &&
          token.xpos !== 'VB') ||
          (token.deprel === 'conj' && isPredicate(token) && childrenBy(tree, token.index, 'nsubj').length === 0)),
    )
    .map((token) => token.index)
}
