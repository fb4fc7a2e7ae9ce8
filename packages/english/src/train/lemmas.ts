import { createRequire } from 'node:module'
import { writeFileSync } from 'node:fs'

/**
 * Makes `model/lemmas.json`, what the lemmatizer must know of single words, from WordNet 3.1 as the package
 * `wink-lexicon` carries it: `node packages/english/src/train/lemmas.ts`.
 */
const require = createRequire(import.meta.url)
const words = require('wink-lexicon/src/wn-words.js') as Record<string, number>
const senses = require('wink-lexicon/src/wn-word-senses.js') as number[][]
const exceptions = (kind: string): Record<string, string> =>
  require(`wink-lexicon/src/wn-${kind}-exceptions.js`) as Record<string, string>

/** Single words that have a sense with one of WordNet's lexicographer file numbers in [from, to]. */
const wordsOf = (from: number, to: number): string[] =>
  Object.keys(words)
    .filter((word) => /^[a-z]{2,}$/.test(word))
    .filter((word) => senses[words[word] ?? -1]?.some((sense) => sense >= from && sense <= to))
    .sort()

const irregular = (kind: string): string =>
  Object.entries(exceptions(kind))
    .filter(([form, base]) => /^[a-z]+$/.test(form) && /^[a-z]+$/.test(base) && form !== base)
    .map(([form, base]) => `${form}=${base}`)
    .sort()
    .join(' ')

const nouns = wordsOf(3, 28)
const singulars = (word: string): string[] => [word.slice(0, -1), word.slice(0, -2), `${word.slice(0, -3)}y`]
const lemmas = {
  source: 'WordNet 3.1, Princeton University (WordNet license), through wink-lexicon (MIT)',
  verbs: wordsOf(29, 43).join(' '),
  // those whose plural could also be that of a word without the e: "bases", "axes", "ties", "shoes"
  nounsWithE: nouns.filter((word) => /(?:[sxziov]|ch|sh)e$/.test(word)).join(' '),
  // no plurals, or plurals of no other word: "headquarters", "politics"
  nounsWithS: nouns
    .filter((word) => /[^s]s$/.test(word) && !singulars(word).some((base) => nouns.includes(base)))
    .join(' '),
  adjectivesWithE: wordsOf(0, 1)
    .filter((word) => word.endsWith('e') && word.length < 9)
    .join(' '),
  irregularVerbs: irregular('verb'),
  irregularNouns: irregular('noun'),
  irregularAdjectives: irregular('adjective'),
}
writeFileSync(new URL('../../model/lemmas.json', import.meta.url), `${JSON.stringify(lemmas, null, 2)}\n`)
