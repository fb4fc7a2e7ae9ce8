import { add, during, f32x4, get, i32, increase, more, seq, set, type Code, type WasmFunction } from './assembler.ts'

const [U, X, Y, COUNT, CHANNELS, WIDTH, U_STEP, X_STEP] = [0, 1, 2, 3, 4, 5, 6, 7] as const
const PARAMETERS = 8
const [LEFT, CANDIDATE, FORGET, RESET, IN, OUT] = [8, 9, 10, 11, 12, 13] as const
const [STATE, Z, CELL] = [14, 15, 16] as const

/** σ(z) = ½ + ½ z / √(1 + z²) of what is loaded */
const sigmoid = (load: Code): Code => [
  ...seq(load, set(Z)),
  ...seq(get(Z), f32x4.constant(0.5), f32x4.mul),
  ...seq(get(Z), get(Z), f32x4.mul, f32x4.constant(1), f32x4.add, f32x4.sqrt),
  ...seq(f32x4.div, f32x4.constant(0.5), f32x4.add),
]

/**
 * One direction of a recurrent layer over one sentence (a simple recurrent unit after Lei et al. 2018):
 *
 *     state = f·state + (1 - f)·candidate      f = σ(second third of U)
 *     y     = r·state + (1 - r)·x              r = σ(last third of U)
 *
 * Parameters: addresses of U, X and Y at the first word read and the first channel; number of words and of channels (a
 * multiple of four); in bytes: the width of a third of U, and the steps from word to word of U and of X and Y,
 * negative to read backward.
 */
export const scan: WasmFunction = {
  name: 'scan',
  parameters: PARAMETERS,
  locals: { i32: 6, v128: 3 },
  body: [
    during(
      [...get(CHANNELS), ...i32(0), ...more],
      [...f32x4.constant(0), ...set(STATE), ...get(COUNT), ...set(LEFT)],
      [...get(U), ...set(CANDIDATE), ...get(U), ...get(WIDTH), ...add, ...set(FORGET)],
      [...get(FORGET), ...get(WIDTH), ...add, ...set(RESET), ...get(X), ...set(IN), ...get(Y), ...set(OUT)],
      during(
        [...get(LEFT), ...i32(0), ...more],
        [...get(CANDIDATE), ...f32x4.load(), ...set(CELL)],
        [...sigmoid([...get(FORGET), ...f32x4.load()])],
        [...get(STATE), ...get(CELL), ...f32x4.sub, ...f32x4.mul, ...get(CELL), ...f32x4.add, ...set(STATE)],
        [...get(IN), ...f32x4.load(), ...set(CELL), ...get(OUT)],
        [...sigmoid([...get(RESET), ...f32x4.load()])],
        [...get(STATE), ...get(CELL), ...f32x4.sub, ...f32x4.mul, ...get(CELL), ...f32x4.add, ...f32x4.store()],
        ...[CANDIDATE, FORGET, RESET].map((pointer) => increase(pointer, get(U_STEP))),
        ...[IN, OUT].map((pointer) => increase(pointer, get(X_STEP))),
        increase(LEFT, i32(-1)),
      ),
      ...[U, X, Y].map((pointer) => increase(pointer, i32(16))),
      increase(CHANNELS, i32(-4)),
    ),
  ],
}
