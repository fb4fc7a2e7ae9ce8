import { assemble, inOrder } from './assemble.ts'
import { isShouted } from './case.ts'
import { datelineEnd } from './dateline.ts'
import { loadModel, type Model } from './model.ts'
import { findParagraphs, linesOf } from './paragraphs.ts'
import { findQuotations } from './quotations.ts'
import { QUOTED, segmentsOf, type Segments } from './segments.ts'
import { splitSentences } from './sentences.ts'
import { tokenize, type RawToken } from './tokenize.ts'
import type { ParsedText, Quotation } from './types.ts'

interface Draft {
  paragraph: number
  tokens: RawToken[]
  segments: Segments
}

/** Sentences, tokens, tags, trees and quotations of an English text. Never fails, whatever the text is. */
export function parse(text: string, model: Model = loadModel()): ParsedText {
  const paragraphs = findParagraphs(text)
  const quotations = findQuotations(text, paragraphs)
  const drafts = draftsOf(text, paragraphs, quotations)
  const words: string[][] = []
  for (const { tokens, segments } of drafts) {
    const isLoud = isShouted(text, tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0)
    const form = (i: number): string => {
      if (i < 0) return QUOTED
      const word = tokens[i]?.text ?? ''
      return isLoud ? word.toLowerCase() : word
    }
    for (const indices of inOrder(segments)) words.push(indices.map(form))
  }
  const readings = model.read(words)
  let next = 0
  const sentences = drafts.map(({ tokens, paragraph, segments }) => {
    const first = next
    next += inOrder(segments).length
    return assemble(tokens, paragraph, segments, readings.slice(first, next), model.network)
  })
  return { text, paragraphs, sentences, quotations }
}

function draftsOf(text: string, paragraphs: ParsedText['paragraphs'], quotations: Quotation[]): Draft[] {
  const marks = new Set(quotations.flatMap((quotation) => [quotation.start, quotation.innerEnd]))
  const isQuote = (offset: number): boolean => marks.has(offset)
  const drafts: Draft[] = []
  let active: Quotation[] = []
  let next = 0
  for (const [paragraph, stretch] of paragraphs.entries()) {
    const body = datelineEnd(text, stretch.start, stretch.end)
    for (const line of linesOf(text, stretch)) {
      for (const tokens of splitSentences(tokenize(text, line.start, line.end, isQuote))) {
        const start = tokens[0]?.start ?? 0
        const end = tokens.at(-1)?.end ?? 0
        active = active.filter((quotation) => quotation.end > start)
        for (let quotation = quotations[next]; quotation && quotation.start < end; quotation = quotations[++next]) {
          if (quotation.end > start) active.push(quotation)
        }
        drafts.push({ paragraph, tokens, segments: segmentsOf(tokens, active, body) })
      }
    }
  }
  return drafts
}
