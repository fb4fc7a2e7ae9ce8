import type { ActorKind, ActorRef } from '@dateline/domain'
import { renamed } from '../people/report.ts'
import type { Report } from '../timeline/report.ts'
import { concerning, type Corrections, tiedActors } from './active.ts'

/** Who somebody is by the corrections of actors, as one document names them. */
interface Naming {
  id: string
  /** By a correction; null: as the document has it */
  name: string | null
}

/** The report with everyone in it as the corrections have them; itself where they have nothing to say. */
export function withCorrectedActors(report: Report, corrections: Corrections): Report {
  const ids = [...new Set([...report.actors.map(({ id }) => id), ...report.participants.map(({ actor }) => actor)])]
  const relevant = concerning(corrections, tiedActors(corrections, ids)).filter(({ change }) =>
    change.kind.startsWith('actor.'),
  )
  if (relevant.length === 0) return report
  const named = new Map(ids.map((id) => [id, namingOf(id, report.by.documentId, relevant)]))
  const idOf = (id: string) => named.get(id)?.id ?? id
  return renamed(report, idOf, (actor) => correctedRef(actor, named.get(actor.id)))
}

function namingOf(id: string, documentId: string, relevant: ReturnType<typeof concerning>): Naming {
  const naming: Naming = { id, name: null }
  for (const { change } of relevant) {
    if (change.kind === 'actor.merge' && change.actorId === naming.id) {
      naming.id = change.into
      naming.name = null
    } else if (
      change.kind === 'actor.split' &&
      change.actorId === naming.id &&
      change.documentIds.includes(documentId)
    ) {
      naming.id = change.newActorId
      naming.name = change.name
    } else if (change.kind === 'actor.rename' && change.actorId === naming.id) {
      naming.name = change.name
    }
  }
  // Whom somebody was merged into may have been renamed before.
  for (const { change } of relevant) {
    if (change.kind === 'actor.rename' && change.actorId === naming.id) naming.name = change.name
  }
  return naming
}

function correctedRef(actor: ActorRef, naming: Naming | undefined): ActorRef {
  if (naming === undefined || (naming.id === actor.id && naming.name === null)) return actor
  const name = naming.name ?? actor.name
  const aliases = [...new Set([actor.name, ...actor.aliases])].filter((alias) => alias !== name)
  return { ...actor, id: naming.id, kind: kindOf(naming.id, actor.kind), name, aliases }
}

/** `country:` and `place:` act as governments; other prefixes leave open what one is. */
export function kindOf(id: string, otherwise: ActorKind): ActorKind {
  if (id.startsWith('person:')) return 'person'
  return id.startsWith('country:') || id.startsWith('place:') ? 'government' : otherwise
}
