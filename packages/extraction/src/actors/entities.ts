import type { MentionKind } from '@dateline/domain'
import type { ActorInfo } from './types.ts'

/** An actor of the document while it is read. */
export interface Entity extends ActorInfo {
  /** The offices with the sentence that says so */
  offices: { office: string; of: string | null; sentence: number }[]
  /** Folded words of a person's fullest name */
  parts: string[]
  /** Lemmas of the nouns that it has been called by */
  nouns: Set<string>
  /** Order number of its last mention; 0 before the first */
  last: number
  mentions: number
  /** How many names of the text are its own */
  names: number
}

export interface Registry {
  get: (id: string) => Entity | undefined
  /** The entity with this id, made at the first call. */
  put: (
    id: string,
    kind: MentionKind,
    name: string,
    more?: Partial<Pick<Entity, 'country' | 'gender' | 'plural' | 'media' | 'parts'>>,
  ) => Entity
  all: () => Iterable<Entity>
}

export function createRegistry(): Registry {
  const entities = new Map<string, Entity>()
  return {
    get: (id) => entities.get(id),
    put(id, kind, name, more = {}) {
      const known = entities.get(id)
      if (known) return known
      const entity: Entity = {
        id,
        kind,
        name,
        aliases: [],
        country: null,
        gender: null,
        plural: false,
        media: false,
        offices: [],
        parts: [],
        nouns: new Set(),
        last: 0,
        mentions: 0,
        names: 0,
        ...more,
      }
      entities.set(id, entity)
      return entity
    },
    all: () => entities.values(),
  }
}

/** Adds an office or a role, once; the first place that it is said to be of stays. */
export function giveOffice(entity: Entity, office: string, of: string | null, sentence: number): void {
  const known = entity.offices.find(
    (other) => other.office === office && (other.of === of || other.of === null || of === null),
  )
  if (known) known.of ??= of
  else entity.offices.push({ office, of, sentence })
}

/** The office that the text gave an actor last, up to a sentence; else the first that it gives it later. */
export function officeAt({ offices }: Entity, sentence: number): { office: string; of: string | null } | null {
  return offices.findLast((held) => held.sentence <= sentence) ?? offices[0] ?? null
}

/** `VIRGILIO BARCO` → `Virgilio Barco`; a name that has small letters stays as it is. */
export function readable(name: string): string {
  if (/\p{Ll}/u.test(name) || !/\p{L}{4}/u.test(name)) return name
  return name
    .toLowerCase()
    .replaceAll(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    .replaceAll(/(?<=\s)(?:Of|The|For|And|In|On|De|La|Del|Y|Al)(?=\s)/gu, (word) => word.toLowerCase())
}
