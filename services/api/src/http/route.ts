import { issuesOf, ProblemError, readQuery, type Operation, type QuerySchema } from '@dateline/contract'
import { Router, type Request, type RequestHandler } from 'express'
import { z } from 'zod'
import type { ApiDeps } from '../deps.ts'
import { noteActOf } from './audit.ts'
import { principalOf, requireScope } from './authenticate.ts'
import { bytesOf, parseJson, rawBody } from './body.ts'
import type { Call, Handler } from './call.ts'

/** The most bytes of a body that is no delivery. */
const MAX_BODY = 100 * 1024

const nothing = z.strictObject({})

/** Where the features put their operations. */
export interface Routes {
  /** Lets in, parses, and then answers; `before` runs between letting in and parsing. */
  add<O extends Operation>(operation: O, handler: Handler<O>, before?: readonly RequestHandler[]): void
  router: Router
}

/** Routes that parse every request by its operation's schemas. Refuses what does not parse, naming all that is wrong. */
export function createRoutes(deps: Pick<ApiDeps, 'configuration' | 'access' | 'logger'>): Routes {
  const router = Router({ strict: true, caseSensitive: true })
  const methods = new Map<string, string[]>()
  return {
    router,
    add(operation, handler, before = []) {
      const path = expressPath(operation.path)
      const reading = operation.body !== undefined && operation.access !== 'signed' ? [rawBody(MAX_BODY)] : []
      const allowed = methods.get(path) ?? []
      methods.set(path, [...allowed, operation.method])
      router[operation.method](
        path,
        (request, _response, next) => {
          admit(operation, request, deps.configuration.readAuth)
          next()
        },
        ...reading,
        ...before,
        async (request, response) => {
          const call = { ...parse(operation, request), principal: principalOf(response), request, response }
          await noteActOf(deps, operation, call)
          await handler(call as Call<typeof operation>)
        },
      )
      if (allowed.length === 0)
        router.all(
          path,
          methodNotAllowed(() => methods.get(path) ?? []),
        )
    },
  }
}

function admit(operation: Operation, request: Request, readAuth: 'open' | 'required'): void {
  if (operation.access === 'read') requireScope(request, 'timelines:read', readAuth === 'open')
  if (operation.access === 'admin') requireScope(request, 'admin', false)
}

function parse(operation: Operation, request: Request): { params: unknown; query: unknown; body: unknown } {
  const params = (operation.params ?? nothing).safeParse(joined(request.params))
  // A path that cannot name anything names nothing.
  if (!params.success) {
    const [issue] = issuesOf(params.error)
    throw new ProblemError('not-found', `There is no such thing: ${issue?.pointer.slice(1)} ${issue?.message}.`)
  }
  const query = readQuery<QuerySchema>(operation.query ?? nothing, searchOf(request))
  if (!query.ok) throw new ProblemError('invalid-request', 'The query does not parse.', { errors: query.errors })
  return { params: params.data, query: query.value, body: bodyOf(operation, request) }
}

function bodyOf(operation: Operation, request: Request): unknown {
  if (operation.body === undefined || operation.access === 'signed') return undefined
  const bytes = bytesOf(request.body)
  const json = bytes.length === 0 && !operation.body.required ? {} : parseJson(bytes)
  const body = operation.body.schema.safeParse(json)
  if (body.success) return body.data
  const known = operation.body.schema instanceof z.ZodObject ? Object.keys(operation.body.schema.shape) : []
  throw new ProblemError('invalid-request', 'The body does not parse.', { errors: issuesOf(body.error, [], known) })
}

export function searchOf(request: Request): URLSearchParams {
  const mark = request.originalUrl.indexOf('?')
  return new URLSearchParams(mark < 0 ? '' : request.originalUrl.slice(mark + 1))
}

/** An id may hold slashes, encoded or not, so it is a wildcard; other parameters are one segment. */
function expressPath(path: string): string {
  return path.replaceAll('{id}', '*id').replaceAll(/\{(\w+)\}/g, ':$1')
}

function joined(params: Request['params']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : value]),
  )
}

function methodNotAllowed(methods: () => readonly string[]): RequestHandler {
  return (request, response, next) => {
    const allowed = methods().flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
    if (request.method === 'OPTIONS') {
      response
        .set('Allow', [...allowed, 'OPTIONS'].join(', '))
        .status(204)
        .end()
      return
    }
    // Another operation of the same path, added after this one, takes it.
    if (allowed.includes(request.method)) return next()
    throw new ProblemError(
      'method-not-allowed',
      `${request.method} is not allowed here; there are: ${allowed.join(', ')}.`,
      {
        headers: { Allow: allowed.join(', ') },
      },
    )
  }
}
