import type { Clock } from '@dateline/platform'
import { ALL_OF_ENTRY, type Filters, positions } from '@dateline/projections'
import type { Pool } from 'pg'
import { createPoster } from './http/post.ts'
import { checkHost, ForbiddenTargetError, targetOf } from './http/target.ts'
import { changesOf } from './sending/turn.ts'
import { send } from './sending/send.ts'
import { DEFAULTS } from './settings.ts'
import { createSubscription } from './store/create.ts'
import { type DeliveryPage, findDelivery, listDeliveries } from './store/deliveries.ts'
import { editSubscription, type SubscriptionEdit } from './store/edit.ts'
import { findSubscription, listSubscriptions } from './store/list.ts'
import { closeDeadLetter, noteAttempt, noteTest } from './store/once.ts'
import { pauseSubscription, resumeSubscription } from './store/pause.ts'
import { removeSubscription } from './store/remove.ts'
import { replaySubscription } from './store/replay.ts'
import { rotateSecret } from './store/rotate.ts'
import type { Delivery, Subscription } from './types.ts'

/** How long the secret before signs beside the new one, so that the receiver changes over without losing a delivery. */
const OVERLAP_MS = 24 * 60 * 60 * 1000

export interface NewSubscriptionInput {
  url: string
  description: string | null
  filters: Filters
  /** The first entry whose changes are sent; null: what comes from now on */
  from: bigint | null
}

export type Subscribed =
  | { status: 'created'; subscription: Subscription; secret: string }
  /** Nothing is ever sent to such a URL, for the reason given */
  | { status: 'forbidden'; reason: string }
  | { status: 'tooMany' }
  /** There are no read tables yet */
  | { status: 'unavailable' }

export type Edited =
  | { status: 'edited'; subscription: Subscription }
  /** As for `Subscribed` */
  | { status: 'forbidden'; reason: string }
  | { status: 'unknown' }

export type Retried =
  { status: 'tried'; delivery: Delivery } | { status: 'notDead'; state: Delivery['state'] } | { status: 'unknown' }

export interface SubscriptionsDeps {
  pool: Pool
  clock: Clock
  newId: () => string
  /** Addresses of private networks and loopback are let in */
  allowPrivate: boolean
}

export type Subscriptions = ReturnType<typeof createSubscriptions>

/** What an operator does with subscriptions. `close` ends the connections that tests have opened. */
export function createSubscriptions({ pool, clock, newId, allowPrivate }: SubscriptionsDeps) {
  const poster = createPoster({ allowPrivate, timeout: DEFAULTS.timeout, clock })

  /** Why nothing is ever sent to a URL. Null: it may be. */
  async function forbiddenBecause(url: string): Promise<string | null> {
    try {
      await checkHost(targetOf(url, { allowPrivate }), { allowPrivate })
      return null
    } catch (error) {
      if (error instanceof ForbiddenTargetError) return error.message
      throw error
    }
  }

  async function create({ url, description, filters, from }: NewSubscriptionInput): Promise<Subscribed> {
    const forbidden = await forbiddenBecause(url)
    if (forbidden !== null) return { status: 'forbidden', reason: forbidden }
    const { timeline } = await positions(pool)
    if (!timeline) return { status: 'unavailable' }
    const position = from === null ? timeline.position : from > 0n ? from - 1n : 0n
    const id = `sub_${newId().replaceAll('-', '')}`
    const cursor = { position, n: ALL_OF_ENTRY }
    const made = await createSubscription(pool, {
      id,
      url,
      description,
      filters,
      cursor,
      buildVersion: timeline.version,
    })
    if (made.status !== 'created') return made
    const subscription = await findSubscription(pool, id)
    return subscription ? { ...made, subscription } : { status: 'unavailable' }
  }

  async function edit(id: string, change: SubscriptionEdit): Promise<Edited> {
    const forbidden = change.url === undefined ? null : await forbiddenBecause(change.url)
    if (forbidden !== null) return { status: 'forbidden', reason: forbidden }
    if ((await editSubscription(pool, id, change)) === 'unknown') return { status: 'unknown' }
    const subscription = await findSubscription(pool, id)
    return subscription ? { status: 'edited', subscription } : { status: 'unknown' }
  }

  /** Sends a test now, also while paused. Null: there is no such subscription. */
  async function test(id: string): Promise<Delivery | null> {
    const subscription = await findSubscription(pool, id)
    const delivery = subscription && (await noteTest(pool, id, `${id}_test_${newId()}`))
    if (!delivery) return null
    const sent = await send({ pool, poster, clock }, subscription, delivery, [])
    return sent && noteAttempt(pool, delivery.id, sent.attempt)
  }

  /** Sends a dead letter now, once, under the id that it had; what came after it may have been delivered before. */
  async function retry(id: string, deliveryId: string): Promise<Retried> {
    const subscription = await findSubscription(pool, id)
    const delivery = subscription && (await findDelivery(pool, id, deliveryId))
    if (!delivery) return { status: 'unknown' }
    if (delivery.state !== 'dead') return { status: 'notDead', state: delivery.state }
    const changes = delivery.kind === 'resync' ? [] : await changesOf({ pool }, subscription, delivery)
    if (changes === null) return triedOr(await closeDeadLetter(pool, deliveryId))
    const json = changes.map((change) => change.json)
    const sent = await send({ pool, poster, clock }, subscription, delivery, json)
    return triedOr(sent && (await noteAttempt(pool, deliveryId, sent.attempt)))
  }

  return {
    create,
    edit,
    test,
    retry,
    list: (page: { after: bigint; limit: number }) => listSubscriptions(pool, page),
    find: (id: string) => findSubscription(pool, id),
    remove: (id: string) => removeSubscription(pool, id),
    pause: (id: string) => pauseSubscription(pool, id),
    resume: (id: string) => resumeSubscription(pool, id),
    rotate: (id: string) => rotateSecret(pool, id, OVERLAP_MS),
    replay: (id: string, from: bigint) => replaySubscription(pool, id, from),
    /** Null: there is no such subscription */
    async deliveries(id: string, page: DeliveryPage): Promise<Delivery[] | null> {
      return (await findSubscription(pool, id)) && listDeliveries(pool, id, page)
    },
    close: () => poster.close(),
  }
}

function triedOr(delivery: Delivery | null): Retried {
  return delivery ? { status: 'tried', delivery } : { status: 'unknown' }
}
