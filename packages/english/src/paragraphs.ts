/** A stretch of the text; offsets are UTF-16 code units, half open. */
export interface Stretch {
  start: number
  end: number
}

const EDGE = /[\s\p{Cc}]/u

function trimmed(text: string, start: number, end: number): Stretch | undefined {
  while (start < end && EDGE.test(text.charAt(start))) start++
  while (end > start && EDGE.test(text.charAt(end - 1))) end--
  return start < end ? { start, end } : undefined
}

function pieces(text: string, separator: RegExp, from: number, to: number): Stretch[] {
  const found: Stretch[] = []
  let start = from
  const keep = (end: number): void => {
    const stretch = trimmed(text, start, end)
    if (stretch) found.push(stretch)
  }
  separator.lastIndex = from
  for (let match = separator.exec(text); match && match.index < to; match = separator.exec(text)) {
    keep(match.index)
    start = match.index + match[0].length
  }
  keep(to)
  return found
}

/** Paragraphs: blocks between blank lines or, in a text that has no blank line and is not wrapped, lines. */
export function findParagraphs(text: string): Stretch[] {
  const blocks = pieces(text, /(?:\r?\n|\u2029)[^\S\n]*(?:(?:\r?\n|\u2029)[^\S\n]*)+|\u2029/g, 0, text.length)
  const [only] = blocks
  return blocks.length === 1 && only ? linesOf(text, only) : blocks
}

/**
 * The lines of a paragraph that stand for themselves (headings, list items, unwrapped text). Where all lines but the
 * last of a run are about equally long the text was wrapped, and only a line that stops short ends something.
 */
export function linesOf(text: string, paragraph: Stretch): Stretch[] {
  const lines = pieces(text, /\r?\n|\u2028|\r/g, paragraph.start, paragraph.end)
  if (lines.length < 2) return lines
  const lengths = lines.map((line) => line.end - line.start)
  const longest = Math.max(...lengths.slice(0, 1000))
  const long = lengths.slice(0, -1).filter((length) => length > 0.75 * longest).length
  const isWrapped = longest <= 132 && longest >= 40 && long >= 0.6 * (lines.length - 1)
  if (!isWrapped) return lines
  const joined: Stretch[] = []
  let open = false
  for (const [i, line] of lines.entries()) {
    const last = joined.at(-1)
    if (open && last) last.end = line.end
    else joined.push({ ...line })
    open = (lengths[i] ?? 0) > 0.6 * longest
  }
  return joined
}
