import type { Append, AppendResult, ExpectedVersion, Queryable } from './types.ts'

/** An append that is wrong in itself, whatever the log holds. */
export class InvalidAppendError extends Error {
  override name = 'InvalidAppendError'
}

/** An append as its part of the statement's parameters, checked. */
export interface EncodedAppend {
  append: Append
  /** JSON objects without their braces, so that the append's number can be put in front */
  entries: string[]
  texts: string[]
  /** UTF-16 code units of the above */
  size: number
}

export function encode(append: Append): EncodedAppend {
  const { stream, expected, entries, texts = [] } = append
  if (stream === '') throw new InvalidAppendError('an append needs the name of a stream')
  if (entries.length === 0) throw new InvalidAppendError(`an append to ${stream} has no entries`)
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new InvalidAppendError(`an append to ${stream} expects version ${expected}; versions are 0, 1, 2 …`)
  }
  const ids = new Set(entries.map(({ id }) => id))
  if (ids.size < entries.length) throw new InvalidAppendError(`an append to ${stream} has two entries of one id`)
  const encoded: EncodedAppend = {
    append,
    entries: entries.map((entry, index) =>
      members({
        i: index + 1,
        id: entry.id,
        type: entry.type,
        schema_version: entry.schemaVersion,
        causation_id: entry.causationId ?? null,
        correlation_id: entry.correlationId ?? null,
        data: entry.data,
        metadata: entry.metadata ?? {},
      }),
    ),
    texts: texts.map(({ hash, body }) => members({ hash, body })),
    size: 0,
  }
  for (const part of [...encoded.entries, ...encoded.texts]) {
    encoded.size += part.length
    if (holdsUnstorable(part)) {
      throw new InvalidAppendError(
        `an append to ${stream} holds a NUL or half a surrogate pair, which cannot be stored`,
      )
    }
  }
  return encoded
}

function members(object: Record<string, unknown>): string {
  return JSON.stringify(object).slice(1, -1)
}

/** JSON writes NUL and lone surrogates, and nothing else of these, as escapes; Postgres has no such characters. */
function holdsUnstorable(json: string): boolean {
  const escapes = /\\u(?:0000|d[89a-f])/
  return escapes.test(json) && escapes.test(json.replaceAll('\\\\', ''))
}

/**
 * Appends several at once, in one statement: each with its own result, in the order given, as if they had been appended
 * one after the other.
 */
export async function appendAll(db: Queryable, appends: readonly EncodedAppend[]): Promise<AppendResult[]> {
  const rounds = roundsOf(appends.map(({ append }) => append))
  const asked = appends.map(({ append }, n) => ({
    n,
    round: rounds[n],
    stream: append.stream,
    expected: expectedNumber(append.expected),
    entries: append.entries.length,
  }))
  const { rows } = await db.query<Verdict>({
    name: 'log.append',
    text: 'SELECT n, status, actual, version, first_position::text, positions FROM log.append($1, $2, $3)',
    values: [
      JSON.stringify(asked),
      numbered(appends.map(({ entries }) => entries)),
      numbered(appends.map(({ texts }) => texts)),
    ],
  })
  const results: AppendResult[] = []
  for (const verdict of rows) results[verdict.n] = toResult(verdict, appends[verdict.n]?.entries.length ?? 0)
  return results
}

interface Verdict {
  n: number
  status: AppendResult['status']
  /** The stream's version before */
  actual: number
  version: number
  /** Of an append that was made; its positions follow each other */
  first_position: string
  /** Of a duplicate */
  positions: string[] | null
}

function toResult({ status, actual, version, first_position, positions }: Verdict, count: number): AppendResult {
  if (status === 'conflict') return { status, actual }
  if (status === 'duplicate') return { status, positions: (positions ?? []).map(BigInt), version }
  const first = BigInt(first_position)
  return { status, positions: Array.from({ length: count }, (_, n) => first + BigInt(n)), version }
}

/** `none` is version 0. */
function expectedNumber(expected: ExpectedVersion): number {
  if (expected === 'any') return -2
  if (expected === 'exists') return -1
  return expected === 'none' ? 0 : expected
}

/**
 * The statement judges a round of appends at a time, all by what stands before the round. So one that shares a stream,
 * or an id, with one before it begins a new round, and rounds never fall: positions keep the order given.
 */
function roundsOf(appends: readonly Append[]): number[] {
  const last = new Map<string, number>()
  let round = 1
  return appends.map((append) => {
    const keys = keysOf(append)
    if (keys.some((key) => last.get(key) === round)) round++
    for (const key of keys) last.set(key, round)
    return round
  })
}

/** What two appends share where one has to be judged after the other. */
export function keysOf({ stream, entries }: Append): string[] {
  return [`stream ${stream}`, ...entries.map(({ id }) => `id ${id}`)]
}

function numbered(parts: readonly (readonly string[])[]): string {
  return `[${parts.flatMap((members, n) => members.map((member) => `{"n":${n},${member}}`)).join(',')}]`
}
