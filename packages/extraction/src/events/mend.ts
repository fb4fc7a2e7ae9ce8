import type { Token } from '@dateline/english'

/** Nouns that say when and are nobody: what hangs on them before their own words strayed there. */
const TIMES = new Set(
  `day night morning afternoon evening week weekend month year hour today yesterday tomorrow tonight monday tuesday
  wednesday thursday friday saturday sunday january february march april may june july august september october
  november december`.split(/\s+/),
)

/**
 * The tokens of a sentence with slips of the parser put right that cost a side of an event: "sent arms to Chad last
 * year" with Chad under the year, and "IS attacks" with the group's name read as a verb. Copies where it changes.
 */
export function mended(tokens: readonly Token[]): readonly Token[] {
  let found: Token[] | null = null
  const change = (token: Token, to: Partial<Token>) => {
    found ??= [...tokens]
    found[token.index] = { ...token, ...to }
  }
  const mixed = tokens.some(({ text }) => /^\p{Ll}{4,}$/u.test(text))
  const main = displacedMain(tokens)
  if (main) {
    change(main.verb, { head: main.root.head, deprel: main.root.deprel })
    change(main.root, { head: main.subject.index, deprel: 'acl', xpos: 'VBN' })
    change(main.subject, { head: main.verb.index })
  }
  const struck = hiddenVerb(tokens)
  if (struck) {
    const { verb, subject, object } = struck
    change(verb, {
      ...FINITE[verb.text],
      head: object.head,
      deprel: object.deprel === 'obl' ? 'advcl' : object.deprel,
      upos: 'VERB',
      xpos: 'VBD',
    })
    change(subject, { head: verb.index, deprel: 'nsubj', upos: 'NOUN', xpos: 'NN', lemma: subject.text.toLowerCase() })
    change(object, { head: verb.index, deprel: 'obj' })
    for (const token of tokens) {
      const astray = token.head === object.index || (token.head === verb.index && token.index < subject.index)
      if (!astray || token === verb || token === subject) continue
      if (token.lemma.toLowerCase() === 'when') change(token, { head: verb.index })
      else if (token.index < subject.index) change(token, { head: subject.index })
      else if (token.index > object.index) {
        if (token.deprel === 'acl' && token.xpos === 'VBG') change(token, { head: verb.index, deprel: 'advcl' })
        else if (token.deprel === 'nmod' && isTime(token)) change(token, { head: verb.index, deprel: 'obl' })
        else if (!/^(?:nmod|appos|flat|acl)/.test(token.deprel)) change(token, { head: verb.index })
      }
    }
  }
  for (const gerund of tokens) {
    // "Fought running battles": the gerund says what battles, and is nothing that is done besides.
    const verb = tokens[gerund.index - 1]
    const noun = tokens[gerund.index + 1]
    if (gerund.xpos !== 'VBG' || gerund.deprel !== 'xcomp' || verb?.index !== gerund.head) continue
    if (noun?.xpos !== 'NNS' || !/^(?:fight|wage|see)$/.test(verb.lemma)) continue
    if (noun.head !== gerund.index && noun.head !== verb.index) continue
    change(noun, { head: verb.index, deprel: 'obj' })
    change(gerund, { head: noun.index, deprel: 'amod' })
  }
  for (const sum of tokens) {
    // "A deal worth $15 billion", with the deal under the sum.
    const worth = tokens[sum.index - 1]
    const noun = tokens[sum.index - 2]
    if (worth?.lemma !== 'worth' || worth.head !== sum.index || noun?.upos !== 'NOUN' || noun.head < sum.index - 1)
      continue
    change(noun, { head: sum.head, deprel: sum.deprel })
    change(sum, { head: worth.index, deprel: 'obj' })
    change(worth, { head: noun.index, deprel: 'amod' })
  }
  for (const token of tokens) {
    if (main && [main.verb, main.root, main.subject].includes(token)) continue
    const head = tokens[token.head]
    const teller = head && resultOf(tokens, token, head)
    if (teller) change(token, { head: teller.index, deprel: 'advcl' })
    else if (head && strayed(tokens, token, head)) change(token, { head: head.head, deprel: 'obl' })
    else if (misplacedCase(tokens, token, head)) change(token, { head: head?.head ?? token.head })
    else if (mixed && token.text === 'IS' && token.lemma === 'be' && head && head.index > token.index)
      change(token, { deprel: 'compound', upos: 'PROPN', xpos: 'NNP', lemma: 'IS' })
  }
  return found ?? tokens
}

const FINITE: Readonly<Record<string, Partial<Token>>> = {
  struck: { lemma: 'strike' },
  hit: { lemma: 'hit' },
  shook: { lemma: 'shake' },
  rocked: { lemma: 'rock' },
  battered: { lemma: 'batter' },
  devastated: { lemma: 'devastate' },
}

/** What strikes places; its words are taken for adjectives where the verb is. */
const STRIKERS = new Set(
  `earthquake quake tremor aftershock tsunami cyclone typhoon hurricane tornado storm landslide avalanche flood floods bomb
  blast explosion missile rocket shell drone airstrike epidemic drought`.split(/\s+/),
)

const isTime = ({ lemma }: Token): boolean => TIMES.has(lemma.toLowerCase())

/** "An earthquake struck Chile" taken for a phrase about a struck Chile: a clause without a verb, and one in it. */
function hiddenVerb(tokens: readonly Token[]): { verb: Token; subject: Token; object: Token } | null {
  for (const verb of tokens) {
    if (!Object.hasOwn(FINITE, verb.text) || !/^(?:amod|compound|nmod)/.test(verb.deprel)) continue
    const [subject, object] = [tokens[verb.index - 1], tokens[verb.head]]
    if (!object || object.index < verb.index || !object.xpos.startsWith('NN')) continue
    const isWhen =
      object.deprel === 'obl' && tokens.some((one) => one.head === object.index && one.lemma.toLowerCase() === 'when')
    if (!['root', 'ccomp', 'parataxis'].includes(object.deprel) && !isWhen) continue
    if (!subject || !STRIKERS.has(subject.text.toLowerCase())) continue
    if (![object.index, verb.index].includes(subject.head)) continue
    if (tokens.some(({ head, deprel }) => head === object.index && /^(?:cop|nsubj|aux)/.test(deprel))) continue
    return { verb, subject, object }
  }
  return null
}

/** "The man charged with murder fled": the participle taken for the verb of the sentence, and the verb put under it. */
function displacedMain(tokens: readonly Token[]): { root: Token; verb: Token; subject: Token } | null {
  const under = (index: number, ...relations: string[]) =>
    tokens.filter((token) => token.head === index && relations.includes(token.deprel))
  for (const root of tokens) {
    if (root.xpos !== 'VBD' && root.xpos !== 'VBN') continue
    if (root.deprel !== 'root' && root.deprel !== 'ccomp') continue
    if (under(root.index, 'obj', 'aux', 'aux:pass', 'cop', 'iobj').length > 0) continue
    const [subject] = under(root.index, 'nsubj', 'nsubj:pass')
    if (subject?.index !== root.index - 1 || tokens[root.index + 1]?.upos === 'PUNCT') continue
    const verb = under(root.index, 'advcl').find(
      (clause) =>
        clause.index > root.index &&
        ['VBD', 'VBZ', 'VBP'].includes(clause.xpos) &&
        tokens[clause.index - 1]?.text !== ',' &&
        under(clause.index, 'mark', 'nsubj', 'nsubj:pass').length === 0,
    )
    if (verb) return { root, verb, subject }
  }
  return null
}

const RESULTS = new Set('kill wound injure leave force destroy damage displace trap'.split(' '))

/** "Battered Oman on Monday, killing twelve": the participle tells what the verb did, not what Oman does. */
function resultOf(tokens: readonly Token[], token: Token, head: Token): Token | null {
  if (token.deprel !== 'acl' || token.xpos !== 'VBG' || !RESULTS.has(token.lemma)) return null
  if (tokens[token.index - 1]?.text !== ',' || !/^(?:obj|obl)/.test(head.deprel)) return null
  const verb = tokens[head.head]
  return verb?.upos === 'VERB' && verb.index < token.index ? verb : null
}

/** The preposition of "of Mayor Pedro Huaman" hung on the title, which hangs on the name. */
function misplacedCase(tokens: readonly Token[], token: Token, head: Token | undefined): boolean {
  if (token.deprel !== 'case' || token.xpos === 'POS' || !head || token.index > head.index) return false
  const whole = tokens[head.head]
  return whole !== undefined && whole.index > head.index && /^(?:compound|nmod:desc|amod)$/.test(head.deprel)
}

/** A nominal with a preposition of its own that stands before the time word it hangs on. */
function strayed(tokens: readonly Token[], token: Token, head: Token): boolean {
  return (
    token.deprel === 'nmod' &&
    head.index > token.index &&
    head.head >= 0 &&
    TIMES.has(head.lemma.toLowerCase()) &&
    tokens.some((mark) => mark.head === token.index && mark.deprel === 'case' && mark.index < token.index)
  )
}
