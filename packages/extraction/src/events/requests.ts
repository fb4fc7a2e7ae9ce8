import type { ExtractedEvent } from '@dateline/domain'

/**
 * A demand that is told as an act ("demanded talks", "appealed to the rebels to leave") is a request and no statement
 * besides, unless words of it are quoted. Who speaks and who is spoken to are the request's, where it has nobody; the
 * statements that are left are returned.
 */
export function withoutRequests(
  events: readonly ExtractedEvent[],
  statements: readonly ExtractedEvent[],
): ExtractedEvent[] {
  const requests = new Map(events.filter(({ type }) => type === 'request').map((one) => [one.trigger.start, one]))
  return statements.filter((statement) => {
    const request = statement.attributes.quote === null ? requests.get(statement.trigger.start) : undefined
    if (!request) return true
    for (const [from, role] of SIDES) {
      const known = new Set(request.participants.map(({ actor }) => actor))
      if (request.participants.some((one) => one.role === role)) continue
      const said = statement.participants.filter((one) => one.role === from && !known.has(one.actor))
      request.participants.push(...said.map((one) => ({ ...one, role })))
    }
    return false
  })
}

const SIDES = [
  ['speaker', 'requester'],
  ['target', 'recipient'],
] as const
