import type { Machine } from '../kernels/kernels.ts'
import { STEPS } from '../kernels/rows.ts'
import type { Matrix } from './shape.ts'

/** A matrix as 16-bit integers in a machine's memory, with a scale and a bias for each column behind it. */
export interface Packed {
  at: number
  scales: number
  inner: number
  width: number
}

/** Cells that a packed matrix takes. */
export const packedSize = (rows: number, columns: number): number => (rows / 2) * columns + 2 * columns

/**
 * Packs matrices that share their input side by side, so that one pass answers for all of them. Each column gets the
 * finest steps with which no sum can leave 32 bits, whatever the activations are.
 */
export function pack(machine: Machine, at: number, parts: { weights: Matrix; bias: Matrix | null }[]): Packed {
  const inner = parts[0]?.weights.rows ?? 0
  const width = parts.reduce((sum, part) => sum + part.weights.columns, 0)
  const scales = at + (inner / 2) * width
  const n = machine.numbers
  const cells = new Int16Array(n.buffer, at * 4, inner * width)
  let column = 0
  for (const { weights, bias } of parts) {
    for (let j = 0; j < weights.columns; j++, column++) {
      let sum = 0
      let largest = 0
      for (let i = 0; i < inner; i++) {
        const size = Math.abs(n[weights.at + i * weights.columns + j] ?? 0)
        sum += size
        largest = Math.max(largest, size)
      }
      const factor = sum === 0 ? 1 : Math.min(32_767 / largest, (65_536 - inner) / sum)
      for (let i = 0; i < inner; i++) {
        const value = Math.round((n[weights.at + i * weights.columns + j] ?? 0) * factor)
        cells[((i >> 1) * width + column) * 2 + (i & 1)] = value
      }
      n[scales + column] = 1 / (factor * STEPS)
      n[scales + width + column] = bias ? (n[bias.at + j] ?? 0) : 0
    }
  }
  return { at, scales, inner, width }
}
