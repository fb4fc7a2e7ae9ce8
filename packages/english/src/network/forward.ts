import { createMachine, type Bytes, type Machine, type Rows, type ScanCells } from '../kernels/kernels.ts'
import { LINE } from '../kernels/rows.ts'
import { createDecoder } from './decode.ts'
import { QUOTED } from '../segments.ts'
import { featuresOf } from './features.ts'
import type { Network, Reading } from './network.ts'
import { pack, packedSize } from './packed.ts'
import { createNaming } from './relations.ts'
import { distanceClasses, inputWidth, layoutOf, padded, tagWidth, type Matrix } from './shape.ts'

/** Words read at a time: enough to feed the kernels, few enough for the cache. */
const BATCH = 256
/** Forms whose vectors are kept. */
const REMEMBERED = 12_288

/** A function that tags and parses sentences, given as lists of words. */
export type Reader = (sentences: string[][]) => Reading[]

/** Prepares a network for reading. The reader keeps a memory of its own, about 20 MB. */
export function createReader(network: Network, machine: Machine = createMachine()): Reader {
  const { shape } = network
  const layout = layoutOf(shape)
  const { channels: D, arc: A, relation: R, distances: K } = shape
  const E = inputWidth(shape)
  const V = 2 * A + 2 * R
  const Q = A + K
  const L = padded(shape.relations.length)
  const XP = padded(shape.xpos.length)
  const T = tagWidth(shape)
  const half = D / 2

  let next = padded(layout.size)
  const parts = (...matrices: [weights: Matrix, bias: Matrix | null][]): Bytes => {
    const [first] = matrices
    const size = packedSize(
      first?.[0].rows ?? 0,
      matrices.reduce((sum, [weights]) => sum + weights.columns, 0),
    )
    machine.reserve(next + size)
    const packed = pack(
      machine,
      next,
      matrices.map(([weights, bias]) => ({ weights, bias })),
    )
    next += padded(size)
    return packed
  }
  machine.reserve(layout.size)
  machine.numbers.set(network.parameters, 0)
  const layers = layout.layers.map(({ weights, bias }) => parts([weights, bias]))
  const tagging = parts([layout.tags, layout.tagsBias])
  const viewing = parts([layout.views, layout.viewsBias])
  const pairing = parts([layout.pairs, layout.pairsBias], [layout.distance, null])
  const naming = parts([layout.relation, layout.relationBias])
  const formsAt = next
  const scratchAt = formsAt + REMEMBERED * D
  machine.reserve(scratchAt + padded(E))

  const compressed = (rows: Rows, height: number, width: number, to: number): void =>
    machine.compress(rows, to + height * LINE, to, height, width)
  const product = (rounded: number, packed: Bytes, height: number, y: number): void =>
    machine.multiplyBytes(rounded + height * LINE, rounded, packed, y, height)

  const slots = new Map<string, number>()
  /** Where the vector of a form lies. */
  const slotOf = (form: string): number => {
    const known = slots.get(form)
    if (known !== undefined) return known
    const slot = formsAt + slots.size * D
    slots.set(form, slot)
    const n = machine.numbers
    let column = scratchAt
    for (const [f, row] of featuresOf(form, network.vocabulary).entries()) {
      const width = shape.tables[f]?.columns ?? 0
      const table = network.tables[f]
      const scale = table?.scales[row] ?? 0
      for (let j = 0; j < width; j++) n[column + j] = scale * (table?.values[row * width + j] ?? 0)
      column += width
    }
    machine.spread(layout.inputBias.at, slot, 1, D)
    machine.multiply({ at: scratchAt, row: E, step: 1 }, { at: layout.input.at, row: D }, { at: slot, row: D }, 1, E, D)
    machine.rectify({ at: slot, row: D }, 1, D)
    return slot
  }

  const decode = createDecoder()
  const classes = distanceClasses(K)
  const name = createNaming(shape.relations)
  const pairXpos = Int32Array.from(network.tagPairs, ([xpos]) => xpos)
  const pairUpos = Int32Array.from(network.tagPairs, ([, upos]) => XP + upos)

  const readBatch = (sentences: string[][], readings: Reading[]): void => {
    if (slots.size > REMEMBERED - 2 * BATCH) slots.clear()
    const N = sentences.reduce((sum, words) => sum + words.length, 0)
    const longest = Math.max(...sentences.map((words) => words.length))
    let top = scratchAt + padded(E)
    const take = (size: number): number => {
      const at = top
      top += padded(size)
      return at
    }
    let x = take(N * D)
    let y = take(N * D)
    const states = take(N * D)
    const rounded = take(N * (LINE + Math.max(D, A, R) / 4))
    const u = take(N * 3 * D)
    const views = take(N * V)
    const q = take(N * Q)
    const tags = take(N * T)
    const hidden = take(N * R)
    const named = take(N * L)
    const turned = take(padded(longest + 1) * A)
    const scores = take(longest * padded(longest + 1))
    machine.reserve(top)
    const n = machine.numbers
    const starts: number[] = []
    let word = 0
    for (const words of sentences) {
      starts.push(word)
      for (const form of words) {
        const slot = slotOf(form)
        n.copyWithin(x + word * D, slot, slot + D)
        word++
      }
    }
    for (const layer of layers) {
      compressed({ at: x, row: D }, N, D, rounded)
      product(rounded, layer, N, u)
      for (const [s, words] of sentences.entries()) {
        const first = starts[s] ?? 0
        const last = first + words.length - 1
        const at = (word: number, from: number): ScanCells => {
          const cell = word * D + from
          return { u: u + word * 3 * D + from, x: x + cell, y: y + cell, states: states + cell }
        }
        machine.scan(at(first, 0), words.length, half, D, 1)
        machine.scan(at(last, half), words.length, half, D, -1)
      }
      ;[x, y] = [y, x]
    }
    compressed({ at: x, row: D }, N, D, rounded)
    product(rounded, tagging, N, tags)
    product(rounded, viewing, N, views)
    machine.rectify({ at: views, row: V }, N, 2 * A)
    compressed({ at: views, row: V }, N, A, rounded)
    product(rounded, pairing, N, q)
    for (const [s, words] of sentences.entries()) {
      const count = words.length
      const start = starts[s] ?? 0
      const width = padded(count + 1)
      for (let i = 0; i < width; i++) {
        if (i > count) for (let j = 0; j < A; j++) n[turned + j * width + i] = 0
        else {
          const from = i < count ? views + (start + i) * V + A : layout.root.at + A
          for (let j = 0; j < A; j++) n[turned + j * width + i] = n[from + j] ?? 0
        }
      }
      n.fill(0, scores, scores + count * width)
      machine.multiply(
        { at: q + start * Q, row: Q, step: 1 },
        { at: turned, row: width },
        { at: scores, row: width },
        count,
        A,
        width,
      )
      for (let i = 0; i < count; i++) {
        const near = q + (start + i) * Q + A
        const line = scores + i * width
        const offset = classes.offset - i
        for (let j = 0; j < count; j++)
          n[line + j] = (n[line + j] ?? 0) + (n[near + (classes.of[offset + j] ?? 0)] ?? 0)
        // what is said is never the root of the clause that says so
        n[line + count] = (n[line + count] ?? 0) + (n[near] ?? 0) - (words[i] === QUOTED ? 1000 : 0)
      }
      const heads = decode(n, scores, width, count)
      readings.push({ heads, tags: new Int32Array(count), relations: new Int32Array(count) })
      for (let i = 0; i < count; i++) {
        const head = heads[i] ?? -1
        const from = head < 0 ? layout.root.at + 2 * A + R : views + (start + head) * V + 2 * A + R
        const own = views + (start + i) * V + 2 * A
        const to = hidden + (start + i) * R
        for (let j = 0; j < R; j++) n[to + j] = (n[own + j] ?? 0) + (n[from + j] ?? 0)
      }
    }
    machine.rectify({ at: hidden, row: R }, N, R)
    compressed({ at: hidden, row: R }, N, R, rounded)
    product(rounded, naming, N, named)
    for (const [s, words] of sentences.entries()) {
      const reading = readings[readings.length - sentences.length + s]
      if (!reading) continue
      const start = starts[s] ?? 0
      reading.relations = name(n, named + start * L, L, reading.heads)
      for (let i = 0; i < words.length; i++) {
        reading.tags[i] = bestPair(n, tags + (start + i) * T, pairXpos, pairUpos)
      }
    }
  }

  return (sentences) => {
    const readings: Reading[] = []
    let batch: string[][] = []
    let size = 0
    for (const words of sentences) {
      if (size > 0 && size + words.length > BATCH) {
        readBatch(batch, readings)
        batch = []
        size = 0
      }
      batch.push(words)
      size += words.length
    }
    if (batch.length > 0) readBatch(batch, readings)
    return readings
  }
}

function bestPair(n: Float32Array, at: number, left: Int32Array, right: Int32Array): number {
  let best = -Infinity
  let found = 0
  for (let k = 0; k < left.length; k++) {
    const value = (n[at + (left[k] ?? 0)] ?? 0) + (n[at + (right[k] ?? 0)] ?? 0)
    if (value > best) {
      best = value
      found = k
    }
  }
  return found
}
