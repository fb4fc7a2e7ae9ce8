import { inputWidth } from '../network/shape.ts'
import type { Random } from './random.ts'
import { LEAK, type Batch, type Example, type Workspace } from './workspace.ts'

export interface Tables {
  values: Float32Array[]
  gradients: Float32Array[]
  /** Rows that have a gradient */
  touched: Set<number>[]
}

/** Shares between 0 and 1 of what is left out or changed while learning. */
export interface Dropout {
  /** Sentences read without capitals, and short ones read as headlines */
  lowered: number
  headlined: number
  /** Words taken for unknown ones */
  word: number
  /** Features of words */
  input: number
  /** Channels between the layers, and of the views of words */
  layer: number
  views: number
}

/** What the way back needs of the way there. */
interface Embedded {
  cells: number
  /** Row of each feature of each word, -1 where it was left out */
  rows: Int32Array
  out: number
}

/** The vectors of the words before any of them has seen another. */
export function embed(w: Workspace, batch: Batch, tables: Tables, dropout: Dropout, random: Random): Embedded {
  const { shape, layout, machine } = w
  const width = inputWidth(shape)
  const features = shape.tables.length
  const cells = w.take(batch.words * width)
  const rows = new Int32Array(batch.words * features)
  const kept = 1 / (1 - dropout.input)
  const n = machine.numbers
  let column = cells
  let at = 0
  for (const example of batch.examples) {
    const given = formsOf(example, dropout, random)
    for (let i = 0; i < given.length; i++, at++) {
      const f = i % features
      const row = f === 0 && random.next() < dropout.word ? 0 : given[i]!
      const isLeftOut = random.next() < dropout.input
      rows[at] = isLeftOut ? -1 : row
      const { columns } = shape.tables[f]!
      const table = tables.values[f]!
      for (let j = 0; j < columns; j++) n[column + j] = isLeftOut ? 0 : kept * table[row * columns + j]!
      column += columns
    }
  }
  const out = w.affine(cells, batch.words, layout.input, layout.inputBias)
  machine.rectify({ at: out, row: shape.channels }, batch.words, shape.channels)
  return { cells, rows, out }
}

function formsOf({ rows, lowered, headlined, heads }: Example, dropout: Dropout, random: Random): Int32Array {
  const chance = random.next()
  if (chance < dropout.lowered) return lowered
  return heads.length < 16 && chance > 1 - dropout.headlined ? headlined : rows
}

/** Adds the gradient of the vectors to those of the tables and of the first matrix. */
export function embedBack(
  w: Workspace,
  { words }: Batch,
  { cells, rows, out }: Embedded,
  dout: number,
  tables: Tables,
  dropout: Dropout,
): void {
  const { shape, layout } = w
  const n = w.machine.numbers
  for (let i = 0; i < words * shape.channels; i++) if (n[out + i]! < 0) n[dout + i]! *= LEAK
  const dcells = w.zeros(words * inputWidth(shape))
  w.affineBack(cells, dcells, dout, words, layout.input, layout.inputBias)
  const kept = 1 / (1 - dropout.input)
  const features = shape.tables.length
  let column = dcells
  for (let i = 0; i < rows.length; i++) {
    const f = i % features
    const row = rows[i]!
    const { columns } = shape.tables[f]!
    if (row >= 0) {
      const gradients = tables.gradients[f]!
      tables.touched[f]!.add(row)
      for (let j = 0; j < columns; j++) gradients[row * columns + j]! += kept * n[column + j]!
    }
    column += columns
  }
}
