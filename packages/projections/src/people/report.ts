import { type ActorRef, ONTOLOGY } from '@dateline/domain'
import type { Report } from '../timeline/report.ts'
import type { Resolved } from './resolve.ts'

/** The report with everyone in it under the id and the name by which they are known; itself where nothing is other. */
export function withPeople(report: Report, resolved: Readonly<Record<string, Resolved>>): Report {
  const { actors } = report
  if (!actors.some(({ id, name }) => isOther(resolved[id], id, name))) return report
  return renamed(
    report,
    (id) => resolved[id]?.id ?? id,
    (ref) => refOf(ref, resolved[ref.id]),
  )
}

function isOther(known: Resolved | undefined, id: string, name: string): boolean {
  return known !== undefined && (known.id !== id || known.name !== name)
}

function refOf(ref: ActorRef, known: Resolved | undefined): ActorRef {
  if (!known) return ref
  const aliases = [...new Set([ref.name, ...ref.aliases])].filter((alias) => alias !== known.name)
  return { ...ref, id: known.id, name: known.name, aliases }
}

/** The report with other ids for those who are in it; two of them may become one. */
export function renamed(report: Report, idOf: (id: string) => string, refOf: (ref: ActorRef) => ActorRef): Report {
  const participants = report.participants.map(({ role, actor }) => ({ role, actor: idOf(actor) }))
  return {
    ...report,
    participants,
    assertedBy: report.assertedBy === null ? null : idOf(report.assertedBy),
    attributes: renamedAttributes(report, idOf),
    actors: distinctRefs(report.actors.map(refOf)),
  }
}

/** Two actors of one report may have become one. */
function distinctRefs(actors: readonly ActorRef[]): ActorRef[] {
  const known = new Map<string, ActorRef>()
  for (const actor of actors) {
    const other = known.get(actor.id)
    const aliases = [...new Set([...(other?.aliases ?? []), ...actor.aliases, ...(other ? [actor.name] : [])])]
    known.set(actor.id, other ? { ...other, aliases: aliases.filter((alias) => alias !== other.name) } : actor)
  }
  return [...known.values()]
}

function renamedAttributes(report: Report, idOf: (id: string) => string): Record<string, unknown> {
  const shapes: Readonly<Record<string, string>> = ONTOLOGY[report.type].attributes
  return Object.fromEntries(
    Object.entries(report.attributes).map(([name, value]) => {
      if (!shapes[name]?.split('|').some((shape) => shape === 'actor' || shape === 'actor[]')) return [name, value]
      const corrected = (one: unknown) => (typeof one === 'string' ? idOf(one) : one)
      return [name, Array.isArray(value) ? [...new Set(value.map(corrected))] : corrected(value)]
    }),
  )
}
