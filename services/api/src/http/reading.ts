import { ProblemError } from '@dateline/contract'
import {
  isTablesGone,
  type PageQuery,
  type PageReader,
  type ReadPage,
  readSnapshot,
  type ServedBuild,
} from '@dateline/projections'
import type { PoolClient } from 'pg'
import type { ApiDeps } from '../deps.ts'
import { type Shown, showAt } from '../timeline/position.ts'
import type { Call } from './call.ts'
import { etagOf, isFresh, notModified, setEtag } from './etag.ts'

/** One moment of the read tables. */
export interface View extends ServedBuild {
  client: PoolClient
}

export type ReadDeps = Pick<ApiDeps, 'pool' | 'version' | 'configuration'> & { pages: PageReader }

/**
 * Answers a read from the read tables: 304 where the client has what they show, without running the query; otherwise
 * by `answer`, which sees one moment of them, with their ETag set.
 */
export async function readTables(deps: ReadDeps, call: Call, answer: (view: View) => Promise<void>): Promise<void> {
  const tags = tagsOf(deps, call, 'json')
  if (await tags.answered()) return
  const read = () =>
    readSnapshot(deps.pool, async ({ client, builds }) => {
      const build = served(builds.timeline)
      tags.set(build)
      await answer({ ...build, client })
    })
  await read().catch((error: unknown) => {
    // Replaced twice in the moment before they were asked: the tables that serve now are there.
    if (!isTablesGone(error) || call.response.headersSent) throw error
    return read()
  })
}

/** What a page shows, and how it is asked for where that is `at`. */
export interface PageRead {
  /** The position that is wanted; null: the newest */
  wanted: bigint | null
  ask: (schema: string, at: bigint | null) => PageQuery
  /** The format, which the URL may not tell */
  variant: string
}

/** As `readTables`, for what one statement answers, and so one round trip. Null: it is answered already. */
export async function readPage(
  deps: ReadDeps,
  call: Call,
  { wanted, ask, variant }: PageRead,
): Promise<(Shown & Pick<ReadPage, 'rows' | 'about'>) | null> {
  const tags = tagsOf(deps, call, variant)
  if (await tags.answered()) return null
  const found = await deps.pages.read(
    ({ schema, position }) => ask(schema, showAt(wanted, position).at),
    (assumed, build) => showAt(wanted, assumed.position).at !== showAt(wanted, build.position).at,
  )
  const { rows, about } = found ?? { rows: [], about: null }
  const build = served(found?.build)
  tags.set(build)
  return { ...showAt(wanted, build.position), rows, about }
}

function tagsOf({ pages, version, configuration }: ReadDeps, { request, response }: Call, variant: string) {
  const privately = configuration.readAuth === 'required'
  const tagOf = (build: ServedBuild) => etagOf(request, version, build.id, build.position, variant)
  return {
    async answered(): Promise<boolean> {
      if (request.headers['if-none-match'] === undefined) return false
      const etag = tagOf(served(await pages.serving()))
      if (!isFresh(request, etag)) return false
      notModified(response, etag, privately)
      return true
    },
    set(build: ServedBuild): void {
      setEtag(response, tagOf(build), privately)
    },
  }
}

/** All views are of the one build `timeline`. */
function served(build: ServedBuild | null | undefined): ServedBuild {
  if (build) return build
  throw new ProblemError('unavailable', 'The read tables have not been built yet; try again in a moment.', {
    headers: { 'Retry-After': '2' },
  })
}
