/**
 * As much of the WebAssembly binary format (webassembly.github.io/spec/core/binary) as the kernels need: an
 * instruction is its list of bytes, a body the list of its instructions.
 */
export type Code = number[]

/** Unsigned LEB128. */
function unsigned(value: number): Code {
  const bytes: Code = []
  do {
    const low = value & 0x7f
    value >>>= 7
    bytes.push(value === 0 ? low : low | 0x80)
  } while (value !== 0)
  return bytes
}

/** Signed LEB128. */
function signed(value: number): Code {
  const bytes: Code = []
  for (;;) {
    const low = value & 0x7f
    value >>= 7
    if ((value === 0 && (low & 0x40) === 0) || (value === -1 && (low & 0x40) !== 0)) return [...bytes, low]
    bytes.push(low | 0x80)
  }
}

const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes]
const counted = (items: Code[]): Code => [...unsigned(items.length), ...items.flat()]
const vector = (opcode: number): Code => [0xfd, ...unsigned(opcode)]

export const I32 = 0x7f
export const V128 = 0x7b

/** Instructions one after the other */
export const seq = (...parts: Code[]): Code => parts.flat()

export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number): Code => [0x21, ...unsigned(local)]
export const i32 = (value: number): Code => [0x41, ...signed(value)]
export const add: Code = [0x6a]
export const sub: Code = [0x6b]
export const mul: Code = [0x6c]
/** Of two values the first where the condition holds, else the second */
export const select: Code = [0x1b]
export const atLeast: Code = [0x4e]
export const more: Code = [0x4a]

/** `local += amount` */
export const increase = (local: number, amount: Code): Code => [...get(local), ...amount, ...add, ...set(local)]

/** Repeats the body while the condition, tested before each round, holds. */
export const during = (condition: Code, ...body: Code[]): Code => [
  0x02,
  0x40,
  0x03,
  0x40,
  ...condition,
  0x45,
  0x0d,
  0x01,
  ...body.flat(),
  0x0c,
  0x00,
  0x0b,
  0x0b,
]

export const f32x4 = {
  load: (offset = 0): Code => [...vector(0x00), 2, ...unsigned(offset)],
  loadSplat: (offset = 0): Code => [...vector(0x09), 2, ...unsigned(offset)],
  store: (offset = 0): Code => [...vector(0x0b), 2, ...unsigned(offset)],
  constant: (value: number): Code => {
    const bytes = [...new Uint8Array(Float32Array.of(value, value, value, value).buffer)]
    return [...vector(0x0c), ...bytes]
  },
  sqrt: vector(0xe3),
  add: vector(0xe4),
  sub: vector(0xe5),
  mul: vector(0xe6),
  div: vector(0xe7),
  min: vector(0xe8),
  max: vector(0xe9),
  /** To the nearest integer, ties to even */
  nearest: vector(0x6a),
}

export const i8x16 = {
  /** Picks sixteen bytes out of the thirty-two of two vectors */
  shuffle: (lanes: number[]): Code => [...vector(0x0d), ...lanes],
  /** Sixteen unsigned bytes from twice eight 16-bit integers, with saturation */
  narrow: vector(0x66),
}

export const i16x8 = {
  /** Eight 16-bit integers from twice four of 32 bits, with saturation */
  narrow: vector(0x85),
}

export const i32x4 = {
  zero: [...vector(0x0c), ...new Uint8Array(16)],
  /**
   * Sixteen products of signed bytes with ones of seven bits, summed in fours and added to four of 32 bits. Relaxed, but
   * the same everywhere as long as the second operand has no eighth bit.
   */
  dotAdd: vector(0x113),
  toFloat: vector(0xfa),
  /** Cuts floats to integers. Relaxed: what lies outside of 32 bits, and what is no number, becomes any integer. */
  fromFloat: vector(0x101),
}

export interface WasmFunction {
  name: string
  /** Number of parameters, all i32 */
  parameters: number
  /** Further locals: how many of i32, then how many of v128 */
  locals: { i32: number; v128: number }
  body: Code[]
}

/** A module of functions without results over an imported memory (`env.memory`). */
export function assemble(functions: WasmFunction[]): Uint8Array<ArrayBuffer> {
  const text = (value: string): Code => sized([...new TextEncoder().encode(value)])
  const section = (id: number, items: Code[]): Code => [id, ...sized(counted(items))]
  const types = functions.map((f) => [0x60, ...counted(Array.from({ length: f.parameters }, () => [I32])), 0x00])
  const bodies = functions.map((f) =>
    sized([
      ...counted([
        [...unsigned(f.locals.i32), I32],
        [...unsigned(f.locals.v128), V128],
      ]),
      ...f.body.flat(),
      0x0b,
    ]),
  )
  return Uint8Array.from([
    0x00,
    0x61,
    0x73,
    0x6d,
    0x01,
    0x00,
    0x00,
    0x00,
    ...section(1, types),
    ...section(2, [[...text('env'), ...text('memory'), 0x02, 0x00, ...unsigned(1)]]),
    ...section(
      3,
      functions.map((_, i) => unsigned(i)),
    ),
    ...section(
      7,
      functions.map((f, i) => [...text(f.name), 0x00, ...unsigned(i)]),
    ),
    ...section(10, bodies),
  ])
}
