import {
  add,
  atLeast,
  during,
  f32x4,
  get,
  i32,
  i32x4,
  increase,
  more,
  mul,
  seq,
  set,
  type Code,
  type WasmFunction,
} from './assembler.ts'
import { LINE } from './rows.ts'

const [A, B, C, HEIGHT, INNER, WIDTH, A_ROW, A_STEP, B_ROW, C_ROW, COLUMNS, LINES] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
] as const
const PARAMETERS = 12
const [COLUMN, ROW, K, A_NOW, B_NOW, C_NOW, CELL, COLUMNS_NOW, LINES_NOW] = [
  12, 13, 14, 15, 16, 17, 18, 19, 20,
] as const
const POINTERS = 21
const TALL = 4
const SUMS = POINTERS + TALL
const LEFT = SUMS + 2 * TALL
const RIGHT = LEFT + 1
const SPLAT = LEFT + 2

/** What differs between the two kinds of numbers. */
interface Arithmetic {
  /** Cells of the inner dimension that are handled at once: its length must be a multiple of it */
  stride: 1 | 2
  /** Leaves a sum with the products of a cell of A, in SPLAT, and the cells of B in a local added to it */
  grown: (sum: number, cells: number) => Code
  /** What a sum starts from: its cell's address is in CELL, its half is 0 or 16 bytes on */
  first: (half: number) => Code
  /** Turns the sum in a local into what is stored, `row` rows below LINES_NOW */
  last: (sum: number, half: number, row: number) => Code
}

const FLOATS: Arithmetic = {
  stride: 1,
  grown: (sum, cells) => seq(get(sum), get(SPLAT), get(cells), f32x4.mul, f32x4.add),
  first: (half) => [...get(CELL), ...f32x4.load(half)],
  last: (sum) => get(sum),
}

/** What belongs to the columns: `third` 0 their steps, 1 the sums of their weights, 2 their biases. */
const ofColumn = (third: number, half: number): Code =>
  seq(get(COLUMNS_NOW), get(WIDTH), i32(4 * third), mul, add, f32x4.load(half))

const BYTES: Arithmetic = {
  stride: 2,
  grown: (sum, cells) => seq(get(cells), get(SPLAT), get(sum), i32x4.dotAdd),
  first: () => i32x4.zero,
  last: (sum, half, row) => [
    ...seq(
      get(sum),
      i32x4.toFloat,
      ofColumn(0, half),
      f32x4.mul,
      get(LINES_NOW),
      f32x4.load(4 * LINE * row),
      f32x4.mul,
    ),
    ...seq(ofColumn(1, half), get(LINES_NOW), f32x4.load(4 * LINE * row + 16), f32x4.mul, f32x4.add),
    ...seq(ofColumn(2, half), f32x4.add),
  ],
}

/** One tile: `height` rows by eight columns, summed in registers while the inner dimension runs. */
function tile(height: number, { stride, grown, first, last }: Arithmetic): Code {
  const rows = Array.from({ length: height }, (_, r) => r)
  const halves = [0, 1]
  const eachCell = (use: (r: number) => Code): Code => [
    ...seq(get(C_NOW), set(CELL)),
    ...rows.flatMap((r) => [...use(r), ...increase(CELL, get(C_ROW))]),
  ]
  return [
    ...eachCell((r) => halves.flatMap((h) => [...first(16 * h), ...set(SUMS + 2 * r + h)])),
    ...rows.flatMap((r) => [...get(A_NOW), ...get(A_ROW), ...i32(r), ...mul, ...add, ...set(POINTERS + r)]),
    ...seq(get(B), get(COLUMN), i32(4), mul, add, set(B_NOW)),
    ...seq(get(INNER), set(K)),
    ...during(
      [...get(K), ...i32(0), ...more],
      ...Array.from({ length: stride }, (_, step) => [
        ...seq(get(B_NOW), f32x4.load(), set(LEFT), get(B_NOW), f32x4.load(16), set(RIGHT)),
        ...rows.flatMap((r) => [
          ...seq(get(POINTERS + r), f32x4.loadSplat(4 * step), set(SPLAT)),
          ...halves.flatMap((h) => [...grown(SUMS + 2 * r + h, LEFT + h), ...set(SUMS + 2 * r + h)]),
        ]),
        ...increase(B_NOW, get(B_ROW)),
      ]),
      ...rows.map((r) => increase(POINTERS + r, stride === 1 ? get(A_STEP) : i32(4 * stride))),
      increase(K, i32(-stride)),
    ),
    ...eachCell((r) =>
      halves.flatMap((h) => [...get(CELL), ...last(SUMS + 2 * r + h, 16 * h, r), ...f32x4.store(16 * h)]),
    ),
  ]
}

const rowsOf = (height: number, arithmetic: Arithmetic): Code =>
  during(
    [...get(ROW), ...i32(height), ...atLeast],
    tile(height, arithmetic),
    increase(A_NOW, [...get(A_ROW), ...i32(height), ...mul]),
    increase(C_NOW, [...get(C_ROW), ...i32(height), ...mul]),
    increase(LINES_NOW, i32(4 * LINE * height)),
    increase(ROW, i32(-height)),
  )

const product = (name: string, arithmetic: Arithmetic): WasmFunction => ({
  name,
  parameters: PARAMETERS,
  locals: { i32: SUMS - PARAMETERS, v128: 2 * TALL + 3 },
  body: [
    [...i32(0), ...set(COLUMN)],
    during(
      [...get(WIDTH), ...get(COLUMN), ...more],
      [...get(A), ...set(A_NOW), ...get(HEIGHT), ...set(ROW)],
      [...get(C), ...get(COLUMN), ...i32(4), ...mul, ...add, ...set(C_NOW)],
      [
        ...get(COLUMNS),
        ...get(COLUMN),
        ...i32(4),
        ...mul,
        ...add,
        ...set(COLUMNS_NOW),
        ...get(LINES),
        ...set(LINES_NOW),
      ],
      rowsOf(TALL, arithmetic),
      rowsOf(1, arithmetic),
      increase(COLUMN, i32(8)),
    ),
  ],
})

/**
 * `C += A·B` on 32-bit floats: A is height × inner with free strides (so that it may be a transpose), B inner × width
 * and C height × width in rows; width a multiple of eight. Parameters: the three addresses, height, inner, width,
 * and in bytes: A's stride by row and by column, B's and C's by row. The order of additions is fixed, so the same
 * numbers come out on every machine.
 */
export const multiply: WasmFunction = product('multiply', FLOATS)

/**
 * `C = A·B + bias` on bytes: A has been compressed (see `compress`), B is of signed bytes, summed exactly in 32 bits, C
 * of floats. Four bytes along the inner dimension are one cell: `inner` counts cells, and in B the cells of a row of
 * cells lie side by side. The last parameters are the addresses of what belongs to the columns (their steps, behind
 * them the sums of their weights, behind them the biases) and of the lines that `compress` wrote.
 */
export const multiplyBytes: WasmFunction = product('multiplyBytes', BYTES)
