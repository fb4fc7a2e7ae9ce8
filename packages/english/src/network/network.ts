import type { Vocabulary } from './features.ts'
import type { Shape } from './shape.ts'

/** A trained network. */
export interface Network {
  shape: Shape
  vocabulary: Vocabulary
  /** One embedding table a feature of a form, in rows */
  tables: Table[]
  /** All other parameters, as `layoutOf` lays them out */
  parameters: Float32Array
  /** Pairs of Penn and universal tag that go together, as indices into `shape.xpos` and `shape.upos`. */
  tagPairs: [xpos: number, upos: number][]
}

/** A table of small integers, each row with its own scale. */
export interface Table {
  values: Int8Array
  scales: Float32Array
}

/** What the network says about a sentence; indices into the lists of its shape. */
export interface Reading {
  /** Index into `tagPairs` for each word */
  tags: Int32Array
  /** -1 at the root */
  heads: Int32Array
  relations: Int32Array
}
