import { OPERATIONS, ProblemError } from '@dateline/contract'
import { positions } from '@dateline/projections'
import type { Subscription } from '@dateline/subscriptions'
import { jsonOf, sendPlain, sendSecret } from '../admin/answers.ts'
import type { ApiDeps } from '../deps.ts'
import { pageOf, sendList, walkOf } from '../http/lists.ts'
import type { Routes } from '../http/route.ts'
import { checkPeriod } from '../timeline/period.ts'
import { deliveryView, subscriptionView } from './views.ts'

/** Who is told of changes by webhook. */
export function subscriptionRoutes(
  routes: Routes,
  deps: Pick<ApiDeps, 'pool' | 'log' | 'subscriptions' | 'logger'>,
): void {
  const { pool, log, subscriptions, logger } = deps
  const unknown = () => new ProblemError('not-found', 'There is no subscription of that id.')
  const forbidden = (reason: string) =>
    new ProblemError('invalid-request', 'The body does not parse.', { errors: [{ pointer: '/url', message: reason }] })
  const shown = async () => (await positions(pool)).timeline?.position ?? 0n

  async function viewOf(id: string) {
    const subscription = await subscriptions.find(id)
    if (!subscription) throw unknown()
    return subscriptionView(subscription, await shown())
  }

  routes.add(OPERATIONS.listSubscriptions, async (call) => {
    const walk = walkOf('subscriptions', call.query, ['position'])
    const after = BigInt(walk.cursor?.key[0] ?? '0')
    const [asOf, position] = await Promise.all([log.head(), shown()])
    const found = await subscriptions.list({ after, limit: walk.limit + 1 })
    const { page, next } = pageOf(found, walk, asOf, ({ number }: Subscription) => [String(number)])
    call.response.set('Cache-Control', 'no-store')
    const items = page.map((one) => jsonOf(subscriptionView(one, position)))
    sendList(call, { items, next, limit: walk.limit, asOf })
  })

  routes.add(OPERATIONS.createSubscription, async ({ body, principal, response }) => {
    const { url, description = null, filters, from } = body
    checkPeriod(filters, '/filters')
    const made = await subscriptions.create({
      url,
      description,
      filters,
      from: from === undefined ? null : BigInt(from),
    })
    if (made.status === 'forbidden') throw forbidden(made.reason)
    if (made.status === 'tooMany')
      throw new ProblemError('conflict', 'There are as many subscriptions as there may be.')
    if (made.status === 'unavailable') {
      throw new ProblemError('unavailable', 'The read tables have not been built yet; try again in a moment.', {
        headers: { 'Retry-After': '2' },
      })
    }
    const { id } = made.subscription
    logger.info({ by: principal?.keyId, subscription: id, url }, 'made a subscription')
    response.set('Location', `/v1/admin/subscriptions/${id}`)
    sendSecret(response, 201, { ...subscriptionView(made.subscription, await shown()), secret: made.secret })
  })

  routes.add(OPERATIONS.getSubscription, async ({ params, response }) => {
    sendPlain(response, await viewOf(params.subscription))
  })

  routes.add(OPERATIONS.editSubscription, async ({ params, body, principal, response }) => {
    if (body.filters) checkPeriod(body.filters, '/filters')
    const edited = await subscriptions.edit(params.subscription, body)
    if (edited.status === 'unknown') throw unknown()
    if (edited.status === 'forbidden') throw forbidden(edited.reason)
    logger.info({ by: principal?.keyId, ...params, changed: Object.keys(body) }, 'edited a subscription')
    sendPlain(response, subscriptionView(edited.subscription, await shown()))
  })

  routes.add(OPERATIONS.deleteSubscription, async ({ params, principal, response }) => {
    if ((await subscriptions.remove(params.subscription)) === 'unknown') throw unknown()
    logger.info({ by: principal?.keyId, subscription: params.subscription }, 'ended a subscription')
    response.status(204).end()
  })

  for (const turn of ['pause', 'resume'] as const) {
    routes.add(OPERATIONS[`${turn}Subscription`], async ({ params, principal, response }) => {
      const turned = await subscriptions[turn](params.subscription)
      if (turned === 'done')
        logger.info({ by: principal?.keyId, subscription: params.subscription }, `${turn}d a subscription`)
      sendPlain(response, await viewOf(params.subscription))
    })
  }

  routes.add(OPERATIONS.rotateSubscription, async ({ params, principal, response }) => {
    const rotated = await subscriptions.rotate(params.subscription)
    if (rotated.status === 'unknown') throw unknown()
    logger.info({ by: principal?.keyId, subscription: params.subscription }, 'rotated the secret of a subscription')
    const { secret, previousExpiresAt } = rotated
    sendSecret(response, 200, { id: params.subscription, secret, previousExpiresAt })
  })

  routes.add(OPERATIONS.testSubscription, async ({ params, response }) => {
    const delivery = await subscriptions.test(params.subscription)
    if (!delivery) throw unknown()
    sendPlain(response, deliveryView(delivery))
  })

  routes.add(OPERATIONS.replaySubscription, async ({ params, body, principal, response }) => {
    const { from } = body
    const head = await log.head()
    const subscription = params.subscription
    if (!(await subscriptions.find(subscription))) throw unknown()
    if (BigInt(from) > head + 1n) {
      throw new ProblemError('conflict', `The log has come to position ${head}: nothing can be sent from ${from} on.`)
    }
    if ((await subscriptions.replay(subscription, BigInt(from))) === 'unknown') throw unknown()
    logger.info({ by: principal?.keyId, subscription, from }, 'replays to a subscription')
    response.status(202)
    sendPlain(response, await viewOf(subscription))
  })

  routes.add(OPERATIONS.listDeliveries, async (call) => {
    const { subscription } = call.params
    const walk = walkOf(`deliveries ${subscription}`, call.query, ['position'])
    const key = walk.cursor?.key[0]
    const before = key === undefined || key === null ? undefined : BigInt(key)
    const asOf = await log.head()
    const found = await subscriptions.deliveries(subscription, {
      state: call.query.state,
      before,
      limit: walk.limit + 1,
    })
    if (!found) throw unknown()
    const { page, next } = pageOf(found, walk, asOf, ({ number }) => [String(number)])
    call.response.set('Cache-Control', 'no-store')
    sendList(call, { items: page.map((one) => jsonOf(deliveryView(one))), next, limit: walk.limit, asOf })
  })

  routes.add(OPERATIONS.retryDelivery, async ({ params, principal, response }) => {
    const retried = await subscriptions.retry(params.subscription, params.delivery)
    if (retried.status === 'unknown') throw new ProblemError('not-found', 'There is no delivery of that id.')
    if (retried.status === 'notDead')
      throw new ProblemError('conflict', `Only a dead letter is sent again; this one is ${retried.state}.`)
    logger.info({ by: principal?.keyId, ...params }, 'sent a dead letter again')
    sendPlain(response, deliveryView(retried.delivery))
  })
}
