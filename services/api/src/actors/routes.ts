import { OPERATIONS, ProblemError, type TimelineQuery } from '@dateline/contract'
import { actorsAsOf, calledSo } from '@dateline/projections'
import type { ApiDeps } from '../deps.ts'
import type { Call } from '../http/call.ts'
import { chooseFormat, sendEvents, suffixOf } from '../http/formats.ts'
import { pageOf, sendJson, sendList, walkOf } from '../http/lists.ts'
import { readPage, readTables, type ReadDeps, type View } from '../http/reading.ts'
import type { Routes } from '../http/route.ts'
import { eventsOf, eventsQuery, ORDER } from '../timeline/list-events.ts'
import { checkPeriod } from '../timeline/period.ts'
import { shownPosition, wantedPosition } from '../timeline/position.ts'
import { findActor, findActorAsOf } from './find-actor.ts'
import { ACTOR_ORDER, listActors } from './list-actors.ts'

/** Actors, their timelines and their statements. */
export function actorRoutes(routes: Routes, deps: ReadDeps & Pick<ApiDeps, 'log'>): void {
  routes.add(OPERATIONS.listActors, async (call) => {
    const { query } = call
    const walk = walkOf('actors', query, ACTOR_ORDER)
    await readTables(deps, call, async (view) => {
      const { asOf, at } = await shownPosition(view, deps.log, walk.cursor, query.asOf)
      const rows = await listActors(view, query, walk.cursor)
      const { page, next } = pageOf(rows, walk, asOf, (row) => [row.score, row.id])
      const items = at === null ? page.map((row) => row.json) : await itemsAsOf(view, page, at)
      sendList(call, { items, next, limit: walk.limit, asOf })
    })
  })

  routes.add(OPERATIONS.listActorTimeline, (call) => listOfActor(deps, call, { part: 'timeline', column: 'body' }))
  routes.add(OPERATIONS.listActorStatements, (call) =>
    listOfActor(deps, call, { part: 'statements', column: 'statement' }),
  )

  routes.add(OPERATIONS.getActor, async (call) => {
    await readTables(deps, call, async (view) => {
      const { at } = await shownPosition(view, deps.log, null, call.query.asOf)
      const found = at === null ? await findActor(view, call.params.id) : await findActorAsOf(view, call.params.id, at)
      if (found.status === 'unknown') throw unknown()
      if (found.status === 'moved') return moved(call, found.to, '')
      sendJson(call.response, JSON.stringify(found.actor))
    })
  })
}

/** Found by the names that they have now, shown as they were known then; whom nobody had named is left out. */
async function itemsAsOf({ client, schema }: View, page: readonly { id: string }[], at: bigint): Promise<string[]> {
  const ids = page.map(({ id }) => id)
  return (await actorsAsOf(client, schema, ids, at)).map(
    ({ names: _names, offices: _offices, counts: _counts, company: _company, ...item }) => JSON.stringify(item),
  )
}

type ActorCall = Call & { params: { id: string }; query: TimelineQuery }

interface Part {
  part: 'timeline' | 'statements'
  column: 'body' | 'statement'
}

async function listOfActor(
  deps: ReadDeps & Pick<ApiDeps, 'log'>,
  call: ActorCall,
  { part, column }: Part,
): Promise<void> {
  const { query, params } = call
  checkPeriod(query)
  const walk = walkOf(`actors/${params.id}/${part}`, query, ORDER)
  const format = part === 'timeline' ? chooseFormat(call) : 'json'
  const found = await readPage(deps, call, {
    wanted: await wantedPosition(deps.log, walk.cursor, query.asOf),
    ask: (schema, at) =>
      eventsQuery(schema, { filters: query, actor: params.id, column, at, cursor: walk.cursor, limit: walk.limit }),
    variant: suffixOf(format),
  })
  if (found === null) return
  if (found.about === null) {
    return readTables(deps, call, async ({ client, schema }) => {
      const to = await calledSo(client, schema, params.id, null)
      if (to === null) throw unknown()
      moved(call, to, `/${part}`)
    })
  }
  const { name, movedTo } = JSON.parse(found.about) as { name: string; movedTo: string | null }
  if (movedTo !== null) return moved(call, movedTo, `/${part}`)
  sendEvents(call, format, eventsOf(found, walk), `Timeline of ${name}`)
}

function unknown(): ProblemError {
  return new ProblemError('not-found', 'There is no actor of that id.')
}

/** To the actor that it was merged into, with the same query. */
function moved({ request, response }: Call, to: string, part: string): void {
  const [, search] = request.originalUrl.split('?')
  response.redirect(301, `/v1/actors/${encodeURIComponent(to)}${part}${search === undefined ? '' : `?${search}`}`)
}
