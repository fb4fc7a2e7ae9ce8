import { lemma } from './lemma.ts'
import type { Network, Reading } from './network/network.ts'
import type { Segments, Silent } from './segments.ts'
import type { RawToken } from './tokenize.ts'
import type { Sentence, Token } from './types.ts'

/** The segments of a sentence in the order in which their readings are expected. */
export const inOrder = ({ outside, quoted, dateline }: Segments): number[][] =>
  dateline.length > 0 ? [outside, ...quoted, dateline] : [outside, ...quoted]

/** Puts the trees of the segments of a sentence together: the root of direct speech takes the place of its stand-in. */
export function assemble(
  tokens: RawToken[],
  paragraph: number,
  segments: Segments,
  readings: Reading[],
  { shape, tagPairs }: Network,
): Sentence {
  const parts = inOrder(segments)
  const rootOf = (k: number): number => parts[k]?.[readings[k]?.heads.indexOf(-1) ?? 0] ?? 0
  const made = tokens.map(({ start, end, text }, index): Token => {
    return { index, start, end, text, lemma: text, upos: 'PUNCT', xpos: '.', head: -1, deprel: 'punct' }
  })
  for (const [k, indices] of parts.entries()) {
    const reading = readings[k]
    if (!reading) continue
    const place = (i: number): number => {
      const index = indices[i] ?? 0
      return index < 0 ? rootOf(-index) : index
    }
    for (let i = 0; i < indices.length; i++) {
      const token = made[place(i)]
      if (!token) continue
      const head = reading.heads[i] ?? -1
      if (k === 0 || head >= 0) {
        token.head = head < 0 ? -1 : place(head)
        token.deprel = shape.relations[reading.relations[i] ?? 0] ?? 'dep'
      } else if (indices === segments.dateline) {
        token.head = rootOf(0)
        token.deprel = 'dep'
      }
      if ((indices[i] ?? 0) < 0) continue
      const [xpos = 0, upos = 0] = tagPairs[reading.tags[i] ?? 0] ?? []
      token.xpos = shape.xpos[xpos] ?? 'NN'
      token.upos = shape.upos[upos] ?? 'NOUN'
      token.lemma = lemma(token.text, token.upos, token.xpos)
    }
  }
  hang(made, segments.silent, rootOf(0))
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, paragraph, tokens: made }
}

/** Hangs the tokens that were left out from the top of what they enclose. */
function hang(tokens: Token[], silent: Silent[], root: number): void {
  const isSilent = new Set(silent.map(({ index }) => index))
  const heads = silent.map(({ from, to }) => {
    for (let i = from; i < to; i++) {
      const head = tokens[i]?.head ?? -1
      if (!isSilent.has(i) && (head < from || head >= to)) return i
    }
    return root
  })
  for (const [k, { index, from }] of silent.entries()) {
    const token = tokens[index]
    if (!token) continue
    token.head = heads[k] ?? root
    const opens = index < from
    if (token.text === '[' || token.text === ']') token.xpos = token.text === '[' ? '-LRB-' : '-RRB-'
    else if (/^\d/.test(token.text)) Object.assign(token, { upos: 'NUM', xpos: 'CD', deprel: 'dep' })
    else token.xpos = opens ? '``' : "''"
  }
}
