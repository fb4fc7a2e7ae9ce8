import type { Entry } from '@dateline/event-log'
import type { ClientBase } from 'pg'
import type { Filling, Page, Projection } from './projection.ts'

export interface Unfolded {
  entry: Entry
  /** null: it waits behind an earlier entry of its stream */
  error: string | null
}

export interface FoldOptions {
  /** Streams that stand still already */
  stopped?: ReadonlySet<string>
  /** See `Projection.open` */
  at?: bigint
  /** What is known already; where anything is handed back it is of no more use */
  pages?: Filling | undefined
}

/** An entry that cannot be folded where every one must be. */
export class EntryNotFolded extends Error {
  override name = 'EntryNotFolded'
  readonly entry: Entry
  constructor(entry: Entry, cause: unknown) {
    super(`Entry ${entry.position} (${entry.type}, ${entry.stream}) cannot be folded: ${messageOf(cause)}`, { cause })
    this.entry = entry
  }
}

/**
 * Folds the entries and writes the tables. An entry whose fold throws is left out, with all that follow in its stream,
 * and handed back.
 */
export async function foldPage(
  client: ClientBase,
  projection: Projection,
  schema: string,
  entries: readonly Entry[],
  { stopped = new Set(), at, pages }: FoldOptions = {},
): Promise<Unfolded[]> {
  const failed = new Map<string, Unfolded>()
  for (;;) {
    const unfolded: Unfolded[] = []
    const foldable: Entry[] = []
    for (const entry of entries) {
      const failure = failed.get(entry.stream)
      if (failure?.entry === entry) unfolded.push(failure)
      else if (stopped.has(entry.stream) || (failure && failure.entry.position < entry.position)) {
        unfolded.push({ entry, error: null })
      } else foldable.push(entry)
    }
    const known = failed.size === 0 ? pages : undefined
    const page = known ? await openKnown(client, known, foldable) : await projection.open(client, schema, foldable, at)
    const failure = foldAll((entry) => page.fold(entry), foldable)
    if (!failure) {
      await page.write()
      return unfolded
    }
    // What the failed fold left behind in memory is unknown: begin again without it.
    failed.set(failure.entry.stream, failure)
  }
}

async function openKnown(client: ClientBase, pages: Filling, entries: readonly Entry[]): Promise<Page> {
  const page = await pages.open(client, entries, Promise.resolve())
  return {
    fold: (entry) => page.fold(entry),
    async write() {
      const write = await page.prepare()
      await write()
    },
  }
}

function foldAll(fold: (entry: Entry) => void, entries: readonly Entry[]): Unfolded | undefined {
  for (const entry of entries) {
    try {
      fold(entry)
    } catch (error) {
      return { entry, error: messageOf(error) }
    }
  }
  return undefined
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
