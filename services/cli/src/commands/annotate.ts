import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Annotation, SourceDocument } from '@dateline/domain'
import { parseDocumentLine, type LineError } from './document-line.ts'

export interface AnnotateStreams {
  input: Readable
  output: Writable
  errors: Writable
}

/**
 * `annotate`: documents as NDJSON in, one annotation a line out, in input order. What is wrong with a line goes to
 * `errors` as `line N: why` and its output line is `{"id", "error": {"code", "message"}}`; the rest goes on.
 * Resolves to the exit status: 0, or 1 where any line was wrong.
 */
export async function annotateLines(
  annotate: (document: SourceDocument) => Annotation,
  { input, output, errors }: AnnotateStreams,
): Promise<0 | 1> {
  let status: 0 | 1 = 0
  let number = 0
  for await (const line of lines(input)) {
    number++
    if (line.trim() === '') continue
    const parsed = parseDocumentLine(line)
    const result = parsed.ok ? annotateOne(annotate, parsed.document) : parsed
    if (!result.ok) {
      status = 1
      errors.write(`line ${number}: ${result.error.message}\n`)
    }
    const answer = result.ok ? result.annotation : { id: result.id, error: result.error }
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain')
  }
  return status
}

type Result = { ok: true; annotation: Annotation } | { ok: false; id: string | null; error: LineError }

function annotateOne(annotate: (document: SourceDocument) => Annotation, document: SourceDocument): Result {
  try {
    return { ok: true, annotation: annotate(document) }
  } catch (error) {
    const message = `the engine failed on document ${JSON.stringify(document.id)}: ${error instanceof Error ? error.message : String(error)}`
    return { ok: false, id: document.id, error: { code: 'engine_failed', message } }
  }
}

/** Lines by `\n` alone: a JSON string may hold U+2028, at which `node:readline` would split. */
async function* lines(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest: string[] = []
  for await (const chunk of input) {
    const pieces = decoder.decode(chunk as Uint8Array, { stream: true }).split('\n')
    const last = pieces.pop() ?? ''
    for (const piece of pieces) {
      yield rest.join('') + piece
      rest = []
    }
    rest.push(last)
  }
  rest.push(decoder.decode())
  const last = rest.join('')
  if (last !== '') yield last
}
