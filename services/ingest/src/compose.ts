import { availableParallelism } from 'node:os'
import type { EventLog } from '@dateline/event-log'
import { submitDocuments } from '@dateline/intake'
import type { Clock, Configuration, Logger } from '@dateline/platform'
import type { QueueConnection, Submission } from '@dateline/queue'
import type { Pool } from 'pg'
import { createThreadAnnotator } from './annotator.ts'
import type { Submitted } from './process.ts'
import { createIngestWorker, type IngestWorker, type JobReport } from './worker.ts'

export type { IngestWorker, JobReport } from './worker.ts'

/** What the service shares with others in its process; all of it is closed by the caller, after the worker. */
export interface IngestParts {
  configuration: Pick<Configuration, 'ingestConcurrency'>
  pool: Pool
  log: EventLog
  connection: QueueConnection
  logger: Logger
  clock: Clock
  onJob?: ((done: JobReport) => void) | undefined
  /** A module that exports `annotate(document)` and `engine()`; default: the extraction engine */
  engine?: URL | undefined
}

/** The worker of the queue `documents`, with the extraction engine in threads. Works until it is closed. */
export async function composeIngest({
  configuration,
  pool,
  log,
  engine,
  ...parts
}: IngestParts): Promise<IngestWorker> {
  // Annotating is pure computation: more threads than cores would only share them, each with a model in memory.
  const threads = Math.min(configuration.ingestConcurrency, availableParallelism())
  const annotator = await createThreadAnnotator({ threads, module: engine })
  const worker = createIngestWorker({
    ...parts,
    pool,
    log,
    annotator,
    submit: (submission) => submit({ pool, log }, submission),
    // While some are annotated, others are read and appended.
    concurrency: 4 * threads,
  })
  return {
    async close(grace) {
      await worker.close(grace)
      await annotator.close()
    },
  }
}

async function submit(deps: { pool: Pool; log: EventLog }, { source, document }: Submission): Promise<Submitted> {
  const submission = await submitDocuments(deps, { source, documents: [document] })
  const result = submission.status === 'answered' ? submission.results[0] : undefined
  if (result === undefined) throw new Error('intake did not answer for the document')
  if (result.outcome === 'refused' && result.erased !== undefined)
    return { status: 'erased', documentId: result.erased }
  if (result.outcome === 'refused') return { status: 'rejected', errors: result.errors }
  return { status: 'accepted', documentId: result.id, revision: result.revision, duplicate: result.duplicate }
}
