import type { Lexeme } from './lexer.ts'

/**
 * Patterns over lexemes, written as regular expressions whose letters are whole words:
 *
 *     last $weekday ( , ? $month #day ) ?
 *
 * A bare word is itself, `$name` one word of a class, `%name` a pattern that is written out in its place; groups,
 * alternatives, `?`, named groups `(?<name>` and the lookarounds `(?!` `(?=` `(?<!` `(?<=` are those of RegExp.
 * All elements are parted by spaces. They compile to real regular expressions over a text in which every lexeme is one
 * character, so matching is linear and as fast as the engine's own.
 */
export interface Vocabulary {
  classes: Readonly<Record<string, readonly string[]>>
  macros: Readonly<Record<string, string>>
}

export interface Compiled<T> {
  /** The rules whose patterns can begin with a character, in order */
  beginning: ReadonlyMap<string, readonly { regex: RegExp; rule: T }[]>
  encode: (lexemes: readonly Lexeme[]) => string
}

/** One match: the lexemes from `from` up to `to`, and those under each named group. */
export interface PatternMatch {
  from: number
  to: number
  lexemes: readonly Lexeme[]
  /** The lexemes of a group; none where it did not take part */
  group: (name: string) => readonly Lexeme[]
  /** The first lexeme of a group in lower case; empty where it did not take part */
  word: (name: string) => string
}

/** Compiles rules; what no pattern names is `#Other`, `#other` (words) or `#mark`. */
export function compile<T extends { pattern: string }>(rules: readonly T[], vocabulary: Vocabulary): Compiled<T> {
  const codes = new Map<string, string>()
  const codeOf = (key: string): string => {
    const known = codes.get(key)
    if (known !== undefined) return known
    const code = String.fromCharCode(0x4e00 + codes.size)
    codes.set(key, code)
    return code
  }
  const beginning = new Map<string, { regex: RegExp; rule: T }[]>()
  for (const rule of rules) {
    const node = readPattern(rule.pattern, vocabulary, codeOf)
    const compiled = { regex: new RegExp(node.source, 'dy'), rule }
    for (const code of node.first) beginning.set(code, [...(beginning.get(code) ?? []), compiled])
  }
  const [Other, other, mark] = ['#Other', '#other', '#mark'].map(codeOf)
  const encode = (lexemes: readonly Lexeme[]): string => {
    let text = ''
    for (const lexeme of lexemes)
      text += codes.get(lexeme.key) ?? (lexeme.capital ? Other : /^[\p{L}\p{N}]/u.test(lexeme.text) ? other : mark)
    return text
  }
  return { beginning, encode }
}

/** All matches of one rule's pattern that begin at `from`: at most one, the longest by the pattern's own preference. */
export function matchAt(regex: RegExp, codes: string, lexemes: readonly Lexeme[], from: number): PatternMatch | null {
  regex.lastIndex = from
  const found = regex.exec(codes)
  if (!found || found[0] === '') return null
  const group = (name: string): readonly Lexeme[] => {
    const range = found.indices?.groups?.[name]
    return range ? lexemes.slice(range[0], range[1]) : []
  }
  return { from, to: from + found[0].length, lexemes, group, word: (name) => group(name)[0]?.lower ?? '' }
}

/** A piece of a pattern: its regular expression, the characters that it can begin with, and whether it can be empty. */
interface Node {
  source: string
  first: Set<string>
  nullable: boolean
}

function readPattern(pattern: string, vocabulary: Vocabulary, codeOf: (key: string) => string): Node {
  const tokens = pattern.trim().split(/\s+/)
  let at = 0

  const alternatives = (): Node => {
    let node = sequence()
    while (tokens[at] === '|') {
      at++
      const other = sequence()
      node = {
        source: `${node.source}|${other.source}`,
        first: new Set([...node.first, ...other.first]),
        nullable: node.nullable || other.nullable,
      }
    }
    return node
  }

  const sequence = (): Node => {
    const node: Node = { source: '', first: new Set(), nullable: true }
    while (tokens[at] !== undefined && tokens[at] !== '|' && tokens[at] !== ')') {
      const part = element()
      node.source += part.source
      if (node.nullable) for (const code of part.first) node.first.add(code)
      node.nullable &&= part.nullable
    }
    return node
  }

  const element = (): Node => {
    const token = tokens[at++] ?? ''
    const node = token.startsWith('(') ? group(token) : word(token)
    if (tokens[at] !== '?') return node
    at++
    return { source: `(?:${node.source})?`, first: node.first, nullable: true }
  }

  const group = (open: string): Node => {
    const inner = alternatives()
    if (tokens[at++] !== ')') throw new Error(`pattern: "${open}" is not closed in ${pattern}`)
    const source = `${open === '(' ? '(?:' : open}${inner.source})`
    const isLookaround = /^\(\?<?[!=]/.test(open)
    return isLookaround ? { source, first: new Set(), nullable: true } : { ...inner, source }
  }

  const word = (token: string): Node => {
    if (token.startsWith('%')) {
      const macro = vocabulary.macros[token.slice(1)]
      if (macro === undefined) throw new Error(`pattern: no macro ${token}`)
      const node = readPattern(macro, vocabulary, codeOf)
      return { ...node, source: `(?:${node.source})` }
    }
    const words = token.startsWith('$') ? vocabulary.classes[token.slice(1)] : [token]
    if (!words) throw new Error(`pattern: no class ${token}`)
    const codes = [...words].map(codeOf)
    return { source: `[${codes.join('')}]`, first: new Set(codes), nullable: false }
  }

  const node = alternatives()
  if (at < tokens.length) throw new Error(`pattern: stray "${tokens[at]}" in ${pattern}`)
  return node
}
