import { setTimeout as sleep } from 'node:timers/promises'
import { createLogger } from '@dateline/platform'
import {
  getReplay,
  growHeapSlowly,
  PROJECTIONS,
  type Projector,
  type Replay,
  type ReplayDeps,
  rollback,
  startProjector,
  startReplay,
} from '@dateline/projections'
import { onDatabase } from '../database.ts'
import { terminal } from '../terminal.ts'

/** `dateline replay NAME [--dry-run] [--manual]`: follows the replay to its end. */
export function replay(name: string, options: { dryRun: boolean; manual: boolean }): Promise<void> {
  return withProjector(async (deps, project) => {
    const activate = options.manual ? 'manual' : 'auto'
    const started = await startReplay(deps, name, { dryRun: options.dryRun, activate })
    if (started.status === 'unknown') {
      terminal.say(`There is no projection ${JSON.stringify(name)}; there are: ${started.known.join(', ')}`)
      return 1
    }
    if (started.status === 'underway') terminal.say(`Replay ${started.replay.id} is under way already: following it.`)
    const ended = await follow(deps, started.replay, { manual: options.manual, project })
    terminal.say(describe(ended))
    return ended.state === 'failed' || ended.state === 'cancelled' ? 1 : 0
  })
}

/** `dateline rollback NAME`: the tables that served before serve again. */
export function rollBack(name: string): Promise<void> {
  return withProjector(async (deps, project) => {
    project()
    const result = await rollback(deps, name)
    if (result.status === 'done') {
      terminal.say(`${result.replay.projection}: the tables of replay ${result.replay.id} are ${result.replay.state}.`)
      return 0
    }
    terminal.say(result.status === 'unknown' ? `There is no projection ${JSON.stringify(name)}.` : result.why)
    return 1
  })
}

/** @param work is given what makes sure that there is a projector: it starts one in this process, once */
function withProjector(work: (deps: ReplayDeps, project: () => void) => Promise<0 | 1>): Promise<void> {
  growHeapSlowly()
  return onDatabase(async ({ pool, log }) => {
    const deps = { pool, log, projections: PROJECTIONS }
    let projector: Projector | undefined
    const project = () => {
      projector ??= startProjector({ ...deps, logger: createLogger({ logLevel: 'warn' }, 'cli') })
    }
    try {
      return await work(deps, project)
    } finally {
      await projector?.stop()
    }
  })
}

/** The projector of a service has begun by then, or there is none. */
const PATIENCE_MS = 2_000

/**
 * A replay is run by whichever projector comes first. Two of them would take turns, each without what the other one
 * knows, and be slower than one: this process runs one only where nothing moves.
 */
async function follow(
  deps: ReplayDeps,
  first: Replay,
  { manual, project }: { manual: boolean; project: () => void },
): Promise<Replay> {
  const bar = terminal.progress(`replay of ${first.projection}`)
  const began = performance.now()
  let replay = first
  for (;;) {
    bar.update(replay.done, replay.total, rateOf(replay))
    if (replay.state !== 'running' && (replay.state !== 'caughtUp' || (manual && !replay.dryRun))) break
    if (replay.done === first.done && performance.now() - began > PATIENCE_MS) project()
    await sleep(100)
    replay = (await getReplay(deps, first.id)) ?? replay
  }
  bar.stop()
  return replay
}

const rateOf = ({ perSecond, secondsLeft }: Replay) =>
  [perSecond === null ? '' : `${perSecond}/s`, secondsLeft === null ? '' : `${Math.ceil(secondsLeft)} s left`]
    .filter(Boolean)
    .join('  ')

function describe(replay: Replay): string {
  const { id, projection, version, done, state } = replay
  if (state === 'active') return `${projection} version ${version} serves, built from ${done} entries by replay ${id}.`
  if (state === 'caughtUp')
    return `Replay ${id} of ${projection} is caught up and waits: POST /v1/admin/replays/${id}/activate lets it serve.`
  if (state === 'failed') return `Replay ${id} of ${projection} failed: ${replay.error ?? 'no reason is known'}`
  if (state === 'cancelled') return `Replay ${id} of ${projection} was cancelled.`
  return replay.report === null
    ? `Replay ${id} is done.`
    : `A replay would change:\n${JSON.stringify(replay.report, null, 2)}`
}
