import { fold } from '../knowledge/fold.ts'
import { wordSet } from '../knowledge/words.ts'
import { knownNames, type KnownSpan } from './known-names.ts'
import { readChain, touches } from './name-chains.ts'
import { isNameWord, PARTICLES } from './name-words.ts'
import type { Spot } from './spots.ts'
import { isCapital, type Spelling, type View } from './view.ts'

/** All names of a sentence, from the left. */
export function findNames(view: View, spelling: Spelling): Spot[] {
  const { tokens } = view
  const known = knownNames(view, spelling)
  const starts = new Map(known.map((span) => [span.from, span]))
  const spots: Spot[] = []
  for (let at = 0; at < tokens.length;) {
    const span = starts.get(at)
    if (!span && !opensName(view, at, spelling)) {
      at++
      continue
    }
    const to = chainEnd(view, at, spelling, starts)
    spots.push(...readChain(view, at, to, starts, spelling))
    at = Math.max(to, spots.at(-1)?.to ?? to)
  }
  return spots
}

function opensName(view: View, index: number, spelling: Spelling): boolean {
  if (isNameWord(view, index, spelling)) return true
  const token = view.tokens[index]
  // al-Assad, el-Sisi: the article is small, the name is not.
  return (
    token !== undefined &&
    /^(?:al|el|as|ash|an|ad|ar|at|bin|abu)$/iu.test(token.text) &&
    view.tokens[index + 1]?.text === '-' &&
    isCapital(view.tokens[index + 2]?.text ?? '')
  )
}

/** Where the unbroken stretch of names and known names that begins at `from` ends. */
function chainEnd(view: View, from: number, spelling: Spelling, starts: ReadonlyMap<number, KnownSpan>): number {
  const { tokens } = view
  let at = starts.get(from)?.to ?? from + 1
  for (;;) {
    const token = tokens[at]
    if (!token) return at
    const next = tokens[at + 1]
    const goesOn = (index: number) => starts.has(index) || isNameWord(view, index, spelling)
    if (starts.has(at)) at = starts.get(at)?.to ?? at + 1
    else if (isNameWord(view, at, spelling)) at++
    else if (
      token.text === '-' &&
      touches(tokens[at - 1], token) &&
      touches(token, next) &&
      (goesOn(at + 1) || next?.upos === 'NUM' || isJoined(view, at, spelling))
    )
      at += 2
    else if (opensName(view, at, spelling)) at += 2
    else if (
      (token.text === '[' || token.text === '(') &&
      tokens[at + 2]?.text === (token.text === '[' ? ']' : ')') &&
      isNameWord(view, at + 1, spelling) &&
      token.text === '[' &&
      isNameWord(view, at + 3, spelling)
    )
      at += 3
    else if (
      PARTICLES.has(fold(token.text)) &&
      (view.capitals || !isCapital(token.text)) &&
      isParticleLink(view, at, spelling)
    )
      at++
    else return at
  }
}

function isJoined(view: View, dash: number, spelling: Spelling): boolean {
  const next = view.tokens[dash + 1]
  // Jong-un, Ban Ki-moon, Bayram-aga: the second half of a given name is small.
  return (
    next !== undefined &&
    /^\p{Ll}{2,4}$/u.test(next.text) &&
    (next.upos === 'PROPN' || next.upos === 'X' || next.upos === 'NOUN') &&
    !COMPOUND_ENDS.has(next.text) &&
    isNameWord(view, dash - 1, spelling)
  )
}
const COMPOUND_ENDS = wordSet(
  'led run held born made era day wide area old type like zone bred gate half made fed hit bank rich born year aged size',
)

function isParticleLink(view: View, at: number, spelling: Spelling): boolean {
  for (let next = at + 1; next <= at + 2; next++) {
    if (isNameWord(view, next, spelling)) return true
    if (!PARTICLES.has(fold(view.tokens[next]?.text ?? ''))) return false
  }
  return false
}
