import type { Build, Filling } from './projection.ts'

/** What a process knows of the build that it moved last. */
export interface Kept {
  /** What goes on from where the build stands, with what is known of it, if nobody else moved it meanwhile. */
  take(build: Pick<Build, 'id' | 'position' | 'schema'>): Filling | undefined
  /** Once the transaction is committed: what was folded is what the tables hold at the position. */
  keep(id: bigint, position: bigint, pages: Filling): void
}

/** @param start begins without knowing anything; left out: nothing is kept */
export function createKept(start: ((schema: string) => Filling) | undefined): Kept {
  let kept: { id: bigint; position: bigint; pages: Filling } | undefined
  return {
    take({ id, position, schema }) {
      const pages = kept?.id === id && kept.position === position ? kept.pages : start?.(schema)
      // Whatever goes wrong from now on, it is not to be used again.
      kept = undefined
      return pages
    },
    keep(id, position, pages) {
      kept = { id, position, pages }
    },
  }
}
