import { ProblemError } from '@dateline/contract'
import { positions, readSnapshot, type ServedBuild, type ServedBuilds } from '@dateline/projections'
import type { PoolClient } from 'pg'
import type { ApiDeps } from '../deps.ts'
import type { Call } from './call.ts'
import { etagOf, isFresh, notModified, setEtag } from './etag.ts'

/** One moment of the read tables. */
export interface View extends ServedBuild {
  client: PoolClient
}

export type ReadDeps = Pick<ApiDeps, 'pool' | 'version' | 'configuration'>

/**
 * Answers a read from the read tables: 304 where the client has what they show, without running the query; otherwise
 * by `answer`, which sees one moment of them, with their ETag set. `variant` is the format, which the URL may not tell.
 */
export async function readTables(
  deps: ReadDeps,
  call: Call,
  answer: (view: View) => Promise<void>,
  variant = 'json',
): Promise<void> {
  const privately = deps.configuration.readAuth === 'required'
  const tagOf = (build: ServedBuild) => etagOf(call.request, deps.version, build.id, build.position, variant)
  if (call.request.get('if-none-match') !== undefined) {
    const etag = tagOf(served(await positions(deps.pool)))
    if (isFresh(call.request, etag)) return notModified(call.response, etag, privately)
  }
  await readSnapshot(deps.pool, async ({ client, builds }) => {
    const build = served(builds)
    setEtag(call.response, tagOf(build), privately)
    await answer({ ...build, client })
  })
}

/** All views are of the one build `timeline`. */
function served(builds: ServedBuilds): ServedBuild {
  const build = builds.timeline
  if (build) return build
  throw new ProblemError('unavailable', 'The read tables have not been built yet; try again in a moment.', {
    headers: { 'Retry-After': '2' },
  })
}
