import { type EventType, hashOf } from '@dateline/domain'
import { wordsOf } from '../shared/text.ts'
import { principalsOf } from './families.ts'

/** The least number of words that two quotations must have in common, in a row, to be one. */
const RUN = 5
/** Of so many neighbouring runs one is kept: two quotations with RUN + WINDOW - 1 words in common share one for sure. */
const WINDOW = 3

/** The texts that are quoted, as words. */
export function quotesOf(attributes: Readonly<Record<string, unknown>>): string[][] {
  const quote = attributes['quote']
  const texts: unknown[] = Array.isArray(quote) ? quote : [quote]
  return texts.flatMap((text) => (typeof text === 'string' ? [wordsOf(text)] : []))
}

/**
 * Fingerprints of a quotation by winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003): a quotation that
 * repeats a part of another shares some of them. None where it is shorter than five words.
 */
export function fingerprints(words: readonly string[]): number[] {
  const hashes: number[] = []
  for (let i = 0; i + RUN <= words.length; i += 1) hashes.push(hashOf(words.slice(i, i + RUN).join(' ')))
  const kept = new Set<number>()
  for (let i = 0; i < Math.max(1, hashes.length - WINDOW + 1); i += 1) {
    const window = hashes.slice(i, i + WINDOW)
    if (window.length > 0) kept.add(Math.min(...window))
  }
  return [...kept]
}

/** The length of the longest run of words that both have, as a share of the shorter one. */
export function sharedShare<Word extends string | number>(a: readonly Word[], b: readonly Word[]): number {
  let longest = 0
  /** Of each word of `b` the length of the run that ends with it and with the word of `a` at hand */
  const runs = new Uint16Array(b.length)
  for (const word of a) {
    let before = 0
    for (let j = 0; j < b.length; j += 1) {
      const run = word === b[j] ? before + 1 : 0
      before = runs[j]!
      runs[j] = run
      if (run > longest) longest = run
    }
  }
  return longest < RUN ? 0 : longest / Math.min(a.length, b.length)
}

/** One quotation is compared with many: the hashes of its words, one after the other. */
const hashed = new WeakMap<Quoting['attributes'], readonly (readonly number[])[]>()

function hashedQuotes({ attributes }: Quoting): readonly (readonly number[])[] {
  const known = hashed.get(attributes)
  if (known) return known
  const made = quotesOf(attributes).map((words) => words.map(hashOf))
  hashed.set(attributes, made)
  return made
}

/** Nearly all of the shorter one: what differs is punctuation, an ellipsis, a word left out. */
const SAME_QUOTE = 0.6

/** Whether one of the speakers is quoted with the same words by another report, be it only a part of them. */
export function sharesQuote(report: Quoting, reports: readonly Quoting[]): boolean {
  const own = hashedQuotes(report)
  if (own.length === 0) return false
  const speakers = principalsOf(report)
  return reports.some((other) => {
    if (!principalsOf(other).some((id) => speakers.includes(id))) return false
    return hashedQuotes(other).some((quote) => own.some((words) => sharedShare(words, quote) >= SAME_QUOTE))
  })
}

interface Quoting {
  type: EventType
  participants: readonly { role: string; actor: string }[]
  attributes: Readonly<Record<string, unknown>>
}

/** Both quote so many words that the same ones would be known again. */
export function areBothQuoted(a: Quoting, b: Quoting): boolean {
  const isLong = (words: readonly number[]) => words.length >= RUN
  return hashedQuotes(a).some(isLong) && hashedQuotes(b).some(isLong)
}
