import {
  type ActorKind,
  type ActorRef,
  type Annotation,
  derivedId,
  type DocumentAnnotated,
  type DocumentSubmitted,
  type EventReported,
  type ExtractedEvent,
  type Mention,
  ONTOLOGY,
  SCHEMA_VERSION,
  sketchOf,
  type Span,
} from '@dateline/domain'
import type { Entry, NewEntry } from '@dateline/event-log'

/**
 * What the log is told of an annotation: one `document.annotated` and an entry for each event. Their ids are derived
 * from the document, its revision, the engine and the ordinal, so that a job done twice says the same thing twice.
 *
 * @param submitted the entry of the revision that was annotated
 */
export function entriesOf(annotation: Annotation, submitted: Entry<DocumentSubmitted>): NewEntry[] {
  const { documentId, revision } = submitted.data
  const { name, version } = annotation.engine
  const causes = { causationId: submitted.id, correlationId: submitted.correlationId ?? submitted.id }
  const annotated: NewEntry = {
    id: derivedId('document.annotated', documentId, revision, name, version),
    type: 'document.annotated',
    schemaVersion: SCHEMA_VERSION['document.annotated'],
    data: annotatedOf(annotation, documentId, revision),
    ...causes,
  }
  const actorRef = actorsOf(annotation.mentions)
  const events = annotation.events.map((event, ordinal): NewEntry => {
    const data: EventReported = {
      ...event,
      documentId,
      revision,
      ordinal,
      actors: actorIdsOf(event).map(actorRef),
      publishedAt: submitted.data.publishedAt,
    }
    return {
      id: derivedId('event-entry', documentId, revision, name, version, ordinal),
      type: event.type,
      schemaVersion: SCHEMA_VERSION.event,
      data,
      ...causes,
      causationId: annotated.id,
    }
  })
  return [annotated, ...events]
}

function annotatedOf(annotation: Annotation, documentId: string, revision: number): DocumentAnnotated {
  return {
    documentId,
    revision,
    engine: annotation.engine,
    sentences: annotation.sentences.map(offsets),
    timexes: annotation.timexes.map((timex) => ({
      span: offsets(timex),
      kind: timex.kind,
      value: timex.value,
      edtf: timex.edtf,
    })),
    mentions: annotation.mentions.map((mention) => ({
      span: offsets(mention),
      kind: mention.kind,
      id: mention.id,
      name: mention.name,
      via: mention.via,
    })),
    attributions: annotation.attributions.map(({ source, cue, content, speaker, mode }) => ({
      source: source && offsets(source),
      cue: cue && offsets(cue),
      content: content.map(offsets),
      speaker,
      mode,
    })),
    sketch: sketchOf(annotation.sentences.map(({ text }) => text).join(' ')),
    ...(annotation.actors === undefined ? {} : { actors: annotation.actors }),
    events: annotation.events.length,
  }
}

function offsets({ start, end }: Span): [start: number, end: number] {
  return [start, end]
}

/** Whom an event names: its participants, who asserts it, and its attributes that are actors; each once, in order. */
function actorIdsOf(event: ExtractedEvent): string[] {
  const ids = new Set(event.participants.map(({ actor }) => actor))
  if (event.assertedBy !== null) ids.add(event.assertedBy)
  for (const [name, shape] of Object.entries<string>(ONTOLOGY[event.type].attributes)) {
    if (!shape.split('|').some((one) => one === 'actor' || one === 'actor[]')) continue
    const value = event.attributes[name]
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value])
      // `about` may be a topic in plain words: only a registry id, which has a prefix, is an actor.
      if (typeof item === 'string' && /^[a-z]+:\S+$/.test(item)) ids.add(item)
  }
  return [...ids]
}

/** Surface forms that name an actor wherever they stand; "he" and "the ministry" do so only in their document. */
const NAMING: ReadonlySet<Mention['via']> = new Set(['name', 'alias', 'acronym', 'metonym'])

function actorsOf(mentions: readonly Mention[]): (id: string) => ActorRef {
  const known = new Map<string, ActorRef>()
  for (const mention of mentions) {
    const actor = known.get(mention.id)
    const kind = actorKindOf(mention)
    if (actor === undefined) known.set(mention.id, { id: mention.id, kind, name: mention.name, aliases: [] })
    // A country is mentioned as a place and as a government: where it is an actor it is the latter.
    else if (mention.kind !== 'place' && actor.kind !== kind) actor.kind = kind
    const aliases = known.get(mention.id)?.aliases ?? []
    const form = mention.text.replaceAll(/\s+/g, ' ')
    if (NAMING.has(mention.via) && !aliases.includes(form)) aliases.push(form)
  }
  return (id) => known.get(id) ?? { id, kind: kindOfId(id), name: id.slice(id.indexOf(':') + 1), aliases: [] }
}

function actorKindOf({ kind, id }: Mention): ActorKind {
  return kind === 'place' ? kindOfId(id) : kind
}

/** For an id without a mention that says its kind. */
function kindOfId(id: string): ActorKind {
  if (id.startsWith('person:')) return 'person'
  if (id.startsWith('org:')) return 'organization'
  if (id.startsWith('country:') || id.startsWith('place:')) return 'government'
  return 'group'
}
