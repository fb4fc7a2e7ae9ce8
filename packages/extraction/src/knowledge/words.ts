/** Splits a table of words: blanks or line breaks between words, `_` for a blank inside one. */
export function words(table: string): string[] {
  return table
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => word.replaceAll('_', ' '))
}

export function wordSet(table: string): ReadonlySet<string> {
  return new Set(words(table))
}
