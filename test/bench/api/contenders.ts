import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import autocannon from 'autocannon'
import type { Pool } from 'pg'

export interface Served {
  pool: Pool
  /** Of the database */
  url: string
  schema: string
}

export type ContenderKind = 'limit' | 'api' | 'parsed'

/** A server in a process of its own; ends with `stop`. */
export async function startContender(
  kind: ContenderKind,
  { url, schema }: Served,
): Promise<{ url: string; stop(): void }> {
  const child = fork(join(import.meta.dirname, 'server.ts'), [url, kind, schema])
  const [served] = (await once(child, 'message')) as [string]
  return { url: served, stop: () => child.kill() }
}

interface Figures {
  perSecond: number
  p50: number
  p99: number
  failed: number
}

/**
 * Pages of fifty as fast as they come, of the API, of `node:http` with the same statement and its rows as they are, and
 * of the same with rows parsed and written again. All are asked in turns; the median of the rounds counts.
 */
export async function compareContenders(
  on: Served,
  { seconds, rounds, connections }: { seconds: number; rounds: number; connections: number },
): Promise<void> {
  const { rows } = await on.pool.query<{ actor: string; country: string }>(
    `SELECT (SELECT actor_id FROM ${on.schema}.actors WHERE kind = 'person' AND events BETWEEN 200 AND 400 LIMIT 1) AS actor,
            (SELECT c FROM ${on.schema}.events TABLESAMPLE SYSTEM (5), unnest(countries) c GROUP BY c ORDER BY count(*) LIMIT 1) AS country`,
  )
  const { actor = '', country = '' } = rows[0] ?? {}
  const pages = [
    ['timeline', '/v1/timeline?limit=50'],
    ['an actor', `/v1/actors/${encodeURIComponent(actor)}/timeline?limit=50`],
    ['a country', `/v1/timeline?limit=50&country=${country}`],
  ] as const
  const servers = new Map<ContenderKind, Awaited<ReturnType<typeof startContender>>>()
  try {
    for (const kind of ['limit', 'api', 'parsed'] as const) servers.set(kind, await startContender(kind, on))
    const ask = async (kind: ContenderKind, path: string, headers = {}, duration = seconds): Promise<Figures> => {
      const url = `${servers.get(kind)?.url}${path}`
      const { requests, latency, non2xx } = await autocannon({ url, headers, connections, duration })
      return { perSecond: requests.average, p50: latency.p50, p99: latency.p99, failed: non2xx }
    }
    console.log('page       contender  requests/s  of limit   p50 ms   p99 ms   not 200')
    for (const [page, path] of pages) {
      const etag = (await fetch(`${servers.get('api')?.url}${path}`)).headers.get('etag') ?? ''
      const asked = {
        limit: () => ask('limit', path),
        api: () => ask('api', path),
        parsed: () => ask('parsed', path),
        '304': () => ask('api', path, { 'if-none-match': etag }),
      }
      for (const kind of ['limit', 'api', 'parsed'] as const) await ask(kind, path, {}, 2)
      const figures: Record<string, Figures[]> = {}
      for (let round = 0; round < rounds; round += 1) {
        for (const [name, fn] of Object.entries(asked)) (figures[name] ??= []).push(await fn())
      }
      const limit = median(figures['limit'] ?? [], 'perSecond')
      for (const [name, all] of Object.entries(figures)) {
        const perSecond = median(all, 'perSecond')
        const columns = [
          perSecond.toFixed(0),
          `${(perSecond / limit).toFixed(2)} ×`,
          ...(['p50', 'p99', 'failed'] as const).map((of) => String(median(all, of))),
        ]
        console.log(`${page.padEnd(11)}${name.padEnd(9)}${columns.map((column) => column.padStart(10)).join('')}`)
      }
    }
  } finally {
    for (const server of servers.values()) server.stop()
  }
}

function median(all: readonly Figures[], of: keyof Figures): number {
  const sorted = all.map((figures) => figures[of]).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
