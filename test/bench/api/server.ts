import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { createAccess } from '@dateline/access'
import { createApi, serve } from '@dateline/api'
import { createEventLog } from '@dateline/event-log'
import { createLogger, createPool, systemClock } from '@dateline/platform'
import { findEvents, parameters, PROJECTIONS, soughtBy, versionCondition, visibleAt } from '@dateline/projections'
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
  const filters = { match: 'all', realis: REALIS, country: searchParams.get('country') ?? undefined } as const
  const { values, parameter } = parameters()
  const visible = visibleAt(null, parameter)
  const ofActor = actor === undefined ? undefined : { id: actor }
  const known = versionCondition(filters, schema, null, parameter)
  const page = {
    visible,
    exact: ofActor ? `${known} and actors @> ${parameter([ofActor.id])}` : known,
    now: true,
    sought: soughtBy(filters, ofActor),
    period: { from: null, to: null },
    undated: true,
    after: null,
    descending: false,
    limit: 51,
  }
  const { ctes, found } = findEvents(schema, page, parameter)
  // With the parameters of the API, and prepared as it prepares: the limit is not of another statement.
  const { rows } = await pool.query<{ json: string }>({
    name: `page ${actor === undefined} ${filters.country === undefined}`,
    text: `${ctes}select e.sort_date::text as key, e.event_id as id, e.body as json
     from (select * from (${found}) as found order by sort_date, event_id limit 51) as page
     join ${schema}.events as e using (position, n) order by page.sort_date, page.event_id`,
    values,
  })
  const items = rows.slice(0, 50).map((row) => row.json)
  if (kind === 'limit') return `{"data":[${items.join(',')}]}`
  return JSON.stringify({ data: items.map((json) => JSON.parse(json) as unknown) })
}
