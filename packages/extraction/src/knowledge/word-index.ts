/** A long list of words that is searched as it stands. */
export interface WordIndex {
  has: (word: string) => boolean
  /** The line that begins with the word and the mark behind it. */
  line: (word: string) => string | undefined
}

/**
 * Finds words in a text of them without a string for each, at some ten bytes a word: a set of the same words takes
 * ten times as much. Words, or lines, end with `end`; the word of a line ends with `mark`. The first of equal words counts.
 */
export function indexWords(text: string, end: string, mark = end): WordIndex {
  let count = 1
  for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) count++
  const size = 2 ** Math.ceil(Math.log2(count * 1.5 + 1))
  // where a word begins, counted from 1
  const slots = new Int32Array(size)
  const isAt = (word: string, at: number): boolean => {
    const stop = at + word.length
    return text.startsWith(word, at) && (stop === text.length || text[stop] === mark)
  }
  const find = (word: string): number => {
    let slot = hash(word, 0, word.length) & (size - 1)
    while (slots[slot] !== 0 && !isAt(word, (slots[slot] ?? 0) - 1)) slot = (slot + 1) & (size - 1)
    return slot
  }
  for (let at = 0; at < text.length;) {
    const next = endOf(text, end, at)
    const stop = mark === end ? next : Math.min(next, endOf(text, mark, at))
    if (stop > at) {
      let slot = hash(text, at, stop) & (size - 1)
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
      slots[slot] = at + 1
    }
    at = next + 1
  }
  return {
    has: (word) => slots[find(word)] !== 0,
    line: (word) => {
      const at = (slots[find(word)] ?? 0) - 1
      return at < 0 ? undefined : text.slice(at, endOf(text, end, at))
    },
  }
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at
}

/** FNV-1a over the units of a stretch of text. */
function hash(text: string, from: number, to: number): number {
  let value = 0x811c9dc5
  for (let i = from; i < to; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value ^ (value >>> 15)
}
