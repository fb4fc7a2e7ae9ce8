import type { ClientBase } from 'pg'

/** What Postgres' full-text search makes of a word. */
interface Parsed {
  /** As in the text of a tsvector, up to the position: `'presid':`; positions count from 1 */
  lexemes: readonly { lexeme: string; position: number }[]
  /** How many it takes up; a word that is left out takes one too */
  positions: number
}

/** Words come again: of so many the parsing is remembered. */
const MOST = 20_000

/** Postgres counts no further. */
const LAST_POSITION = 16_383

const PARSE = `
  SELECT word, to_tsvector('english', 'the ' || word || ' zebra')::text AS parsed
  FROM unnest($1::text[]) AS word`

export interface Lexemes {
  /**
   * `to_tsvector('english', text)` of each, as the text of a tsvector. Between the words of a text is one space each, and
   * nowhere a `<`.
   */
  vectorsOf(client: ClientBase, texts: readonly string[]): Promise<string[]>
}

const ofConnections = new WeakMap<ClientBase, Lexemes>()

/** What was asked by a connection is remembered for as long as there is the connection. */
export function lexemesOf(client: ClientBase): Lexemes {
  const known = ofConnections.get(client)
  if (known) return known
  const lexemes = createLexemes()
  ofConnections.set(client, lexemes)
  return lexemes
}

/**
 * Makes the tsvectors of many texts for a quarter of what `to_tsvector` costs: the parser of Postgres takes a text piece
 * by piece, and but for markup no token reaches over a space. (Only at the very beginning of a text it takes some signs
 * otherwise; here every word is one within a text.)
 */
export function createLexemes(): Lexemes {
  const known = new Map<string, Parsed>()
  return {
    async vectorsOf(client, texts) {
      const split = texts.map((text) => text.split(' '))
      const words = new Set<string>()
      for (const text of split) for (const word of text) if (!known.has(word)) words.add(word)
      if (words.size > 0) {
        if (known.size + words.size > MOST) forget(known, split)
        const { rows } = await client.query<{ word: string; parsed: string }>({
          name: 'projections.lexemes',
          text: PARSE,
          values: [[...words]],
        })
        for (const { word, parsed } of rows) known.set(word, parse(parsed))
      }
      return split.map((text) => vectorOf(text, known))
    },
  }
}

/** A lexeme that comes several times may: reading it, Postgres unites them. */
function vectorOf(words: readonly string[], known: ReadonlyMap<string, Parsed>): string {
  const parts: string[] = []
  let before = 0
  for (const word of words) {
    const parsed = known.get(word)
    if (!parsed) throw new Error(`Postgres did not parse ${JSON.stringify(word)}`)
    for (const { lexeme, position } of parsed.lexemes) {
      parts.push(lexeme + String(Math.min(before + position, LAST_POSITION)))
    }
    before += parsed.positions
  }
  return parts.join(' ')
}

/** The lexemes of a tsvector's text, as Postgres takes them. */
export function lexemesIn(vector: string): string[] {
  const found = new Set<string>()
  for (const [, quoted = ''] of vector.matchAll(/'((?:[^'\\]|''|\\.)*)':/g))
    found.add(/['\\]/.test(quoted) ? quoted.replaceAll("''", "'").replaceAll('\\\\', '\\') : quoted)
  return [...found]
}

/** Halves what is remembered, the oldest first, but for the words of the texts. */
function forget(known: Map<string, Parsed>, texts: readonly (readonly string[])[]): void {
  const used = new Set(texts.flat())
  for (const word of known.keys()) {
    if (known.size <= MOST / 2) return
    if (!used.has(word)) known.delete(word)
  }
}

/** Reads `'lexeme':2,3 'other':4`; the first position is that of `the`, which is left out, the last the zebra's. */
function parse(vector: string): Parsed {
  const lexemes: { lexeme: string; position: number }[] = []
  let last = 2
  for (const [, lexeme = '', list = ''] of vector.matchAll(/('(?:[^'\\]|''|\\.)*':)([\d,]+)/g)) {
    const positions = list.split(',').map(Number)
    if (lexeme === "'zebra':") last = positions.pop() ?? 2
    for (const position of positions) lexemes.push({ lexeme, position: position - 1 })
  }
  return { lexemes, positions: last - 2 }
}
