import type { ClientBase, Pool } from 'pg'

/** A pool, or a client inside the caller's transaction. */
export type Queryable = Pick<Pool | ClientBase, 'query'>

/** One record of the log: typed, immutable, at one position. */
export interface Entry<Data = unknown> {
  /** 1, 2, 3 … over the whole log, without holes */
  position: bigint
  id: string
  stream: string
  /** 1, 2, 3 … within the stream */
  version: number
  type: string
  /** After upcasting: the version that readers of today know */
  schemaVersion: number
  /** When the log learned it, to the millisecond, never falling with the position; never when it happened */
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
  /** JSON. An entry that rests on a text names it as `textHash` */
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
  texts?: { hash: string; body: string }[] | undefined
}

/**
 * `appended` and `duplicate` (the same entries by id were appended before) both carry the positions where they stand;
 * `conflict` means nothing was appended: the stream is at `actual` (0: it does not exist), or some of the ids, but not
 * all of them, are in the log already.
 */
export type AppendResult =
  { status: 'appended' | 'duplicate'; positions: bigint[]; version: number } | { status: 'conflict'; actual: number }

export interface ReadQuery {
  /** Exclusive; `0n` reads from the beginning */
  after: bigint
  limit: number
  /** Entry types; all where left out */
  types?: readonly string[] | undefined
}

export interface ReadBackwardQuery {
  /** Exclusive; from the head where left out */
  before?: bigint | undefined
  limit: number
  types?: readonly string[] | undefined
}

export interface ReadStreamQuery {
  /** Versions above this one; default 0 */
  after?: number | undefined
  /** Default: all */
  limit?: number | undefined
}

export interface FollowOptions {
  /** Exclusive */
  after: bigint
  signal: AbortSignal
  /** Most entries in a page; default 1000 */
  pageSize?: number | undefined
  types?: readonly string[] | undefined
}

export type StoredText =
  { status: 'found'; body: string } | { status: 'erased'; erasedAt: Date } | { status: 'missing' }

export interface Texts {
  get(hash: string, db?: Queryable): Promise<StoredText>
  /** What is stored of these hashes; erased and missing ones are not in the map */
  getMany(hashes: readonly string[], db?: Queryable): Promise<Map<string, string>>
  /** Takes a text down: the hash stays and says when, the words are gone. False: there is no such text. */
  erase(hash: string, db?: Queryable): Promise<boolean>
}

/** An entry without its words, and the SHA-256 (hexadecimal) of what it says since. */
export interface ErasedEntry {
  position: bigint
  digest: string
}

export interface Problem {
  kind: 'hole' | 'digest' | 'version' | 'head' | 'text-missing' | 'text-altered'
  /** Where: the position, or null where it is no single one's */
  position: bigint | null
  message: string
}

export interface Verification {
  /** Positions 1 … `through` were examined: the head when it began */
  through: bigint
  /** The chain's digest at `through`, hexadecimal: kept elsewhere, it proves later that nothing before was rewritten */
  digest: string
  /** Empty: the log is whole. At most the first hundred */
  problems: Problem[]
}

export interface VerifyOptions {
  signal?: AbortSignal | undefined
  onProgress?: ((done: bigint, total: bigint) => void) | undefined
}

export interface EventLog {
  /** Durable when it answers. Appends that wait at the same time leave in one transaction, each with its own result. */
  append(append: Append): Promise<AppendResult>
  /**
   * Appends inside the caller's transaction (READ COMMITTED). It takes the log's only lock until that transaction ends,
   * so do it last, then commit, then call `wake()`.
   */
  appendIn(client: ClientBase, appends: readonly Append[]): Promise<AppendResult[]>
  /**
   * Puts `data` in the place of what entries say, inside the caller's transaction. `verify` holds them whole only where a
   * `correction.made` of kind `document.erase` carries what this answers: append it in the same transaction.
   */
  eraseIn(client: ClientBase, entries: readonly { position: bigint; data: unknown }[]): Promise<ErasedEntry[]>
  /** Entries in order of position, upcast. */
  read(query: ReadQuery, db?: Queryable): Promise<Entry[]>
  /** Entries against the order of position. */
  readBackward(query: ReadBackwardQuery, db?: Queryable): Promise<Entry[]>
  /** A stream's entries in order of version. */
  readStream(stream: string, query?: ReadStreamQuery, db?: Queryable): Promise<Entry[]>
  find(id: string, db?: Queryable): Promise<Entry | null>
  /** The stream's version; 0: it does not exist. */
  streamVersion(stream: string, db?: Queryable): Promise<number>
  /** The last position; 0n: empty. */
  head(db?: Queryable): Promise<bigint>
  /** The last position that was recorded at or before the instant; 0n: none. */
  positionAt(instant: Date, db?: Queryable): Promise<bigint>
  /** Pages without end, never empty, each once, in order, until the signal aborts; the next is read when asked for. */
  follow(options: FollowOptions): AsyncIterable<Entry[]>
  /**
   * Resolves when the log may have grown beyond the position: after a wake-up, or after a while by itself (50 ms, then
   * longer up to 500 ms, as long as nothing comes), or when the signal aborts. A hint: read to know.
   */
  waitBeyond(position: bigint, signal?: AbortSignal): Promise<void>
  /** Wakes the followers of every process: to be called after committing an `appendIn`. */
  wake(): void
  texts: Texts
  /** Walks the whole log and proves it, also while it grows. */
  verify(options?: VerifyOptions): Promise<Verification>
  /** Lets the appends in flight end and releases the connection that listens. The pool stays the caller's. */
  close(): Promise<void>
}
