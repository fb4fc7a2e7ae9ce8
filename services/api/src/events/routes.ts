import { OPERATIONS, ProblemError, type ReportOfEvent } from '@dateline/contract'
import type { ApiDeps } from '../deps.ts'
import { pageOf, sendJson, sendList, walkOf } from '../http/lists.ts'
import { readTables, type ReadDeps } from '../http/reading.ts'
import type { Routes } from '../http/route.ts'
import { entryView } from '../log/entry-json.ts'
import { shownPosition } from '../timeline/position.ts'
import { findEvent } from './find-event.ts'
import { entriesAt, eventExists, historyOf } from './history.ts'

/** One event, and what made it. */
export function eventRoutes(routes: Routes, deps: ReadDeps & Pick<ApiDeps, 'log'>): void {
  const unknown = () => new ProblemError('not-found', 'There is no event of that id.')

  routes.add(OPERATIONS.getEventHistory, async (call) => {
    const { id } = call.params
    const walk = walkOf(`events/${id}/history`, call.query, ['position'])
    await readTables(deps, call, async (view) => {
      if (!(await eventExists(view, id))) throw unknown()
      const after = BigInt(walk.cursor?.key[0] ?? '0')
      const steps = await historyOf(view, id, after, walk.limit + 1)
      const { page, next } = pageOf(steps, walk, view.position, (step) => [step.position.toString()])
      const positions = page.map((step) => step.position)
      const entries = await entriesAt(deps.log, view.client, positions)
      const items = page.flatMap(({ position, change, engine }) => {
        const entry = entries.get(position)
        return entry ? [JSON.stringify({ ...entryView(entry), change, engine: engineOf(engine) })] : []
      })
      sendList(call, { items, next, limit: walk.limit, asOf: view.position })
    })
  })

  routes.add(OPERATIONS.getEvent, async (call) => {
    await readTables(deps, call, async (view) => {
      const { at } = await shownPosition(view, deps.log, null, call.query.asOf)
      const found = await findEvent(view, call.params.id, at)
      switch (found.status) {
        case 'there': {
          // The row's text has the best piece of evidence only: all of it stands in the reports.
          const event = JSON.parse(found.body) as Record<string, unknown>
          const evidence = found.evidence.flatMap((pieces) => JSON.parse(pieces) as unknown[])
          return sendJson(call.response, JSON.stringify({ ...event, evidence, reports: found.reports.map(reportOf) }))
        }
        case 'merged':
          call.response.redirect(301, `/v1/events/${encodeURIComponent(found.into)}`)
          return
        case 'withdrawn':
          throw new ProblemError('gone', found.reason ?? 'No document says so any more.', {
            members: { reason: found.reason },
          })
        case 'unknown':
          throw unknown()
      }
    })
  })
}

interface Told {
  documentId: string
  source: string
  publishedAt: string
  why: { points: number; reasons: string[]; refused?: ReportOfEvent['notOf'] }
}

function reportOf(text: string): ReportOfEvent {
  const { why, ...told } = JSON.parse(text) as Told
  return { ...told, points: why.points, because: why.reasons, notOf: why.refused ?? [] }
}

function engineOf(text: string | null): { name: string; version: string } | null {
  if (text === null) return null
  const space = text.lastIndexOf(' ')
  return space < 0 ? { name: text, version: '' } : { name: text.slice(0, space), version: text.slice(space + 1) }
}
