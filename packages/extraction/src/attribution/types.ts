import type { Attribution, Span } from '@dateline/domain'

/** What kind of speech act it is, as `ONTOLOGY.statement` has them. */
export type Act =
  'comment' | 'accuse' | 'reject' | 'praise' | 'criticise' | 'urge' | 'announce' | 'pledge' | 'warn' | 'concern'

export type Stance = 'positive' | 'negative' | 'mixed' | 'neutral'

/** An attribution with where its parts stand in the trees and what the cue says about the act. */
export interface AttributionMention extends Attribution {
  /** Index of the sentence of the cue; of the content where there is no cue */
  sentence: number
  /** Token of the cue's head in that sentence */
  cueToken: number | null
  /** Head of the source and its sentence, which is another one where the speaker is named before or after the quote */
  sourceSentence: number | null
  sourceToken: number | null
  /** Said, written or otherwise uttered; false for what is thought, felt, wanted, seen or learnt */
  spoken: boolean
  act: Act
  stance: Stance
  /** The text between the marks of each quotation in the content, in order */
  quotes: Span[]
  /** Whom the words address, accuse or praise: "told reporters", "accused the army of" */
  target: { span: Span; sentence: number; token: number } | null
  /** The outlet or occasion: "told Reuters", "in an interview with the BBC" */
  venue: Span | null
}
