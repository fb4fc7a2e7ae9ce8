import { OPERATIONS, ProblemError } from '@dateline/contract'
import type { ApiDeps } from '../deps.ts'
import type { Routes } from '../http/route.ts'
import { pageOf, sendList, walkOf } from '../http/lists.ts'
import { jsonOf, sendAll, sendSecret } from './answers.ts'

/** Sources, keys, and what was done with keys. */
export function accessRoutes(
  routes: Routes,
  { access, log, logger }: Pick<ApiDeps, 'access' | 'log' | 'logger'>,
): void {
  const noSource = () => new ProblemError('not-found', 'There is no source of that name.')

  routes.add(OPERATIONS.listSources, async (call) => sendAll(call, await access.listSources(), await log.head()))

  routes.add(OPERATIONS.createSource, async ({ body, principal, response }) => {
    const made = await access.createSource(body.name)
    if (made.status === 'exists') throw new ProblemError('conflict', `The source ${body.name} is there already.`)
    logger.info({ by: principal?.keyId, source: body.name }, 'made a source')
    sendSecret(response, 201, { name: body.name, createdAt: made.createdAt, secret: made.secret })
  })

  routes.add(OPERATIONS.rotateSource, async ({ params, principal, response }) => {
    const rotated = await access.rotateSource(params.name)
    if (rotated.status === 'unknown') throw noSource()
    logger.info({ by: principal?.keyId, source: params.name }, 'rotated the secret of a source')
    const { secret, previousExpiresAt } = rotated
    sendSecret(response, 200, { name: params.name, secret, previousExpiresAt })
  })

  routes.add(OPERATIONS.deleteSource, async ({ params, principal, response }) => {
    if ((await access.deleteSource(params.name)) === 'unknown') throw noSource()
    logger.info({ by: principal?.keyId, source: params.name }, 'ended a source')
    response.status(204).end()
  })

  routes.add(OPERATIONS.listKeys, async (call) => sendAll(call, await access.listKeys(), await log.head()))

  routes.add(OPERATIONS.createKey, async ({ body, principal, response }) => {
    const { id, name, scopes, createdAt, key } = await access.createKey(body)
    logger.info({ by: principal?.keyId, key: id, scopes }, 'made a key')
    sendSecret(response, 201, { id, name, scopes, createdAt, key })
  })

  routes.add(OPERATIONS.rotateKey, async ({ params, principal, response }) => {
    const rotated = await access.rotateKey(params.id)
    if (rotated.status === 'unknown') throw new ProblemError('not-found', 'There is no key of that id.')
    if (rotated.status === 'rotated before') throw new ProblemError('conflict', 'The key has a successor already.')
    const { status: _, ...key } = rotated
    logger.info({ by: principal?.keyId, key: params.id, successor: key.id }, 'rotated a key')
    sendSecret(response, 200, key)
  })

  routes.add(OPERATIONS.listActs, async (call) => {
    const walk = walkOf('audit', call.query, ['position'])
    const asOf = await log.head()
    const { action, key } = call.query
    const filter = { before: walk.cursor?.key[0] ?? undefined, action, keyId: key, limit: walk.limit + 1 }
    const { page, next } = pageOf(await access.listActs(filter), walk, asOf, ({ id }) => [id])
    call.response.set('Cache-Control', 'no-store')
    sendList(call, { items: page.map(jsonOf), next, limit: walk.limit, asOf })
  })

  routes.add(OPERATIONS.deleteKey, async ({ params, principal, response }) => {
    // Else nobody might be left who can make another one.
    if (principal?.keyId === params.id) throw new ProblemError('conflict', 'A key cannot revoke itself.')
    if ((await access.revokeKey(params.id)) === 'unknown')
      throw new ProblemError('not-found', 'There is no key of that id.')
    logger.info({ by: principal?.keyId, key: params.id }, 'revoked a key')
    response.status(204).end()
  })
}
