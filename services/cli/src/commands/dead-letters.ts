import { systemClock } from '@dateline/platform'
import {
  connectQueue,
  discardDeadLetter,
  type Discarded,
  listDeadLetters,
  type Retried,
  retryAllDeadLetters,
  type RetryDeps,
  retryDeadLetter,
} from '@dateline/queue'
import { onDatabase } from '../database.ts'
import { terminal } from '../terminal.ts'

/** `dateline dead-letters`: what was given up, the latest first, with why. */
export function list(): Promise<void> {
  return onDatabase(async ({ pool }) => {
    const letters = await listDeadLetters(pool, { limit: 200 })
    if (letters.length === 0) terminal.say('No dead letters.')
    for (const { id, documentId, attempts, failedAt, error } of letters) {
      const what = documentId === null ? 'no document' : `document ${documentId}`
      terminal.say(`${id}  ${failedAt.toISOString()}  ${what}, ${attempts} attempts\n    ${error}`)
    }
  })
}

/** `dateline dead-letters retry [ID]`: one, or all. */
export function retry(id: string | undefined): Promise<void> {
  return withQueue(async (deps) => {
    if (id === undefined) {
      terminal.say(`${await retryAllDeadLetters(deps)} are tried again.`)
      return 0
    }
    return answer(id, await retryDeadLetter(deps, id))
  })
}

/** `dateline dead-letters discard ID`. */
export function discard(id: string): Promise<void> {
  return onDatabase(async ({ pool }) => answer(id, await discardDeadLetter(pool, id, systemClock())))
}

function answer(id: string, result: Retried | Discarded): 0 | 1 {
  terminal.say(sentence(id, result))
  return result.status === 'retried' || result.status === 'discarded' ? 0 : 1
}

function sentence(id: string, result: Retried | Discarded): string {
  if (result.status === 'retried') return `Dead letter ${id} is tried again.`
  if (result.status === 'discarded') return `Dead letter ${id} is discarded.`
  if (result.status === 'erased') return `Document ${result.documentId} was erased: there is nothing to try again.`
  if (result.status === 'notOpen') return `Dead letter ${id} was ${result.state} before.`
  return `There is no dead letter ${JSON.stringify(id)}.`
}

function withQueue(work: (deps: RetryDeps) => Promise<0 | 1>): Promise<void> {
  return onDatabase(async ({ configuration: { redisUrl }, pool, url }) => {
    const connection = await connectQueue(
      redisUrl === undefined ? { kind: 'postgres', url, poolSize: 2 } : { kind: 'redis', url: redisUrl },
      (error) => process.stderr.write(`queue: ${error.message}\n`),
    )
    try {
      return await work({ pool, queue: connection.queue, clock: systemClock })
    } finally {
      await connection.close()
    }
  })
}
