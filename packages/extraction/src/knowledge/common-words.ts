import { lemma } from '@dateline/english'
import data from './data/common-words.json' with { type: 'json' }
import { indexWords, type WordIndex } from './word-index.ts'

let words: WordIndex | undefined
const KNOWN = new Map<string, boolean>()

/** Whether a folded word is an English word, in any form, and not only a name. */
export function isCommonWord(word: string): boolean {
  const known = KNOWN.get(word)
  if (known !== undefined) return known
  words ??= indexWords(data.words, ' ')
  const common =
    words.has(word) ||
    (word.endsWith('s') && words.has(lemma(word, 'NOUN', 'NNS'))) ||
    (/(?:ed|ing|s|en)$/u.test(word) && words.has(lemma(word, 'VERB', word.endsWith('ing') ? 'VBG' : 'VBD')))
  if (KNOWN.size > 8_000) KNOWN.clear()
  KNOWN.set(word, common)
  return common
}
