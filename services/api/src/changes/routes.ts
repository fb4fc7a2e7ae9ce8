import { OPERATIONS } from '@dateline/contract'
import { listChanges } from '@dateline/projections'
import { sendList, walkOf } from '../http/lists.ts'
import { readTables, type ReadDeps } from '../http/reading.ts'
import type { Routes } from '../http/route.ts'

/** The feed of changes. */
export function changeRoutes(routes: Routes, deps: ReadDeps): void {
  routes.add(OPERATIONS.listChanges, async (call) => {
    const { query } = call
    const walk = walkOf('changes', query, ['position'])
    await readTables(deps, call, async (view) => {
      const after = BigInt(walk.cursor?.key[0] ?? query.after ?? '0')
      const { rows, more } = await listChanges(view, after, walk.limit)
      const last = rows.at(-1)?.position ?? view.position
      const next = more ? walk.after(view.position, [last.toString()]) : null
      // At the end, all is told up to what the tables show; on the way, up to the last entry of the page.
      sendList(call, { items: rows.map((row) => row.json), next, limit: walk.limit, asOf: more ? last : view.position })
    })
  })
}
