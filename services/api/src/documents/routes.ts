import { OPERATIONS, ProblemError } from '@dateline/contract'
import type { DocumentAnnotated, DocumentSubmitted, EventReported } from '@dateline/domain'
import { documentStream } from '@dateline/domain'
import { isProcessing } from '@dateline/queue'
import type { ApiDeps } from '../deps.ts'
import { sendJson } from '../http/lists.ts'
import { readTables, type ReadDeps, type View } from '../http/reading.ts'
import type { Routes } from '../http/route.ts'
import { annotationView } from './annotation-view.ts'
import { findAnnotation, findDocument, findQueued } from './find-document.ts'

/** Documents and their annotations. */
export function documentRoutes(routes: Routes, deps: ReadDeps & Pick<ApiDeps, 'log' | 'queue'>): void {
  const unknown = () => new ProblemError('not-found', 'There is no document of that id.')

  routes.add(OPERATIONS.getAnnotation, async (call) => {
    await readTables(deps, call, async (view) => {
      const found = await findAnnotation(view, call.params.id)
      if (!found) throw unknown()
      if (found.status === 'retracted') throw new ProblemError('gone', 'The document was retracted.')
      if (found.position === null || found.hash === null)
        throw new ProblemError('not-found', `The document has no annotation yet: it is ${found.status}.`)
      const text = await deps.log.texts.get(found.hash, view.client)
      if (text.status !== 'found') throw new ProblemError('gone', 'The document’s text was erased.')
      const annotation = await readAnnotation(deps.log, view, found.position)
      sendJson(
        call.response,
        JSON.stringify(
          annotationView(annotation.annotated, annotation.events, { body: text.body, title: annotation.title }),
        ),
      )
    })
  })

  routes.add(OPERATIONS.getDocument, async (call) => {
    await readTables(deps, call, async (view) => {
      const shown = await findDocument(view, call.params.id)
      // Nobody has to wait for the projector to be told what was just taken.
      const document = shown ?? (await findQueued(deps.log, call.params.id))
      if (!document) throw unknown()
      if (document.status === 'queued') {
        // A worker takes it without an entry in the log, which is what the ETag is of.
        call.response.removeHeader('ETag')
        if (await isProcessing(deps, document.id)) document.status = 'processing'
      }
      sendJson(call.response, JSON.stringify(document))
    })
  })
}

/** The annotation that stands at the position, the events that follow it, and the title of the revision it is of. */
async function readAnnotation(log: ApiDeps['log'], { client }: View, position: bigint) {
  const [entry] = await log.read({ after: position - 1n, limit: 1 }, client)
  const annotated = entry?.data as DocumentAnnotated
  const following = await log.read({ after: position, limit: Math.max(annotated.events, 1) }, client)
  const events = following.slice(0, annotated.events).map((event) => event.data as EventReported)
  const stream = await log.readStream(documentStream(annotated.documentId), {}, client)
  const submitted = stream
    .filter((one) => one.type === 'document.submitted')
    .map((one) => one.data as DocumentSubmitted)
    .find((one) => one.revision === annotated.revision)
  return { annotated, events, title: submitted?.title ?? null }
}
