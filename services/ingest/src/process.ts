import {
  type Annotation,
  documentStream,
  type DocumentSubmitted,
  type Engine,
  type SourceDocument,
} from '@dateline/domain'
import type { Entry, EventLog } from '@dateline/event-log'
import { parseJob, readStanding, settlePending, type Submission, type Work } from '@dateline/queue'
import type { Pool } from 'pg'
import { entriesOf } from './entries.ts'

/** Annotates documents off the main thread. */
export interface Annotator {
  engine: Engine
  /** Rejects when the signal aborts, when the document takes too long and when the engine fails. */
  annotate(document: SourceDocument, signal: AbortSignal): Promise<Annotation>
}

/** What intake made of a document that came through the queue. */
export type Submitted =
  | { status: 'accepted'; documentId: string; revision: number; duplicate: boolean }
  | { status: 'erased'; documentId: string }
  | { status: 'rejected'; errors: readonly { pointer: string; message: string }[] }

export interface ProcessDeps {
  pool: Pool
  log: EventLog
  annotator: Annotator
  submit(submission: Submission): Promise<Submitted>
}

/** How a job ended that needs no further try. Kept as the job's return value. */
export type Outcome =
  | { outcome: 'annotated'; events: number }
  /** It was done before: nothing was appended */
  | { outcome: 'already' }
  /** A newer revision came, which has a job of its own */
  | { outcome: 'superseded'; by: number }
  /** The document is to say nothing any more */
  | { outcome: 'erased'; documentId: string }
  | { outcome: 'submitted'; documentId: string; revision: number; duplicate: boolean }

/** The job cannot succeed however often it is tried. */
export class HopelessJob extends Error {
  override name = 'HopelessJob'
}

/** A stream that grows while its document is annotated is read again this often. */
const RACES = 10

/** Does what a job asks for. @throws {HopelessJob} where trying again is of no use. */
export async function processJob(deps: ProcessDeps, data: unknown, signal: AbortSignal): Promise<Outcome> {
  const job = parseJob(data)
  if (job.kind === 'work') return annotateRevision(deps, job.work, signal)
  if (job.kind === 'submission') return submit(deps, job.submission)
  if (job.kind === 'erased') return { outcome: 'erased', documentId: job.documentId }
  throw new HopelessJob(job.reason)
}

async function submit(deps: ProcessDeps, submission: Submission): Promise<Outcome> {
  const result = await deps.submit(submission)
  if (result.status === 'erased') return { outcome: 'erased', documentId: result.documentId }
  if (result.status === 'rejected')
    throw new HopelessJob(result.errors.map(({ pointer, message }) => `${pointer}: ${message}`).join('; '))
  return {
    outcome: 'submitted',
    documentId: result.documentId,
    revision: result.revision,
    duplicate: result.duplicate,
  }
}

async function annotateRevision(deps: ProcessDeps, work: Work, signal: AbortSignal): Promise<Outcome> {
  const { log, annotator } = deps
  let annotation: Annotation | undefined
  for (let race = 0; race < RACES; race++) {
    const standing = await readStanding(log, work, annotator.engine)
    if (standing.status === 'unknown')
      throw new HopelessJob(`the log has no revision ${work.revision} of a document ${work.documentId}`)
    if (standing.status !== 'open') {
      await settlePending(deps.pool, work)
      if (standing.status === 'superseded') return { outcome: 'superseded', by: standing.by }
      if (standing.status === 'erased') return { outcome: 'erased', documentId: work.documentId }
      return { outcome: 'already' }
    }
    annotation ??= await annotator.annotate(await sourceOf(log, standing.submitted), signal)
    const result = await log.append({
      stream: documentStream(work.documentId),
      expected: standing.version,
      entries: entriesOf(annotation, standing.submitted),
    })
    if (result.status === 'appended') return { outcome: 'annotated', events: annotation.events.length }
    if (result.status === 'duplicate') return { outcome: 'already' }
  }
  throw new Error(`document ${work.documentId} changed ${RACES} times while its annotation was to be appended`)
}

async function sourceOf(log: EventLog, { data }: Entry<DocumentSubmitted>): Promise<SourceDocument> {
  const text = await log.texts.get(data.textHash)
  if (text.status === 'erased') throw new HopelessJob(`the text was erased at ${text.erasedAt.toISOString()}`)
  if (text.status === 'missing') throw new HopelessJob(`the text ${data.textHash} is missing`)
  return {
    id: data.documentId,
    title: data.title ?? undefined,
    body: text.body,
    publishedAt: data.publishedAt,
    lang: data.lang ?? undefined,
    source: data.source,
  }
}
