import { foldText, wordsOf } from '../shared/text.ts'
import type { Report } from '../timeline/report.ts'
import { COMMON } from './common-words.ts'

/** What the evidence of a report says, in pieces that can be compared. */
export interface Features {
  words: ReadonlySet<string>
  /** Stems of the words that carry something, names among them */
  stems: ReadonlySet<string>
  /** Those of them that are no names */
  plain: ReadonlySet<string>
  /** Words of names */
  names: ReadonlySet<string>
  /** Figures but years and the smallest, without separators: "1,200" → "1200" */
  figures: ReadonlySet<string>
  /** Pieces of some length, as words: told word for word by another */
  sentences: ReadonlySet<string>
  /** Stems of the words that tell it */
  trigger: string
}

const known = new WeakMap<Report['evidence'], Features>()

/** A report is compared many times, and never changes; its evidence stands for it. */
export function featuresOf({ evidence, trigger }: Pick<Report, 'evidence' | 'trigger'>): Features {
  const made = known.get(evidence)
  if (made) return made
  const features = makeFeatures(
    evidence.map(({ text }) => text),
    trigger,
  )
  known.set(evidence, features)
  return features
}

/** Evidence of fewer words says nothing by being the same. */
const LEAST_WORDS = 6

function makeFeatures(texts: readonly string[], trigger: string): Features {
  const pieces = texts.map(wordsOf)
  const names = new Set(texts.flatMap(namesIn))
  const stems = new Set(pieces.flat().flatMap(stemsOf))
  return {
    words: new Set(pieces.flat()),
    stems,
    plain: without(stems, new Set([...names].map(stemOf))),
    names,
    figures: new Set(texts.flatMap(figuresIn)),
    sentences: new Set(pieces.filter((words) => words.length >= LEAST_WORDS).map((words) => words.join(' '))),
    trigger: wordsOf(trigger).map(stemOf).join(' '),
  }
}

function without(all: ReadonlySet<string>, some: ReadonlySet<string>): Set<string> {
  return new Set([...all].filter((item) => !some.has(item)))
}

function stemsOf(word: string): string[] {
  const plain = word.replace(/'s$/, '')
  return plain.length < 3 || COMMON.has(plain) || /^\d/.test(plain) ? [] : [stemOf(plain)]
}

/** Takes endings off and long words short: near enough to tell whether two texts use the same word. */
export function stemOf(word: string): string {
  return word.replace(/(?<=...)(?:ings?|ed|es|ers?|s|ly|ions?)$/, '').slice(0, 7)
}

const CAPITALIZED = /(?<!\p{L})\p{Lu}[\p{L}'’]+(?:[\s-]+\p{Lu}[\p{L}'’]+)*/gu

/** Words with a capital letter; a single one that opens the text may be any word. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(CAPITALIZED)].flatMap(({ 0: match, index }) => {
    const words = match.split(/[\s-]+/)
    if (index === 0 && words.length === 1) return []
    return words.map((word) => foldText(word).replace(/'s$/, '')).filter((word) => word.length > 2 && !COMMON.has(word))
  })
}

function figuresIn(text: string): string[] {
  const figures = text.match(/\d[\d,.]*\d|\d/g) ?? []
  return figures
    .map((figure) => figure.replaceAll(',', ''))
    .filter((figure) => Number(figure) > 3 && !/^(?:19|20)\d\d$/.test(figure))
}

export function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const item of a) if (b.has(item)) count += 1
  return count
}
