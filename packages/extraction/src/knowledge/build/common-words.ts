import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
/** WordNet's lexicographer files of groups, places and persons: words of these alone may be names. */
const NAMING_FILES = new Set([14, 15, 18])

/** English words that are more than a name, in their base form or as an older tag lexicon has them; blanks between. */
export function commonWords(): { source: string; licence: string; words: string } {
  const found = new Set<string>()
  for (const [word, tags] of Object.entries(table(require('wink-lexicon/src/lexicon.js'))))
    if (list(tags).some((tag) => !/^(?:NNPS?|POS|FW|LS|SYM)$/u.test(String(tag)))) found.add(word.toLowerCase())
  const senses = Object.values(table(require('wink-lexicon/src/wn-word-senses.js')))
  for (const [word, index] of Object.entries(table(require('wink-lexicon/src/wn-words.js'))))
    if (list(senses[Number(index)]).some((file) => !NAMING_FILES.has(Number(file)))) found.add(word)
  return {
    source: 'wink-lexicon (npm): its tag lexicon and the words of WordNet 3',
    licence: 'MIT (package); WordNet 3.0 licence (Princeton University)',
    words: [...found]
      .filter((word) => /^[a-z][a-z'-]+$/u.test(word))
      .toSorted()
      .join(' '),
  }
}

function table(loaded: unknown): Record<string, unknown> {
  if (typeof loaded !== 'object' || loaded === null) throw new Error('wink-lexicon has a table of another form')
  return Object.fromEntries(Object.entries(loaded))
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

const PERSON_FILE = 18
const DOER = /(?:[^aeiou]er|or|ist|ian|ant|ent|man|woman|ee|ess|ster|crat|mate|ling|monger|maker|holder|goer|arch)$/u

/** Nouns that in WordNet are persons in every sense and have the form of such nouns: "taxpayer", "narrator". */
export function personNouns(): { source: string; licence: string; words: string } {
  const senses = Object.values(table(require('wink-lexicon/src/wn-word-senses.js')))
  const words = Object.entries(table(require('wink-lexicon/src/wn-words.js')))
    .filter(([word]) => /^[a-z]{4,}$/u.test(word) && DOER.test(word))
    .filter(([, index]) => list(senses[Number(index)]).every((file) => Number(file) === PERSON_FILE))
    .map(([word]) => word)
  return {
    source: 'wink-lexicon (npm): words of WordNet 3 whose senses are all persons',
    licence: 'MIT (package); WordNet 3.0 licence (Princeton University)',
    words: words.toSorted().join(' '),
  }
}
