import { QUOTED } from '../segments.ts'
import type { GoldSentence } from './conllu.ts'

/** Mends what the treebanks mark in ways of their own. Names keep one universal tag: "United" in "United Kingdom" is `PROPN`. */
export function mend(sentence: GoldSentence): GoldSentence {
  const isName = (i: number): boolean => /^NNPS?$/.test(sentence.xpos[i] ?? '')
  return {
    ...sentence,
    relations: sentence.relations.map((relation) => (relation === '_' ? 'dep' : relation)),
    xpos: sentence.xpos.map((tag) => (tag === 'VERB' ? 'VB' : tag)),
    upos: sentence.upos.map((tag, i) => (isName(i) ? 'PROPN' : tag)),
  }
}

/**
 * The clause around reported speech, the speech one stand-in word, as the parser will see it; and the speech by
 * itself. Speech is a quotation, or an unmarked clause in front of a verb of saying: "It rains, he said."
 */
export function masked(sentence: GoldSentence): GoldSentence[] {
  return [...quoted(sentence), ...reported(sentence)].flatMap((span) => cutOut(sentence, span) ?? [])
}

interface Span {
  from: number
  to: number
}

/** Insides of quotations, each with its marks left out. */
function quoted({ xpos }: GoldSentence): Span[] {
  const spans: Span[] = []
  for (let open = xpos.indexOf('``'); open >= 0;) {
    const close = xpos.indexOf("''", open)
    if (close < 0) break
    spans.push({ from: open + 1, to: close })
    open = xpos.indexOf('``', close)
  }
  return spans
}

const SAYING = new Set(
  'say tell ask write reply add warn declare announce explain insist argue claim note report believe think state'.split(
    ' ',
  ),
)

function reported(sentence: GoldSentence): Span[] {
  return sentence.relations.flatMap((relation, top) => {
    const head = sentence.heads[top] ?? -1
    if (relation !== 'ccomp' || top > head || !SAYING.has(sentence.lemmas[head] ?? '')) return []
    const inside = below(sentence, top)
    const from = inside.indexOf(true)
    const to = inside.lastIndexOf(true) + 1
    const hasMark = sentence.relations.some((r, i) => r === 'mark' && sentence.heads[i] === top)
    if (hasMark || inside.slice(from, to).includes(false)) return []
    return [{ from, to }]
  })
}

function below({ heads }: GoldSentence, top: number): boolean[] {
  return heads.map((_, word) => {
    for (let at = word; at >= 0; at = heads[at] ?? -1) if (at === top) return true
    return false
  })
}

/** The sentence without the span and the span alone, where the span is a tree of its own that something governs. */
function cutOut(sentence: GoldSentence, { from, to }: Span): GoldSentence[] | undefined {
  const { heads, relations, xpos } = sentence
  const isInside = (i: number): boolean => i >= from && i < to
  const isPlain = (i: number): boolean => relations[i] !== 'punct'
  const words = heads.map((_, i) => i)
  const tops = words.filter((i) => isInside(i) && isPlain(i) && !isInside(heads[i] ?? -1))
  const [top] = tops
  if (to - from < 3 || tops.length !== 1 || top === undefined || heads[top] === -1) return undefined
  if (!/^(?:ccomp|parataxis|obj)$/.test(relations[top] ?? '')) return undefined
  if (words.some((i) => !isInside(i) && isPlain(i) && isInside(heads[i] ?? -1))) return undefined
  const isMark = (i: number): boolean => (i === from - 1 && xpos[i] === '``') || (i === to && xpos[i] === "''")
  const inner = words.filter(isInside)
  const outer = words.filter((i) => (!isInside(i) && !isMark(i)) || i === top)
  const pick = (indices: number[], root: number): GoldSentence => {
    const of = <T>(values: T[]): T[] => indices.map((i) => values[i] as T)
    const place = (i: number): number => {
      const head = heads[i] ?? -1
      if (i === root) return -1
      return indices.indexOf(indices.includes(head) ? head : top)
    }
    return {
      ...sentence,
      words: of(sentence.words),
      spaced: of(sentence.spaced),
      upos: of(sentence.upos),
      xpos: of(xpos),
      lemmas: of(sentence.lemmas),
      heads: indices.map(place),
      relations: indices.map((i) => (i === root ? 'root' : (relations[i] ?? 'dep'))),
    }
  }
  const outside = pick(outer, relations.indexOf('root'))
  const stand = outer.indexOf(top)
  outside.words[stand] = QUOTED
  outside.xpos[stand] = 'VB'
  outside.upos[stand] = 'VERB'
  return [outside, pick(inner, top)]
}

/** The same words without capitals, for texts that have none or nothing else. */
export const lowered = (words: string[]): string[] => words.map((word) => word.toLowerCase())

/** The same words as a headline has them. */
export const headlined = (words: string[]): string[] =>
  words.map((word) => (word.length > 3 ? word.charAt(0).toUpperCase() + word.slice(1) : word))
