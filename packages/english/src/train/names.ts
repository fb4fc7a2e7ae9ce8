import { padded } from '../network/shape.ts'
import { LEAK, type Batch, type Example, type Workspace } from './workspace.ts'

/** The loss of the relations of the right arcs, and its gradient added to that of the views. */
export function learnRelations(w: Workspace, batch: Batch, views: number, dviews: number): number {
  const { machine, layout, shape, gradientAt } = w
  const { arc: A, relation: R } = shape
  const V = layout.views.columns
  const names = shape.relations.length
  const L = padded(names)
  const own = 2 * A
  const asHead = own + R
  const root = layout.root.at + asHead
  const n = machine.numbers
  const hidden = w.take(batch.words * R)
  const headOf = (s: number, { heads }: Example, i: number, base: number, atRoot: number): number => {
    const head = heads[i]!
    return head < 0 ? atRoot : base + (batch.starts[s]! + head) * V + asHead
  }
  for (const [s, example] of batch.examples.entries()) {
    for (let i = 0; i < example.heads.length; i++) {
      const word = batch.starts[s]! + i
      const from = headOf(s, example, i, views, root)
      for (let j = 0; j < R; j++) n[hidden + word * R + j] = n[views + word * V + own + j]! + n[from + j]!
    }
  }
  machine.rectify({ at: hidden, row: R }, batch.words, R)
  const scores = w.affine(hidden, batch.words, layout.relation, layout.relationBias)
  let loss = 0
  for (const [s, example] of batch.examples.entries()) {
    for (let i = 0; i < example.heads.length; i++) {
      const line = scores + (batch.starts[s]! + i) * L
      loss += w.crossEntropy(line, names, example.relations[i]!)
      n.fill(0, line + names, line + L)
    }
  }
  const dhidden = w.zeros(batch.words * R)
  w.affineBack(hidden, dhidden, scores, batch.words, layout.relation, layout.relationBias)
  for (const [s, example] of batch.examples.entries()) {
    for (let i = 0; i < example.heads.length; i++) {
      const word = batch.starts[s]! + i
      const to = headOf(s, example, i, dviews, gradientAt + root)
      for (let j = 0; j < R; j++) {
        const d = n[dhidden + word * R + j]! * (n[hidden + word * R + j]! < 0 ? LEAK : 1)
        n[dviews + word * V + own + j]! += d
        n[to + j]! += d
      }
    }
  }
  return loss
}

/** The loss of the tags, and its gradient added to that of the words' vectors. */
export function learnTags(w: Workspace, batch: Batch, vectors: number, dvectors: number): number {
  const { layout, shape } = w
  const [xpos, upos] = [shape.xpos.length, shape.upos.length]
  const width = layout.tags.columns
  const scores = w.affine(vectors, batch.words, layout.tags, layout.tagsBias)
  const n = w.machine.numbers
  let loss = 0
  for (const [s, example] of batch.examples.entries()) {
    for (let i = 0; i < example.heads.length; i++) {
      const line = scores + (batch.starts[s]! + i) * width
      loss += w.crossEntropy(line, xpos, example.xpos[i]!)
      n.fill(0, line + xpos, line + padded(xpos))
      loss += w.crossEntropy(line + padded(xpos), upos, example.upos[i]!)
      n.fill(0, line + padded(xpos) + upos, line + width)
    }
  }
  w.affineBack(vectors, dvectors, scores, batch.words, layout.tags, layout.tagsBias)
  return loss
}
