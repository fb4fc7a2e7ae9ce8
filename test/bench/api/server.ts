import { hash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { createAccess } from '@dateline/access'
import { createApi, READ_SETTINGS, serve } from '@dateline/api'
import { createEventLog } from '@dateline/event-log'
import { createLogger, createPool, systemClock } from '@dateline/platform'
import { OPERATIONS, readQuery } from '@dateline/contract'
import { PROJECTIONS } from '@dateline/projections'
import { connectQueue } from '@dateline/queue'
import { createSubscriptions } from '@dateline/subscriptions'
import { walkOf } from '../../../services/api/src/http/lists.ts'
import { eventsQuery, ORDER } from '../../../services/api/src/timeline/list-events.ts'

/**
 * One contender, in a process of its own: the API, or `node:http` with the same statement, its rows' JSON as it is
 * (the limit of what can be had here) or parsed and written again (as servers that map rows do).
 */
const [url = '', kind = '', schema = ''] = process.argv.slice(2)
const pool = createPool({ url, max: 8, settings: READ_SETTINGS })
const asked = new Map<string, ReturnType<typeof askedBy>>()

if (kind === 'api') {
  const log = createEventLog({ pool })
  const { queue } = await connectQueue({ kind: 'postgres', url, poolSize: 1 }, () => undefined)
  const app = createApi({
    pool,
    log,
    access: createAccess({ pool, clock: systemClock }),
    projections: PROJECTIONS,
    queue,
    subscriptions: createSubscriptions({ pool, clock: systemClock, newId: randomUUID, allowPrivate: false }),
    configuration: { readAuth: 'open', rateLimitPerMinute: 0, corsOrigins: [], trustedProxies: 0 },
    logger: createLogger({ logLevel: 'silent' }, 'bench'),
    clock: systemClock,
    newId: randomUUID,
    version: 'bench',
  })
  process.send?.((await serve(app, { host: '127.0.0.1', port: 0 })).url)
} else {
  const server = createServer((request, response) => {
    void answer(request.url ?? '/').then((json) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) })
        .end(json),
    )
  }).listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
  })
}

/** Whose timeline or statements a path is; null: everybody's timeline. */
const OF_ACTOR = /^\/v1\/actors\/(.*)\/(timeline|statements)$/

/** The statement of the API, made once for each URL: the limit does not parse, nor does it make statements. */
function askedBy(url: string): { name: string; text: string; values: unknown[]; limit: number } {
  const known = asked.get(url)
  if (known) return known
  const { pathname, searchParams } = new URL(url, 'http://x')
  const read = readQuery(OPERATIONS.listTimeline.query, searchParams)
  if (!read.ok) throw new Error(`${url} does not parse`)
  const query = read.value
  const [, actor, part] = OF_ACTOR.exec(decodeURIComponent(pathname)) ?? []
  const { cursor, limit } = walkOf(actor === undefined ? 'timeline' : `actors/${actor}/${part}`, query, ORDER)
  const column = part === 'statements' ? 'statement' : 'body'
  const at = query.asOf === undefined ? null : BigInt(query.asOf)
  const asks = eventsQuery(schema, { filters: query, actor, column, at, cursor, limit })
  // Who the actor is, is asked for last, and not here.
  const values = asks.about === undefined ? asks.values : asks.values.slice(0, -1)
  const made = { name: hash('sha256', asks.rows, 'base64url').slice(0, 40), text: asks.rows, values, limit }
  asked.set(url, made)
  return made
}

async function answer(url: string): Promise<string> {
  const { limit, ...statement } = askedBy(url)
  // Prepared, as the API prepares it: the limit is not of another statement.
  const { rows } = await pool.query<{ json: string }>(statement)
  const items = rows.slice(0, limit).map((row) => row.json)
  if (kind === 'limit') return `{"data":[${items.join(',')}]}`
  return JSON.stringify({ data: items.map((json) => JSON.parse(json) as unknown) })
}
