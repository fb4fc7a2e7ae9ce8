import type { Span } from '@dateline/domain'
import type { ParsedText } from '@dateline/english'
import type { Actors } from '../actors/types.ts'
import type { AttributionMention } from './types.ts'

/**
 * Speech that marks alone attribute: the turns of an interview ("BERG: We are ready.") and signed quotations
 * ("“We are ready.” — Anna Berg"). The mark is the cue.
 */
export function findTurns(parsed: ParsedText, actors: Actors): AttributionMention[] {
  const turns = [...parsed.text.matchAll(/[^\n]+/g)]
    .map((line) => turnIn(line[0], line.index))
    .filter((turn) => turn !== null)
  const labels = new Map<string, number>()
  for (const { source } of turns) labels.set(source.text, (labels.get(source.text) ?? 0) + 1)
  return turns.flatMap((turn) => {
    const sentence = parsed.sentences.findLastIndex((one) => one.start <= turn.source.start)
    const inside = actors.mentions.filter(
      (one) => one.kind === 'person' && one.start < turn.source.end && turn.source.start < one.end,
    )
    const named = inside.find((one) => one.via === 'name') ?? inside[0]
    // A label that is no person's name may be a heading: it must come back.
    const isSpeaker = turn.isSigned || named !== undefined || (labels.get(turn.source.text) ?? 0) > 1
    return isSpeaker && sentence >= 0 ? [mentionOf(turn, parsed, sentence, named?.id ?? null)] : []
  })
}

interface Turn {
  source: Span
  cue: Span
  content: Span
  isSigned: boolean
}

const LABEL = /^["“]?(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4})(:)\s+(?=\S)/u
const SIGNATURE = /[”"]\s*([―—–]|--)\s*(\p{Lu}[^\n“”"]{1,80})$/u
/** The longest name, with mark and quotation mark, that a signature may have. */
const MAX_SIGNATURE = 90

function turnIn(line: string, start: number): Turn | null {
  const text = line.replace(/[\s"]+$/, '')
  const span = (from: number, length: number): Span => ({
    start: start + from,
    end: start + from + length,
    text: text.slice(from, from + length),
  })
  const label = LABEL.exec(text)
  if (label?.[1] && (label[1] === label[1].toUpperCase() || label[1].includes(' '))) {
    const name = label[1]
    const body = text.slice(label[0].length).replace(/[.\s]+$/, '')
    const at = label[0].indexOf(name)
    return body === ''
      ? null
      : {
          source: span(at, name.length),
          cue: span(at + name.length, 1),
          content: span(label[0].length, body.length),
          isSigned: false,
        }
  }
  const tail = Math.max(0, text.length - MAX_SIGNATURE)
  const signature = /^[“”"]/.test(text) ? SIGNATURE.exec(text.slice(tail)) : null
  if (!signature?.[1] || !signature[2]) return null
  const mark = text.indexOf(signature[1], tail + signature.index)
  const name = signature[2].replace(/[.\s]+$/, '')
  return {
    content: span(0, tail + signature.index + 1),
    cue: span(mark, signature[1].length),
    source: span(text.length - signature[2].length, name.length),
    isSigned: true,
  }
}

function mentionOf(turn: Turn, parsed: ParsedText, sentence: number, speaker: string | null): AttributionMention {
  const tokens = parsed.sentences[sentence]?.tokens ?? []
  const { source, cue, content } = turn
  const token = tokens.findIndex((one) => one.end > source.start)
  const inner = { start: content.start + 1, end: content.end - 1, text: content.text.slice(1, -1) }
  return {
    source,
    cue,
    content: [content],
    speaker,
    mode: 'verbatim',
    sentence,
    cueToken: null,
    sourceSentence: sentence,
    sourceToken: token < 0 ? null : token,
    spoken: true,
    act: 'comment',
    stance: 'neutral',
    quotes: [turn.isSigned ? inner : content],
    target: null,
    venue: null,
  }
}
