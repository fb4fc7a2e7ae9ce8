import { OPERATIONS, ProblemError } from '@dateline/contract'
import {
  type DeadLetter,
  discardDeadLetter,
  type Discarded,
  listDeadLetters,
  retryAllDeadLetters,
  retryDeadLetter,
  type Retried,
} from '@dateline/queue'
import type { ApiDeps } from '../deps.ts'
import { pageOf, sendList, walkOf } from '../http/lists.ts'
import type { Routes } from '../http/route.ts'
import { jsonOf, sendPlain } from './answers.ts'

/** Jobs whose retries ran out. */
export function deadLetterRoutes(
  routes: Routes,
  deps: Pick<ApiDeps, 'pool' | 'log' | 'queue' | 'clock' | 'logger'>,
): void {
  const { pool, log, clock, logger } = deps

  routes.add(OPERATIONS.listDeadLetters, async (call) => {
    const { state } = call.query
    const walk = walkOf('dead-letters', call.query, ['number', 'text'])
    const [failedAt = '', id = ''] = walk.cursor?.key ?? []
    const after = walk.cursor ? { failedAt: new Date(Number(failedAt) * 1000), id: id ?? '' } : undefined
    const asOf = await log.head()
    const letters = await listDeadLetters(pool, { state, limit: walk.limit + 1, after })
    const { page, next } = pageOf(letters, walk, asOf, keyOf)
    call.response.set('Cache-Control', 'no-store')
    sendList(call, { items: page.map(jsonOf), next, limit: walk.limit, asOf })
  })

  routes.add(OPERATIONS.retryDeadLetters, async ({ principal, response }) => {
    const retried = await retryAllDeadLetters(deps)
    logger.info({ by: principal?.keyId, retried }, 'retried the dead letters')
    response.status(202)
    sendPlain(response, { retried })
  })

  routes.add(OPERATIONS.retryDeadLetter, async ({ params, principal, response }) => {
    sendPlain(response, letterOf(await retryDeadLetter(deps, params.id)))
    logger.info({ by: principal?.keyId, deadLetter: params.id }, 'retried a dead letter')
  })

  routes.add(OPERATIONS.discardDeadLetter, async ({ params, principal, response }) => {
    sendPlain(response, letterOf(await discardDeadLetter(pool, params.id, clock())))
    logger.info({ by: principal?.keyId, deadLetter: params.id }, 'discarded a dead letter')
  })
}

/** The list's order: `failedAt` has whole milliseconds, given in seconds so that it is a plain number. */
function keyOf({ failedAt, id }: DeadLetter): string[] {
  return [(failedAt.getTime() / 1000).toFixed(3), id]
}

function letterOf(result: Retried | Discarded): DeadLetter {
  if (result.status === 'notFound') throw new ProblemError('not-found', 'There is no dead letter of that id.')
  if (result.status === 'erased')
    throw new ProblemError('conflict', `Document ${result.documentId} was erased: there is nothing to try again.`)
  if (result.status === 'notOpen') throw new ProblemError('conflict', `The dead letter was ${result.state} before.`)
  return result.letter
}
