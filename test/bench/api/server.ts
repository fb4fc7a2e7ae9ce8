import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { createAccess } from '@dateline/access'
import { createApi, serve } from '@dateline/api'
import { createEventLog } from '@dateline/event-log'
import { createLogger, createPool, systemClock } from '@dateline/platform'
import { PROJECTIONS } from '@dateline/projections'
import { connectQueue } from '@dateline/queue'
import { createSubscriptions } from '@dateline/subscriptions'

/**
 * One contender, in a process of its own: the API, or `node:http` with the same statement, its rows' JSON as it is
 * (the limit of what can be had here) or parsed and written again (as servers that map rows do).
 */
const [url = '', kind = '', schema = ''] = process.argv.slice(2)
const pool = createPool({ url, max: 8 })

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
    void answer(new URL(request.url ?? '/', 'http://x')).then((json) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) })
        .end(json),
    )
  }).listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
  })
}

/** What the API shows where nothing is said of it. */
const REALIS = ['actual', 'ongoing']

async function answer({ pathname, searchParams }: URL): Promise<string> {
  const actor = /^\/v1\/actors\/(.*)\/timeline$/.exec(decodeURIComponent(pathname))?.[1]
  const country = searchParams.get('country')
  const term = actor ?? country
  const values = term === null ? [REALIS, 51] : [REALIS, 51, [term]]
  const condition = actor === undefined ? (country === null ? 'true' : 'countries @> $3') : 'actors @> $3'
  // With the parameters of the API, and prepared where it prepares: the limit is not of another statement.
  const { rows } = await pool.query<{ json: string }>({
    ...(term === null ? { name: 'page' } : {}),
    text: `select sort_date::text as key, event_id as id, body as json from ${schema}.events
     where until is null and gone is null and realis = any ($1) and ${condition}
     order by sort_date, event_id limit $2`,
    values,
  })
  const items = rows.slice(0, 50).map((row) => row.json)
  if (kind === 'limit') return `{"data":[${items.join(',')}]}`
  return JSON.stringify({ data: items.map((json) => JSON.parse(json) as unknown) })
}
