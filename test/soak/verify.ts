import type { EventLog } from '@dateline/event-log'

/** What is wrong with a log, and with what was acknowledged of it: ids by the positions that were answered. */
export async function problemsOf(log: EventLog, acknowledged: ReadonlyMap<string, bigint>): Promise<string[]> {
  const { problems } = await log.verify()
  const found = problems.map(({ kind, position, message }) => `${kind} at ${position ?? '?'}: ${message}`)
  const left = new Map(acknowledged)
  const ids = new Set<string>()
  for (let after = 0n; ;) {
    const page = await log.read({ after, limit: 5_000 })
    for (const { id, position } of page) {
      if (ids.has(id)) found.push(`${id} is in the log twice`)
      ids.add(id)
      const answered = left.get(id)
      if (answered !== undefined && answered !== position)
        found.push(`${id} was answered ${answered}, is at ${position}`)
      left.delete(id)
    }
    const last = page.at(-1)
    if (!last) break
    after = last.position
  }
  for (const id of [...left.keys()].slice(0, 20)) found.push(`${id} was acknowledged and is not in the log`)
  return found
}
