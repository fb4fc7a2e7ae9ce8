import type { Bytes, Machine } from '../kernels/kernels.ts'
import type { Matrix } from './shape.ts'

/** Cells that a packed matrix takes. */
export const packedSize = (rows: number, columns: number): number => (rows / 4) * columns + 3 * columns

/**
 * Packs matrices that share their input side by side as signed bytes, so that one pass answers for all of them. Each
 * column has a step of its own. Rows are a multiple of four.
 */
export function pack(machine: Machine, at: number, parts: { weights: Matrix; bias: Matrix | null }[]): Bytes {
  const inner = parts[0]?.weights.rows ?? 0
  const width = parts.reduce((sum, part) => sum + part.weights.columns, 0)
  const columns = at + (inner / 4) * width
  const n = machine.numbers
  const cells = new Int8Array(n.buffer, at * 4, inner * width)
  let column = 0
  for (const { weights, bias } of parts) {
    for (let j = 0; j < weights.columns; j++, column++) {
      let largest = 0
      for (let i = 0; i < inner; i++)
        largest = Math.max(largest, Math.abs(n[weights.at + i * weights.columns + j] ?? 0))
      const step = largest / 127
      let sum = 0
      for (let i = 0; i < inner; i++) {
        const value = step === 0 ? 0 : Math.round((n[weights.at + i * weights.columns + j] ?? 0) / step)
        cells[((i >> 2) * width + column) * 4 + (i & 3)] = value
        sum += value
      }
      n[columns + column] = step
      n[columns + width + column] = sum * step
      n[columns + 2 * width + column] = bias ? (n[bias.at + j] ?? 0) : 0
    }
  }
  return { at, columns, inner, width }
}
