import type { EventLog } from '@dateline/event-log'
import type { Clock, Configuration, Logger } from '@dateline/platform'
import { PROJECTIONS, startProjector } from '@dateline/projections'
import { createDispatcher, type QueueConnection } from '@dateline/queue'
import { startSender } from '@dateline/subscriptions'
import type { Pool } from 'pg'

/** What the service shares with others in its process; all of it is closed by the caller, after the projector. */
export interface ProjectorParts {
  configuration: Pick<Configuration, 'webhooksAllowPrivate'>
  pool: Pool
  log: EventLog
  connection: Pick<QueueConnection, 'queue'>
  logger: Logger
  clock: Clock
  /** An id that nothing else has */
  newId: () => string
}

export interface ProjectorService {
  /** Ends after what is in work. */
  close(): Promise<void>
}

/** The readers of the log: projections with their replays, the dispatcher that fills the queue, and the webhooks out. */
export function composeProjector({ configuration, connection, ...parts }: ProjectorParts): ProjectorService {
  const { pool, log, logger } = parts
  const projector = startProjector({ pool, log, projections: PROJECTIONS, logger })
  const dispatcher = createDispatcher({ pool, log, queue: connection.queue, logger })
  dispatcher.start()
  const sender = startSender({ ...parts, allowPrivate: configuration.webhooksAllowPrivate })
  return {
    async close() {
      await Promise.all([projector.stop(), dispatcher.stop(), sender.stop()])
    },
  }
}
