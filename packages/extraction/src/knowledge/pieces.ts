import { fold } from './fold.ts'

const WORD = /^[a-z]+$/u
const PIECE = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu

/** `U.S.` → `u . s .`: letters and digits by runs, all else by the character; folded. */
export function pieces(text: string): string[] {
  const folded = fold(text)
  return WORD.test(folded) ? [folded] : (folded.match(PIECE) ?? [])
}
