import { fold } from './fold.ts'

const PIECE = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu

/** `U.S.` → `u . s .`: letters and digits by runs, all else by the character; folded. */
export function pieces(text: string): string[] {
  return fold(text).match(PIECE) ?? []
}
