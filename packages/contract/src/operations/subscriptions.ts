import { z } from 'zod'
import { PageQuery } from '../events.ts'
import { Id } from '../primitives.ts'
import * as schemas from '../subscriptions.ts'
import type { Operation } from './operation.ts'

const nothing = z.strictObject({})
const byId = z.object({ subscription: Id.meta({ description: 'The subscription’s id.' }) })
const byDelivery = z.object({ ...byId.shape, delivery: Id.meta({ description: 'The delivery’s id.' }) })
const tag = 'Webhooks out'

export const subscriptionOperations = {
  listSubscriptions: {
    method: 'get',
    path: '/v1/admin/subscriptions',
    tag,
    summary: 'Who is told of changes, and how that goes',
    access: 'admin',
    query: PageQuery,
    answers: { 200: { description: 'Subscriptions, the oldest first.', schema: schemas.SubscriptionList } },
    problems: ['invalid-request', 'invalid-cursor'],
  },
  createSubscription: {
    method: 'post',
    path: '/v1/admin/subscriptions',
    tag,
    summary: 'Be told of changes by webhook',
    description:
      'Every change of an event that matches the filters, or did so before, is posted to the URL as a `WebhookMessage`, in ' +
      'the order of the log and at least once, signed by Standard Webhooks. A repeat has the same `webhook-id`; every ' +
      'change has its `position` and `n`, which grow. Answer 2xx within 15 seconds. Anything else is tried again, eight ' +
      'times within about three hours (`Retry-After` is honoured), and what is behind it waits; then it is a dead letter. ' +
      'A 410, or a day without success, pauses the subscription. Redirects are not followed.',
    access: 'admin',
    query: nothing,
    body: { schema: schemas.NewSubscription, description: 'Where to send what.', required: true },
    answers: {
      201: {
        description: 'The subscription, with its secret, shown this once.',
        schema: schemas.CreatedSubscription,
        headers: { Location: 'The subscription.' },
      },
    },
    problems: ['invalid-request', 'invalid-json', 'conflict', 'too-large', 'unsupported-media-type'],
  },
  getSubscription: {
    method: 'get',
    path: '/v1/admin/subscriptions/{subscription}',
    tag,
    summary: 'One subscription, and how it goes',
    access: 'admin',
    params: byId,
    query: nothing,
    answers: { 200: { description: 'The subscription.', schema: schemas.Subscription } },
    problems: ['invalid-request', 'not-found'],
  },
  editSubscription: {
    method: 'patch',
    path: '/v1/admin/subscriptions/{subscription}',
    tag,
    summary: 'Change where changes are sent, which, or what it is for',
    description:
      'Filters count from the next delivery on, for what waits too: what was begun is told to its end as it was begun. ' +
      'What other filters would have told before is told by a replay. Another URL is tried at once, with what is in hand, ' +
      'signed by the same secret. A paused subscription stays paused.',
    access: 'admin',
    params: byId,
    query: nothing,
    body: { schema: schemas.SubscriptionEdit, description: 'What shall be different.', required: true },
    answers: { 200: { description: 'The subscription as it is now.', schema: schemas.Subscription } },
    problems: ['invalid-request', 'invalid-json', 'not-found', 'too-large', 'unsupported-media-type'],
  },
  deleteSubscription: {
    method: 'delete',
    path: '/v1/admin/subscriptions/{subscription}',
    tag,
    summary: 'End a subscription',
    description: 'Its deliveries and dead letters go with it.',
    access: 'admin',
    params: byId,
    query: nothing,
    answers: { 204: { description: 'It is done.' } },
    problems: ['invalid-request', 'not-found'],
  },
  pauseSubscription: {
    method: 'post',
    path: '/v1/admin/subscriptions/{subscription}/pause',
    tag,
    summary: 'Send nothing for now',
    description: 'Nothing is lost: it goes on where it stands when it is resumed.',
    access: 'admin',
    params: byId,
    query: nothing,
    answers: { 200: { description: 'The subscription as it is now.', schema: schemas.Subscription } },
    problems: ['invalid-request', 'not-found'],
  },
  resumeSubscription: {
    method: 'post',
    path: '/v1/admin/subscriptions/{subscription}/resume',
    tag,
    summary: 'Send again, from where it stands',
    access: 'admin',
    params: byId,
    query: nothing,
    answers: { 200: { description: 'The subscription as it is now.', schema: schemas.Subscription } },
    problems: ['invalid-request', 'not-found'],
  },
  rotateSubscription: {
    method: 'post',
    path: '/v1/admin/subscriptions/{subscription}/rotate',
    tag,
    summary: 'Give a subscription a new secret',
    description: 'For another day deliveries are signed by both, so that the receiver changes over when it likes.',
    access: 'admin',
    params: byId,
    query: nothing,
    answers: { 200: { description: 'The new secret, shown this once.', schema: schemas.RotatedSubscription } },
    problems: ['invalid-request', 'not-found'],
  },
  testSubscription: {
    method: 'post',
    path: '/v1/admin/subscriptions/{subscription}/test',
    tag,
    summary: 'Send a test now, and see what comes of it',
    description: 'Also while it is paused. It is sent once, whatever the answer.',
    access: 'admin',
    params: byId,
    query: nothing,
    answers: { 200: { description: 'The test, with its attempt.', schema: schemas.WebhookDelivery } },
    problems: ['invalid-request', 'not-found'],
  },
  replaySubscription: {
    method: 'post',
    path: '/v1/admin/subscriptions/{subscription}/replay',
    tag,
    summary: 'Send again from a position on',
    description:
      'In order, under ids of their own, so that a receiver which drops repeats takes them. From a position ahead of where ' +
      'it stands, what lies between is left out.',
    access: 'admin',
    params: byId,
    query: nothing,
    body: { schema: schemas.SubscriptionReplay, description: 'From where.', required: true },
    answers: { 202: { description: 'The subscription as it is now.', schema: schemas.Subscription } },
    problems: ['invalid-request', 'invalid-json', 'not-found', 'conflict', 'too-large', 'unsupported-media-type'],
  },
  listDeliveries: {
    method: 'get',
    path: '/v1/admin/subscriptions/{subscription}/deliveries',
    tag,
    summary: 'What was sent, and what the endpoint said',
    description: 'Kept for thirty days; dead letters for as long as the subscription.',
    access: 'admin',
    params: byId,
    query: schemas.DeliveriesQuery,
    answers: { 200: { description: 'Deliveries, the latest first.', schema: schemas.WebhookDeliveryList } },
    problems: ['invalid-request', 'invalid-cursor', 'not-found'],
  },
  retryDelivery: {
    method: 'post',
    path: '/v1/admin/subscriptions/{subscription}/deliveries/{delivery}/retry',
    tag,
    summary: 'Send a dead letter now, and see what comes of it',
    description: 'Once, with the id that it had. What comes after it in the log may have been delivered before it.',
    access: 'admin',
    params: byDelivery,
    query: nothing,
    answers: { 200: { description: 'The delivery as it is now.', schema: schemas.WebhookDelivery } },
    problems: ['invalid-request', 'not-found', 'conflict'],
  },
} as const satisfies Record<string, Operation>
