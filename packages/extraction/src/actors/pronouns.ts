import type { Token } from '@dateline/english'
import { fold } from '../knowledge/fold.ts'
import { fitsGender, type Discourse, type Past } from './discourse.ts'
import type { Entity } from './entities.ts'
import type { Gender } from './types.ts'
import type { View } from './view.ts'

interface Form {
  gender: Gender | null
  number: 'one' | 'many' | 'thing'
  possessive: boolean
}

const FORMS = new Map<string, Form>([
  ['he', { gender: 'male', number: 'one', possessive: false }],
  ['him', { gender: 'male', number: 'one', possessive: false }],
  ['his', { gender: 'male', number: 'one', possessive: true }],
  ['himself', { gender: 'male', number: 'one', possessive: true }],
  ['she', { gender: 'female', number: 'one', possessive: false }],
  ['her', { gender: 'female', number: 'one', possessive: true }],
  ['hers', { gender: 'female', number: 'one', possessive: true }],
  ['herself', { gender: 'female', number: 'one', possessive: true }],
  ['they', { gender: null, number: 'many', possessive: false }],
  ['them', { gender: null, number: 'many', possessive: false }],
  ['their', { gender: null, number: 'many', possessive: true }],
  ['themselves', { gender: null, number: 'many', possessive: true }],
  ['it', { gender: null, number: 'thing', possessive: false }],
  ['its', { gender: null, number: 'thing', possessive: true }],
  ['itself', { gender: null, number: 'thing', possessive: true }],
])

const FIRST_PERSON = new Set(['i', 'we', 'me', 'us', 'my', 'our', 'mine', 'ours', 'myself', 'ourselves'])
const LOOK_BACK = 5
const EMPTY_VERBS = /^(?:be|seem|appear|rain|snow|take|turn|become|remain|happen|follow|matter|look|sound|help)$/u
const IT_ACTS =
  /^(?:say|tell|add|note|accuse|warn|welcome|reject|condemn|urge|demand|announce|launch|impose|deny|plan|want|agree|sign|send|withdraw|call|support|oppose|claim|hold|seek|offer|vow|pledge|refuse|receive|provide|believe|expect|hope|intend|insist|threaten|attack|invade|face|approve|pass|adopt|release|publish|report|decide|have|do|make|issue|lift|ban|block|deploy|kill|capture|arrest|destroy|bomb|shoot|detain|seize|raise|cut|rule|order|vote|conduct|carry|fire|deport|expel|pay|buy|sell|supply|recognise|recognize|suspend|resume|shell|occupy|repel|foil)$/u

export function isFirstPerson(token: Token, capitals: boolean): boolean {
  if (token.upos !== 'PRON') return false
  const word = fold(token.text)
  return FIRST_PERSON.has(word) && (word !== 'us' || token.text !== 'US' || capitals)
}

/** Whether a token is a pronoun that may stand for an actor. */
export function isThirdPerson(token: Token): boolean {
  return token.upos === 'PRON' && FORMS.has(fold(token.text))
}

/**
 * The actor that a pronoun stands for: agrees in gender and number, not bound by its own clause; near subjects first.
 * Null where nothing fits.
 */
export function antecedentOf(token: Token, view: View, discourse: Discourse): Entity | null {
  const form = FORMS.get(fold(token.text))
  if (!form) return null
  if (form.number === 'thing' && !form.possessive && isEmpty(token, view)) return null
  let best: Entity | null = null
  let most = -Infinity
  const seen = new Set<Entity>()
  for (let index = discourse.history.length - 1; index >= 0; index--) {
    const past = discourse.history[index]
    if (!past) break
    const distance = view.index - past.mention.sentence
    if (distance > LOOK_BACK) break
    if (!fits(past, form) || isBound(token, past, view, form)) continue
    const score = scoreOf(past, token, view, distance, form) + (seen.has(past.entity) ? -0.5 : 0)
    seen.add(past.entity)
    if (score > most) {
      most = score
      best = past.entity
    }
  }
  if (best && form.gender !== null) best.gender ??= form.gender
  return best
}

function isEmpty(token: Token, view: View): boolean {
  if (token.deprel === 'expl') return true
  const above = view.tokens[token.head]
  if (!above) return true
  return (
    token.deprel.startsWith('nsubj') &&
    (above.upos !== 'VERB' || EMPTY_VERBS.test(above.lemma) || !IT_ACTS.test(above.lemma))
  )
}

function fits({ entity, mention }: Past, form: Form): boolean {
  if (form.number === 'one') return entity.kind === 'person' && fitsGender(entity, form.gender)
  if (form.number === 'many')
    return entity.plural || entity.kind === 'group' || entity.kind === 'organization' || mention.plural
  return entity.kind === 'organization' || entity.kind === 'government' || (entity.kind === 'group' && !entity.plural)
}

/** "X accused him": him is not X; nor is what is in the same phrase. */
function isBound(token: Token, { mention }: Past, view: View, form: Form): boolean {
  if (mention.sentence !== view.index || form.possessive) return false
  const other = view.tokens[mention.head]
  if (other === undefined || other.head < 0) return false
  return other.head === token.head || (other.deprel.startsWith('nsubj') && other.head === verbBefore(token, view))
}

/** "X named Y and asked him": the verb whose subject the pronoun's own verb shares, if the pronoun is no subject. */
function verbBefore(token: Token, view: View): number {
  let verb = view.tokens[token.head]
  if (token.deprel.startsWith('nsubj')) return -1
  for (let steps = 0; steps < 4 && verb?.deprel === 'conj'; steps++) {
    const { index } = verb
    if (view.tokens.some((other) => other.head === index && other.deprel.startsWith('nsubj'))) return -1
    verb = view.tokens[verb.head]
  }
  return verb?.index ?? -1
}

function scoreOf({ entity, mention, subject }: Past, token: Token, view: View, distance: number, form: Form): number {
  let score = -1.6 * distance
  if (subject) score += 1.5
  if (token.deprel.startsWith('nsubj') && subject) score += 0.7
  if (entity.mentions > 2) score += 0.3
  if (entity.gender !== null && entity.gender === form.gender) score += 0.4
  if (mention.via === 'pronoun') score += 0.3
  if (form.number === 'many') score += entity.plural ? 1 : entity.kind === 'organization' ? -1 : 0
  if (form.number === 'one' && entity.id.includes('/')) score -= 0.3
  if (form.number === 'thing' && mention.asPlace) score -= 1
  if (form.number === 'thing') score -= distance
  if (entity.media) score -= 2.5
  if (distance === 0) {
    if (form.possessive && subject && view.tokens[mention.head]?.head === verbOver(token, view)) score += 1
    score -= Math.min(1, (token.index - mention.head) / 40)
  }
  return score
}

function verbOver(token: Token, view: View): number {
  let at = token.head
  for (let steps = 0; steps < 8 && at >= 0; steps++) {
    const above = view.tokens[at]
    if (!above || above.upos === 'VERB') return at
    at = above.head
  }
  return at
}
