import type { Entry } from './types.ts'

/**
 * One step from a schema version to the next, for the entry types that changed the same way. Pure; written when the
 * schema changes and never touched again. `golden/` keeps an entry of every version that was ever written.
 */
export interface Upcast {
  types: readonly string[]
  /** The version that the step reads; it answers the data of `from + 1` */
  from: number
  up(data: unknown, entry: Entry): unknown
}

export type Upcaster = (entry: Entry) => Entry

/** The steps of every schema that changed since the first. None has yet. */
export const UPCASTS: readonly Upcast[] = []

/** Walks an entry up the steps, as far as they lead. */
export function createUpcaster(steps: readonly Upcast[]): Upcaster {
  const byKey = new Map<string, Upcast>()
  for (const step of steps) {
    for (const type of step.types) {
      const key = keyOf(type, step.from)
      if (byKey.has(key)) throw new Error(`two steps lead up from version ${step.from} of ${type}`)
      byKey.set(key, step)
    }
  }
  if (byKey.size === 0) return (entry) => entry
  return (entry) => {
    let current = entry
    let step = byKey.get(keyOf(current.type, current.schemaVersion))
    while (step !== undefined) {
      current = { ...current, schemaVersion: step.from + 1, data: step.up(current.data, current) }
      step = byKey.get(keyOf(current.type, current.schemaVersion))
    }
    return current
  }
}

function keyOf(type: string, version: number): string {
  return `${version} ${type}`
}
