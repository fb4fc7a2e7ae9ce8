import { expect, test } from 'vitest'
import { pack, packedSize } from '../network/packed.ts'
import { createMachine } from './kernels.ts'

const wave = (i: number): number => Math.sin(i * 1.7) * 2

test.each([
  [1, 8, 8],
  [4, 6, 16],
  [7, 20, 24],
])('multiplies %i × %i by %i', (height, inner, width) => {
  const machine = createMachine()
  const [a, b, c] = [0, height * inner, height * inner + inner * width]
  machine.reserve(c + height * width)
  for (let i = 0; i < c; i++) machine.numbers[i] = wave(i)
  machine.numbers.fill(1, c, c + height * width)
  machine.multiply({ at: a, row: inner, step: 1 }, { at: b, row: width }, { at: c, row: width }, height, inner, width)
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      let sum = 1
      for (let k = 0; k < inner; k++) sum += wave(a + i * inner + k) * wave(b + k * width + j)
      expect(machine.numbers[c + i * width + j]).toBeCloseTo(sum, 3)
    }
  }
})

test('reads a matrix turned on its side', () => {
  const machine = createMachine()
  machine.numbers.set([1, 2, 3, 4])
  machine.numbers.set([1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0], 8)
  machine.multiply({ at: 0, row: 1, step: 2 }, { at: 8, row: 8 }, { at: 32, row: 8 }, 2, 2, 8)
  expect([...machine.numbers.subarray(32, 34), ...machine.numbers.subarray(40, 42)]).toEqual([1, 3, 2, 4])
})

test('packed bytes multiply as floats do, up to their steps', () => {
  const machine = createMachine()
  const [height, inner, width] = [5, 16, 8]
  machine.reserve(4096)
  for (let i = 0; i < 512; i++) machine.numbers[i] = wave(i) / 4
  const weights = { at: 0, rows: inner, columns: width }
  const bias = { at: 128, rows: 1, columns: width }
  const packed = pack(machine, 1024, [{ weights, bias }])
  expect(packed.columns + 3 * width - packed.at).toBe(packedSize(inner, width))
  machine.compress({ at: 256, row: inner }, 2048, 2500, height, inner)
  machine.multiplyBytes(2048, 2500, packed, 3072, height)
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      let sum = wave(128 + j) / 4
      for (let k = 0; k < inner; k++) sum += (wave(256 + i * inner + k) / 4) * (wave(k * width + j) / 4)
      expect(Math.abs((machine.numbers[3072 + i * width + j] ?? 0) - sum)).toBeLessThan(0.03)
    }
  }
})

test('sums of packed bytes never overflow', () => {
  const machine = createMachine()
  const [inner, width] = [64, 8]
  machine.reserve(4096)
  machine.numbers.fill(30, 0, inner * width)
  const packed = pack(machine, 1024, [{ weights: { at: 0, rows: inner, columns: width }, bias: null }])
  machine.numbers.fill(31, 2048, 2048 + inner)
  machine.numbers[2048] = -31
  machine.compress({ at: 2048, row: inner }, 3000, 3100, 1, inner)
  machine.multiplyBytes(3000, 3100, packed, 3500, 1)
  expect((machine.numbers[3500] ?? 0) / (30 * 31 * (inner - 2))).toBeCloseTo(1, 2)
})

test('a row of equal numbers keeps its value', () => {
  const machine = createMachine()
  machine.reserve(4096)
  machine.numbers.fill(2, 0, 128)
  const packed = pack(machine, 1024, [{ weights: { at: 0, rows: 16, columns: 8 }, bias: null }])
  machine.numbers.fill(-3, 2048, 2064)
  machine.compress({ at: 2048, row: 16 }, 3000, 3100, 1, 16)
  machine.multiplyBytes(3000, 3100, packed, 3500, 1)
  expect(machine.numbers[3500]).toBeCloseTo(-96, 3)
})

test('scans forward and backward', () => {
  const machine = createMachine()
  machine.reserve(4096)
  const [words, width] = [5, 8]
  const sigmoid = (z: number): number => 0.5 + (0.5 * z) / Math.sqrt(1 + z * z)
  for (let i = 0; i < words * width * 3; i++) machine.numbers[i] = wave(i)
  for (let i = 0; i < words * width; i++) machine.numbers[1000 + i] = wave(i + 7)
  const last = words - 1
  machine.scan({ u: 0, x: 1000, y: 2000, states: 3000 }, words, 4, width, 1)
  const end = last * width + 4
  machine.scan({ u: last * 3 * width + 4, x: 1000 + end, y: 2000 + end, states: 3000 + end }, words, 4, width, -1)
  for (let j = 0; j < width; j++) {
    let state = 0
    for (let i = 0; i < words; i++) {
      const t = j < 4 ? i : last - i
      const [c, f, r] = [0, 1, 2].map((third) => wave(t * 3 * width + third * width + j)) as [number, number, number]
      state = sigmoid(f) * state + (1 - sigmoid(f)) * c
      const y = sigmoid(r) * state + (1 - sigmoid(r)) * wave(t * width + j + 7)
      expect(machine.numbers[2000 + t * width + j]).toBeCloseTo(y, 4)
    }
  }
})
