import type { Quantity } from '@dateline/domain'
import type { Token } from '@dateline/english'
import { childrenBy, prepositionOf, subtreeOf, type Tree } from './tree.ts'

const UNITS: Readonly<Record<string, number>> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11,
  twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
} // prettier-ignore

const SCALES: Readonly<Record<string, number>> = {
  dozen: 12, score: 20, hundred: 100, thousand: 1000, million: 1e6, billion: 1e9, trillion: 1e12, m: 1e6, mn: 1e6, bn: 1e9, k: 1000,
} // prettier-ignore

/** "hundreds", "dozens": more than one of them, and no more is said. */
const MAGNITUDES: Readonly<Record<string, number>> = {
  dozens: 12,
  scores: 20,
  hundreds: 100,
  thousands: 1000,
  millions: 1e6,
  billions: 1e9,
}

/** What stands before a number, the longer phrase first. */
const COMPARATORS: readonly [RegExp, Quantity['qualifier']][] = [
  [/\b(?:no|not) (?:fewer|less) than$/, '>='],
  [/\b(?:no|not) more than$/, '<='],
  [/\b(?:more than|over|in excess of|upwards of|exceeding|above)$/, '>'],
  [/\b(?:at least|a minimum of)$/, '>='],
  [/\b(?:fewer than|less than|under|below)$/, '<'],
  [/\b(?:up to|as many as|at most|a maximum of)$/, '<='],
  [/\b(?:about|around|some|roughly|approximately|estimated|circa|nearly|almost|close to)$/, '~'],
]

function comparator(before: string): Quantity['qualifier'] {
  const text = before.toLowerCase().trim()
  return COMPARATORS.find(([pattern]) => pattern.test(text))?.[1] ?? '='
}

/** The value of a run of number words from `from` on, and where the run ends; null where none begins. */
function readNumber(tokens: readonly Token[], from: number): { value: number; to: number; plural: boolean } | null {
  const word = (at: number) => tokens[at]?.text.toLowerCase().replace(/,/g, '') ?? ''
  const magnitude = MAGNITUDES[word(from)]
  if (magnitude !== undefined) {
    const next = word(from + 1) === 'of' ? MAGNITUDES[word(from + 2)] : undefined
    if (next === undefined) return { value: magnitude, to: from + 1, plural: true }
    return { value: (word(from) === 'dozens' ? 12 : magnitude) * next, to: from + 3, plural: true }
  }
  if (word(from) === 'tens' && word(from + 1) === 'of') {
    const next = MAGNITUDES[word(from + 2)]
    if (next !== undefined) return { value: 10 * next, to: from + 3, plural: true }
  }
  let at = from
  let value: number | null = null
  let total = 0
  if ((word(at) === 'a' || word(at) === 'an') && SCALES[word(at + 1)] !== undefined) {
    value = 1
    at++
  }
  for (; at < tokens.length; at++) {
    const text = word(at)
    const glued = /^(\d+(?:\.\d+)?)(bn|mn|m|k)$/.exec(text)
    const plain = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined
    const unit = plain ?? (glued ? Number(glued[1]) * (SCALES[glued[2] ?? ''] ?? 1) : hyphenated(text))
    const scale = SCALES[text]
    if (unit !== undefined) {
      if (value !== null && plain !== undefined) break
      value = (value ?? 0) + unit
      // "twenty-one" may come as three tokens.
      if (word(at + 1) === '-' && (UNITS[word(at + 2)] ?? 10) < 10) at++
    } else if (scale !== undefined && text.length > 1 && value !== null) {
      value *= scale
      if (scale >= 1000) {
        total += value
        value = null
        if (SCALES[word(at + 1)] === undefined && !(word(at + 1) in UNITS)) {
          at++
          break
        }
      }
    } else if (text !== '-' || value === null) break
  }
  if (value === null && total === 0) return null
  return { value: total + (value ?? 0), to: at, plural: false }
}

function hyphenated(text: string): number | undefined {
  const [tens, ones] = text.split('-')
  const first = UNITS[tens ?? '']
  if (ones === undefined || first === undefined) return UNITS[text]
  const second = UNITS[ones]
  return second === undefined ? undefined : first + second
}

/** The number that begins at a token, with its comparator; the unit is for the caller to say. */
export function quantityAt(tree: Tree, from: number, unit: string): (Quantity & { to: number }) | null {
  const number = readNumber(tree.tokens, from)
  if (!number) return null
  const before = tree.tokens
    .slice(Math.max(0, from - 4), from)
    .map((token) => token.text)
    .join(' ')
  const qualifier = comparator(before)
  const value = Math.round(number.value * 1e6) / 1e6
  return { value, qualifier: number.plural && qualifier === '=' ? '>' : qualifier, unit, to: number.to }
}

const COLLECTIVE = new Set(['people', 'others', 'other', 'more', 'civilian', 'person'])

/** How many a noun phrase says it is: "more than 230 people", "two women", "a teenager"; null where it does not say. */
export function quantityOf(tree: Tree, index: number, unit = 'person'): Quantity | null {
  const head = tree.tokens[index]
  if (!head) return null
  const parts = subtreeOf(tree, index).filter((at) => at <= index && at >= index - 8)
  const numerals = childrenBy(tree, index, 'nummod', 'amod', 'det', 'compound').filter(
    (token) => token.upos === 'NUM' || token.text.toLowerCase() in UNITS || token.lemma in SCALES,
  )
  const first = numerals[0] ? Math.min(...subtreeOf(tree, numerals[0].index).filter((at) => at <= index)) : index
  // "a dozen": the article belongs to the number.
  const start =
    ['a', 'an'].includes(tree.tokens[first - 1]?.text.toLowerCase() ?? '') && numerals[0] ? first - 1 : first
  for (const from of parts.filter((at) => at >= start)) {
    const found = quantityAt(tree, from, unit)
    if (found) return { value: found.value, qualifier: found.qualifier, unit: found.unit }
  }
  if (head.upos === 'NUM' || head.text.toLowerCase() in MAGNITUDES || head.lemma === 'dozen') {
    const found = quantityAt(tree, head.index, unit) ?? quantityAt(tree, head.index - 1, unit)
    if (found) return { value: found.value, qualifier: found.qualifier, unit: found.unit }
  }
  const determiner = childrenBy(tree, index, 'det')[0]?.lemma.toLowerCase()
  const singular = head.xpos === 'NN' && !COLLECTIVE.has(head.lemma)
  if (singular && (determiner === 'a' || determiner === 'an' || determiner === 'one'))
    return { value: 1, qualifier: '=', unit }
  return null
}

/** The sum over conjoined phrases: "two women and one man" are three. */
export function totalOf(tree: Tree, indices: readonly number[], unit = 'person'): Quantity | null {
  const found = indices.map((index) => quantityOf(tree, index, unit)).filter((quantity) => quantity !== null)
  const [first] = found
  if (!first) return null
  if (found.length < indices.length) return first
  return { value: found.reduce((sum, quantity) => sum + quantity.value, 0), qualifier: first.qualifier, unit }
}

const CURRENCIES: readonly [RegExp, string][] = [
  [/^(?:us|u\.s\.)?\$$|^dollars?$|^usd$/i, 'USD'],
  [/^€$|^euros?$|^eur$/i, 'EUR'],
  [/^£$|^pounds?$|^gbp$|^sterling$/i, 'GBP'],
  [/^¥$|^yen$|^jpy$/i, 'JPY'],
  [/^yuan$|^renminbi$|^cny$/i, 'CNY'],
  [/^roubles?$|^rubles?$|^rub$/i, 'RUB'],
  [/^rupees?$|^inr$/i, 'INR'],
  [/^francs?$|^chf$/i, 'CHF'],
]
const currencyOf = (text: string): string | undefined => CURRENCIES.find(([pattern]) => pattern.test(text))?.[1]

/** The first sum of money within a phrase: "$14 billion", "110 billion euros". */
export function moneyIn(tree: Tree, index: number): Quantity | null {
  for (const at of subtreeOf(tree, index)) {
    const token = tree.tokens[at]
    if (!token) continue
    const glued = /^(?:US|U\.S\.)?([$€£¥])(\d[\d,.]*)(bn|mn|m|k)?$/i.exec(token.text)
    if (glued) {
      const value = Number(glued[2]?.replace(/,/g, '')) * (SCALES[glued[3]?.toLowerCase() ?? ''] ?? 1)
      const scale = SCALES[tree.tokens[at + 1]?.text.toLowerCase() ?? ''] ?? 1
      if (Number.isFinite(value))
        return { value: value * scale, qualifier: '=', unit: currencyOf(glued[1] ?? '') ?? 'USD' }
    }
    const unit = currencyOf(token.text)
    if (!unit) continue
    const after = quantityAt(tree, at + 1, unit)
    if (after) {
      const before = tree.tokens
        .slice(Math.max(0, at - 3), at)
        .map((word) => word.text)
        .join(' ')
      return { value: after.value, qualifier: comparator(before), unit }
    }
    for (let from = Math.max(0, at - 4); from < at; from++) {
      const found = quantityAt(tree, from, unit)
      if (found && found.to === at) return { value: found.value, qualifier: found.qualifier, unit }
    }
  }
  return null
}

/** "ten tonnes of rice": what else than people and money is counted. */
export function measureOf(tree: Tree, index: number): Quantity | null {
  const head = tree.tokens[index]
  if (!head || head.upos !== 'NOUN') return null
  const unit = head.lemma.toLowerCase()
  const counted = quantityOf(tree, index, unit)
  return counted && (counted.value !== 1 || prepositionOf(tree, index) === null) ? counted : null
}
