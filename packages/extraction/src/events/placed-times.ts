import { edtfBounds, parseDay, precisionOf, type EventDate, type Span } from '@dateline/domain'
import type { Token } from '@dateline/english'
import { withPreposition, type TimexMention } from '../time/timexes.ts'
import type { Scene } from './context.ts'
import { childrenBy, prepositionOf, type Tree } from './tree.ts'

/** A time expression in its tree: the word that it hangs by, and the preposition in front of it. */
export interface PlacedTimex {
  timex: TimexMention
  /** The token of the expression whose head lies outside of it */
  top: Token
  preposition: string | null
}

/** The time expressions of each sentence that date something, by sentence. */
export function placeTimexes(scene: Scene): ReadonlyMap<number, readonly PlacedTimex[]> {
  const bySentence = new Map<number, PlacedTimex[]>()
  for (const timex of scene.timexes) {
    const tree = scene.trees[timex.sentence]
    if (!tree || timex.from >= timex.to || !isDate(timex) || timex.start < scene.filing) continue
    const inside = tree.tokens.slice(timex.from, timex.to)
    const top = inside.find((token) => token.head < timex.from || token.head >= timex.to) ?? inside[0]
    if (!top) continue
    const marks = childrenBy(tree, top.index, 'case').some((mark) => mark.index >= timex.from - 2)
    const preposition = wordBefore(tree, timex.from) ?? (marks ? prepositionOf(tree, top.index) : null)
    const placed = { timex, top, preposition }
    const earlier = bySentence.get(timex.sentence) ?? []
    const before = earlier.at(-1)
    const range = before && rangeOf(scene, tree, before, placed)
    bySentence.set(timex.sentence, range ? [...earlier.slice(0, -1), range] : [...earlier, placed])
  }
  return bySentence
}

/** A mere time of day ("at 1800", "0000 GMT") is of a day that other words name. */
function isDate({ kind, text, value }: TimexMention): boolean {
  if (kind === 'DATE') return true
  return (
    kind === 'TIME' &&
    !(
      /T\d/.test(value) &&
      !/[a-z]*day\b|night|morning|evening|noon|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(text)
    )
  )
}

const BEFORE = new Set(['until', 'till', 'since', 'before', 'after', 'by', 'from', 'through', 'between'])
function wordBefore(tree: Tree, from: number): string | null {
  const word = tree.tokens[from - 1]?.text.toLowerCase()
  return word && BEFORE.has(word) ? word : null
}

const SECOND: Readonly<Record<string, RegExp>> = { from: /^(?:to|until|till|through)$/i, between: /^and$/i }

/** "From 2011 to 2016", "between Monday and Thursday": two expressions that are the ends of one stretch. */
function rangeOf(scene: Scene, tree: Tree, first: PlacedTimex, second: PlacedTimex): PlacedTimex | null {
  const link = first.preposition && SECOND[first.preposition]
  if (!link || second.timex.from !== first.timex.to + 1 || !link.test(tree.tokens[first.timex.to]?.text ?? ''))
    return null
  const from = edtfBounds(first.timex.edtf ?? '')?.earliest
  const to = edtfBounds(second.timex.edtf ?? '')?.latest
  if (!from || !to || from > to) return null
  const [a, b] = [first.timex.edtf ?? '', second.timex.edtf ?? '']
  const { start } = first.timex
  const { end } = second.timex
  const edtf = PLAIN.test(a) && PLAIN.test(b) ? `${a}/${b}` : `${from}/${to}`
  const timex = { ...first.timex, end, to: second.timex.to, text: scene.parsed.text.slice(start, end), edtf }
  return { timex, top: first.top, preposition: null }
}

const PLAIN = /^\d{4}(?:-\d\d){0,2}$/

function widthOf(edtf: string): number {
  const bounds = edtfBounds(edtf)
  const [from, to] = [parseDay(bounds?.earliest ?? ''), parseDay(bounds?.latest ?? '')]
  return from === null || to === null ? Infinity : to - from
}

/** The date that time expressions give what they stand with: of several the narrowest, of equals the first. */
export function dateOfTimexes(placed: readonly PlacedTimex[], published: string | null): EventDate | null {
  const dated = placed
    .map((one) => ({ one, edtf: edtfOf(one, published) }))
    .filter((pair): pair is { one: PlacedTimex; edtf: string } => pair.edtf !== null)
  dated.sort((a, b) => widthOf(a.edtf) - widthOf(b.edtf) || a.one.timex.start - b.one.timex.start)
  const best = dated[0]
  if (!best) return null
  const { timex } = best.one
  return {
    edtf: best.edtf,
    precision: precisionOf(best.edtf),
    basis: timex.value === 'PRESENT_REF' ? 'publication' : timex.anchor === 'explicit' ? 'explicit' : 'relative',
    expression: spanOf(timex),
  }
}

const spanOf = ({ start, end, text }: TimexMention): Span => ({ start, end, text })

function edtfOf({ timex, preposition }: PlacedTimex, published: string | null): string | null {
  if (timex.value === 'PRESENT_REF') return published
  if (timex.edtf === null || timex.edtf === 'unknown') return null
  // Shortly before midnight is on that day.
  return preposition && timex.kind === 'DATE' ? withPreposition(timex.edtf, preposition) : timex.edtf
}
