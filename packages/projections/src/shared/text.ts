/** Lower case without accents, one space between words: what texts, names and queries are compared in. */
export function foldText(text: string): string {
  const plain = isPlain(text) ? text : withoutAccents(text)
  return plain.toLowerCase().replace(/\s+/g, ' ').trim()
}

/** The words of a text, folded, without punctuation. */
export function wordsOf(text: string): string[] {
  const plain = isPlain(text)
  const folded = (plain ? text : withoutAccents(text)).toLowerCase()
  return folded.match(plain ? PLAIN_WORD : WORD) ?? []
}

const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)?/gu
const PLAIN_WORD = /[a-z0-9]+(?:'[a-z]+)?/g

/** Most texts are: they need neither normalization nor Unicode's tables. */
export function isPlain(text: string): boolean {
  return !/[^ -~\s]/.test(text)
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”„]/g, '"')
}

/** Postgres takes neither NUL nor a lone surrogate. */
export function storable(text: string): string {
  return text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '\uFFFD').toWellFormed() : text
}
