import type { Focus } from './focus.ts'
import type { Entity, Registry } from './entities.ts'
import type { Spot } from './spots.ts'
import type { ActorMention, Gender } from './types.ts'
import type { View } from './view.ts'

/** What has been said so far: who was mentioned where. */
export interface Discourse {
  registry: Registry
  focus: Focus
  views: readonly View[]
  history: Past[]
  /** The entity that a name stands for, by its spot */
  named: Map<Spot, Entity>
  /** Persons, who was spoken of last at the end */
  persons: Map<string, Entity>
  /** Armed groups that the text names */
  armed: readonly Entity[]
  /** Order number of the next mention */
  clock: number
}

export interface Past {
  entity: Entity
  mention: ActorMention
  subject: boolean
}

/** Notes that an entity is spoken of. */
export function remember(discourse: Discourse, entity: Entity, mention: ActorMention, view: View): void {
  entity.last = ++discourse.clock
  entity.mentions++
  if (entity.kind === 'person') {
    discourse.persons.delete(entity.id)
    discourse.persons.set(entity.id, entity)
  }
  const relation = view.tokens[mention.head]?.deprel ?? ''
  discourse.history.push({ entity, mention, subject: relation.startsWith('nsubj') })
}

/** The entities mentioned in the last `sentences` sentences and in this one, the latest first, each once. */
export function recent(discourse: Discourse, sentence: number, sentences: number): Entity[] {
  const found = new Set<Entity>()
  for (let index = discourse.history.length - 1; index >= 0; index--) {
    const past = discourse.history[index]
    if (!past || past.mention.sentence < sentence - sentences) break
    found.add(past.entity)
  }
  return [...found]
}

export function fitsGender(entity: Entity, gender: Gender | null): boolean {
  return gender === null || entity.gender === null || entity.gender === gender
}

const MOST_PERSONS = 200

/** The persons that an office may mean: those spoken of, the last 200; early in a text also those whom it names later. */
export function personsInMind({ persons, registry }: Discourse, isEarly: boolean): Entity[] {
  const spokenOf = [...persons.values()].slice(-MOST_PERSONS)
  if (!isEarly) return spokenOf
  const later: Entity[] = []
  for (const entity of registry.all()) {
    if (entity.kind === 'person' && entity.mentions === 0) later.push(entity)
    if (later.length >= MOST_PERSONS) break
  }
  return [...spokenOf, ...later]
}
