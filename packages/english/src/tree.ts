import type { Sentence, Token } from './types.ts'

/** The dependents of a token, in order, optionally only those whose relation is one of `relations` (`nsubj` also matches `nsubj:pass`). */
export function children(sentence: Sentence, head: number, ...relations: string[]): Token[] {
  return sentence.tokens.filter(
    (token) => token.head === head && (relations.length === 0 || isRelation(token, ...relations)),
  )
}

/** Whether the token stands in one of the relations; a relation without subtype matches all of its subtypes. */
export function isRelation(token: Token, ...relations: string[]): boolean {
  const colon = token.deprel.indexOf(':')
  return relations.includes(token.deprel) || (colon > 0 && relations.includes(token.deprel.slice(0, colon)))
}

/** The root token of a sentence. */
export function rootOf(sentence: Sentence): Token | undefined {
  return sentence.tokens.find((token) => token.head === -1)
}

/** The head of a token, undefined at the root. */
export function headOf(sentence: Sentence, token: Token): Token | undefined {
  return token.head < 0 ? undefined : sentence.tokens[token.head]
}

/** A token with everything below it, in text order. */
export function subtree(sentence: Sentence, top: number): Token[] {
  const { tokens } = sentence
  const inside = new Uint8Array(tokens.length)
  const below: number[][] = tokens.map(() => [])
  for (const token of tokens) if (token.head >= 0) below[token.head]?.push(token.index)
  const waiting = [top]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    inside[next] = 1
    waiting.push(...(below[next] ?? []))
  }
  return tokens.filter((token) => inside[token.index] === 1)
}

/** The stretch of text that a token's subtree covers, punctuation at its edges left out. */
export function span(sentence: Sentence, top: number): { start: number; end: number } {
  const tokens = subtree(sentence, top)
  const words = tokens.filter((token) => token.upos !== 'PUNCT')
  const [first] = words.length > 0 ? words : tokens
  const last = (words.length > 0 ? words : tokens).at(-1)
  return { start: first?.start ?? sentence.start, end: last?.end ?? sentence.start }
}

/** A token and those joined to it by conjunction: "A, B and C" from A gives A, B, C. */
export function conjuncts(sentence: Sentence, first: number): Token[] {
  const found: Token[] = []
  const token = sentence.tokens[first]
  if (token) found.push(token)
  for (const child of children(sentence, first, 'conj')) found.push(...conjuncts(sentence, child.index))
  return found.sort((a, b) => a.index - b.index)
}

/** The first of the conjunction that a token belongs to: C of "A, B and C" gives A; any other token gives itself. */
export function firstConjunct(sentence: Sentence, index: number): number {
  let at = index
  for (let token = sentence.tokens[at]; token?.deprel === 'conj' && token.head >= 0; token = sentence.tokens[at])
    at = token.head
  return at
}

/** Whether a verb is passive: it has a passive auxiliary or a passive subject. */
export function isPassive(sentence: Sentence, verb: number): boolean {
  return children(sentence, verb, 'aux:pass', 'nsubj:pass', 'csubj:pass').length > 0
}

/** The preposition or other case marking of a nominal, lower case and joined: "in", "because of". */
export function caseOf(sentence: Sentence, nominal: number): string {
  return children(sentence, nominal, 'case')
    .flatMap((mark) => [mark, ...children(sentence, mark.index, 'fixed')])
    .map((mark) => mark.text.toLowerCase())
    .join(' ')
}
