import type { Model } from '../model.ts'
import { parse } from '../parse.ts'
import type { GoldSentence } from './conllu.ts'

/** Shares of words, in percent. */
export interface Scores {
  xpos: number
  upos: number
  /** Words with the right head */
  unlabelled: number
  /** Words with the right head and relation */
  labelled: number
  /** Harmonic mean of precision and recall of subjects and objects, passive ones included */
  arguments: number
}

const ARGUMENT = /^(?:nsubj|obj|iobj|csubj)/

/** How well a model tags and parses sentences whose words are given. */
export function evaluate({ network, read }: Model, sentences: GoldSentence[]): Scores {
  const { shape, tagPairs } = network
  const readings = read(sentences.map((sentence) => sentence.words))
  const counts = { words: 0, xpos: 0, upos: 0, heads: 0, relations: 0, found: 0, wanted: 0, right: 0 }
  for (const [s, gold] of sentences.entries()) {
    const reading = readings[s]
    if (!reading) continue
    for (let i = 0; i < gold.words.length; i++) {
      const [xpos = -1, upos = -1] = tagPairs[reading.tags[i] ?? -1] ?? []
      const relation = shape.relations[reading.relations[i] ?? -1] ?? ''
      const wanted = gold.relations[i] ?? ''
      const isHead = reading.heads[i] === gold.heads[i]
      counts.words++
      if (shape.xpos[xpos] === gold.xpos[i]) counts.xpos++
      if (shape.upos[upos] === gold.upos[i]) counts.upos++
      if (isHead) counts.heads++
      if (isHead && relation === wanted) counts.relations++
      if (ARGUMENT.test(relation)) counts.found++
      if (ARGUMENT.test(wanted)) counts.wanted++
      if (isHead && relation === wanted && ARGUMENT.test(wanted)) counts.right++
    }
  }
  const share = (count: number): number => (100 * count) / counts.words
  return {
    xpos: share(counts.xpos),
    upos: share(counts.upos),
    unlabelled: share(counts.heads),
    labelled: share(counts.relations),
    arguments: (200 * counts.right) / (counts.found + counts.wanted),
  }
}

/** The same from raw text, as harmonic means over the words found and the words wanted, and so for words and sentences. */
export function evaluateText(
  model: Model,
  sentences: GoldSentence[],
): { words: number; sentences: number; unlabelled: number; labelled: number } {
  const { text, words, bounds } = textOf(sentences)
  const parsed = parse(text, model)
  const counts = { found: 0, words: 0, heads: 0, relations: 0, sentences: 0 }
  for (const sentence of parsed.sentences) {
    if (bounds.has(`${sentence.start}:${sentence.end}`)) counts.sentences++
    for (const token of sentence.tokens) {
      counts.found++
      const gold = words.get(`${token.start}:${token.end}`)
      if (!gold) continue
      counts.words++
      const head = token.head < 0 ? undefined : sentence.tokens[token.head]
      if (gold.head !== (head ? `${head.start}:${head.end}` : '')) continue
      counts.heads++
      if (gold.relation === token.deprel) counts.relations++
    }
  }
  const mean = (count: number, found: number, wanted: number): number => (200 * count) / (found + wanted)
  return {
    words: mean(counts.words, counts.found, words.size),
    sentences: mean(counts.sentences, parsed.sentences.length, bounds.size),
    unlabelled: mean(counts.heads, counts.found, words.size),
    labelled: mean(counts.relations, counts.found, words.size),
  }
}

/** The running text of sentences, paragraphs kept apart, with their words and bounds by offset. */
function textOf(sentences: GoldSentence[]): {
  text: string
  words: Map<string, { head: string; relation: string }>
  bounds: Set<string>
} {
  let text = ''
  const words = new Map<string, { head: string; relation: string }>()
  const bounds = new Set<string>()
  for (const sentence of sentences) {
    if (text !== '') text += sentence.startsParagraph ? '\n\n' : ' '
    const start = text.length
    const spans = sentence.words.map((word, i) => {
      const span = `${text.length}:${text.length + word.length}`
      text += word
      if (sentence.spaced[i] && i + 1 < sentence.words.length) text += ' '
      return span
    })
    for (const [i, span] of spans.entries()) {
      words.set(span, { head: spans[sentence.heads[i] ?? -1] ?? '', relation: sentence.relations[i] ?? '' })
    }
    bounds.add(`${start}:${text.length}`)
  }
  return { text, words, bounds }
}
