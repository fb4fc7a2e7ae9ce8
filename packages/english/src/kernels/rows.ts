import {
  add,
  during,
  f32x4,
  get,
  i16x8,
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

const [X, ROWS, X_ROW, X_WIDTH, RESULT, COLUMN_OF_FIVE] = [0, 1, 2, 3, 4, 5] as const

/** Steps of the 16-bit integers that stand for activations: they reach from -32 to 32. */
export const STEPS = 1024

const rounded = (offset: number): Code => [
  ...seq(get(X), get(COLUMN_OF_FIVE), add, f32x4.load(offset)),
  ...seq(f32x4.constant(STEPS), f32x4.mul, f32x4.nearest, i32x4.fromFloat),
]

/** Rounds the first `width` (bytes, a multiple of 32) of rows of floats to rows of 16-bit integers without gaps. */
export const round: WasmFunction = {
  name: 'round',
  parameters: 5,
  locals: { i32: 1, v128: 0 },
  body: [
    during(
      [...get(ROWS), ...i32(0), ...more],
      [...i32(0), ...set(COLUMN_OF_FIVE)],
      during(
        [...get(X_WIDTH), ...get(COLUMN_OF_FIVE), ...more],
        [...get(RESULT), ...rounded(0), ...rounded(16), ...i16x8.narrow, ...f32x4.store()],
        increase(RESULT, i32(16)),
        increase(COLUMN_OF_FIVE, i32(32)),
      ),
      increase(X, get(X_ROW)),
      increase(ROWS, i32(-1)),
    ),
  ],
}
