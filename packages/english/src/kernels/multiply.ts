import {
  add,
  atLeast,
  during,
  f32x4,
  get,
  i16x8,
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

const [A, B, C, HEIGHT, INNER, WIDTH, A_ROW, A_STEP, B_ROW, C_ROW, SCALES] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const
const PARAMETERS = 11
const [COLUMN, ROW, K, A_NOW, B_NOW, C_NOW, CELL, SCALE_NOW] = [11, 12, 13, 14, 15, 16, 17, 18] as const
const POINTERS = 19
const TALL = 4
const SUMS = POINTERS + TALL
const LEFT = SUMS + 2 * TALL
const RIGHT = LEFT + 1
const SPLAT = LEFT + 2

/** What differs between the two kinds of numbers. */
interface Arithmetic {
  product: Code
  sum: Code
  /** What a sum starts from: its cell's address is in CELL, its half is 0 or 16 bytes on */
  first: (half: number) => Code
  /** Turns the sum in a local into what is stored */
  last: (sum: number, half: number) => Code
}

const FLOATS: Arithmetic = {
  product: f32x4.mul,
  sum: f32x4.add,
  first: (half) => [...get(CELL), ...f32x4.load(half)],
  last: (sum) => get(sum),
}

const INTEGERS: Arithmetic = {
  product: i16x8.dot,
  sum: i32x4.add,
  first: () => i32x4.zero,
  last: (sum, half) => [
    ...seq(get(sum), i32x4.toFloat, get(SCALE_NOW), f32x4.load(half), f32x4.mul),
    ...seq(get(SCALE_NOW), get(WIDTH), i32(4), mul, add, f32x4.load(half), f32x4.add),
  ],
}

/** One tile: `height` rows by eight columns, summed in registers while the inner dimension runs. */
function tile(height: number, { product, sum, first, last }: Arithmetic): Code {
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
      [...get(B_NOW), ...f32x4.load(), ...set(LEFT), ...get(B_NOW), ...f32x4.load(16), ...set(RIGHT)],
      ...rows.map((r) => [
        ...seq(get(POINTERS + r), f32x4.loadSplat(), set(SPLAT)),
        ...halves.flatMap((h) => [
          ...seq(get(SUMS + 2 * r + h), get(SPLAT), get(LEFT + h)),
          ...seq(product, sum, set(SUMS + 2 * r + h)),
        ]),
        ...increase(POINTERS + r, get(A_STEP)),
      ]),
      increase(B_NOW, get(B_ROW)),
      increase(K, i32(-1)),
    ),
    ...eachCell((r) =>
      halves.flatMap((h) => [...get(CELL), ...last(SUMS + 2 * r + h, 16 * h), ...f32x4.store(16 * h)]),
    ),
  ]
}

const rowsOf = (height: number, arithmetic: Arithmetic): Code =>
  during(
    [...get(ROW), ...i32(height), ...atLeast],
    tile(height, arithmetic),
    increase(A_NOW, [...get(A_ROW), ...i32(height), ...mul]),
    increase(C_NOW, [...get(C_ROW), ...i32(height), ...mul]),
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
      [...get(SCALES), ...get(COLUMN), ...i32(4), ...mul, ...add, ...set(SCALE_NOW)],
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
 * `C = (A·B)·scales + bias`: A and B of 16-bit integers, summed exactly in 32 bits, C of floats. The integers lie in
 * pairs along the inner dimension, and a pair is handled as one cell of four bytes: `inner` counts pairs, and in B the
 * pairs of a row of pairs lie side by side. The last parameter is the address of the scale of each column; the biases
 * follow it.
 */
export const multiplyIntegers: WasmFunction = product('multiplyIntegers', INTEGERS)
