import {
  add,
  during,
  f32x4,
  get,
  i16x8,
  i8x16,
  i32,
  i32x4,
  increase,
  more,
  seq,
  set,
  type Code,
  type WasmFunction,
} from './assembler.ts'

const [FROM, TO, HEIGHT, WIDTH] = [0, 1, 2, 3] as const
const [COLUMN] = [4] as const

/** Writes one row (a bias) into each of `height` rows that lie one behind the other; width in bytes, a multiple of 16. */
export const spread: WasmFunction = {
  name: 'spread',
  parameters: 4,
  locals: { i32: 1, v128: 0 },
  body: [
    during(
      [...get(HEIGHT), ...i32(0), ...more],
      [...i32(0), ...set(COLUMN)],
      during(
        [...get(WIDTH), ...get(COLUMN), ...more],
        [...get(TO), ...get(COLUMN), ...add, ...get(FROM), ...get(COLUMN), ...add, ...f32x4.load(), ...f32x4.store()],
        increase(COLUMN, i32(16)),
      ),
      increase(TO, get(WIDTH)),
      increase(HEIGHT, i32(-1)),
    ),
  ],
}
const [AT, ROW] = [0, 1] as const

/** The leaky rectifier, max(x, x / 10), in place on the first `width` bytes of rows that lie `row` bytes apart. */
export const rectify: WasmFunction = {
  name: 'rectify',
  parameters: 4,
  locals: { i32: 1, v128: 0 },
  body: [
    during(
      [...get(HEIGHT), ...i32(0), ...more],
      [...i32(0), ...set(COLUMN)],
      during(
        [...get(WIDTH), ...get(COLUMN), ...more],
        [...get(AT), ...get(COLUMN), ...add],
        [...get(AT), ...get(COLUMN), ...add, ...f32x4.load()],
        [...get(AT), ...get(COLUMN), ...add, ...f32x4.load(), ...f32x4.constant(0.1), ...f32x4.mul, ...f32x4.max],
        f32x4.store(),
        increase(COLUMN, i32(16)),
      ),
      increase(AT, get(ROW)),
      increase(HEIGHT, i32(-1)),
    ),
  ],
}

/** Cells of what `compress` says about a row: four times its step, then four times its least number. */
export const LINE = 8
const LEVELS = 127

const [X, ROWS, X_ROW, X_WIDTH, RESULT, LINES, AT_COLUMN] = [0, 1, 2, 3, 4, 5, 6] as const
const [LEAST, MOST, FACTOR] = [7, 8, 9] as const

const floats = (offset: number): Code => seq(get(X), get(AT_COLUMN), add, f32x4.load(offset))
const level = (offset: number): Code =>
  seq(floats(offset), get(LEAST), f32x4.sub, get(FACTOR), f32x4.mul, f32x4.nearest, i32x4.fromFloat)
/** The vector in a local against itself with its lanes exchanged, twice: each lane has seen all others. */
const across = (vector: number, choose: Code): Code =>
  [8, 4].flatMap((by) => {
    const lanes = Array.from({ length: 16 }, (_, i) => i ^ by)
    return seq(get(vector), get(vector), get(vector), i8x16.shuffle(lanes), choose, set(vector))
  })

/**
 * Rounds the first `width` (bytes, a multiple of 64) of rows of floats to rows of bytes from 0 to 127 without gaps,
 * between the least and the largest number of the row. `lines` gets for each row what a step is and what 0 stands for.
 * Where all numbers of a row are equal the bytes mean nothing, as the step is 0; no eighth bit is set all the same.
 */
export const compress: WasmFunction = {
  name: 'compress',
  parameters: 6,
  locals: { i32: 1, v128: 3 },
  body: [
    during(
      [...get(ROWS), ...i32(0), ...more],
      [...i32(0), ...set(AT_COLUMN), ...get(X), ...f32x4.load(), ...set(LEAST), ...get(LEAST), ...set(MOST)],
      during(
        [...get(X_WIDTH), ...get(AT_COLUMN), ...more],
        ...[0, 16, 32, 48].flatMap((offset) => [
          seq(get(LEAST), floats(offset), f32x4.min, set(LEAST)),
          seq(get(MOST), floats(offset), f32x4.max, set(MOST)),
        ]),
        increase(AT_COLUMN, i32(64)),
      ),
      across(LEAST, f32x4.min),
      across(MOST, f32x4.max),
      seq(get(LINES), get(MOST), get(LEAST), f32x4.sub, f32x4.constant(1 / LEVELS), f32x4.mul, f32x4.store()),
      seq(get(LINES), get(LEAST), f32x4.store(16)),
      seq(f32x4.constant(LEVELS), get(MOST), get(LEAST), f32x4.sub, f32x4.div, set(FACTOR)),
      [...i32(0), ...set(AT_COLUMN)],
      during(
        [...get(X_WIDTH), ...get(AT_COLUMN), ...more],
        [...get(RESULT), ...level(0), ...level(16), ...i16x8.narrow, ...level(32), ...level(48), ...i16x8.narrow],
        [...i8x16.narrow, ...f32x4.store()],
        increase(RESULT, i32(16)),
        increase(AT_COLUMN, i32(64)),
      ),
      increase(X, get(X_ROW)),
      increase(LINES, i32(4 * LINE)),
      increase(ROWS, i32(-1)),
    ),
  ],
}
