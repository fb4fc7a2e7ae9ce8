import { z } from 'zod'
import { Change } from './changes.ts'
import { LiveFilters } from './events.ts'
import { CursorText, Id, Instant, Limit, listOf, orNull, Position, text } from './primitives.ts'

const subscriptionId = Id.meta({
  description: 'The subscription’s id.',
  example: 'sub_0198c1a2b3d44e5f8a9b0c1d2e3f4a5b',
})
const moment = (description: string) => Instant.nullable().meta({ description })
const secret = z.string().meta({
  description: 'The secret that signs, shown this once.',
  example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
})

export const WebhookAttempt = z
  .strictObject({
    at: Instant.meta({ description: 'When it was made.' }),
    milliseconds: z.int().meta({ description: 'Until the head of the answer, or until it failed.', example: 48 }),
    status: z
      .int()
      .nullable()
      .meta({ description: 'The status of HTTP; null where there was no answer.', example: 500 }),
    error: z
      .string()
      .nullable()
      .meta({ description: 'What went wrong; null if it was taken.', example: 'answered 500' }),
    answer: z.string().nullable().meta({ description: 'How the answer’s body begins.' }),
  })
  .meta({ id: 'WebhookAttempt', description: 'One attempt to deliver.' })

const DELIVERY_STATES = ['pending', 'delivered', 'dead', 'failed', 'superseded'] as const

const changePoint = (description: string) =>
  z
    .strictObject({
      position: Position,
      n: z.int().meta({ description: 'Which of the changes by that entry.', example: 0 }),
    })
    .nullable()
    .meta({ description })

export const WebhookDelivery = z
  .strictObject({
    id: Id.meta({
      description: 'The `webhook-id` of all its attempts.',
      example: 'sub_0198c1a2b3d44e5f8a9b0c1d2e3f4a5b_1042-0',
    }),
    kind: z.enum(['changes', 'resync', 'test']).meta({ description: 'What it tells.', example: 'changes' }),
    state: z.enum(DELIVERY_STATES).meta({
      description:
        'Being tried; taken with a 2xx; given up, and what is behind it went on; a test that was not taken; told by ' +
        'another one after a replay or a rebuild.',
      example: 'delivered',
    }),
    first: changePoint('Its first change; null where it tells none.'),
    last: changePoint('Its last change.'),
    changes: z.int().meta({ description: 'How many changes it tells.', example: 1 }),
    createdAt: Instant.meta({ description: 'When it was made up; the `timestamp` of its body.' }),
    endedAt: moment('When it was delivered, given up or superseded.'),
    attempts: z.array(WebhookAttempt).meta({ description: 'In the order they were made.' }),
  })
  .meta({ id: 'WebhookDelivery', description: 'What was, or is to be, sent to a subscription.' })

export const Subscription = z
  .strictObject({
    id: subscriptionId,
    url: z.string().meta({ description: 'Where deliveries go.', example: 'https://receiver.example/dateline' }),
    description: z.string().nullable().meta({ description: 'What it is for.', example: 'The map on the front page' }),
    filters: LiveFilters,
    createdAt: Instant.meta({ description: 'When it was made.' }),
    state: z.enum(['active', 'paused']).meta({ description: 'Whether anything is sent.', example: 'active' }),
    pausedBecause: z.enum(['asked', 'failing', 'gone']).nullable().meta({
      description: 'Somebody paused it; nothing got through for a day; the endpoint answered 410 Gone.',
      example: null,
    }),
    pausedAt: moment('Since when it is paused.'),
    position: Position.meta({
      description:
        'How far it is told, or given up: all changes by entries before this one, and of this one maybe some.',
    }),
    lag: z
      .int()
      .meta({ description: 'Entries that are shown by the timeline and were not looked at for it.', example: 0 }),
    failingSince: moment('Since when nothing gets through; null if the last delivery did.'),
    nextAttemptAt: moment('When the delivery in hand is tried again.'),
    deadLetters: z.int().meta({ description: 'Deliveries that were given up.', example: 0 }),
    secrets: z
      .array(
        z.strictObject({
          id: Id.meta({ description: 'The secret’s id; the secret itself is never shown again.' }),
          createdAt: Instant.meta({ description: 'When it was made.' }),
          expiresAt: moment('Until when it signs too; null for the current one.'),
        }),
      )
      .meta({ description: 'The secrets that sign, the newest first.' }),
    lastDelivery: orNull(WebhookDelivery).meta({ description: 'The latest that was tried.' }),
  })
  .meta({ id: 'Subscription', description: 'A receiver of webhooks, and how it stands.' })

export type Subscription = z.infer<typeof Subscription>

export const NewSubscription = z
  .strictObject({
    url: text(2_000).meta({
      description: 'Where to send; `https:`, at a public address, without user, password and fragment.',
      example: 'https://receiver.example/dateline',
    }),
    description: text(500).optional().meta({ description: 'What it is for.', example: 'The map on the front page' }),
    filters: LiveFilters.prefault({}).meta({
      description: 'Which events, as for the stream; without them all that happened.',
      example: { country: 'KZ', type: ['election'] },
    }),
    from: Position.optional().meta({
      description: 'Begin with the changes by this entry; `0` for all there is. Without it, with what comes.',
      example: '0',
    }),
  })
  .meta({
    id: 'NewSubscription',
    description: 'A subscription to make.',
    example: { url: 'https://receiver.example/dateline', filters: { type: ['election'] } },
  })

export const SubscriptionEdit = z
  .strictObject({
    url: NewSubscription.shape.url.optional(),
    description: text(500).nullable().optional().meta({
      description: 'What it is for; null takes it away.',
      example: 'The map on the front page',
    }),
    filters: LiveFilters.optional().meta({
      description: 'Which events, in place of all the filters that there were; `{}`: all that happened.',
      example: { country: 'KZ' },
    }),
  })
  .meta({
    id: 'SubscriptionEdit',
    description: 'What shall be different about a subscription; what is left out stays.',
    example: { filters: { type: ['election', 'protest'] } },
  })

export const CreatedSubscription = z
  .strictObject({ ...Subscription.shape, secret })
  .meta({ id: 'CreatedSubscription', description: 'The subscription, with its secret.' })

export const RotatedSubscription = z
  .strictObject({
    id: subscriptionId,
    secret,
    previousExpiresAt: Instant.meta({ description: 'Until when deliveries are signed by the secret before too.' }),
  })
  .meta({ id: 'RotatedSubscription', description: 'The subscription’s new secret.' })

export const SubscriptionReplay = z
  .strictObject({
    from: Position.meta({ description: 'Send the changes by this entry and all later ones.', example: '1042' }),
  })
  .meta({ id: 'SubscriptionReplay', description: 'From where to send anew.', example: { from: '1042' } })

export const DeliveriesQuery = z
  .strictObject({
    state: z.enum(DELIVERY_STATES).optional().meta({ description: 'Those that are so.', example: 'dead' }),
    limit: Limit,
    cursor: CursorText.optional(),
  })
  .meta({ description: 'Which deliveries.' })

export const SubscriptionList = listOf('SubscriptionList', Subscription, 'subscriptions')
export const WebhookDeliveryList = listOf('WebhookDeliveryList', WebhookDelivery, 'deliveries')

export type SubscriptionList = z.infer<typeof SubscriptionList>

export const WebhookMessage = z
  .strictObject({
    type: z.enum(['timeline.changes', 'timeline.resync', 'test']).meta({
      description:
        'Changes; or that what was received does not go on, because the events were identified anew: read the timeline ' +
        'again; or a test.',
      example: 'timeline.changes',
    }),
    timestamp: Instant.meta({ description: 'When the delivery was made up: the same for every attempt.' }),
    subscription: subscriptionId,
    data: z.array(Change).meta({ description: 'Changes in the order of the log, as `GET /v1/changes` has them.' }),
  })
  .meta({ id: 'WebhookMessage', description: 'The body of a webhook.' })

export type WebhookMessage = z.infer<typeof WebhookMessage>
