import {
  add,
  during,
  f32x4,
  get,
  i32,
  increase,
  more,
  mul,
  select,
  seq,
  set,
  sub,
  type Code,
  type WasmFunction,
} from './assembler.ts'

/** Locals of the forward kernel: parameters, then pointers, then vectors. */
const [U, X, Y, S, COUNT, CHANNELS, WIDTH, U_STEP, X_STEP] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
const [LEFT, CANDIDATE, FORGET, RESET, IN, OUT, STATES] = [9, 10, 11, 12, 13, 14, 15] as const
const [STATE, Z, CELL] = [16, 17, 18] as const

/** Leaves 1 / √(1 + z²) of the vector in a local. */
const inverseRoot = (z: number): Code =>
  seq(f32x4.constant(1), f32x4.constant(1), get(z), get(z), f32x4.mul, f32x4.add, f32x4.sqrt, f32x4.div)

/** Leaves σ(z) = ½ + ½ z / √(1 + z²) of what is loaded. */
const sigmoid = (load: Code): Code =>
  seq(load, set(Z), get(Z), inverseRoot(Z), f32x4.mul, f32x4.constant(0.5), f32x4.mul, f32x4.constant(0.5), f32x4.add)

/**
 * One direction of a recurrent layer over one sentence (a simple recurrent unit after Lei et al. 2018):
 *
 *     state = f·state + (1 - f)·candidate      f = σ(second third of U)
 *     y     = r·state + (1 - r)·x              r = σ(last third of U)
 *
 * Parameters: addresses of U, X, Y and of the states at the first word read and the first channel; number of words and
 * of channels (a multiple of four); in bytes: the width of a third of U, and the steps from word to word of U and of
 * the others, negative to read backward.
 */
export const scan: WasmFunction = {
  name: 'scan',
  parameters: 9,
  locals: { i32: 7, v128: 3 },
  body: [
    during(
      seq(get(CHANNELS), i32(0), more),
      seq(f32x4.constant(0), set(STATE), get(COUNT), set(LEFT), get(S), set(STATES)),
      seq(get(U), set(CANDIDATE), get(U), get(WIDTH), add, set(FORGET)),
      seq(get(FORGET), get(WIDTH), add, set(RESET), get(X), set(IN), get(Y), set(OUT)),
      during(
        seq(get(LEFT), i32(0), more),
        seq(get(CANDIDATE), f32x4.load(), set(CELL)),
        sigmoid(seq(get(FORGET), f32x4.load())),
        seq(get(STATE), get(CELL), f32x4.sub, f32x4.mul, get(CELL), f32x4.add, set(STATE)),
        seq(get(STATES), get(STATE), f32x4.store()),
        seq(get(IN), f32x4.load(), set(CELL), get(OUT)),
        sigmoid(seq(get(RESET), f32x4.load())),
        seq(get(STATE), get(CELL), f32x4.sub, f32x4.mul, get(CELL), f32x4.add, f32x4.store()),
        ...[CANDIDATE, FORGET, RESET].map((pointer) => increase(pointer, get(U_STEP))),
        ...[IN, OUT, STATES].map((pointer) => increase(pointer, get(X_STEP))),
        increase(LEFT, i32(-1)),
      ),
      ...[U, X, Y, S].map((pointer) => increase(pointer, i32(16))),
      increase(CHANNELS, i32(-4)),
    ),
  ],
}

/** Locals of the backward kernel. */
const back = {
  u: 0,
  x: 1,
  s: 2,
  dy: 3,
  du: 4,
  dx: 5,
  count: 6,
  channels: 7,
  width: 8,
  uStep: 9,
  xStep: 10,
  left: 11,
  toU: 12,
  toX: 13,
  to: 14,
  z: 15,
  root: 16,
  gate: 17,
  slope: 18,
  given: 19,
  grown: 20,
  carried: 21,
  cell: 22,
}

/** Sets gate to σ and slope to σ' of the vector at an offset from a word of U. */
const gateOf = (thirds: number): Code =>
  seq(
    get(back.toU),
    get(back.width),
    i32(thirds),
    mul,
    add,
    f32x4.load(),
    set(back.z),
    inverseRoot(back.z),
    set(back.root),
    get(back.z),
    get(back.root),
    f32x4.mul,
    f32x4.constant(0.5),
    f32x4.mul,
    f32x4.constant(0.5),
    f32x4.add,
    set(back.gate),
    get(back.root),
    get(back.root),
    get(back.root),
    f32x4.mul,
    f32x4.mul,
    f32x4.constant(0.5),
    f32x4.mul,
    set(back.slope),
  )
/** The address of the same cell in a matrix like X, given the address at the last word. */
const inX = (first: number): Code => seq(get(first), get(back.toX), add)
/** The address in dU, `thirds` further. */
const inU = (thirds: number): Code => seq(get(back.du), get(back.to), add, get(back.width), i32(thirds), mul, add)

/**
 * The gradient of `scan`, from the last word that it read to the first. Parameters: addresses of U, X, the states, the
 * gradient of Y (all read), and of the gradients of U and X (written) at the last word and the first channel; number of
 * words and channels; in bytes: the width of a third of U and the steps of U and of the others in the order of `scan`.
 */
export const scanBack: WasmFunction = {
  name: 'scanBack',
  parameters: 11,
  locals: { i32: 4, v128: 8 },
  body: [
    during(
      seq(get(back.channels), i32(0), more),
      seq(f32x4.constant(0), set(back.carried), get(back.count), set(back.left)),
      seq(get(back.u), set(back.toU), i32(0), set(back.toX), i32(0), set(back.to)),
      during(
        seq(get(back.left), i32(0), more),
        seq(inX(back.dy), f32x4.load(), set(back.given)),
        gateOf(2),
        seq(inU(2), get(back.given), inX(back.s), f32x4.load(), inX(back.x), f32x4.load(), f32x4.sub),
        seq(f32x4.mul, get(back.slope), f32x4.mul, f32x4.store()),
        seq(get(back.given), get(back.gate), f32x4.mul, set(back.cell)),
        seq(inX(back.dx), get(back.given), get(back.cell), f32x4.sub, f32x4.store()),
        seq(get(back.cell), get(back.carried), f32x4.add, set(back.grown)),
        gateOf(1),
        seq(get(back.grown), get(back.gate), f32x4.mul, set(back.carried)),
        seq(inU(0), get(back.grown), get(back.carried), f32x4.sub, f32x4.store()),
        seq(inU(1), get(back.grown)),
        // the state before: none at the first word
        seq(inX(back.s), get(back.xStep), sub, f32x4.load(), f32x4.constant(0), get(back.left), i32(1), more, select),
        seq(get(back.toU), f32x4.load(), f32x4.sub, f32x4.mul, get(back.slope), f32x4.mul, f32x4.store()),
        seq(get(back.toU), get(back.uStep), sub, set(back.toU), get(back.to), get(back.uStep), sub, set(back.to)),
        seq(get(back.toX), get(back.xStep), sub, set(back.toX)),
        increase(back.left, i32(-1)),
      ),
      ...[back.u, back.x, back.s, back.dy, back.du, back.dx].map((pointer) => increase(pointer, i32(16))),
      increase(back.channels, i32(-4)),
    ),
  ],
}
