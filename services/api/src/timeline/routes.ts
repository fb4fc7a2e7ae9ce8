import { OPERATIONS } from '@dateline/contract'
import type { ApiDeps } from '../deps.ts'
import { chooseFormat, sendEvents, suffixOf } from '../http/formats.ts'
import { pageOf, sendList, walkOf } from '../http/lists.ts'
import { readPage, readTables, type ReadDeps } from '../http/reading.ts'
import type { Routes } from '../http/route.ts'
import { countEvents } from './count-events.ts'
import { checkPeriod } from './period.ts'
import { eventsOf, eventsQuery, ORDER } from './list-events.ts'
import { shownPosition, wantedPosition } from './position.ts'

/** The timeline and its counts. */
export function timelineRoutes(routes: Routes, deps: ReadDeps & Pick<ApiDeps, 'log'>): void {
  routes.add(OPERATIONS.listTimeline, async (call) => {
    const { query } = call
    checkPeriod(query)
    const walk = walkOf('timeline', query, ORDER)
    const format = chooseFormat(call)
    const found = await readPage(deps, call, {
      wanted: await wantedPosition(deps.log, walk.cursor, query.asOf),
      ask: (schema, at) => eventsQuery(schema, { filters: query, at, cursor: walk.cursor, limit: walk.limit }),
      variant: suffixOf(format),
    })
    if (found) sendEvents(call, format, eventsOf(found, walk), 'Timeline')
  })

  routes.add(OPERATIONS.countTimeline, async (call) => {
    const { query } = call
    checkPeriod(query)
    const walk = walkOf('timeline/counts', query, ['day'])
    await readTables(deps, call, async (view) => {
      const shown = await shownPosition(view, deps.log, walk.cursor, query.asOf)
      const rows = await countEvents(view, { filters: query, at: shown.at, cursor: walk.cursor, limit: walk.limit })
      const { page, next } = pageOf(rows, walk, shown.asOf, (row) => [row.key])
      sendList(call, { items: page.map((row) => row.json), next, limit: walk.limit, asOf: shown.asOf })
    })
  })
}
