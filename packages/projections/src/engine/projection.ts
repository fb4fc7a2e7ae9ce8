import type { Entry } from '@dateline/event-log'
import type { ClientBase } from 'pg'

/**
 * Read tables and the fold that fills them. Raise `version` whenever the same entries would give other rows: the engine
 * then builds them anew beside those that serve.
 */
export interface Projection {
  name: string
  version: number
  /** Statements that make the tables in the schema, with the indexes that the fold itself needs. */
  tables(schema: string): string[]
  /** Statements that make what only readers need: run after catching up, since an index slows the filling of a table. */
  indexes(schema: string): string[]
  /**
   * Reads the rows that the entries touch; folding them is then pure. `at`: the position that the tables stand at, where
   * the entries are late ones, parked and then released.
   */
  open(client: ClientBase, schema: string, entries: readonly Entry[], at?: bigint): Promise<Page>
  /**
   * Begins to keep tables up with the log page by page, as `open` does, knowing what it read and wrote before. Left out:
   * by `open`.
   */
  follow?: (schema: string) => Filling
  /** How new tables, which nobody reads yet, are filled in fewer steps than they are kept up with. Left out: by `open`. */
  filling?: FillingPlan
  /** What a dry run compares: rows are the same one by these columns. */
  compared: readonly { table: string; key: readonly string[]; leaveOut?: readonly string[] }[]
}

/** Entries being folded in memory. A page whose fold threw is thrown away. */
export interface Page {
  /** Throws where the entry cannot be folded. */
  fold(entry: Entry): void
  /** Writes what has become of it, one statement a table. */
  write(): Promise<void>
}

/** Rebuilt must equal grown: what filling makes, once completed, is what `open` would have made entry by entry. */
export interface FillingPlan {
  /** Entries in a page: what is in memory at once, twice. */
  page: number
  /** Statements that make what only filling needs. */
  tables(schema: string): string[]
  start(schema: string): Filling
  /** Statements that make what was put off, once the whole log was read, and drop what only filling needed. */
  complete(schema: string): string[]
}

/**
 * Pages of one build one after the other, by its only writer, so that what it wrote or read need not be read again. Once
 * anything failed it is thrown away, and a new one goes on from the checkpoint.
 */
export interface Filling {
  /**
   * As `Projection.open`. The page before is folded by then, but written only when `written` says so: until then the
   * tables lack it, and nothing is read from them.
   */
  open(client: ClientBase, entries: readonly Entry[], written: Promise<void>): Promise<FillingPage>
}

export interface FillingPage {
  fold(entry: Entry): void
  /** Takes from memory what is to be written, and answers what writes it: the page after it is folded meanwhile. */
  prepare(): Promise<() => Promise<void>>
}

export interface Build {
  id: bigint
  projection: string
  version: number
  schema: string
  state: BuildState
  activate: 'auto' | 'manual'
  dryRun: boolean
  /** It has read the whole log once: what was put off while it was filled is there */
  complete: boolean
  position: bigint
}

/**
 * `running` → `caughtUp` → `active` → `retired`; a dry run ends `done`. `retired` tables are kept for going back until
 * the next switch, then they are `done`: the build is history and its schema dropped.
 */
export type BuildState = 'running' | 'caughtUp' | 'active' | 'retired' | 'done' | 'cancelled' | 'failed'
