import { OPERATIONS, ProblemError } from '@dateline/contract'
import {
  activateReplay,
  cancelReplay,
  discardParked,
  getReplay,
  listParked,
  type ParkedResult,
  projectionStatus,
  releaseParked,
  type ReplayResult,
  rollback,
  startReplay,
} from '@dateline/projections'
import type { Response } from 'express'
import type { ApiDeps } from '../deps.ts'
import { pageOf, sendList, walkOf } from '../http/lists.ts'
import type { Routes } from '../http/route.ts'
import { jsonOf, sendAll, sendPlain } from './answers.ts'

type Deps = Pick<ApiDeps, 'pool' | 'log' | 'projections' | 'clock' | 'logger'>

/** How projections stand, their replays, and what they could not fold. */
export function projectionRoutes(routes: Routes, deps: Deps): void {
  const { log, pool, logger } = deps

  routes.add(OPERATIONS.listProjections, async (call) => {
    sendAll(call, await projectionStatus(deps, deps.clock), await log.head())
  })

  routes.add(OPERATIONS.startReplay, async ({ params, body, principal, response }) => {
    const started = await startReplay(deps, params.name, body)
    if (started.status === 'unknown')
      throw new ProblemError(
        'not-found',
        `There is no projection of that name; there are: ${started.known.join(', ')}.`,
      )
    if (started.status === 'underway')
      throw new ProblemError('conflict', `Replay ${started.replay.id} is under way; let it end or cancel it first.`)
    const { replay } = started
    logger.info({ by: principal?.keyId, replay: replay.id, projection: replay.projection }, 'started a replay')
    response.status(202).set('Location', `/v1/admin/replays/${replay.id}`)
    sendPlain(response, replay)
  })

  routes.add(OPERATIONS.rollbackProjection, async ({ params, principal, response }) => {
    const result = await rollback(deps, params.name)
    logger.info({ by: principal?.keyId, projection: params.name, status: result.status }, 'went back to earlier tables')
    sendReplay(response, result, 'There is no projection of that name.')
  })

  routes.add(OPERATIONS.cancelReplay, async ({ params, principal, response }) => {
    const result = await cancelReplay(deps, params.id)
    logger.info({ by: principal?.keyId, replay: params.id, status: result.status }, 'cancelled a replay')
    sendReplay(response, result, NO_REPLAY)
  })

  routes.add(OPERATIONS.activateReplay, async ({ params, principal, response }) => {
    const result = await activateReplay(deps, params.id)
    logger.info({ by: principal?.keyId, replay: params.id, status: result.status }, 'activated a replay')
    sendReplay(response, result, NO_REPLAY)
  })

  routes.add(OPERATIONS.getReplay, async ({ params, response }) => {
    const replay = await getReplay(deps, params.id)
    if (!replay) throw new ProblemError('not-found', NO_REPLAY)
    sendPlain(response, replay)
  })

  routes.add(OPERATIONS.listParked, async (call) => {
    const walk = walkOf('parked', call.query, ['position'])
    const asOf = await log.head()
    const rows = await listParked(pool, { after: walk.cursor?.key[0] ?? '0', limit: walk.limit + 1 })
    const { page, next } = pageOf(rows, walk, asOf, (parked) => [parked.id])
    call.response.set('Cache-Control', 'no-store')
    sendList(call, { items: page.map(jsonOf), next, limit: walk.limit, asOf })
  })

  routes.add(OPERATIONS.releaseParked, async ({ params, principal, response }) => {
    settled(await releaseParked(pool, params.id))
    logger.info({ by: principal?.keyId, parked: params.id }, 'released a parked entry')
    response.status(204).end()
  })

  routes.add(OPERATIONS.discardParked, async ({ params, principal, response }) => {
    settled(await discardParked(pool, params.id))
    logger.info({ by: principal?.keyId, parked: params.id }, 'discarded a parked entry')
    response.status(204).end()
  })
}

const NO_REPLAY = 'There is no replay of that id.'

function sendReplay(response: Response, result: ReplayResult, unknown: string): void {
  if (result.status === 'unknown') throw new ProblemError('not-found', unknown)
  if (result.status === 'refused') throw new ProblemError('conflict', `${result.why}.`)
  sendPlain(response, result.replay)
}

function settled(result: ParkedResult): void {
  if (result.status === 'unknown') throw new ProblemError('not-found', 'There is no parked entry of that id.')
  if (result.status === 'behind')
    throw new ProblemError('conflict', `Parked entry ${result.first} of the same stream has to be settled first.`)
}
