import type { Entry, EventLog } from '@dateline/event-log'
import type { ClientBase, Pool } from 'pg'
import { EntryNotFolded, type FoldOptions, foldPage, messageOf, type Unfolded } from './fold-page.ts'
import { lease, moveCheckpoint } from './lease.ts'
import { discardedBetween, markFolded, park, stoppedStreams } from './parked.ts'
import type { Kept } from './kept.ts'
import type { Build, BuildState, Filling, Projection } from './projection.ts'
import { pipelines, send } from '../shared/send.ts'
import { isTransient, transaction } from './transaction.ts'

export interface StepDeps {
  pool: Pool
  log: Pick<EventLog, 'read'>
  /** After so long without a statement the lease is lost; default ten seconds */
  idleMs?: number | undefined
}

/**
 * `unleased`: there is no such build, or another process is at it. `moved`: a page was folded, or, with `entries` 0,
 * there was none. `failed`: the page could not be folded as a whole, and nothing of it was kept.
 */
export type StepResult =
  | { status: 'unleased' }
  | { status: 'moved'; build: Build; position: bigint; entries: number; parked: number }
  | { status: 'failed'; build: Build; entries: number; error: unknown }

export interface StepOptions {
  states: readonly BuildState[]
  /** Most entries in the page */
  limit: number
  /**
   * `strict`: an entry that cannot be folded fails the page. `park`: it is parked, as long as it is the fold that says
   * so. `careful`: also where it is the database that refuses what came of it, which is found by halving the page.
   */
  mode: 'strict' | 'park' | 'careful'
  /** Entries per second of late, to be shown */
  rate?: number | null
  /** Where the build stood when it was last seen: what comes then is asked for together with the lease */
  seen?: { id: bigint; position: bigint } | undefined
  /** What this process knows of the build, by `Projection.follow` */
  kept?: Kept | undefined
}

/** Folds one page of the log into the build that is in one of the states. Errors that will pass are thrown. */
export async function step(deps: StepDeps, projection: Projection, options: StepOptions): Promise<StepResult> {
  let build: Build | undefined
  let entries: Entry[] = []
  let pages: Filling | undefined
  try {
    const fold = async (client: ClientBase): Promise<StepResult> => {
      const held = await leaseAndRead(client, deps, projection, options)
      build = held?.build
      // One that is being filled is not to be changed page by page.
      if (!build || !held || (projection.filling && !build.complete)) return { status: 'unleased' }
      // What is known does not hold what released entries change, and where one by one is tried all is read anew.
      const usable = options.mode === 'park' && held.standing.released.length === 0
      if (!usable) options.kept?.take(build)
      const stopped = await foldReleased(client, deps, projection, build, held.standing)
      entries = held.entries
      const last = entries.at(-1)
      if (!last) return { status: 'moved', build, position: build.position, entries: 0, parked: 0 }
      if (usable) pages = options.kept?.take(build)
      const unfolded = await foldAs(options.mode, client, projection, build.schema, entries, { stopped, pages })
      if (unfolded.length > 0) pages = undefined
      await park(client, build, unfolded)
      const moved = await moveCheckpoint(client, {
        id: build.id,
        position: last.position,
        states: options.states,
        rate: options.rate ?? null,
      })
      if (!moved) throw new BuildGone(`Build ${build.id} of ${build.projection} was switched off meanwhile`)
      return { status: 'moved', build, position: last.position, entries: entries.length, parked: unfolded.length }
    }
    const result = await transaction(deps.pool, fold, { idleMs: deps.idleMs })
    if (result.status === 'moved' && pages) options.kept?.keep(result.build.id, result.position, pages)
    return result
  } catch (error) {
    if (error instanceof BuildGone) return { status: 'unleased' }
    if (!build || isTransient(error)) throw error
    return { status: 'failed', build, entries: entries.length, error }
  }
}

export class BuildGone extends Error {
  override name = 'BuildGone'
}

function foldAs(
  mode: StepOptions['mode'],
  client: ClientBase,
  projection: Projection,
  schema: string,
  entries: readonly Entry[],
  options: FoldOptions,
): Promise<Unfolded[]> {
  if (mode === 'strict') return foldStrictly(client, projection, schema, entries).then(() => [])
  const fold = mode === 'park' ? foldPage : foldCarefully
  return fold(client, projection, schema, entries, options)
}

/** Folds every entry that nobody discarded, or throws. */
export async function foldStrictly(
  client: ClientBase,
  projection: Projection,
  schema: string,
  entries: readonly Entry[],
): Promise<void> {
  const [first, last] = [entries[0], entries.at(-1)]
  if (!first || !last) return
  const discarded = await discardedBetween(client, {
    projection: projection.name,
    after: first.position - 1n,
    through: last.position,
  })
  const kept = entries.filter((entry) => !discarded.has(entry.position))
  const [failure] = await foldPage(client, projection, schema, kept)
  if (failure) throw new EntryNotFolded(failure.entry, failure.error)
}

/** Halves the page until what the database refuses stands alone. */
async function foldCarefully(
  client: ClientBase,
  projection: Projection,
  schema: string,
  entries: readonly Entry[],
  options: FoldOptions,
): Promise<Unfolded[]> {
  await client.query('SAVEPOINT page')
  try {
    return await foldPage(client, projection, schema, entries, options)
  } catch (error) {
    if (isTransient(error)) throw error
    await client.query('ROLLBACK TO SAVEPOINT page')
    const [entry] = entries
    if (!entry) throw error
    if (entries.length === 1) return [{ entry, error: messageOf(error) }]
    const half = Math.ceil(entries.length / 2)
    const first = await foldCarefully(client, projection, schema, entries.slice(0, half), options)
    const stopped = new Set([...(options.stopped ?? []), ...first.map((unfolded) => unfolded.entry.stream)])
    const rest = await foldCarefully(client, projection, schema, entries.slice(half), { ...options, stopped })
    return [...first, ...rest]
  }
}

interface Held {
  build: Build
  standing: Awaited<ReturnType<typeof stoppedStreams>>
  entries: Entry[]
}

/**
 * What stands still and what comes next are asked for after the lease is held, so that what another process did a moment
 * ago is seen; and by the same connection: one that holds the lease must not wait for another of the pool.
 */
async function leaseAndRead(
  client: ClientBase,
  { log }: StepDeps,
  { name: projection, version }: Projection,
  { states, limit, seen }: StepOptions,
): Promise<Held | undefined> {
  const hold = () => lease(client, { projection, version, states })
  const askFor = ({ id, position }: { id: bigint; position: bigint }) =>
    [() => stoppedStreams(client, id), () => log.read({ after: position, limit }, client)] as const
  if (seen && pipelines(client)) {
    const [build, standing, entries] = await send(client, [hold, ...askFor(seen)])
    if (!build) return undefined
    if (build.id === seen.id && build.position === seen.position) return { build, standing, entries }
    const [standingNow, entriesNow] = await send(client, askFor(build))
    return { build, standing: standingNow, entries: entriesNow }
  }
  const build = await hold()
  if (!build) return undefined
  const [standing, entries] = await send(client, askFor(build))
  return { build, standing, entries }
}

/** Folds released entries, as changes of the present position; answers the streams that still stand. */
async function foldReleased(
  client: ClientBase,
  { log }: StepDeps,
  projection: Projection,
  build: Build,
  { streams, released }: Held['standing'],
): Promise<Set<string>> {
  if (released.length === 0) return streams
  const entries: Entry[] = []
  for (const position of released) entries.push(...(await log.read({ after: position - 1n, limit: 1 }, client)))
  const unfolded = await foldCarefully(client, projection, build.schema, entries, { at: build.position })
  const open = new Set(unfolded.map(({ entry }) => entry.position))
  await markFolded(
    client,
    build.id,
    released.filter((position) => !open.has(position)),
  )
  await park(client, build, unfolded)
  for (const entry of entries) streams.delete(entry.stream)
  for (const { entry } of unfolded) streams.add(entry.stream)
  return streams
}
