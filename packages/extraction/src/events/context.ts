import type { ParsedText } from '@dateline/english'
import type { Actors } from '../actors/types.ts'
import type { Part } from '../boilerplate.ts'
import type { AttributionMention } from '../attribution/types.ts'
import type { TimexMention } from '../time/timexes.ts'
import type { Tree } from './tree.ts'

/** A document as the events see it: trees, actors, times, and what each sentence is. */
export interface Scene {
  parsed: ParsedText
  trees: readonly Tree[]
  parts: readonly Part[]
  actors: Actors
  timexes: readonly TimexMention[]
  attributions: readonly AttributionMention[]
  /** The day of publication, `YYYY-MM-DD`; null where it is not known */
  published: string | null
  /** Where the date line ends; what stands in it is of the filing and not of the report */
  filing: number
}

/** Whether an offset lies within a quotation. */
export function quotationAt(scene: Scene, offset: number): number {
  return scene.parsed.quotations.findIndex((quotation) => quotation.innerStart <= offset && offset < quotation.innerEnd)
}
