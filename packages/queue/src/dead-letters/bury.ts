import { inspect } from 'node:util'
import { derivedId, type DocumentFailed, documentStream, SCHEMA_VERSION } from '@dateline/domain'
import type { EventLog, NewEntry } from '@dateline/event-log'
import { type Clock, inTransaction } from '@dateline/platform'
import type { Pool } from 'pg'
import { settlePending } from '../dispatcher/settle.ts'
import { eraseFromLetter } from '../erasure/dead-letters.ts'
import { DOCUMENTS_QUEUE, parseJob, type Work } from '../jobs.ts'
import { readStanding, type Standing } from '../standing.ts'
import { recordDeadLetter } from './record.ts'

export interface BuryDeps {
  pool: Pool
  log: EventLog
  clock: Clock
}

/** Of a BullMQ job, what a dead letter keeps. */
export interface GivenUpJob {
  id?: string | undefined
  /** When it was put on the queue, epoch milliseconds: tells jobs apart whose ids a wiped queue hands out again */
  timestamp: number
  data: unknown
  attemptsStarted: number
}

/** `known`: it was buried before. `moot`: the document was annotated or revised meanwhile, so nothing is lost. */
export type Burial = { status: 'buried' | 'known' | 'moot' }

/** A stream that grows under our hands is read again this often. */
const RACES = 10

/**
 * Makes a dead letter of a job and, where it was work on a document, appends `document.failed`: both or neither, once
 * however often it is called.
 */
export async function bury(deps: BuryDeps, job: GivenUpJob, error: unknown): Promise<Burial> {
  const parsed = parseJob(job.data)
  if (parsed.kind !== 'work') return record(deps, job, error)
  const { work } = parsed
  for (let race = 0; race < RACES; race++) {
    const standing = await readStanding(deps.log, work)
    if (standing.status !== 'open' && standing.status !== 'unknown') {
      await settlePending(deps.pool, work)
      return { status: 'moot' }
    }
    if (standing.status === 'unknown') return record(deps, job, error)
    const burial = await recordAndAppend(deps, job, work, standing, error)
    if (burial !== 'conflict') return burial
  }
  throw new Error(`document ${work.documentId} changed ${RACES} times while its failure was to be recorded`)
}

async function record({ pool, clock }: BuryDeps, job: GivenUpJob, error: unknown): Promise<Burial> {
  const made = letter(job, null, error, clock())
  const { status } = await recordDeadLetter(pool, made)
  await eraseFromLetter(pool, made)
  return { status: status === 'recorded' ? 'buried' : 'known' }
}

class Conflict extends Error {}

async function recordAndAppend(
  { pool, log, clock }: BuryDeps,
  job: GivenUpJob,
  work: Work,
  { version, submitted }: Extract<Standing, { status: 'open' }>,
  error: unknown,
): Promise<Burial | 'conflict'> {
  const data: DocumentFailed = {
    documentId: work.documentId,
    revision: work.revision,
    error: messageOf(error),
    attempts: job.attemptsStarted,
  }
  const entry: NewEntry = {
    id: derivedId('document.failed', work.entryId, work.attempt),
    type: 'document.failed',
    schemaVersion: SCHEMA_VERSION['document.failed'],
    data,
    causationId: submitted.id,
    correlationId: submitted.correlationId ?? submitted.id,
    metadata: { attempt: work.attempt },
  }
  try {
    const burial = await inTransaction(pool, async (client): Promise<Burial> => {
      const { status } = await recordDeadLetter(client, letter(job, work, error, clock()))
      if (status === 'known') return { status: 'known' }
      const append = { stream: documentStream(work.documentId), expected: version, entries: [entry] }
      const [result] = await log.appendIn(client, [append])
      if (result?.status === 'conflict') throw new Conflict()
      return { status: 'buried' }
    })
    log.wake()
    return burial
  } catch (failure) {
    if (failure instanceof Conflict) return 'conflict'
    throw failure
  }
}

function letter(job: GivenUpJob, work: Work | null, error: unknown, failedAt: Date) {
  const jobId = job.id ?? 'none'
  return {
    id: derivedId('dead-letter', DOCUMENTS_QUEUE, jobId, job.timestamp),
    queue: DOCUMENTS_QUEUE,
    jobId,
    documentId: work?.documentId ?? null,
    revision: work?.revision ?? null,
    payload: job.data,
    error: messageOf(error),
    attempts: job.attemptsStarted,
    failedAt,
  }
}

/** The messages of the error and its causes, in characters that Postgres takes. */
export function messageOf(error: unknown): string {
  const messages: string[] = []
  for (let at = error, depth = 0; at !== undefined && depth < 5; depth++) {
    messages.push(at instanceof Error ? at.message || at.name : inspect(at))
    at = at instanceof Error ? at.cause : undefined
  }
  return messages.join(': ').slice(0, 4_000).toWellFormed().replaceAll('\u0000', '\uFFFD')
}
