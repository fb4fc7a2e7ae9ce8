import type { Sentence, Token } from '@dateline/english'

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
export function mended({ tokens }: Sentence): readonly Token[] {
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
    if (head && strayed(tokens, token, head)) change(token, { head: head.head, deprel: 'obl' })
    else if (misplacedCase(tokens, token, head)) change(token, { head: head?.head ?? token.head })
    else if (mixed && token.text === 'IS' && token.lemma === 'be' && head && head.index > token.index)
      change(token, { deprel: 'compound', upos: 'PROPN', xpos: 'NNP', lemma: 'IS' })
  }
  return found ?? tokens
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
