import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A sentence of a treebank: parallel arrays over its words. Heads are word indices, -1 at the root. */
export interface GoldSentence {
  words: string[]
  /** Whether white space follows the word in its text. */
  spaced: boolean[]
  upos: string[]
  xpos: string[]
  lemmas: string[]
  heads: number[]
  relations: string[]
  /** Whether the treebank begins a new paragraph or document here. */
  startsParagraph: boolean
  text: string
}

/** Reads a gzipped CoNLL-U file (universaldependencies.org/format.html); empty nodes are left out. */
export function readTreebank(path: string): GoldSentence[] {
  return gunzipSync(readFileSync(path)).toString('utf8').split('\n\n').flatMap(readSentence)
}

function readSentence(block: string): GoldSentence[] {
  const sentence: GoldSentence = {
    words: [],
    spaced: [],
    upos: [],
    xpos: [],
    lemmas: [],
    heads: [],
    relations: [],
    startsParagraph: /^# new(?:par|doc)/m.test(block),
    text: /^# text = (.*)$/m.exec(block)?.[1] ?? '',
  }
  let joinedUntil = 0
  let spaceAfterJoined = true
  for (const line of block.split('\n')) {
    if (line.startsWith('#') || line === '') continue
    const [id = '', word = '', lemma = '', upos = '', xpos = '', , head = '', relation = '', , misc = ''] =
      line.split('\t')
    const spaced = !/(?:^|\|)SpaceAfter=No/.test(misc)
    const range = /^\d+-(\d+)$/.exec(id)
    if (range) {
      joinedUntil = Number(range[1])
      spaceAfterJoined = spaced
      continue
    }
    if (!/^\d+$/.test(id)) continue
    sentence.words.push(word)
    sentence.lemmas.push(lemma)
    sentence.upos.push(upos)
    sentence.xpos.push(xpos)
    sentence.heads.push(Number(head) - 1)
    sentence.relations.push(relation)
    sentence.spaced.push(Number(id) < joinedUntil ? false : Number(id) === joinedUntil ? spaceAfterJoined : spaced)
  }
  return sentence.words.length > 0 ? [sentence] : []
}
