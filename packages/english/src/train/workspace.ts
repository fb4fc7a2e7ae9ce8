import type { Machine } from '../kernels/kernels.ts'
import { layoutOf, type Layout, type Matrix, type Shape } from '../network/shape.ts'
import type { Random } from './random.ts'

/** A sentence as numbers: rows in the embedding tables (a list for each word) and the right answers. */
export interface Example {
  rows: Int32Array
  /** Rows of the same words without capitals, and capitalised as in a headline */
  lowered: Int32Array
  headlined: Int32Array
  heads: Int32Array
  relations: Int32Array
  xpos: Int32Array
  upos: Int32Array
}

/** Sentences that are learned from together; their words lie one behind the other. */
export interface Batch {
  examples: Example[]
  /** Place of the first word of each sentence */
  starts: number[]
  words: number
}

export function batchOf(examples: Example[]): Batch {
  let words = 0
  const starts = examples.map((example) => {
    words += example.heads.length
    return words - example.heads.length
  })
  return { examples, starts, words }
}

/**
 * The memory of a training step: parameters, their gradients, turned copies of the matrices, and behind them what the
 * step takes. A matrix of activations is its position; its rows lie without gaps.
 */
export interface Workspace {
  machine: Machine
  shape: Shape
  layout: Layout
  /** Where the gradient of the parameter at 0 lies */
  gradientAt: number
  /** Begins a step: forgets what was taken and turns the matrices. */
  begin(batch: Batch): void
  take(size: number): number
  zeros(size: number): number
  /** Y = X·W + b */
  affine(x: number, height: number, weights: Matrix, bias: Matrix | null): number
  /** Adds to the gradients of W and b, and to that of X where it is wanted. */
  affineBack(x: number, dx: number | null, dy: number, height: number, weights: Matrix, bias: Matrix | null): void
  /** Factors that blot out channels, the same for all words of a sentence. */
  mask(batch: Batch, width: number, rate: number, random: Random): number
  /** Turns scores into the gradient of their cross entropy with the right answer; returns the loss. */
  crossEntropy(at: number, count: number, right: number): number
}

/** Slope of the rectifier below zero. */
export const LEAK = 0.1

export function createWorkspace(machine: Machine, shape: Shape): Workspace {
  const layout = layoutOf(shape)
  const gradientAt = layout.size
  const turnedAt = 2 * layout.size
  const bottom = 3 * layout.size + 64
  machine.reserve(bottom)
  let top = bottom

  const turn = (m: Matrix): void => {
    const n = machine.numbers
    for (let i = 0; i < m.rows; i++) {
      for (let j = 0; j < m.columns; j++) n[turnedAt + m.at + j * m.rows + i] = n[m.at + i * m.columns + j]!
    }
  }
  const take = (size: number): number => {
    const at = top
    top += (size + 7) & ~7
    if (top > machine.numbers.length) throw new Error(`a batch needs more memory than was set aside for it`)
    return at
  }
  return {
    machine,
    shape,
    layout,
    gradientAt,
    begin({ words, examples }) {
      top = bottom
      // enough for all that a step takes, so that no view of the memory goes stale in the middle of it
      const perWord = 4096 + shape.channels * (16 + 14 * shape.layers)
      const pairs = examples.reduce(
        (sum, { heads }) => sum + (heads.length + 9) * (heads.length + 9 + 4 * shape.arc),
        0,
      )
      machine.reserve(bottom + words * perWord + pairs + 65_536)
      for (const m of [layout.views, layout.pairs, layout.distance, layout.relation, layout.tags, layout.input]) turn(m)
      for (const { weights } of layout.layers) turn(weights)
    },
    take,
    zeros(size) {
      const at = take(size)
      machine.numbers.fill(0, at, at + size)
      return at
    },
    affine(x, height, w, bias) {
      const y = take(height * w.columns)
      if (bias) machine.spread(bias.at, y, height, w.columns)
      else machine.numbers.fill(0, y, y + height * w.columns)
      const [a, b, c] = [
        { at: x, row: w.rows, step: 1 },
        { at: w.at, row: w.columns },
        { at: y, row: w.columns },
      ] as const
      machine.multiply(a, b, c, height, w.rows, w.columns)
      return y
    },
    affineBack(x, dx, dy, height, w, bias) {
      const slopes = { at: gradientAt + w.at, row: w.columns }
      machine.multiply({ at: x, row: 1, step: w.rows }, { at: dy, row: w.columns }, slopes, w.rows, height, w.columns)
      if (dx !== null) {
        const turned = { at: turnedAt + w.at, row: w.rows }
        machine.multiply(
          { at: dy, row: w.columns, step: 1 },
          turned,
          { at: dx, row: w.rows },
          height,
          w.columns,
          w.rows,
        )
      }
      if (!bias) return
      const n = machine.numbers
      const to = gradientAt + bias.at
      for (let from = dy; from < dy + height * w.columns; from += w.columns) {
        for (let j = 0; j < w.columns; j++) n[to + j]! += n[from + j]!
      }
    },
    mask({ examples, starts, words }, width, rate, random) {
      const at = take(words * width)
      const n = machine.numbers
      const kept = 1 / (1 - rate)
      for (const [s, { heads }] of examples.entries()) {
        const first = at + starts[s]! * width
        for (let j = 0; j < width; j++) n[first + j] = random.next() < rate ? 0 : kept
        machine.spread(first, first, heads.length, width)
      }
      return at
    },
    crossEntropy(at, count, right) {
      const n = machine.numbers
      let max = -Infinity
      for (let j = at; j < at + count; j++) if (n[j]! > max) max = n[j]!
      let sum = 0
      for (let j = at; j < at + count; j++) sum += n[j] = Math.exp(n[j]! - max)
      for (let j = at; j < at + count; j++) n[j]! /= sum
      const loss = -Math.log(Math.max(n[at + right]!, 1e-12))
      n[at + right]! -= 1
      return loss
    },
  }
}
