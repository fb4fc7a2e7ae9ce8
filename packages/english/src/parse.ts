import { attachHeads, labelArcs } from './arcs.ts'
import { lemma } from './lemma.ts'
import { loadModel, type Model } from './model.ts'
import { findParagraphs, linesOf } from './paragraphs.ts'
import { findQuotations } from './quotations.ts'
import { splitSentences } from './sentences.ts'
import { tag } from './tagger.ts'
import { tokenize, type RawToken } from './tokenize.ts'
import type { ParsedText, Sentence } from './types.ts'

/** Sentences, tokens, tags, trees and quotations of an English text. Never fails, whatever the text is. */
export function parse(text: string, model: Model = loadModel()): ParsedText {
  const paragraphs = findParagraphs(text)
  const quotations = findQuotations(text, paragraphs)
  const marks = new Set(quotations.flatMap((quotation) => [quotation.start, quotation.innerEnd]))
  const sentences: Sentence[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    for (const line of linesOf(text, paragraph)) {
      const tokens = tokenize(text, line.start, line.end, (offset) => marks.has(offset))
      for (const sentence of splitSentences(tokens)) sentences.push(parseSentence(sentence, index, model))
    }
  }
  return { text, paragraphs, sentences, quotations }
}

function parseSentence(raw: RawToken[], paragraph: number, model: Model): Sentence {
  const words = raw.map((token) => token.text)
  const tags = tag(model.tags, words)
  const heads = attachHeads(model.arcs, words, tags)
  const relations = labelArcs(model.relations, words, tags, heads)
  return {
    start: raw[0]?.start ?? 0,
    end: raw.at(-1)?.end ?? 0,
    paragraph,
    tokens: raw.map((token, index) => {
      const [xpos = 'NN', upos = 'NOUN'] = (tags[index] ?? '').split(' ')
      return {
        index,
        ...token,
        lemma: lemma(token.text, upos, xpos),
        upos,
        xpos,
        head: heads[index] ?? -1,
        deprel: relations[index] ?? 'dep',
      }
    }),
  }
}
