import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { createEventLog } from '@dateline/event-log'
import { createPool, migrate, startEmbeddedPostgres } from '@dateline/platform'
import { positions } from '@dateline/projections'
import { newsDocument } from '../log/news.ts'

/**
 * `npm run bench:api`: a timeline of many events made by the projector, then pages of fifty asked of the API, of
 * `node:http` with the same statement and its rows as they are, and of the same with rows parsed and written again.
 */
const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '10' },
    connections: { type: 'string', default: '8' },
  },
})

const dataDir = await mkdtemp(join(tmpdir(), 'dateline-bench-'))
const postgres = await startEmbeddedPostgres({ dataDir })
const children: ChildProcess[] = []
try {
  const pool = createPool({ url: postgres.url, max: 4 })
  await migrate(pool)
  await fill(Number(values.entries))
  await run('../log/timeline-process.ts', [postgres.url])
  await pool.query('vacuum analyze')
  const { timeline } = await positions(pool)
  if (!timeline) throw new Error('there is no timeline')
  const schema = timeline.schema
  const { rows } = await pool.query<{ events: number; actor: string; country: string }>(
    `select (select count(*)::int from ${schema}.timeline) as events,
       (select a from ${schema}.timeline, unnest(actors) a group by a order by count(*) desc limit 1) as actor,
       (select c from ${schema}.timeline, unnest(countries) c group by c order by count(*) limit 1) as country`,
  )
  const { events = 0, actor = '', country = '' } = rows[0] ?? {}
  console.log(`${events} events; ${cpus()[0]?.model}, ${cpus().length} threads; ${values.connections} connections\n`)
  await pool.end()

  const pages = [
    ['timeline', '/v1/timeline?limit=50'],
    ['an actor', `/v1/actors/${encodeURIComponent(actor)}/timeline?limit=50`],
    ['a country', `/v1/timeline?limit=50&country=${country}`],
  ] as const
  console.log('page       contender  requests/s   p50 ms   p99 ms   not 200')
  for (const [name, path] of pages)
    for (const kind of ['limit', 'api', 'parsed']) {
      const url = await start(kind, schema)
      print(name, kind, await ask(`${url}${path}`, {}))
      if (kind === 'api') {
        const etag = (await fetch(`${url}${path}`)).headers.get('etag') ?? ''
        print(name, '304', await ask(`${url}${path}`, { 'if-none-match': etag }))
      }
      stop()
    }
} finally {
  stop()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function fill(entries: number): Promise<void> {
  const pool = createPool({ url: postgres.url, max: 4 })
  const log = createEventLog({ pool })
  for (let n = 0; Number(await log.head()) < entries;)
    await Promise.all(Array.from({ length: 100 }, () => log.append(newsDocument(n++))))
  await log.close()
  await pool.end()
}

async function run(file: string, args: string[]): Promise<void> {
  const child = fork(join(import.meta.dirname, file), args)
  const [code] = (await once(child, 'exit')) as [number]
  if (code !== 0) throw new Error(`${file} ended with ${code}`)
}

async function start(kind: string, schema: string): Promise<string> {
  const child = fork(join(import.meta.dirname, 'server.ts'), [postgres.url, kind, schema])
  children.push(child)
  const [url] = (await once(child, 'message')) as [string]
  return url
}

function stop(): void {
  for (const child of children.splice(0)) child.kill()
}

async function ask(url: string, headers: Record<string, string>): Promise<autocannon.Result> {
  const options = { url, headers, connections: Number(values.connections) }
  await autocannon({ ...options, duration: 2 })
  return autocannon({ ...options, duration: Number(values.seconds) })
}

function print(page: string, kind: string, { requests, latency, non2xx }: autocannon.Result): void {
  const figures = [requests.average.toFixed(0), latency.p50.toFixed(0), latency.p99.toFixed(0), String(non2xx)]
  console.log(`${page.padEnd(11)}${kind.padEnd(9)}${figures.map((figure) => figure.padStart(9)).join('')}`)
}
