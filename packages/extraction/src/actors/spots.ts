import type { KnownName } from '../knowledge/gazetteer.ts'
import type { Gender } from './types.ts'

/** A name found in a sentence, before it is known whose it is. Token numbers are half open. */
export interface Spot {
  sentence: number
  from: number
  to: number
  sort: 'known' | 'person' | 'organisation' | 'place' | 'unknown'
  /** All that the gazetteer says that it may be, of a known one */
  entries: readonly KnownName[]
  /** Which of them it is here */
  entry: KnownName | null
  /** The name as it is written, marks of insertion left out */
  name: string
  /** Its words, folded */
  parts: string[]
  /** Title or office before it: its first token, or `from` */
  titleFrom: number
  title: string | null
  gender: Gender | null
  /** The known name that stands right before it: "US State Department spokesman X", "Kazakh President Y" */
  before: Spot | null
}
