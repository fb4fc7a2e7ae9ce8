import { ALL_OF_ENTRY, matchChanges, type Matches, type ServedBuild } from '@dateline/projections'
import { findDelivery } from '../store/deliveries.ts'
import type { SenderSettings } from '../settings.ts'
import type { Delivery, Leased } from '../types.ts'
import { verdictOf } from '../verdict.ts'
import { advance, leave } from './advance.ts'
import { beginChanges, beginResync } from './begin.ts'
import { send, type SendDeps } from './send.ts'
import { settle } from './settle.ts'

export interface TurnDeps extends SendDeps {
  settings: SenderSettings
  newId: () => string
  /** In [0, 1) */
  random: () => number
}

/**
 * What can be done for one subscription without going back to its row: whether to go on, with what it is like now, or
 * to leave it, because all is told, or it has to wait, or it is another's.
 */
type Step = { goOn: true; leased: Leased } | { goOn: false }

const END: Step = { goOn: false }

/**
 * Sends for a subscription until all is told, something does not get through, or it is another one's turn. Once
 * `stopping`, it begins nothing more; `cutting` ends what is on its way.
 */
export async function turn(deps: TurnDeps, taken: Leased, stopping: AbortSignal, cutting: AbortSignal): Promise<void> {
  const until = performance.now() + deps.settings.turn
  let step: Step = { goOn: true, leased: taken }
  while (step.goOn && !stopping.aborted && performance.now() < until) {
    step = await (step.leased.pending === null
      ? sendNext(deps, step.leased, cutting)
      : sendAgain(deps, step.leased, step.leased.pending, cutting))
  }
}

async function sendNext(deps: TurnDeps, leased: Leased, signal: AbortSignal): Promise<Step> {
  const { pool, settings } = deps
  const matches = await matchChanges(pool, leased.filters, leased.cursor, { limit: settings.batch })
  if (matches === null) return END
  const { build } = matches
  if (build.version !== leased.buildVersion) return resync(deps, leased, build, signal)
  const rows = fitting(matches.rows, settings.batchBytes)
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) {
    const moved = await advance(pool, leased, settings.lease, matches.through)
    return moved && !matches.level ? { goOn: true, leased: { ...leased, cursor: matches.through } } : END
  }
  const begun = await beginChanges(pool, leased, settings.lease, { first, last, count: rows.length })
  if (begun.status === 'lost') return END
  return attempt(deps, leased, begun.delivery, rows, signal)
}

/** Goes on with a delivery that was begun before: the same changes, as they are told now. */
async function sendAgain(deps: TurnDeps, leased: Leased, pending: string, signal: AbortSignal): Promise<Step> {
  const { pool } = deps
  const delivery = await findDelivery(pool, leased.id, pending)
  if (delivery === null) return END
  if (delivery.kind === 'resync') return attempt(deps, leased, delivery, [], signal)
  const changes = await changesOf(deps, leased, delivery)
  if (changes === null) {
    const left = await leave(pool, leased, delivery.id)
    const cursor = delivery.last ?? leased.cursor
    return left ? { goOn: true, leased: { ...leased, pending: null, tries: 0, cursor } } : END
  }
  return attempt(deps, leased, delivery, changes, signal)
}

async function resync(deps: TurnDeps, leased: Leased, build: ServedBuild, signal: AbortSignal): Promise<Step> {
  const id = `${leased.id}_resync_${deps.newId()}`
  const begun = await beginResync(deps.pool, leased, deps.settings.lease, build, id)
  if (begun.status === 'lost') return END
  const cursor = { position: build.position, n: ALL_OF_ENTRY }
  const anew = { ...leased, buildVersion: build.version, run: leased.run + 1, cursor }
  return attempt(deps, anew, begun.delivery, [], signal)
}

async function attempt(
  deps: TurnDeps,
  leased: Leased,
  delivery: Delivery,
  rows: Matches['rows'],
  signal: AbortSignal,
): Promise<Step> {
  const { pool, settings, random } = deps
  const changes = rows.map(({ json }) => json)
  const sent = await send(deps, leased, delivery, changes, signal)
  if (sent === null) return END
  const tries = leased.tries + 1
  const verdict = verdictOf(sent.posted, { tries, failingFor: leased.failingFor }, settings, random)
  const slow = sent.posted.milliseconds > settings.slowAfter
  const settled = await settle(pool, leased, settings.lease, { delivery, attempt: sent.attempt, verdict, slow })
  if (!settled || verdict.delivery !== 'delivered') return END
  return {
    goOn: true,
    leased: { ...leased, pending: null, tries: 0, failingFor: 0, cursor: delivery.last ?? leased.cursor },
  }
}

/** The changes that a delivery tells, as they match now. Null: none of them is there any more, or other code has made the tables. */
export async function changesOf(
  { pool }: Pick<TurnDeps, 'pool'>,
  { filters, buildVersion }: Pick<Leased, 'filters' | 'buildVersion'>,
  { first, last, filters: begunWith }: Delivery,
): Promise<Matches['rows'] | null> {
  if (first === null || last === null) return null
  const before = { position: first.position, n: first.n - 1 }
  const matches = await matchChanges(pool, begunWith ?? filters, before, { upTo: last })
  return matches && matches.build.version === buildVersion && matches.rows.length > 0 ? matches.rows : null
}

/** As many as a body may hold, but one at least. */
function fitting(rows: Matches['rows'], bytes: number): Matches['rows'] {
  let size = 0
  const fits = rows.findIndex((row, index) => {
    size += Buffer.byteLength(row.json)
    return size > bytes && index > 0
  })
  return fits < 0 ? rows : rows.slice(0, fits)
}
