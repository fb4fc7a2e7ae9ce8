import { assemble } from './assembler.ts'
import { multiply, multiplyBytes } from './multiply.ts'
import { compress, rectify, spread } from './rows.ts'
import { scan, scanBack } from './scan.ts'

/** Numbers in a WebAssembly memory and the kernels over them. Positions, widths and strides count elements. */
export interface Machine {
  /** All numbers; replaced when the memory grows */
  readonly numbers: Float32Array
  /** Makes sure that at least `size` numbers fit. */
  reserve(size: number): void
  /** `C += A·B`: C height × width, inner the common dimension, width a multiple of eight. */
  multiply(a: Strided, b: Rows, c: Rows, height: number, inner: number, width: number): void
  /**
   * `C = A·B + bias` on bytes, four a cell: see `multiply.ts`; A and C without gaps between rows. `columns` is where the
   * steps, sums and biases of the columns lie, `lines` what `compress` wrote there.
   */
  multiplyBytes(a: number, lines: number, b: Bytes, c: number, height: number): void
  /** Rounds the first `width` columns of rows to bytes, four a cell, without gaps; width a multiple of sixteen. */
  compress(rows: Rows, to: number, lines: number, height: number, width: number): void
  /** Writes the row at `from` into each of `height` rows at `to`; width a multiple of four. */
  spread(from: number, to: number, height: number, width: number): void
  /** The leaky rectifier on the first `width` columns of rows, in place; width a multiple of four. */
  rectify(rows: Rows, height: number, width: number): void
  /** One direction of a recurrent layer over the words of a sentence, and its gradient: see `scan.ts`. */
  scan(cells: ScanCells, words: number, channels: number, width: number, step: 1 | -1): void
  scanBack(cells: ScanCells & ScanGradients, words: number, channels: number, width: number, step: 1 | -1): void
}

/** A matrix of bytes, inner × width, and where what belongs to its columns lies. */
export interface Bytes {
  at: number
  columns: number
  inner: number
  width: number
}

export interface Rows {
  at: number
  row: number
}

export interface Strided extends Rows {
  step: number
}

/** Positions at the word where a scan begins, and its first channel. */
export interface ScanCells {
  u: number
  x: number
  y: number
  states: number
}

export interface ScanGradients {
  dy: number
  du: number
  dx: number
}

type Kernel = (...parameters: number[]) => void

const PAGE = 65_536

/** A machine with a memory of its own. */
export function createMachine(): Machine {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const module = new WebAssembly.Module(assemble([multiply, multiplyBytes, spread, rectify, compress, scan, scanBack]))
  const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as Record<string, Kernel>
  const kernel = (name: string): Kernel => {
    const found = kernels[name]
    if (!found) throw new Error(`there is no kernel ${name}`)
    return found
  }
  const runMultiply = kernel('multiply')
  const runBytes = kernel('multiplyBytes')
  const runSpread = kernel('spread')
  const runRectify = kernel('rectify')
  const runCompress = kernel('compress')
  const runScan = kernel('scan')
  const runScanBack = kernel('scanBack')
  let numbers = new Float32Array(memory.buffer)
  return {
    get numbers() {
      return numbers
    },
    reserve(size) {
      const missing = Math.ceil((size * 4) / PAGE) - memory.buffer.byteLength / PAGE
      if (missing > 0) {
        memory.grow(missing)
        numbers = new Float32Array(memory.buffer)
      }
    },
    multiply(a, b, c, height, inner, width) {
      runMultiply(a.at * 4, b.at * 4, c.at * 4, height, inner, width, a.row * 4, a.step * 4, b.row * 4, c.row * 4, 0, 0)
    },
    multiplyBytes(a, lines, { at, columns, inner, width }, c, height) {
      runBytes(a * 4, at * 4, c * 4, height, inner / 4, width, inner, 4, width * 4, width * 4, columns * 4, lines * 4)
    },
    compress(rows, to, lines, height, width) {
      runCompress(rows.at * 4, height, rows.row * 4, width * 4, to * 4, lines * 4)
    },
    spread(from, to, height, width) {
      runSpread(from * 4, to * 4, height, width * 4)
    },
    rectify(rows, height, width) {
      runRectify(rows.at * 4, rows.row * 4, height, width * 4)
    },
    scan({ u, x, y, states }, words, channels, width, step) {
      const row = step * width * 4
      runScan(u * 4, x * 4, y * 4, states * 4, words, channels, width * 4, 3 * row, row)
    },
    scanBack({ u, x, states, dy, du, dx }, words, channels, width, step) {
      const row = step * width
      const last = (words - 1) * row
      const [inU, inX] = [
        [u, du],
        [x, states, dy, dx],
      ] as const
      const [u4, du4] = inU.map((at) => (at + 3 * last) * 4) as [number, number]
      const [x4, s4, dy4, dx4] = inX.map((at) => (at + last) * 4) as [number, number, number, number]
      runScanBack(u4, x4, s4, dy4, du4, dx4, words, channels, width * 4, 12 * row, 4 * row)
    },
  }
}
