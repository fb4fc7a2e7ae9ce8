import type { Token } from '@dateline/english'

/**
 * The tokens of a sentence whose verb the parser took for something else, with the verb put right: "an earthquake struck
 * near the town" read as a noun, "the government yesterday imposed sanctions" as a modifier, "the storm on Monday killed
 * two, doctors said" with the storm saying it. The same tokens where there is nothing to mend.
 */
export function withVerbs(tokens: readonly Token[]): readonly Token[] {
  const changes = struckNear(tokens) ?? timedVerb(tokens) ?? strayedSubject(tokens) ?? nameFirst(tokens)
  if (!changes) return tokens
  return tokens.map((token) => ({ ...token, ...changes.get(token.index) }))
}

type Changes = Map<number, Partial<Token>>

const PAST: Readonly<Record<string, string>> = {
  struck: 'strike',
  hit: 'hit',
  shook: 'shake',
  rocked: 'rock',
  jolted: 'jolt',
  rattled: 'rattle',
  battered: 'batter',
  devastated: 'devastate',
}

const FORCES = new Set(
  `earthquake quake tremor aftershock tsunami cyclone typhoon hurricane tornado storm landslide avalanche flood floods
  bomb blast explosion drought blackout outage`.split(/\s+/),
)

/** "A strong earthquake struck near the town": one noun phrase, with the verb for its head. */
function struckNear(tokens: readonly Token[]): Changes | null {
  for (const verb of tokens) {
    const [subject, next] = [tokens[verb.index - 1], tokens[verb.index + 1]]
    const lemma = PAST[verb.text]
    if (!lemma || !subject || !next || !FORCES.has(subject.text.toLowerCase())) continue
    if (subject.head !== verb.index || subject.deprel.startsWith('nsubj')) continue
    // Of a name ("the Quake Hit Parade") nothing stands behind that a verb would have.
    if (!['IN', 'JJ', 'NNP', 'RB', 'DT'].includes(next.xpos)) continue
    const over = tokens[verb.head]
    const top = verb.deprel === 'appos' && over && over.index < subject.index ? over : null
    const { head, deprel } = top ?? verb
    if (!['root', 'ccomp', 'parataxis', 'conj', 'advcl'].includes(deprel)) continue
    if (tokens.some((one) => one.head === verb.index && /^(?:nsubj|aux|cop)/.test(one.deprel))) continue
    const changes: Changes = new Map()
    changes.set(verb.index, { lemma, head, deprel, upos: 'VERB', xpos: 'VBD' })
    changes.set(subject.index, { ...asNoun(subject), head: verb.index, deprel: 'nsubj' })
    if (top) changes.set(top.index, { head: subject.index, deprel: 'compound' })
    for (const token of tokens) {
      if (token.head !== verb.index || token === subject || token === top) continue
      if (token.index < subject.index && /^(?:det|amod|compound|nummod|nmod)/.test(token.deprel))
        changes.set(token.index, { head: subject.index })
      else if (token.index > verb.index && token.deprel === 'nmod') changes.set(token.index, { deprel: 'obl' })
      else if (token.xpos === 'VBG' && token.deprel === 'conj') changes.set(token.index, { deprel: 'advcl' })
    }
    return changes
  }
  return null
}

const asNoun = ({ text }: Token): Partial<Token> => ({ upos: 'NOUN', xpos: 'NN', lemma: text.toLowerCase() })

const TIMES = /^(?:yesterday|today|last|this|on|late|early|also|mon|tues|wednes|thurs|fri|satur|sun|\d|[A-Z][a-z]+day)/

/** "The government yesterday imposed sanctions": a subject and a time in front of a participle that is the verb. */
function timedVerb(tokens: readonly Token[]): Changes | null {
  for (const verb of tokens) {
    const object = tokens[verb.head]
    if (!/^VB[ND]$/.test(verb.xpos) || verb.deprel !== 'amod' || !object || object.index < verb.index) continue
    if (!['root', 'ccomp', 'parataxis'].includes(object.deprel)) continue
    const under = tokens.filter(({ head }) => head === object.index)
    if (under.some(({ deprel }) => /^(?:cop|aux|case)/.test(deprel))) continue
    const subject = under.find(({ deprel, index }) => deprel === 'nsubj' && index < verb.index)
    if (!subject) continue
    // A determiner between them would say that the participle is one of the object's words.
    const between = tokens.slice(subject.index + 1, verb.index)
    if (!between.some(({ text }) => TIMES.test(text)) || between.some(({ deprel }) => deprel === 'det')) continue
    const changes: Changes = new Map()
    changes.set(verb.index, { upos: 'VERB', xpos: 'VBD', head: object.head, deprel: object.deprel })
    changes.set(object.index, { head: verb.index, deprel: 'obj' })
    for (const { index, deprel, xpos } of under) {
      if (index === verb.index) continue
      if (index < verb.index || /^(?:punct|obl|advcl|parataxis)/.test(deprel)) changes.set(index, { head: verb.index })
      else if (deprel === 'acl' && xpos === 'VBG' && tokens.some((mark) => mark.head === index && mark.text === ','))
        changes.set(index, { head: verb.index, deprel: 'advcl' })
    }
    return changes
  }
  return null
}

/** "The storm on Monday killed two, doctors said": the verb of what is said lacks its subject, the saying has two. */
function strayedSubject(tokens: readonly Token[]): Changes | null {
  for (const subject of tokens) {
    const saying = tokens[subject.head]
    const isSubject = subject.deprel.startsWith('nsubj') || (subject.deprel === 'ccomp' && isBareNoun(tokens, subject))
    if (!isSubject || !saying || saying.index < subject.index) continue
    const content = tokens.find(
      ({ head, deprel, index }) =>
        head === saying.index && deprel === 'ccomp' && index > subject.index && index < saying.index,
    )
    if (!content) continue
    const hasSubject = (verb: Token) =>
      tokens.some((one) => one !== subject && one.head === verb.index && /^n?c?subj/.test(one.deprel))
    if (hasSubject(saying) && !hasSubject(content))
      return new Map([[subject.index, { head: content.index, deprel: 'nsubj' }]])
  }
  return null
}

/** "Ana Rey, accused of fraud, was given a fine": the name taken for the sentence, and what it tells for an insertion. */
function nameFirst(tokens: readonly Token[]): Changes | null {
  const root = tokens.find(({ deprel }) => deprel === 'root')
  if (!root || !/^(?:PROPN|NOUN)$/.test(root.upos)) return null
  const under = tokens.filter(({ head }) => head === root.index)
  if (under.some(({ deprel }) => /^(?:n?c?subj|nsubj|cop|aux|case)/.test(deprel))) return null
  const inserted = under.find(({ deprel, index }) => deprel.startsWith('acl') && index > root.index)
  const verb = under.find(({ deprel, upos }) => deprel === 'parataxis' && upos === 'VERB')
  if (!inserted || !verb || verb.index < inserted.index) return null
  const ofVerb = tokens.filter(({ head }) => head === verb.index)
  const first = Math.min(verb.index, ...ofVerb.map(({ index }) => index))
  if (tokens[first - 1]?.text !== ',' || ofVerb.some(({ deprel }) => deprel.startsWith('nsubj'))) return null
  const isPassive = ofVerb.some(({ deprel }) => deprel === 'aux:pass')
  return new Map<number, Partial<Token>>([
    [verb.index, { head: -1, deprel: 'root' }],
    [root.index, { head: verb.index, deprel: isPassive ? 'nsubj:pass' : 'nsubj' }],
  ])
}

const isBareNoun = (tokens: readonly Token[], { index, upos }: Token): boolean =>
  upos === 'NOUN' && !tokens.some(({ head, deprel }) => head === index && /^(?:cop|aux|mark)/.test(deprel))
