/**
 * A text that Postgres and UTF-8 can hold, of the same length: NUL and halves of surrogate pairs become U+FFFD. Nothing
 * else is touched, so that evidence is verbatim in what was submitted.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}

/** For names and headings: one line, no space around. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
