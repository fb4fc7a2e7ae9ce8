import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { type Access, createAccess, type KeyScope } from '@dateline/access'
import { createEventLog, type EventLog } from '@dateline/event-log'
import type { Configuration } from '@dateline/platform'
import { positions, PROJECTIONS, startProjector } from '@dateline/projections'
import { connectQueue, type QueueConnection } from '@dateline/queue'
import { createSubscriptions, type Subscriptions } from '@dateline/subscriptions'
import { createTestDatabase } from '@dateline/test/support/postgres.ts'
import { silent } from '@dateline/test/support/silent.ts'
import type { Pool } from 'pg'
import { Webhook } from 'standardwebhooks'
import supertest from 'supertest'
import { createApi, serve } from '../compose.ts'
import { annotate, type Told } from './story.ts'

export interface TestApi extends AsyncDisposable {
  pool: Pool
  log: EventLog
  access: Access
  subscriptions: Subscriptions
  /** To its queue, on which nobody works */
  connection: QueueConnection
  url: string
  server: Server
  request: ReturnType<typeof supertest>
  adminKey: string
  key(...scopes: KeyScope[]): Promise<string>
  /** A signed delivery to the source `demo` */
  deliver(payload: unknown, options?: { id?: string; at?: Date; secret?: string; source?: string }): supertest.Test
  /** Submits a document and its annotation, with the events that it tells; answers its id. */
  tell(told: Told): Promise<string>
  /** Resolves when the tables show the whole log. */
  settled(): Promise<void>
}

const CONFIGURATION: Pick<Configuration, 'readAuth' | 'rateLimitPerMinute' | 'corsOrigins' | 'trustedProxies'> = {
  readAuth: 'open',
  rateLimitPerMinute: 0,
  corsOrigins: [],
  trustedProxies: 0,
}

/** The API on a database, a log, a queue and (unless told otherwise) a projector of its own, listening on loopback. */
export async function startTestApi(
  configuration: Partial<typeof CONFIGURATION> = {},
  { project = true }: { project?: boolean } = {},
): Promise<TestApi> {
  const database = await createTestDatabase()
  const { pool } = database
  const log = createEventLog({ pool })
  const clock = () => new Date()
  const access = createAccess({ pool, clock })
  const connection = await connectQueue({ kind: 'postgres', url: database.url, poolSize: 2 }, () => undefined)
  const projector = project ? startProjector({ pool, log, projections: PROJECTIONS, logger: silent }) : null
  const subscriptions = createSubscriptions({ pool, clock, newId: randomUUID, allowPrivate: true })
  const app = createApi({
    pool,
    log,
    access,
    projections: PROJECTIONS,
    queue: connection.queue,
    subscriptions,
    configuration: { ...CONFIGURATION, ...configuration },
    logger: silent,
    clock,
    newId: randomUUID,
    version: '1.2.3',
  })
  const api = await serve(app, { host: '127.0.0.1', port: 0 })
  const request = supertest(api.url)
  const admin = await access.createKey({ name: 'admin', scopes: ['admin'] })
  const source = await access.createSource('demo')
  const secret = source.status === 'created' ? source.secret : ''

  const deliver: TestApi['deliver'] = (payload, options = {}) => {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload)
    const id = options.id ?? randomUUID()
    const at = options.at ?? clock()
    return request
      .post(`/v1/webhooks/${options.source ?? 'demo'}/documents`)
      .set('webhook-id', id)
      .set('webhook-timestamp', String(Math.floor(at.getTime() / 1000)))
      .set('webhook-signature', new Webhook(options.secret ?? secret).sign(id, at, body))
      .type('application/json')
      .send(body)
  }

  const settled = async () => {
    const head = await log.head()
    for (;;) {
      const { timeline } = await positions(pool)
      if (timeline && timeline.position >= head) return
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  if (project) await settled()
  return {
    pool,
    log,
    access,
    subscriptions,
    connection,
    url: api.url,
    server: api.server,
    request,
    adminKey: admin.key,
    async key(...scopes) {
      return (await access.createKey({ name: 'test', scopes })).key
    },
    deliver,
    tell: (told) => annotate({ pool, log }, told),
    settled,
    async [Symbol.asyncDispose]() {
      await api.close()
      subscriptions.close()
      await projector?.stop()
      await connection.close()
      await log.close()
      await database.drop()
    },
  }
}
