import { lemma } from '@dateline/english'
import data from './data/common-words.json' with { type: 'json' }

let words: Set<string> | undefined
const KNOWN = new Map<string, boolean>()

/** Whether a folded word is an English word, in any form, and not only a name. */
export function isCommonWord(word: string): boolean {
  const known = KNOWN.get(word)
  if (known !== undefined) return known
  words ??= new Set(data.words.split(' '))
  const common =
    words.has(word) ||
    (word.endsWith('s') && words.has(lemma(word, 'NOUN', 'NNS'))) ||
    (/(?:ed|ing|s|en)$/u.test(word) && words.has(lemma(word, 'VERB', word.endsWith('ing') ? 'VBG' : 'VBD')))
  if (KNOWN.size > 50_000) KNOWN.clear()
  KNOWN.set(word, common)
  return common
}
