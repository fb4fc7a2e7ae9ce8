import type { Quotation } from './types.ts'

interface Block {
  start: number
  end: number
}

const OPENERS = new Map([
  ['“', '”'],
  ['„', '”'],
  ['«', '»'],
  ['‘', '’'],
])
const LETTER = /[\p{L}\p{N}]/u

/**
 * The quotations of a text, outer before inner, in the order of their opening marks. Straight marks open or close by
 * what stands around them; apostrophes are no marks; a quotation that its paragraph leaves open runs on where the next
 * paragraph opens with a mark again, and ends with its paragraph otherwise.
 */
export function findQuotations(text: string, paragraphs: Block[]): Quotation[] {
  const found: Quotation[] = []
  let carried: Quotation[] = []
  for (const paragraph of paragraphs) {
    const stack: { quotation: Quotation; close: string }[] = []
    let at = paragraph.start
    const first = text.charAt(at)
    const carrying = carried.at(0)
    if (carrying && (OPENERS.has(first) || first === '"') && first !== '‘') {
      stack.push({ quotation: carrying, close: OPENERS.get(first) ?? first })
      at++
    }
    for (at = nextMark(text, at); at < paragraph.end; at = nextMark(text, at + 1)) {
      const mark = text.charAt(at)
      const top = stack.at(-1)
      if (
        closes(
          text,
          at,
          mark,
          stack.map((open) => open.close),
          paragraph,
        )
      ) {
        while (stack.length > 0) {
          const open = stack.pop()
          if (!open) break
          open.quotation.innerEnd = at
          open.quotation.end = open.close === mark || sameKind(open.close, mark) ? at + 1 : at
          if (open.quotation.end === at + 1) break
        }
      } else if (opens(text, at, mark, paragraph) && (top === undefined || stack.length < 4)) {
        const quotation = {
          start: at,
          end: paragraph.end,
          innerStart: at + 1,
          innerEnd: paragraph.end,
          depth: stack.length,
        }
        found.push(quotation)
        stack.push({ quotation, close: OPENERS.get(mark) ?? mark })
      }
    }
    for (const open of stack) {
      open.quotation.end = paragraph.end
      open.quotation.innerEnd = paragraph.end
    }
    carried = stack.map((open) => open.quotation)
  }
  return found.filter((quotation) => quotation.innerEnd > quotation.innerStart).sort((a, b) => a.start - b.start)
}

const MARK = /["“”„«»‘’']/g

function nextMark(text: string, from: number): number {
  MARK.lastIndex = from
  return MARK.exec(text)?.index ?? text.length
}

const sameKind = (close: string, mark: string): boolean => close === '”' && (mark === '"' || mark === '“')

function opens(text: string, at: number, mark: string, paragraph: Block): boolean {
  const before = at > paragraph.start ? text.charAt(at - 1) : ' '
  const after = at + 1 < paragraph.end ? text.charAt(at + 1) : ' '
  if (mark === '“' || mark === '„' || mark === '«') return true
  if (mark === '”' || mark === '»' || mark === '’') return false
  const free = !LETTER.test(before) && !/[.,!?;%]/.test(before) && !/\s/.test(after)
  if (mark === '"') return free
  if (!free || !/[\p{L}\p{N}.…"“[(]/u.test(after)) return false
  if (/\d/.test(after)) return false
  return hasSingleClose(text, at + 1, paragraph.end)
}

/** Whether a single mark that can close follows within reach, before another opens. */
function hasSingleClose(text: string, from: number, end: number): boolean {
  const limit = Math.min(end, from + 600)
  for (let at = from + 1; at < limit; at++) {
    const mark = text.charAt(at)
    if (mark === '\n' && text.charAt(at + 1) === '\n') return false
    if ((mark === "'" || mark === '’') && singleCloses(text, at, end)) return true
  }
  return false
}

function singleCloses(text: string, at: number, end: number): boolean {
  const after = at + 1 < end ? text.charAt(at + 1) : ' '
  return !/\s/.test(text.charAt(at - 1)) && !LETTER.test(after)
}

function closes(text: string, at: number, mark: string, open: string[], paragraph: Block): boolean {
  if (open.length === 0) return false
  if (mark === '”' || mark === '»') return open.includes(mark) || open.includes('"')
  if (mark === '"') {
    if (!open.includes('"') && !open.includes('”')) return false
    const after = at + 1 < paragraph.end ? text.charAt(at + 1) : ' '
    return !/\s/.test(text.charAt(at - 1)) || /[\s.,;:!?)\]]/.test(after)
  }
  if (mark !== "'" && mark !== '’') return false
  if (!open.includes(mark) && !open.includes('’')) return false
  if (!singleCloses(text, at, paragraph.end)) return false
  // "the workers' pay" inside a single-quoted passage: an s before it, a letter after it, and a better mark to come
  const possessive = /s/.test(text.charAt(at - 1)) && /^ \p{Ll}/u.test(text.slice(at + 1, at + 3))
  return !(possessive && hasSingleClose(text, at + 1, paragraph.end))
}
