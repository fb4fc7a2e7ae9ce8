import { hashOf } from '@dateline/domain'
import { remembering } from '../shared/remember.ts'
import { foldText, isPlain, wordsOf } from '../shared/text.ts'
import type { Report } from '../timeline/report.ts'
import { COMMON } from './common-words.ts'
import { type Hashes, hashesOf, without } from './hashes.ts'

/** What the evidence of a report says, in pieces that can be compared. */
export interface Features {
  words: Hashes
  /** Stems of the words that carry something, names among them */
  stems: Hashes
  /** Those of them that are no names */
  plain: Hashes
  /** Words of names, folded */
  names: readonly string[]
  /** Figures but years and the smallest, without separators: "1,200" → "1200" */
  figures: readonly string[]
  /** Pieces of some length, as words: told word for word by another */
  sentences: readonly number[]
  /** Stems of the words that tell it */
  trigger: string
  /** The names and the stems that are first by their hashes: reports in like words have the same ones */
  chosen: readonly string[]
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

/** Of the chosen words so many are names, and so many others. */
const MOST_NAMES = 6
const MOST_STEMS = 3

function makeFeatures(texts: readonly string[], trigger: string): Features {
  const pieces = texts.map((text) => wordsOf(text).map(wordOf))
  const all = pieces.flat()
  const stems = all.flatMap(({ stem }) => stem ?? [])
  const names = [...new Set(texts.flatMap(namesIn))]
  const stemHashes = hashesOf(stems)
  return {
    words: hashesOf(all),
    stems: stemHashes,
    plain: without(stemHashes, hashesOf(names.map(stemOf).map(wordOf))),
    names,
    figures: [...new Set(texts.flatMap(figuresIn))],
    sentences: pieces
      .filter((words) => words.length >= LEAST_WORDS)
      .map((words) => hashOf(words.map(({ text }) => text).join(' '))),
    trigger: wordsOf(trigger).map(stemOf).join(' '),
    chosen: [...new Set([...first(names.map(wordOf), MOST_NAMES), ...first(stems, MOST_STEMS)])],
  }
}

function first(words: readonly Hashed[], most: number): string[] {
  const sorted = [...words].sort((a, b) => a.hash - b.hash)
  const texts: string[] = []
  for (const { text } of sorted) {
    if (text === texts.at(-1)) continue
    if (texts.length === most) break
    texts.push(text)
  }
  return texts
}

interface Hashed {
  text: string
  hash: number
}

/** A word and, where it carries something, its stem. */
const wordOf = remembering((text): Hashed & { stem: Hashed | null } => {
  const stem = carriedBy(text)
  return { text, hash: hashOf(text), stem: stem === null ? null : { text: stem, hash: hashOf(stem) } }
}, 20_000)

function carriedBy(word: string): string | null {
  const plain = word.endsWith("'s") ? word.slice(0, -2) : word
  return plain.length < 3 || COMMON.has(plain) || /^\d/.test(plain) ? null : stemOf(plain)
}

/** Takes endings off and long words short: near enough to tell whether two texts use the same word. */
export function stemOf(word: string): string {
  return word.replace(/(?<=...)(?:ings?|ed|es|ers?|s|ly|ions?)$/, '').slice(0, 7)
}

const CAPITALIZED = /(?<!\p{L})\p{Lu}[\p{L}'’]+(?:[\s-]+\p{Lu}[\p{L}'’]+)*/gu
const PLAIN_CAPITALIZED = /(?<![A-Za-z])[A-Z][A-Za-z']+(?:[\s-]+[A-Z][A-Za-z']+)*/g

/** Words with a capital letter; a single one that opens the text may be any word. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(isPlain(text) ? PLAIN_CAPITALIZED : CAPITALIZED)].flatMap(({ 0: match, index }) => {
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
