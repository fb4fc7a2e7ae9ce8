import { SourceName } from '@dateline/contract'
import { derivedId } from '@dateline/domain'
import { z } from 'zod'

/** The one queue. Producers put submissions on it, the dispatcher puts work. */
export const DOCUMENTS_QUEUE = 'documents'

/** Names that jobs carry for whoever looks at the queue; what a job is, its data says. */
export const WORK_JOB = 'annotate'
export const SUBMISSION_JOB = 'submit'

/** "Annotate this revision", as the dispatcher derives it from the log. */
const workSchema = z.strictObject({
  documentId: z.string().min(1),
  revision: z.int().positive(),
  /** The log entry that demands the work */
  entryId: z.string().min(1),
  /** 1, and one more each time that the work is put on the queue anew under another job id */
  attempt: z.int().positive(),
})

/** What any producer may put on the queue; intake parses the document itself. */
const submissionSchema = z.strictObject({
  source: SourceName,
  document: z.record(z.string(), z.unknown()),
})

/** What is left of a submission whose document was erased: of which source it was and which document. */
const erasedSchema = z.strictObject({ source: SourceName, erased: z.string().min(1) })

export type Work = z.infer<typeof workSchema>
export type Submission = z.infer<typeof submissionSchema>

export type Erased = z.infer<typeof erasedSchema>

export type ParsedJob =
  | { kind: 'work'; work: Work }
  | { kind: 'submission'; submission: Submission }
  | { kind: 'erased'; documentId: string }
  | { kind: 'invalid'; reason: string }

/** What a job's data asks for; `invalid` says what is wrong and what would be right. */
export function parseJob(data: unknown): ParsedJob {
  const isWork = typeof data === 'object' && data !== null && 'entryId' in data
  if (isWork) {
    const work = workSchema.safeParse(data)
    if (work.success) return { kind: 'work', work: work.data }
    return { kind: 'invalid', reason: `not a work order: ${issuesOf(work.error)}` }
  }
  const erased = erasedSchema.safeParse(data)
  if (erased.success) return { kind: 'erased', documentId: erased.data.erased }
  const submission = submissionSchema.safeParse(data)
  if (submission.success) return { kind: 'submission', submission: submission.data }
  return { kind: 'invalid', reason: `not {"source": "…", "document": {…}}: ${issuesOf(submission.error)}` }
}

/**
 * The job id of a piece of work: the same work has the same id, so that BullMQ keeps it once. It silently drops an id
 * that it holds already, finished ones too, hence the attempt in it. It allows neither `:` nor integers.
 */
export function workJobId({ entryId, attempt }: Work): string {
  return `${WORK_JOB}-${derivedId('job', entryId)}-${attempt}`
}

function issuesOf(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => `${path.length > 0 ? path.join('.') : 'the job'}: ${message}`)
    .join('; ')
}
