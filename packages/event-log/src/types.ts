/** One record of the log: typed, immutable, at one position. */
export interface Entry<Data = unknown> {
  /** 1, 2, 3 … over the whole log, without holes */
  position: bigint
  id: string
  stream: string
  /** 1, 2, 3 … within the stream */
  version: number
  type: string
  schemaVersion: number
  /** When the log learned it; never when it happened */
  recordedAt: Date
  causationId: string | null
  correlationId: string | null
  data: Data
  metadata: Record<string, unknown>
}

export interface NewEntry {
  /** Derived from what the entry says (`derivedId`), so that saying it again is recognised */
  id: string
  type: string
  schemaVersion: number
  data: unknown
  causationId?: string | undefined
  correlationId?: string | undefined
  metadata?: Record<string, unknown> | undefined
}

/** `any`: no check; `none`: the stream must not exist; `exists`: it must; a number: its version must be just that. */
export type ExpectedVersion = 'any' | 'none' | 'exists' | number

export interface Append {
  stream: string
  expected: ExpectedVersion
  /** At least one; appended together or not at all */
  entries: NewEntry[]
  /** Texts that the entries reference by hash, stored in the same transaction; a hash that is known is left alone */
  texts?: { hash: string; body: string }[]
}

/**
 * `appended` and `duplicate` (the same entries by id were appended before) both carry the positions where they stand;
 * `conflict` means nothing was appended: the stream is at `actual` (0: it does not exist).
 */
export type AppendResult =
  { status: 'appended' | 'duplicate'; positions: bigint[]; version: number } | { status: 'conflict'; actual: number }
