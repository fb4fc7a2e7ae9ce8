import type { Token } from '@dateline/english'
import { isPassive, phrase, type Source } from './source.ts'
import type { Tree } from './tree.ts'

/**
 * The whole name of a speaker of whom the parser has a part: the name behind an office ("Democratic nominee | Ada Lund"),
 * the rest of a name, or the name before an apposition that it takes for the subject ("Lund, | a lawyer, | said").
 */
export function withName(tree: Tree, source: Source, verb: number): Source {
  return namedBefore(tree, namedBehind(tree, source, verb), verb)
}

/**
 * The run of capitals right before a verb that has no subject: names that the tagger takes for other words ("Human Rights
 * Watch said", "Reid said").
 */
export function capitalsBefore(tree: Tree, verb: number): Source | null {
  const { tokens } = tree
  const isCapital = (token: Token | undefined): boolean => /^\p{Lu}[\p{L}.'’]+$/u.test(token?.text ?? '')
  if (isCapital(tokens[verb]) || isPassive(tree, verb)) return null
  let last = verb - 1
  while (tokens[last]?.upos === 'ADV' && !isCapital(tokens[last])) last--
  let from = last
  while (isCapital(tokens[from - 1])) from--
  const first = tokens[from]
  if (!isCapital(tokens[last]) || !first || isTime(first) || /^(?:PRON|ADP|SCONJ|CCONJ|ADV|DET)$/.test(first.upos))
    return null
  return { head: from, from, to: last + 1 }
}

const isName = (token: Token | undefined): boolean => token?.upos === 'PROPN'

function namedBehind(tree: Tree, source: Source, verb: number): Source {
  const { tokens } = tree
  const [last, next] = [tokens[source.to - 1], tokens[source.to]]
  if (!next || !isName(next) || next.index === verb || !last || !/^(?:PROPN|NOUN)$/.test(last.upos)) return source
  if (isTime(next) || (last.upos === 'NOUN' && last.index !== source.head)) return source
  let end = next.index
  while (isName(tokens[end + 1]) && end + 1 !== verb) end++
  const rest = phrase(tree, next.index, verb)
  const to = Math.max(end + 1, rest.from === next.index ? rest.to : 0)
  return { head: last.upos === 'NOUN' ? next.index : source.head, from: source.from, to }
}

function namedBefore(tree: Tree, source: Source, verb: number): Source {
  const { tokens } = tree
  const [comma, name, first] = [tokens[source.from - 1], tokens[source.from - 2], tokens[source.from]]
  if (source.to > verb || comma?.text !== ',' || !name || !isName(name) || isName(first) || isTime(name)) return source
  if (tokens[source.to]?.text !== ',' || first?.upos === 'PRON' || name.deprel === 'conj') return source
  let from = name.index
  while (isName(tokens[from - 1])) from--
  const head = from
  while (tokens[from - 1] && isTitle(tokens[from - 1] as Token, head, name.index)) from--
  const before = tokens[from - 1]
  const isFree = !before || /^(?:PUNCT|CCONJ|SCONJ)$/.test(before.upos)
  return isFree ? { head, from, to: source.to } : source
}

/** A word before a name that the tree hangs on it: an office, an adjective, an article. */
const isTitle = (token: Token, from: number, to: number): boolean =>
  /^(?:NOUN|ADJ|DET)$/.test(token.upos) && token.head >= from && token.head <= to

const isTime = (token: Token): boolean =>
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)$/i.test(
    token.text,
  )
