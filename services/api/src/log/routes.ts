import { OPERATIONS } from '@dateline/contract'
import type { Entry } from '@dateline/event-log'
import type { ApiDeps } from '../deps.ts'
import { etagOf, isFresh, notModified, setEtag } from '../http/etag.ts'
import { pageOf, sendList, walkOf } from '../http/lists.ts'
import type { Routes } from '../http/route.ts'
import { entryView } from './entry-json.ts'

/** The raw entries. */
export function logRoutes(
  routes: Routes,
  { log, configuration, version }: Pick<ApiDeps, 'log' | 'configuration' | 'version'>,
): void {
  routes.add(OPERATIONS.readLog, async (call) => {
    const { query } = call
    const walk = walkOf('log', query, ['position'])
    const head = await log.head()
    const etag = etagOf(call.request, version, head)
    const privately = configuration.readAuth === 'required'
    if (isFresh(call.request, etag)) return notModified(call.response, etag, privately)
    const after = BigInt(walk.cursor?.key[0] ?? query.after ?? '0')
    // What was appended since the head was read is left for the next page: the ETag says that it is not here.
    const entries = (await readEntries(log, query, after, walk.limit + 1)).filter((entry) => entry.position <= head)
    const { page, next } = pageOf(entries, walk, head, (entry) => [entry.position.toString()])
    setEtag(call.response, etag, privately)
    const items = page.map((entry) => JSON.stringify(entryView(entry)))
    sendList(call, { items, next, limit: walk.limit, asOf: head })
  })
}

interface LogFilters {
  type?: string[] | undefined
  stream?: string | undefined
}

async function readEntries(
  log: ApiDeps['log'],
  { type, stream }: LogFilters,
  after: bigint,
  limit: number,
): Promise<Entry[]> {
  if (stream === undefined) return log.read({ after, limit, types: type })
  // A stream is a document's few entries: read by its version, filtered here.
  const found: Entry[] = []
  for (let version = 0; found.length < limit;) {
    const page = await log.readStream(stream, { after: version, limit: STREAM_PAGE })
    found.push(...page.filter((entry) => entry.position > after && (type?.includes(entry.type) ?? true)))
    version = page.at(-1)?.version ?? version
    if (page.length < STREAM_PAGE) break
  }
  return found.slice(0, limit)
}

const STREAM_PAGE = 500
