import type { FeedPoint, Filters } from '@dateline/projections'

export type PausedBecause = 'asked' | 'failing' | 'gone'

/** As an operator sees it. */
export interface Subscription {
  /** `sub_` and 32 hexadecimal digits */
  id: string
  /** Its place in the list, the oldest first */
  number: bigint
  url: string
  description: string | null
  filters: Filters
  createdAt: Date
  state: 'active' | 'paused'
  /** Somebody asked; its endpoint failed for too long; its endpoint answered 410 Gone */
  pausedBecause: PausedBecause | null
  pausedAt: Date | null
  /** Of the projection whose changes these are */
  buildVersion: number
  /** All changes by entries before this one were delivered, or given up, or do not match; maybe some by itself */
  position: bigint
  /** Since when no delivery got through; null: the last one did */
  failingSince: Date | null
  /** When the delivery in hand is tried again */
  nextAttemptAt: Date | null
  /** Deliveries that were given up */
  deadLetters: number
  /** Those that sign, the newest first */
  secrets: { id: string; createdAt: Date; expiresAt: Date | null }[]
  /** The latest that has been tried */
  lastDelivery: Delivery | null
}

/**
 * - `pending`: being tried; `delivered`: taken with a 2xx
 * - `dead`: its tries ran out; those behind it went on
 * - `failed`: a test that was not taken
 * - `superseded`: what it tells is told by others, after a replay or a rebuild, or there is nothing left to tell
 */
export type DeliveryState = 'pending' | 'delivered' | 'dead' | 'failed' | 'superseded'

/** `changes`; `resync`: what was told before does not go on; `test`: somebody tries whether it gets there. */
export type DeliveryKind = 'changes' | 'resync' | 'test'

export interface Delivery {
  /** The `webhook-id` of all its attempts */
  id: string
  number: bigint
  kind: DeliveryKind
  state: DeliveryState
  /** Of its first and last change, null where it tells none */
  first: FeedPoint | null
  last: FeedPoint | null
  changes: number
  createdAt: Date
  endedAt: Date | null
  /** By which its changes were found; null: by those that the subscription has now */
  filters: Filters | null
  /** In the order they were made */
  attempts: Attempt[]
}

export interface Attempt {
  /** RFC 3339, UTC */
  at: string
  /** From the look-up of the address to the head of the answer */
  milliseconds: number
  /** Of HTTP; null: there was no answer */
  status: number | null
  /** What went wrong; null: it was taken */
  error: string | null
  /** How the answer begins */
  answer: string | null
}

/** Where a turn of sending begins. */
export interface Leased {
  id: string
  lease: string
  url: string
  filters: Filters
  cursor: FeedPoint
  buildVersion: number
  /** How often the filters were changed */
  edition: number
  run: number
  /** The delivery in hand, and how often it was tried */
  pending: string | null
  tries: number
  /** Milliseconds for which nothing got through */
  failingFor: number
}
