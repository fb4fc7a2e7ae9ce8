import { OPERATIONS, ProblemError } from '@dateline/contract'
import { correct, listCorrections } from '@dateline/corrections'
import type { CorrectionMade } from '@dateline/domain'
import type { Entry } from '@dateline/event-log'
import type { ApiDeps } from '../deps.ts'
import { pageOf, sendList, walkOf } from '../http/lists.ts'
import type { Routes } from '../http/route.ts'
import { jsonOf, sendPlain } from './answers.ts'

/** What people say is wrong in what the log adds up to. */
export function correctionRoutes(routes: Routes, deps: Pick<ApiDeps, 'pool' | 'log' | 'newId' | 'logger'>): void {
  const { log, logger } = deps

  routes.add(OPERATIONS.listCorrections, async (call) => {
    const walk = walkOf('corrections', call.query, ['position'])
    const asOf = await log.head()
    const key = walk.cursor?.key[0]
    const before = key === undefined || key === null ? undefined : BigInt(key)
    const entries = await listCorrections(log, { before, limit: walk.limit + 1 })
    const { page, next } = pageOf(entries, walk, asOf, ({ position }) => [String(position)])
    call.response.set('Cache-Control', 'no-store')
    sendList(call, { items: page.map(correctionOf).map(jsonOf), next, limit: walk.limit, asOf })
  })

  routes.add(OPERATIONS.makeCorrection, async ({ body, principal, response }) => {
    if (principal === null) throw new ProblemError('unauthenticated', 'A correction needs a key.')
    const result = await correct(deps, body, { id: principal.keyId, name: principal.name })
    if (result.status === 'unknown') throw new ProblemError('not-found', result.message)
    if (result.status === 'refused') throw new ProblemError('conflict', result.message)
    logger.info({ by: principal.keyId, correction: result.entry.id, kind: body.kind }, 'made a correction')
    response.status(201)
    sendPlain(response, correctionOf(result.entry))
  })
}

function correctionOf({ id, position, recordedAt, data: { change, reason, author } }: Entry<CorrectionMade>) {
  const { kind, ...rest } = change
  return { id, kind, change: rest, reason, author, position, recordedAt }
}
