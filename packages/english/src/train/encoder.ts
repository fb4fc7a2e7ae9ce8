import type { ScanCells } from '../kernels/kernels.ts'
import type { Random } from './random.ts'
import type { Batch, Workspace } from './workspace.ts'

/** What the way back needs of one layer. */
interface Layer {
  x: number
  mask: number
  blotted: number
  u: number
  states: number
}

interface Encoded {
  layers: Layer[]
  out: number
}

/** Runs the recurrent layers over the words, channels blotted out at the way into each. */
export function encode(w: Workspace, batch: Batch, input: number, rate: number, random: Random): Encoded {
  const { layout, shape } = w
  const D = shape.channels
  const layers: Layer[] = []
  let x = input
  for (const { weights, bias } of layout.layers) {
    const mask = w.mask(batch, D, rate, random)
    const blotted = product(w, x, mask, batch.words * D)
    const u = w.affine(blotted, batch.words, weights, bias)
    const states = w.take(batch.words * D)
    const y = w.take(batch.words * D)
    for (const scan of scansOf(batch, D, { u, x, y, states })) {
      w.machine.scan(scan.cells, scan.words, D / 2, D, scan.step)
    }
    layers.push({ x, mask, blotted, u, states })
    x = y
  }
  return { layers, out: x }
}

/** The gradient of the input, given that of the output. */
export function encodeBack(w: Workspace, batch: Batch, { layers }: Encoded, dout: number): number {
  const { layout, machine, shape } = w
  const D = shape.channels
  const size = batch.words * D
  let dy = dout
  for (const [l, { x, mask, blotted, u, states }] of [...layers.entries()].reverse()) {
    const matrices = layout.layers[l]!
    const du = w.take(3 * size)
    const dx = w.take(size)
    for (const { cells, words, step } of scansOf(batch, D, { u, x, y: 0, states })) {
      const [inU, inX] = [cells.u - u, cells.x - x]
      machine.scanBack({ ...cells, dy: dy + inX, du: du + inU, dx: dx + inX }, words, D / 2, D, step)
    }
    const dblotted = w.zeros(size)
    w.affineBack(blotted, dblotted, du, batch.words, matrices.weights, matrices.bias)
    const n = machine.numbers
    for (let i = 0; i < size; i++) n[dx + i]! += n[dblotted + i]! * n[mask + i]!
    dy = dx
  }
  return dy
}

interface Scan {
  cells: ScanCells
  words: number
  step: 1 | -1
}

/** The scans of a layer: of each sentence the first half of the channels forward and the others backward. */
function scansOf({ examples, starts }: Batch, D: number, { u, x, y, states }: ScanCells): Scan[] {
  const at = (word: number, from: number): ScanCells => {
    const cell = word * D + from
    return { u: u + word * 3 * D + from, x: x + cell, y: y + cell, states: states + cell }
  }
  return examples.flatMap(({ heads }, s): Scan[] => {
    const first = starts[s]!
    const words = heads.length
    return [
      { cells: at(first, 0), words, step: 1 },
      { cells: at(first + words - 1, D / 2), words, step: -1 },
    ]
  })
}

/** The product of two lists, cell by cell. */
export function product(w: Workspace, a: number, b: number, size: number): number {
  const y = w.take(size)
  const n = w.machine.numbers
  for (let i = 0; i < size; i++) n[y + i] = n[a + i]! * n[b + i]!
  return y
}
