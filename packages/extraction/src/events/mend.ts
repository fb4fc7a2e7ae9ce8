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
  for (const token of tokens) {
    const head = tokens[token.head]
    if (head && strayed(tokens, token, head)) change(token, { head: head.head, deprel: 'obl' })
    else if (mixed && token.text === 'IS' && token.lemma === 'be' && head && head.index > token.index)
      change(token, { deprel: 'compound', upos: 'PROPN', xpos: 'NNP', lemma: 'IS' })
  }
  return found ?? tokens
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
