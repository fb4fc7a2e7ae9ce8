import type { Machine } from '../kernels/kernels.ts'
import type { Shape } from '../network/shape.ts'
import { learnArcs } from './arcs.ts'
import { encode, encodeBack, product } from './encoder.ts'
import { embed, embedBack, type Dropout, type Tables } from './input.ts'
import { learnRelations, learnTags } from './names.ts'
import type { Random } from './random.ts'
import { batchOf, createWorkspace, LEAK, type Example } from './workspace.ts'

/** Loss by part, summed over the words of a batch. */
export interface Loss {
  arcs: number
  relations: number
  tags: number
  words: number
}

export interface Gradient {
  /** The parameters outside the tables, and their gradients; views that a step may make stale */
  parameters(): Float32Array
  gradients(): Float32Array
  /** Adds the gradient of a batch to the gradients. */
  accumulate(examples: Example[], dropout: Dropout, random: Random): Loss
}

/** Forward and backward pass of the network over sentences. The way forward is that of `network/forward.ts`. */
export function createGradient(machine: Machine, shape: Shape, tables: Tables): Gradient {
  const w = createWorkspace(machine, shape)
  const { layout, gradientAt } = w
  const V = layout.views.columns
  const rectified = 2 * shape.arc
  return {
    parameters: () => machine.numbers.subarray(0, layout.size),
    gradients: () => machine.numbers.subarray(gradientAt, gradientAt + layout.size),
    accumulate(examples, dropout, random) {
      const batch = batchOf(examples)
      const N = batch.words
      w.begin(batch)
      const embedded = embed(w, batch, tables, dropout, random)
      const encoded = encode(w, batch, embedded.out, dropout.layer, random)
      const mask = w.mask(batch, shape.channels, dropout.layer, random)
      const vectors = product(w, encoded.out, mask, N * shape.channels)
      const raw = w.affine(vectors, N, layout.views, layout.viewsBias)
      machine.rectify({ at: raw, row: V }, N, rectified)
      const viewsMask = w.mask(batch, V, dropout.views, random)
      const views = product(w, raw, viewsMask, N * V)

      const dviews = w.zeros(N * V)
      const arcs = learnArcs(w, batch, views, dviews)
      const relations = learnRelations(w, batch, views, dviews)
      const n = machine.numbers
      for (let i = 0; i < N * V; i++) {
        n[dviews + i]! *= n[viewsMask + i]! * (i % V < rectified && n[raw + i]! < 0 ? LEAK : 1)
      }
      const dvectors = w.zeros(N * shape.channels)
      w.affineBack(vectors, dvectors, dviews, N, layout.views, layout.viewsBias)
      const tags = learnTags(w, batch, vectors, dvectors)
      const dinput = encodeBack(w, batch, encoded, product(w, dvectors, mask, N * shape.channels))
      embedBack(w, batch, embedded, dinput, tables, dropout)
      return { arcs, relations, tags, words: N }
    },
  }
}
