import { isWordAt } from './characters.ts'
import type { Stretch } from './paragraphs.ts'
import type { Quotation } from './types.ts'

/** A mark in its context: the paragraph, the offset and the mark itself (`''` and ` `` ` count as one). */
interface Mark {
  text: string
  at: number
  sign: string
  paragraph: Stretch
}

interface Open {
  quotation: Quotation
  /** The signs that close it */
  closers: string[]
}

const CLOSERS = new Map([
  ['“', ['”', '"', '“', "''"]],
  ['„', ['“', '”', '"']],
  ['«', ['»']],
  ['``', ["''", '"', '”']],
  ['"', ['"', "''", '”']],
  ["''", ["''"]],
  ['‘', ['’', "'"]],
  ["'", ["'", '’']],
])
const DEEPEST = 4
/** How far a single mark looks for its partner, so that a text of nothing but apostrophes stays linear. */
const REACH = 600

/**
 * The quotations of a text, outer before inner, in the order of their opening marks. Straight marks open or close by
 * what stands around them; apostrophes are no marks; a quotation that its paragraph leaves open runs on where the next
 * paragraph opens with a mark again, and ends with its paragraph otherwise.
 */
export function findQuotations(text: string, paragraphs: Stretch[]): Quotation[] {
  const found: Quotation[] = []
  let carried: Open | undefined
  for (const paragraph of paragraphs) {
    const stack: Open[] = []
    for (const mark of marksOf(text, paragraph)) {
      const closed = closedBy(mark, stack)
      if (closed >= 0) {
        for (const { quotation } of stack.splice(closed + 1)) end(quotation, mark.at, mark.at)
        const open = stack.pop()
        if (open) end(open.quotation, mark.at, mark.at + mark.sign.length)
      } else if (carried && mark.at === paragraph.start && CLOSERS.has(mark.sign)) {
        stack.push(carried)
      } else if (stack.length < DEEPEST && opens(mark)) {
        const innerStart = mark.at + mark.sign.length
        const quotation = {
          start: mark.at,
          end: paragraph.end,
          innerStart,
          innerEnd: paragraph.end,
          depth: stack.length,
        }
        found.push(quotation)
        stack.push({ quotation, closers: CLOSERS.get(mark.sign) ?? [mark.sign] })
      }
    }
    for (const { quotation } of stack) end(quotation, paragraph.end, paragraph.end)
    carried = stack[0]
  }
  return found.filter((quotation) => quotation.innerEnd > quotation.innerStart)
}

function end(quotation: Quotation, innerEnd: number, end: number): void {
  quotation.innerEnd = innerEnd
  quotation.end = end
}

const SIGN = /``|''|["“”„«»‘’']/g

function* marksOf(text: string, paragraph: Stretch): Generator<Mark> {
  let from = paragraph.start
  for (;;) {
    SIGN.lastIndex = from
    const match = SIGN.exec(text)
    if (!match || match.index >= paragraph.end) return
    from = match.index + match[0].length
    yield { text, at: match.index, sign: match[0], paragraph }
  }
}

const isBlankAt = (text: string, at: number): boolean => at < 0 || at >= text.length || /\s/.test(text.charAt(at))

/** Whether the mark leans on what stands before it, as closing marks do. */
const leansBack = ({ text, at, paragraph }: Mark): boolean => at > paragraph.start && !isBlankAt(text, at - 1)

const after = ({ at, sign }: Mark): number => at + sign.length

function opens(mark: Mark): boolean {
  const { text, at, sign, paragraph } = mark
  if (/^(?:[“„«]|``)$/.test(sign)) return true
  if (/^[”»’]$/.test(sign)) return false
  const isFree = at === paragraph.start || (!isWordAt(text, at - 1) && !/[.,!?;%]/.test(text.charAt(at - 1)))
  if (!isFree || isBlankAt(text, after(mark))) return false
  if (sign === '"' || sign === "''") return true
  const isShortened = /\d|n['’]/iy.test(text.slice(after(mark), after(mark) + 2))
  return !isShortened && hasPartner(mark)
}

/** The place in the stack of what the mark closes, or -1. */
function closedBy(mark: Mark, stack: Open[]): number {
  const place = stack.findLastIndex(({ closers }) => closers.includes(mark.sign))
  if (place < 0) return -1
  const { text, sign } = mark
  if (sign === '”' || sign === '»') return place
  if (sign === "'" || sign === '’') return closesSingle(mark) && !isPossessive(mark) ? place : -1
  // these can open too: they close where they lean back, or lean on nothing
  return leansBack(mark)
    ? sign === '“' && isWordAt(text, after(mark))
      ? -1
      : place
    : isBlankAt(text, after(mark))
      ? place
      : -1
}

const closesSingle = (mark: Mark): boolean => leansBack(mark) && !isWordAt(mark.text, after(mark))

/** "the workers' pay" in a passage in single marks: an s before it, a word after it, and a better mark to come. */
function isPossessive(mark: Mark): boolean {
  const { text, at } = mark
  return text.charAt(at - 1) === 's' && /^ \p{Ll}/u.test(text.slice(at + 1, at + 3)) && hasPartner(mark)
}

/** Whether a single mark that can close follows within reach. */
function hasPartner({ text, at, paragraph }: Mark): boolean {
  const limit = Math.min(paragraph.end, at + REACH)
  for (let next = at + 2; next < limit; next++) {
    const sign = text.charAt(next)
    if ((sign === "'" || sign === '’') && closesSingle({ text, at: next, sign, paragraph })) return true
  }
  return false
}
