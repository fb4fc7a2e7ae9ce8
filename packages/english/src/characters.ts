/** Kinds of characters, as bits. */
export const LETTER = 1
export const DIGIT = 2
/** Combining marks, and marks that show nothing (soft hyphen, joiners, direction marks): they belong to a word they stand in. */
export const JOINING = 4
/** White space, control characters and marks that show nothing: no token begins with them. */
export const BLANK = 8
export const KNOWN = 128

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/

const kinds = new Uint8Array(0x10000)

/** The kind of a UTF-16 code unit; half of a surrogate pair has none. */
export function kindOf(unit: number): number {
  const known = kinds[unit] ?? 0
  if (known !== 0) return known
  const character = String.fromCharCode(unit)
  let kind = KNOWN
  if (/\p{L}/u.test(character)) kind |= LETTER
  if (/\p{N}/u.test(character)) kind |= DIGIT
  if (/\p{M}/u.test(character) || INVISIBLE.test(character)) kind |= JOINING
  if (/[\s\p{Cc}]/u.test(character) || INVISIBLE.test(character)) kind |= BLANK
  kinds[unit] = kind
  return kind
}

/** Whether a letter or digit stands at an offset. */
export const isWordAt = (text: string, at: number): boolean =>
  at < text.length && at >= 0 && (kindOf(text.charCodeAt(at)) & (LETTER | DIGIT)) !== 0
