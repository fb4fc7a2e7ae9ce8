import type { Entry, EventLog } from '@dateline/event-log'
import type { ClientBase } from 'pg'
import { createBreather } from '../shared/breather.ts'
import { EntryNotFolded } from './fold-page.ts'
import { createKept } from './kept.ts'
import { lease, moveCheckpoint } from './lease.ts'
import { discardedBetween } from './parked.ts'
import type { Build, BuildState, Filling, Page, Projection } from './projection.ts'
import { BuildGone, step, type StepDeps, type StepResult } from './step.ts'
import { isTransient, transaction } from './transaction.ts'

/** Entries in a page where the projection does not say: each is a transaction. */
const PAGE = 2_000

/** How long a transaction goes on with further pages: its progress is seen when it ends. */
const LASTS_MS = 700

/** The largest bigint of Postgres. */
const END = 9_223_372_036_854_775_807n

export interface FillOptions {
  states: readonly BuildState[]
  /** Entries per second of late, to be shown */
  rate: number | null
}

export interface Filler {
  /** Folds some pages of the log, strictly, in one transaction with the checkpoint. Errors that will pass are thrown. */
  advance(options: FillOptions): Promise<StepResult>
}

/**
 * Fills a build that nobody reads yet. While Postgres writes one page the next is folded. What is in memory is kept from
 * one transaction to the next, as long as nothing fails and nobody else moves the build.
 */
export function createFiller(
  deps: StepDeps,
  projection: Projection,
  { page = () => projection.filling?.page ?? PAGE }: { page?: () => number } = {},
): Filler {
  const { filling: plan } = projection
  if (!plan) return { advance: (options) => step(deps, projection, { ...options, limit: page(), mode: 'strict' }) }
  const kept = createKept((schema) => plan.start(schema))
  return {
    async advance({ states, rate }) {
      let build: Build | undefined
      let folded: Filling | undefined
      const run = async (client: ClientBase): Promise<StepResult & { status: 'moved' | 'unleased' }> => {
        build = await lease(client, { projection: projection.name, version: projection.version, states })
        if (!build || build.complete) return { status: 'unleased' }
        const { id, position } = build
        const filling = kept.take(build) ?? plan.start(build.schema)
        const discarded = await discardedBetween(client, { projection: projection.name, after: position, through: END })
        const through = await fillPages(client, deps.log, filling, { after: position, discarded, page })
        if (through > position && !(await moveCheckpoint(client, { id, position: through, states, rate }))) {
          throw new BuildGone(`Build ${id} of ${projection.name} was switched off meanwhile`)
        }
        folded = filling
        return { status: 'moved', build, position: through, entries: Number(through - position), parked: 0 }
      }
      try {
        const result = await transaction(deps.pool, run, { idleMs: deps.idleMs })
        if (result.status === 'moved' && folded) kept.keep(result.build.id, result.position, folded)
        return result
      } catch (error) {
        if (error instanceof BuildGone) return { status: 'unleased' }
        if (!build || isTransient(error)) throw error
        return { status: 'failed', build, entries: 0, error }
      }
    },
  }
}

/**
 * Answers how far it came: to the end of the log, or as far as the time allowed. What the connection is asked for is, in
 * this order: what the next page needs, the entries of the page after it, to write the page before. Postgres is at the
 * latter two while the next page is folded.
 */
async function fillPages(
  client: ClientBase,
  log: Pick<EventLog, 'read'>,
  filling: Filling,
  { after, discarded, page: size }: { after: bigint; discarded: ReadonlySet<bigint>; page: () => number },
): Promise<bigint> {
  const until = performance.now() + LASTS_MS
  const read = (position: bigint) => log.read({ after: position, limit: size() }, client)
  let through = after
  let entries = await read(after)
  let write = () => Promise.resolve()
  let writing = write()
  try {
    while (entries.length > 0) {
      const kept = discarded.size === 0 ? entries : entries.filter((entry) => !discarded.has(entry.position))
      const page = await filling.open(client, kept, writing)
      through = entries.at(-1)?.position ?? through
      const goesOn = entries.length > 0 && performance.now() < until
      const reading = handled(goesOn ? read(through) : Promise.resolve([]))
      // One statement at a time is sent.
      writing = handled(reading.then(write))
      await foldStrictly(page, kept)
      write = await page.prepare()
      entries = await reading
    }
    await writing
    await write()
  } finally {
    // What failed first says why the rest did.
    await writing
  }
  return through
}

/** It is waited for later. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

async function foldStrictly(page: Pick<Page, 'fold'>, entries: readonly Entry[]): Promise<void> {
  const breathe = createBreather()
  for (const entry of entries) {
    try {
      page.fold(entry)
    } catch (error) {
      throw new EntryNotFolded(entry, error)
    }
    await breathe()
  }
}
