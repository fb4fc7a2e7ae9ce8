/** Words by their row in the first embedding table; row 0 is for words that are not in it. */
export type Vocabulary = ReadonlyMap<string, number>

/** Rows of each hashed table. */
export const HASHED_ROWS = 4096

function hashed(kind: number, text: string): number {
  let h = Math.imul(0x811c9dc5 ^ kind, 0x01000193)
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 12)) & (HASHED_ROWS - 1)
}

// What shows nothing, and the many shapes of quotation marks and dashes.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
/** Letters, digits and marks that stay what they are: nearly every form. */
const PLAIN = /^(?:[!-,.-_a-~]|-(?!-))*$/
const plain = (form: string): string => (PLAIN.test(form) ? form : plainly(form))
const plainly = (form: string): string =>
  form
    .replace(INVISIBLE, '')
    .replace(/[‘’`´ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[–—]+|--+/g, '–')
    .normalize('NFC')

/** The form under which a word is looked up: lower case, digits alike. */
export const wordKey = (form: string): string => plain(form).toLowerCase().replace(/\p{N}/gu, '0').slice(0, 40)

function kindOf(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 128) {
    if (code >= 97 && code <= 122) return 'x'
    if (code >= 65 && code <= 90) return 'X'
    return code >= 48 && code <= 57 ? '0' : character
  }
  if (/\p{Lu}/u.test(character)) return 'X'
  if (/\p{L}/u.test(character)) return 'x'
  return /\p{N}/u.test(character) ? '0' : character
}

function shapeOf(form: string): string {
  let shape = ''
  let runs = 0
  for (const character of form.slice(0, 24)) {
    const kind = kindOf(character)
    if (shape.endsWith(kind)) {
      if (runs++ > 0) continue
    } else runs = 0
    shape += kind
  }
  return shape
}

/** Columns of each table, in the order of the rows that `featuresOf` gives. */
export const TABLE_COLUMNS = [80, 16, 32, 32, 8, 24, 24, 16] as const

/** Rows of a form in each embedding table: word, endings of two, three and four letters, beginnings of two, three and five, shape. */
export function featuresOf(form: string, vocabulary: Vocabulary): number[] {
  const key = wordKey(form)
  return [
    vocabulary.get(key) ?? 0,
    hashed(1, key.slice(-2)),
    hashed(2, key.slice(-3)),
    hashed(3, key.slice(-4)),
    hashed(4, key.slice(0, 2)),
    hashed(5, key.slice(0, 3)),
    hashed(6, key.slice(0, 5)),
    hashed(7, shapeOf(plain(form))),
  ]
}
