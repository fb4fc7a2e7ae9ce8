import { best, hashOf, mix, score, type Linear } from './linear.ts'

const features = new Int32Array(64)
const scores = new Float32Array(128)

function shape(word: string): string {
  return word
    .replace(/\p{Lu}+/gu, 'X')
    .replace(/\p{Ll}+/gu, 'x')
    .replace(/\p{N}+/gu, '0')
    .slice(0, 6)
}

/** Fills the features of word i given the tags before it; returns their number. */
export function tagFeatures(words: string[], tags: string[], i: number, out: Int32Array): number {
  const word = words[i] ?? ''
  const lower = word.toLowerCase()
  const at = (k: number): string => words[k]?.toLowerCase() ?? '<>'
  const parts = [
    lower,
    word,
    lower.slice(-1),
    lower.slice(-2),
    lower.slice(-3),
    lower.slice(-4),
    lower.slice(0, 1),
    lower.slice(0, 3),
    shape(word) + (i === 0 ? '^' : ''),
    at(i - 1),
    at(i + 1),
    at(i - 2),
    at(i + 2),
    at(i - 1).slice(-3),
    at(i + 1).slice(-3),
    shape(words[i + 1] ?? ''),
    tags[i - 1] ?? '<>',
    `${tags[i - 2] ?? '<>'} ${tags[i - 1] ?? '<>'}`,
    `${tags[i - 1] ?? '<>'} ${lower}`,
    `${tags[i - 1] ?? '<>'} ${at(i + 1)}`,
    `${at(i - 1)} ${lower}`,
    `${lower} ${at(i + 1)}`,
    `${tags[i - 1] ?? '<>'} ${lower.slice(-3)}`,
    '',
  ]
  for (let f = 0; f < parts.length; f++) out[f] = mix(hashOf(parts[f] ?? ''), f + 1)
  return parts.length
}

/** Tags of the form `NNP PROPN`. */
export function tag(model: Linear, words: string[]): string[] {
  const tags: string[] = []
  for (let i = 0; i < words.length; i++) {
    const count = tagFeatures(words, tags, i, features)
    score(model, features, count, scores)
    tags.push(model.classes[best(scores, model.classes.length)] ?? '')
  }
  return tags
}
