import type { Access } from '@dateline/access'
import type { EventLog } from '@dateline/event-log'
import type { Clock, Configuration, Logger } from '@dateline/platform'
import type { Projection } from '@dateline/projections'
import type { DocumentsQueue } from '@dateline/queue'
import type { Subscriptions } from '@dateline/subscriptions'
import type { Pool } from 'pg'

/** All that the API is made of; it constructs nothing of it. */
export interface ApiDeps {
  /** Of the read tables */
  pool: Pool
  log: EventLog
  access: Access
  /** Whose standing is told and whose replays are started */
  projections: readonly Projection[]
  /** Where dead letters are tried again */
  queue: DocumentsQueue
  /** Who is told of changes */
  subscriptions: Subscriptions
  configuration: Pick<Configuration, 'readAuth' | 'rateLimitPerMinute' | 'corsOrigins' | 'trustedProxies'>
  logger: Logger
  clock: Clock
  /** An id that nothing else has */
  newId: () => string
  /** Of the service, for the OpenAPI document and the ETags */
  version: string
}
