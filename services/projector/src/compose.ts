import type { EventLog } from '@dateline/event-log'
import type { Logger } from '@dateline/platform'
import { PROJECTIONS, startProjector } from '@dateline/projections'
import { createDispatcher, type QueueConnection } from '@dateline/queue'
import type { Pool } from 'pg'

/** What the service shares with others in its process; all of it is closed by the caller, after the projector. */
export interface ProjectorParts {
  pool: Pool
  log: EventLog
  connection: Pick<QueueConnection, 'queue'>
  logger: Logger
}

export interface ProjectorService {
  /** Ends after what is in work. */
  close(): Promise<void>
}

/** The readers of the log: projections with their replays, and the dispatcher that fills the queue. */
export function composeProjector({ pool, log, connection, logger }: ProjectorParts): ProjectorService {
  const projector = startProjector({ pool, log, projections: PROJECTIONS, logger })
  const dispatcher = createDispatcher({ pool, log, queue: connection.queue, logger })
  dispatcher.start()
  return {
    async close() {
      await Promise.all([projector.stop(), dispatcher.stop()])
    },
  }
}
