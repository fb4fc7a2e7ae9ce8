import { openApiDocument, OPERATIONS, ProblemError, PROBLEMS } from '@dateline/contract'
import type { ApiDeps } from '../deps.ts'
import { etagOf, isFresh, notModified, setEtag } from '../http/etag.ts'
import { sendJson } from '../http/lists.ts'
import type { Routes } from '../http/route.ts'

/** The interface's own description. */
export function openApiRoutes(routes: Routes, { version }: Pick<ApiDeps, 'version'>): void {
  let document: string | undefined
  routes.add(OPERATIONS.getOpenApi, ({ request, response }) => {
    const etag = etagOf(request, version, 'openapi')
    if (isFresh(request, etag)) return notModified(response, etag, false)
    setEtag(response, etag, false)
    sendJson(response, (document ??= JSON.stringify(openApiDocument(version))))
  })

  routes.add(OPERATIONS.getProblem, ({ params, response }) => {
    const found = Object.entries(PROBLEMS).find(([name]) => name === params.name)
    if (!found) throw new ProblemError('not-found', 'There is no such type of problem.')
    const [name, { status, title }] = found
    response.json({ type: `/problems/${name}`, title, status })
  })
}
