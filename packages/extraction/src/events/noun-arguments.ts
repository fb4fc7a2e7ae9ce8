import type { Token } from '@dateline/english'
import { objectsOf } from './objects.ts'
import { addModifiers, addPrepositions, Slots, type Arguments } from './slots.ts'
import { byPhrases, isParticiple, isPassive, RELATIVISERS, surfaceSubject } from './subjects.ts'
import { childrenBy, childrenOf, headOf, prepositionOf, relation, withConjuncts, type Tree } from './tree.ts'

/** Of talks: who acts after, during or at them had a part in them. */
const AROUND = new Set(['after', 'following', 'during', 'in', 'at'])
const CHARGING = new Set(
  'charge accuse indict convict suspect acquit try sentence jail imprison arrest detain'.split(' '),
)

const chargedBy = (tree: Tree, verb: Token): number[] =>
  isPassive(tree, verb.index) ? surfaceSubject(tree, verb.index) : objectsOf(tree, verb)

/** Of these the subject suffers, tells of or fights what the noun says, and does not do it. */
const UNDERGOING = new Set(
  `suffer survive escape foil thwart face see condemn call blame quell suppress crush disperse avert repel repulse
  withstand witness endure mourn receive get draw spark trigger provoke prevent`.split(/\s+/),
)

/** Of these the one to whom it is given undergoes what the noun says. */
const HANDED = new Set(['give', 'hand', 'award', 'grant', 'deal'])

const SPELLS = new Set('wave spate series string round spell outbreak rash succession campaign'.split(' '))

/** The noun by which a noun hangs in its sentence: of a list the first one, of "a wave of unrest" the wave. */
function topOf(tree: Tree, noun: Token): Token {
  for (let top = noun; ;) {
    const head = tree.tokens[top.head]
    const within = relation(top) === 'nmod' && head && SPELLS.has(head.lemma) && prepositionOf(tree, top.index) === 'of'
    if (!head || (top.deprel !== 'conj' && !within)) return top
    top = head
  }
}

/** "Took part in a march" */
const isPart = ({ lemma }: Token): boolean => lemma === 'part'

const caseOf = (tree: Tree, index: number): number[] => childrenBy(tree, index, 'case').map((mark) => mark.index)

/** The word that a noun hangs on; of "sentenced to death for the bombing" the sentencing. */
function verbOver(tree: Tree, top: Token): Token | undefined {
  const head = headOf(tree, top)
  const above = head && headOf(tree, head)
  const isCrime = above && CHARGING.has(above.lemma) && prepositionOf(tree, top.index) === 'for'
  return isCrime && relation(head) === 'obl' ? above : head
}

/** `carries`: whether a verb of that lemma lends its subject and its prepositions to the noun ("hold", "launch"). */
export function nounArguments(tree: Tree, index: number, carries: (lemma: string) => boolean): Arguments {
  const slots = new Slots()
  const noun = tree.tokens[index]
  if (!noun) return { slots: slots.map, passive: false, particles: new Set(), support: [] }
  const support: number[] = []
  for (const token of childrenBy(tree, index, 'nmod:poss')) slots.add('subj', withConjuncts(tree, token.index))
  slots.add('subj', byPhrases(tree, index))
  addPrepositions(slots, tree, index)
  addModifiers(slots, tree, index)
  for (const child of childrenOf(tree, index)) {
    if (relation(child) !== 'acl') continue
    if (child.xpos === 'VB') slots.add('comp', [child.index])
    support.push(child.index)
    if (carries(child.lemma) || isParticiple(tree, child)) {
      slots.add('subj', byPhrases(tree, child.index))
      addPrepositions(slots, tree, child.index)
    }
    if (child.deprel === 'acl:relcl' && !isPassive(tree, child.index) && carries(child.lemma)) {
      const subject = childrenBy(tree, child.index, 'nsubj').filter(
        (token) => !RELATIVISERS.has(token.lemma.toLowerCase()),
      )
      slots.add(
        'subj',
        subject.flatMap((token) => withConjuncts(tree, token.index)),
      )
    }
  }
  const top = topOf(tree, noun)
  if (top !== noun) {
    addPrepositions(slots, tree, top.index)
    slots.add('subj', byPhrases(tree, top.index))
    for (const token of childrenBy(tree, top.index, 'nmod:poss')) slots.add('subj', withConjuncts(tree, token.index))
  } else for (const other of withConjuncts(tree, index)) if (other !== index) addPrepositions(slots, tree, other)
  const preposition = prepositionOf(tree, index)
  if (preposition) slots.add('own', caseOf(tree, index))
  if (childrenBy(tree, index, 'cop').length > 0) slots.add('patient', surfaceSubject(tree, index))
  const verb = verbOver(tree, top)
  if (verb && verb.upos === 'VERB' && (verb !== headOf(tree, top) || ['obj', 'nsubj', 'obl'].includes(relation(top)))) {
    support.unshift(verb.index)
    if (relation(top) === 'obl' && AROUND.has(prepositionOf(tree, top.index) ?? ''))
      slots.add('clause', surfaceSubject(tree, verb.index))
    if (relation(top) !== 'nsubj' && CHARGING.has(verb.lemma) && prepositionOf(tree, top.index)) {
      // "charged with murder by a court": the murder is that of the one who is charged.
      slots.map.delete('by')
      slots.map.set('subj', chargedBy(tree, verb))
    }
    // "unleashed a wave of unrest by students": an active verb has no such phrase, its object has.
    if (verb.lemma === 'take' && preposition === 'in' && childrenBy(tree, verb.index, 'obj').some(isPart))
      slots.add('subj', surfaceSubject(tree, verb.index))
    if (top.deprel === 'obj' && !isPassive(tree, verb.index))
      slots.add(
        'subj',
        byPhrases(tree, verb.index).filter((by) => by > noun.index),
      )
    if (top.deprel === 'obj' && HANDED.has(verb.lemma))
      slots.add(
        'patient',
        isPassive(tree, verb.index)
          ? surfaceSubject(tree, verb.index)
          : childrenBy(tree, verb.index, 'iobj').map((to) => to.index),
      )
    if (carries(verb.lemma)) {
      if (top.deprel === 'obj')
        slots.add(
          UNDERGOING.has(verb.lemma) ? 'patient' : 'subj',
          isPassive(tree, verb.index) ? byPhrases(tree, verb.index) : surfaceSubject(tree, verb.index),
        )
      if (top.deprel === 'nsubj:pass') slots.add('subj', byPhrases(tree, verb.index))
      // "unleashed a wave of unrest by students": who they are done by is said of a passive verb alone.
      const but = isPassive(tree, verb.index) ? null : 'by'
      if (relation(top) !== 'obl') addPrepositions(slots, tree, verb.index, '', but)
    } else addPrepositions(slots, tree, verb.index, '~')
  }
  return { slots: slots.map, passive: false, particles: new Set(), support }
}
