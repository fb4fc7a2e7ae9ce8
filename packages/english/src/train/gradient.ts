import type { Machine } from '../kernels/kernels.ts'
import { distanceClass, inputWidth, layoutOf, padded, tagWidth, type Matrix, type Shape } from '../network/shape.ts'
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

/** Shares between 0 and 1. */
export interface Dropout {
  /** Sentences read without capitals, and short ones read as headlines */
  lowered: number
  headlined: number
  word: number
  input: number
  layer: number
  views: number
}

export interface Tables {
  values: Float32Array[]
  gradients: Float32Array[]
  /** Rows that have a gradient */
  touched: Set<number>[]
}

/** Loss by part, summed over the words of a batch. */
export interface Loss {
  arcs: number
  relations: number
  tags: number
  words: number
}

export interface Gradient {
  parameters: () => Float32Array
  gradients: () => Float32Array
  /** Adds the gradient of a batch to the gradients. */
  accumulate(batch: Example[], dropout: Dropout, random: Random): Loss
}

/** Forward and backward pass of the network over a batch of sentences. The forward pass mirrors `network/forward.ts`. */
export function createGradient(machine: Machine, shape: Shape, tables: Tables): Gradient {
  const layout = layoutOf(shape)
  const { channels: D, layers, arc: A, relation: R, distances: K } = shape
  const E = inputWidth(shape)
  const V = 2 * A + 2 * R
  const L = padded(shape.relations.length)
  const XP = padded(shape.xpos.length)
  const T = tagWidth(shape)
  const half = D / 2
  const gradientAt = layout.size
  const transposeAt = 2 * layout.size
  machine.reserve(3 * layout.size)
  let top = 3 * layout.size

  const take = (size: number): number => {
    const at = top
    top += (size + 7) & ~7
    machine.reserve(top)
    return at
  }
  const zeros = (size: number): number => {
    const at = take(size)
    machine.numbers.fill(0, at, at + size)
    return at
  }
  const transpose = (m: Matrix): void => {
    const n = machine.numbers
    for (let i = 0; i < m.rows; i++)
      for (let j = 0; j < m.columns; j++) n[transposeAt + m.at + j * m.rows + i] = n[m.at + i * m.columns + j] ?? 0
  }
  /** Y = X·W + b */
  const affine = (x: number, height: number, w: Matrix, bias: Matrix | null): number => {
    const y = take(height * w.columns)
    const n = machine.numbers
    for (let i = 0; i < height; i++) {
      if (bias) n.copyWithin(y + i * w.columns, bias.at, bias.at + w.columns)
      else n.fill(0, y + i * w.columns, y + (i + 1) * w.columns)
    }
    machine.multiply(
      { at: x, row: w.rows, step: 1 },
      { at: w.at, row: w.columns },
      { at: y, row: w.columns },
      height,
      w.rows,
      w.columns,
    )
    return y
  }
  /** Adds to the gradients of W and b, and to dX where wanted. */
  const affineBack = (
    x: number,
    dx: number | null,
    dy: number,
    height: number,
    w: Matrix,
    bias: Matrix | null,
  ): void => {
    machine.multiply(
      { at: x, row: 1, step: w.rows },
      { at: dy, row: w.columns },
      { at: gradientAt + w.at, row: w.columns },
      w.rows,
      height,
      w.columns,
    )
    if (dx !== null)
      machine.multiply(
        { at: dy, row: w.columns, step: 1 },
        { at: transposeAt + w.at, row: w.rows },
        { at: dx, row: w.rows },
        height,
        w.columns,
        w.rows,
      )
    if (!bias) return
    const n = machine.numbers
    for (let i = 0; i < height; i++)
      for (let j = 0; j < w.columns; j++) n[gradientAt + bias.at + j]! += n[dy + i * w.columns + j]!
  }
  /** Softmax over n[at, at+count) turned into its gradient for the right answer; returns the loss. */
  const crossEntropy = (at: number, count: number, gold: number): number => {
    const n = machine.numbers
    let max = -Infinity
    for (let j = 0; j < count; j++) max = Math.max(max, n[at + j]!)
    let sum = 0
    for (let j = 0; j < count; j++) sum += n[at + j] = Math.exp(n[at + j]! - max)
    for (let j = 0; j < count; j++) n[at + j]! /= sum
    const loss = -Math.log(Math.max(n[at + gold]!, 1e-12))
    n[at + gold]! -= 1
    return loss
  }

  const accumulate = (batch: Example[], dropout: Dropout, random: Random): Loss => {
    top = 3 * layout.size
    const loss: Loss = { arcs: 0, relations: 0, tags: 0, words: 0 }
    const starts: number[] = []
    let N = 0
    for (const example of batch) {
      starts.push(N)
      N += example.heads.length
    }
    loss.words = N
    for (const m of [layout.views, layout.pairs, layout.distance, layout.relation, layout.tags, layout.input])
      transpose(m)
    for (const layer of layout.layers) transpose(layer.weights)
    /** A mask that is the same for all words of a sentence. */
    const mask = (width: number, rate: number): number => {
      const at = take(N * width)
      const n = machine.numbers
      const keep = 1 / (1 - rate)
      for (const [s, example] of batch.entries()) {
        const first = at + starts[s]! * width
        for (let j = 0; j < width; j++) n[first + j] = random.next() < rate ? 0 : keep
        for (let i = 1; i < example.heads.length; i++) n.copyWithin(first + i * width, first, first + width)
      }
      return at
    }
    const product = (x: number, m: number, size: number): number => {
      const y = take(size)
      const n = machine.numbers
      for (let i = 0; i < size; i++) n[y + i] = n[x + i]! * n[m + i]!
      return y
    }

    // input
    const features = shape.tables.length
    const embedded = take(N * E)
    const rows = new Int32Array(N * features)
    {
      const n = machine.numbers
      for (const [s, example] of batch.entries()) {
        const chance = random.next()
        const isShort = example.heads.length < 16
        const given =
          chance < dropout.lowered
            ? example.lowered
            : isShort && chance > 1 - dropout.headlined
              ? example.headlined
              : example.rows
        for (let i = 0; i < example.heads.length; i++) {
          const word = starts[s]! + i
          let column = embedded + word * E
          for (let f = 0; f < features; f++) {
            const width = shape.tables[f]!.columns
            let row = given[i * features + f]!
            if (f === 0 && random.next() < dropout.word) row = 0
            rows[word * features + f] = row
            const scale = random.next() < dropout.input ? 0 : 1 / (1 - dropout.input)
            if (scale === 0) rows[word * features + f] = -1
            const table = tables.values[f]!
            for (let j = 0; j < width; j++) n[column + j] = table[row * width + j]! * scale
            column += width
          }
        }
      }
    }
    const x0 = affine(embedded, N, layout.input, layout.inputBias)
    {
      const n = machine.numbers
      for (let i = x0; i < x0 + N * D; i++) if (n[i]! < 0) n[i] = n[i]! * 0.1
    }

    // encoder
    const trace: { x: number; m: number; xd: number; u: number; s: number }[] = []
    let x = x0
    for (const layer of layout.layers) {
      const m = mask(D, dropout.layer)
      const xd = product(x, m, N * D)
      const u = affine(xd, N, layer.weights, layer.bias)
      const s = take(N * D)
      const y = take(N * D)
      const n = machine.numbers
      for (const [b, example] of batch.entries()) {
        const count = example.heads.length
        const state = new Float64Array(D)
        for (let i = 0; i < count; i++) {
          for (let j = 0; j < D; j++) {
            const t = starts[b]! + (j < half ? i : count - 1 - i)
            const at = u + t * 3 * D + j
            const c = n[at]!
            state[j] = c + sigmoid(n[at + D]!) * (state[j]! - c)
            n[s + t * D + j] = state[j]!
            const before = n[x + t * D + j]!
            n[y + t * D + j] = before + sigmoid(n[at + 2 * D]!) * (state[j]! - before)
          }
        }
      }
      trace.push({ x, m, xd, u, s })
      x = y
    }

    // views
    const outMask = mask(D, dropout.layer)
    const out = product(x, outMask, N * D)
    const views = affine(out, N, layout.views, layout.viewsBias)
    const viewMask = mask(V, dropout.views)
    {
      const n = machine.numbers
      for (let i = 0; i < N; i++) {
        for (let j = 0; j < V; j++) {
          const k = i * V + j
          if (j < 2 * A && n[views + k]! < 0) n[views + k] = n[views + k]! * 0.1
          n[views + k] = n[views + k]! * n[viewMask + k]!
        }
      }
    }
    const dviews = zeros(N * V)

    // arcs
    const dep = take(N * A)
    {
      const n = machine.numbers
      for (let i = 0; i < N; i++) n.copyWithin(dep + i * A, views + i * V, views + i * V + A)
    }
    const q = affine(dep, N, layout.pairs, layout.pairsBias)
    const p = affine(dep, N, layout.distance, null)
    const dq = zeros(N * A)
    const dp = zeros(N * K)
    for (const [b, example] of batch.entries()) {
      const count = example.heads.length
      const start = starts[b]!
      const width = padded(count + 1)
      // heads: the words, then the root; padding stays zero
      const heads = zeros(width * A)
      const turned = zeros(width * A)
      const scores = zeros(count * width)
      const n = machine.numbers
      for (let i = 0; i < count; i++)
        n.copyWithin(heads + i * A, views + (start + i) * V + A, views + (start + i) * V + 2 * A)
      for (let j = 0; j < A; j++) n[heads + count * A + j] = n[layout.root.at + A + j]!
      for (let i = 0; i <= count; i++) for (let j = 0; j < A; j++) n[turned + j * width + i] = n[heads + i * A + j]!
      machine.multiply(
        { at: q + start * A, row: A, step: 1 },
        { at: turned, row: width },
        { at: scores, row: width },
        count,
        A,
        width,
      )
      for (let i = 0; i < count; i++) {
        for (let j = 0; j < count; j++) n[scores + i * width + j]! += n[p + (start + i) * K + distanceClass(i, j, K)]!
        n[scores + i * width + count]! += n[p + (start + i) * K]!
        n[scores + i * width + i] = -1e9
        const gold = example.heads[i]!
        loss.arcs += crossEntropy(scores + i * width, count + 1, gold < 0 ? count : gold)
        n[scores + i * width + i] = 0
        n.fill(0, scores + i * width + count + 1, scores + (i + 1) * width)
        for (let j = 0; j < count; j++) n[dp + (start + i) * K + distanceClass(i, j, K)]! += n[scores + i * width + j]!
        n[dp + (start + i) * K]! += n[scores + i * width + count]!
      }
      machine.multiply(
        { at: scores, row: width, step: 1 },
        { at: heads, row: A },
        { at: dq + start * A, row: A },
        count,
        width,
        A,
      )
      const dheads = zeros(width * A)
      machine.multiply(
        { at: scores, row: 1, step: width },
        { at: q + start * A, row: A },
        { at: dheads, row: A },
        width,
        count,
        A,
      )
      const g = machine.numbers
      for (let i = 0; i < count; i++)
        for (let j = 0; j < A; j++) g[dviews + (start + i) * V + A + j]! += g[dheads + i * A + j]!
      for (let j = 0; j < A; j++) g[gradientAt + layout.root.at + A + j]! += g[dheads + count * A + j]!
    }
    const ddep = zeros(N * A)
    affineBack(dep, ddep, dq, N, layout.pairs, layout.pairsBias)
    affineBack(dep, ddep, dp, N, layout.distance, null)
    {
      const n = machine.numbers
      for (let i = 0; i < N; i++) for (let j = 0; j < A; j++) n[dviews + i * V + j]! += n[ddep + i * A + j]!
    }

    // relations
    const hidden = take(N * R)
    {
      const n = machine.numbers
      for (const [b, example] of batch.entries()) {
        for (let i = 0; i < example.heads.length; i++) {
          const t = starts[b]! + i
          const head = example.heads[i]!
          const from = head < 0 ? layout.root.at + 2 * A + R : views + (starts[b]! + head) * V + 2 * A + R
          for (let j = 0; j < R; j++) {
            const value = n[views + t * V + 2 * A + j]! + n[from + j]!
            n[hidden + t * R + j] = value < 0 ? value * 0.1 : value
          }
        }
      }
    }
    const named = affine(hidden, N, layout.relation, layout.relationBias)
    {
      const n = machine.numbers
      for (const [b, example] of batch.entries()) {
        for (let i = 0; i < example.heads.length; i++) {
          const at = named + (starts[b]! + i) * L
          loss.relations += crossEntropy(at, shape.relations.length, example.relations[i]!)
          n.fill(0, at + shape.relations.length, at + L)
        }
      }
    }
    const dhidden = zeros(N * R)
    affineBack(hidden, dhidden, named, N, layout.relation, layout.relationBias)
    {
      const n = machine.numbers
      for (const [b, example] of batch.entries()) {
        for (let i = 0; i < example.heads.length; i++) {
          const t = starts[b]! + i
          const head = example.heads[i]!
          const to = head < 0 ? gradientAt + layout.root.at + 2 * A + R : dviews + (starts[b]! + head) * V + 2 * A + R
          for (let j = 0; j < R; j++) {
            const d = n[dhidden + t * R + j]! * (n[hidden + t * R + j]! < 0 ? 0.1 : 1)
            n[dviews + t * V + 2 * A + j]! += d
            n[to + j]! += d
          }
        }
      }
    }
    {
      const n = machine.numbers
      for (let i = 0; i < N; i++) {
        for (let j = 0; j < V; j++) {
          const k = i * V + j
          n[dviews + k]! *= n[viewMask + k]! * (j < 2 * A && n[views + k]! < 0 ? 0.1 : 1)
        }
      }
    }

    // tags
    const dout = zeros(N * D)
    affineBack(out, dout, dviews, N, layout.views, layout.viewsBias)
    const tags = affine(out, N, layout.tags, layout.tagsBias)
    {
      const n = machine.numbers
      for (const [b, example] of batch.entries()) {
        for (let i = 0; i < example.heads.length; i++) {
          const at = tags + (starts[b]! + i) * T
          loss.tags += crossEntropy(at, shape.xpos.length, example.xpos[i]!)
          n.fill(0, at + shape.xpos.length, at + XP)
          loss.tags += crossEntropy(at + XP, shape.upos.length, example.upos[i]!)
          n.fill(0, at + XP + shape.upos.length, at + T)
        }
      }
    }
    affineBack(out, dout, tags, N, layout.tags, layout.tagsBias)
    let dx = product(dout, outMask, N * D)

    // encoder, backward
    for (let l = layers - 1; l >= 0; l--) {
      const { x: input, m, xd, u, s } = trace[l]!
      const layer = layout.layers[l]!
      const du = take(N * 3 * D)
      const dinput = take(N * D)
      const n = machine.numbers
      for (const [b, example] of batch.entries()) {
        const count = example.heads.length
        const carried = new Float64Array(D)
        for (let i = count - 1; i >= 0; i--) {
          for (let j = 0; j < D; j++) {
            const t = starts[b]! + (j < half ? i : count - 1 - i)
            const before = j < half ? t - 1 : t + 1
            const at = u + t * 3 * D + j
            const dat = du + t * 3 * D + j
            const zf = n[at + D]!
            const zr = n[at + 2 * D]!
            const f = sigmoid(zf)
            const r = sigmoid(zr)
            const dy = n[dx + t * D + j]!
            const state = n[s + t * D + j]!
            const ds = dy * r + carried[j]!
            n[dat + 2 * D] = dy * (state - n[input + t * D + j]!) * slope(zr)
            n[dinput + t * D + j] = dy * (1 - r)
            n[dat] = ds * (1 - f)
            n[dat + D] = ds * ((i > 0 ? n[s + before * D + j]! : 0) - n[at]!) * slope(zf)
            carried[j] = ds * f
          }
        }
      }
      const dxd = zeros(N * D)
      affineBack(xd, dxd, du, N, layer.weights, layer.bias)
      const g = machine.numbers
      for (let i = 0; i < N * D; i++) g[dinput + i]! += g[dxd + i]! * g[m + i]!
      dx = dinput
    }
    {
      const n = machine.numbers
      for (let i = 0; i < N * D; i++) if (n[x0 + i]! < 0) n[dx + i]! *= 0.1
    }
    const dembedded = zeros(N * E)
    affineBack(embedded, dembedded, dx, N, layout.input, layout.inputBias)
    const n = machine.numbers
    const scale = 1 / (1 - dropout.input)
    for (let word = 0; word < N; word++) {
      let column = dembedded + word * E
      for (let f = 0; f < features; f++) {
        const width = shape.tables[f]!.columns
        const row = rows[word * features + f]!
        if (row >= 0) {
          const gradients = tables.gradients[f]!
          tables.touched[f]!.add(row)
          for (let j = 0; j < width; j++) gradients[row * width + j]! += n[column + j]! * scale
        }
        column += width
      }
    }
    return loss
  }
  return {
    parameters: () => machine.numbers.subarray(0, layout.size),
    gradients: () => machine.numbers.subarray(gradientAt, gradientAt + layout.size),
    accumulate,
  }
}

/** An algebraic sigmoid: exact on every machine, and cheap. */
const sigmoid = (z: number): number => 0.5 + (0.5 * z) / Math.sqrt(1 + z * z)
const slope = (z: number): number => 0.5 / ((1 + z * z) * Math.sqrt(1 + z * z))
