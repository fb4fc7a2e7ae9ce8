import { distanceClasses, padded } from '../network/shape.ts'
import type { Batch, Workspace } from './workspace.ts'

/**
 * The loss of the heads, and its gradient added to that of the views. A word is scored as the head of another by a
 * bilinear form of their views (Dozat and Manning 2017), plus what the dependent's view says about the distance.
 */
export function learnArcs(w: Workspace, batch: Batch, views: number, dviews: number): number {
  const { machine, layout, shape, gradientAt } = w
  const { arc: A, distances: K } = shape
  const V = layout.views.columns
  const N = batch.words
  const n = machine.numbers
  const dependents = w.take(N * A)
  for (let i = 0; i < N; i++) n.copyWithin(dependents + i * A, views + i * V, views + i * V + A)
  const q = w.affine(dependents, N, layout.pairs, layout.pairsBias)
  const near = w.affine(dependents, N, layout.distance, null)
  const dq = w.zeros(N * A)
  const dnear = w.zeros(N * K)
  const classes = distanceClasses(K)
  const root = layout.root.at + A
  let loss = 0
  for (const [s, { heads: gold }] of batch.examples.entries()) {
    const count = gold.length
    const start = batch.starts[s]!
    const width = padded(count + 1)
    // the words as heads, then the root; padding stays zero
    const heads = w.zeros(width * A)
    const turned = w.zeros(width * A)
    const scores = w.zeros(count * width)
    for (let i = 0; i <= count; i++) {
      const from = i < count ? views + (start + i) * V + A : root
      n.copyWithin(heads + i * A, from, from + A)
      for (let j = 0; j < A; j++) n[turned + j * width + i] = n[from + j]!
    }
    const cells = { at: scores, row: width }
    machine.multiply({ at: q + start * A, row: A, step: 1 }, { at: turned, row: width }, cells, count, A, width)
    for (let i = 0; i < count; i++) {
      const line = scores + i * width
      const [from, to] = [near + (start + i) * K, dnear + (start + i) * K]
      const offset = classes.offset - i
      for (let j = 0; j < count; j++) n[line + j]! += n[from + classes.of[offset + j]!]!
      n[line + count]! += n[from]!
      n[line + i] = -1e9
      const head = gold[i]!
      loss += w.crossEntropy(line, count + 1, head < 0 ? count : head)
      n[line + i] = 0
      for (let j = 0; j < count; j++) n[to + classes.of[offset + j]!]! += n[line + j]!
      n[to]! += n[line + count]!
    }
    const own = { at: dq + start * A, row: A }
    machine.multiply({ at: scores, row: width, step: 1 }, { at: heads, row: A }, own, count, width, A)
    const dheads = w.zeros(width * A)
    const dependent = { at: q + start * A, row: A }
    machine.multiply({ at: scores, row: 1, step: width }, dependent, { at: dheads, row: A }, width, count, A)
    for (let i = 0; i <= count; i++) {
      const to = i < count ? dviews + (start + i) * V + A : gradientAt + root
      for (let j = 0; j < A; j++) n[to + j]! += n[dheads + i * A + j]!
    }
  }
  const ddependents = w.zeros(N * A)
  w.affineBack(dependents, ddependents, dq, N, layout.pairs, layout.pairsBias)
  w.affineBack(dependents, ddependents, dnear, N, layout.distance, null)
  for (let i = 0; i < N; i++) for (let j = 0; j < A; j++) n[dviews + i * V + j]! += n[ddependents + i * A + j]!
  return loss
}
