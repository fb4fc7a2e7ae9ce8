import type { NewCorrection } from '@dateline/contract'
import { type Amendments, type Change, derivedId } from '@dateline/domain'
import type { Pool } from 'pg'
import { amendmentProblem } from './amendments.ts'
import { documentsNaming, findActor, findEvent } from './targets.ts'
import { type CorrectionDeps, type Refusal, refused } from './types.ts'

type EventCorrection = Extract<NewCorrection, { eventId: string }>
type ActorCorrection = Extract<NewCorrection, { actorId: string }>

/**
 * What is to be changed, its targets found and checked. A split's new event or actor has an id derived from the
 * correction's (`id`).
 */
export function changeOf(
  { pool }: CorrectionDeps,
  request: EventCorrection | ActorCorrection,
  id: string,
): Promise<Change | Refusal> {
  return 'eventId' in request ? eventChange(pool, request, id) : actorChange(pool, request, id)
}

async function eventChange(pool: Pool, request: EventCorrection, id: string): Promise<Change | Refusal> {
  const { eventId } = request
  const event = await findEvent(pool, eventId)
  if (event.status !== 'there') return event
  if (request.kind === 'event.withdraw') return { kind: request.kind, eventId }
  if (request.kind === 'event.amend') {
    const problem = amendmentProblem(event.type, request.set)
    if (problem !== null) return refused(problem)
    const set = await namedParticipants(pool, request.set)
    return 'status' in set ? set : { kind: request.kind, eventId, set }
  }
  if (request.kind === 'event.merge') {
    if (request.into === eventId) return refused('An event cannot be merged into itself.')
    const into = await findEvent(pool, request.into)
    return into.status === 'there' ? { kind: request.kind, eventId, into: request.into } : into
  }
  const documentIds = leavingOf(request)
  const strange = documentIds.find((one) => !event.documentIds.includes(one))
  if (strange !== undefined) return refused(`Event ${eventId} is not reported by document ${strange}.`)
  if (documentIds.length === event.documentIds.length)
    return refused(`Every document of event ${eventId} would leave it: at least one has to stay.`)
  return { kind: request.kind, eventId, documentIds, newEventId: derivedId('event', id) }
}

async function actorChange(pool: Pool, request: ActorCorrection, id: string): Promise<Change | Refusal> {
  const { actorId } = request
  const actor = await findActor(pool, actorId)
  if (actor.status !== 'there') return actor
  if (request.kind === 'actor.rename') return { kind: request.kind, actorId, name: request.name }
  if (request.kind === 'actor.merge') {
    if (request.into === actorId) return refused('An actor cannot be merged into itself.')
    const into = await findActor(pool, request.into)
    return into.status === 'there' ? { kind: request.kind, actorId, into: request.into } : into
  }
  const documentIds = leavingOf(request)
  const naming = await documentsNaming(pool, actorId, documentIds)
  const strange = documentIds.find((one) => !naming.includes(one))
  if (strange !== undefined) return refused(`Actor ${actorId} is not named by document ${strange}.`)
  const newActorId = `${actorId.slice(0, actorId.indexOf(':') + 1)}${derivedId('actor', id)}`
  return { kind: request.kind, actorId, documentIds, newActorId, name: request.name ?? actor.name }
}

function leavingOf({
  documentIds,
  evidence,
}: {
  documentIds?: string[] | undefined
  evidence?: { documentId: string }[] | undefined
}) {
  return [...new Set(documentIds ?? evidence?.map(({ documentId }) => documentId) ?? [])].sort()
}

/** Each participant with the name that it is shown by. */
async function namedParticipants(
  pool: Pool,
  set: Extract<NewCorrection, { kind: 'event.amend' }>['set'],
): Promise<Amendments | Refusal> {
  if (set.participants === undefined) return set as Amendments
  const participants: NonNullable<Amendments['participants']> = []
  for (const { role, actor, name } of set.participants) {
    if (name !== undefined) {
      participants.push({ role, actor, name })
      continue
    }
    const known = await findActor(pool, actor)
    if (known.status === 'refused') return known
    if (known.status === 'unknown')
      return refused(`Nobody has named an actor ${actor} yet: say its name (participants[].name) too.`)
    participants.push({ role, actor, name: known.name })
  }
  return { ...(set as Amendments), participants }
}
