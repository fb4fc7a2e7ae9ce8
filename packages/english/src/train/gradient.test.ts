import { expect, test } from 'vitest'
import { createMachine } from '../kernels/kernels.ts'
import { layoutOf, type Shape } from '../network/shape.ts'
import { createGradient } from './gradient.ts'
import type { Dropout } from './input.ts'
import { seeded } from './random.ts'
import type { Example } from './workspace.ts'

const shape: Shape = {
  tables: [
    { rows: 10, columns: 8 },
    { rows: 6, columns: 8 },
  ],
  channels: 16,
  layers: 2,
  arc: 16,
  relation: 16,
  distances: 24,
  xpos: ['a', 'b', 'c'],
  upos: ['a', 'b'],
  relations: ['r', 's', 't'],
}
const none: Dropout = { lowered: 0, headlined: 0, word: 0, input: 0, layer: 0, views: 0 }

function example(heads: number[], seed: number): Example {
  const random = seeded(seed)
  const choose = (count: number, below: number): Int32Array =>
    Int32Array.from({ length: count }, () => random.below(below))
  const rows = Int32Array.from({ length: heads.length * 2 }, (_, i) => random.below(i % 2 === 0 ? 10 : 6))
  const n = heads.length
  return {
    rows,
    lowered: rows,
    headlined: rows,
    heads: Int32Array.from(heads),
    relations: choose(n, 3),
    xpos: choose(n, 3),
    upos: choose(n, 2),
  }
}

test('the gradient is the slope of the loss', () => {
  const random = seeded(3)
  const table = (size: number): Float32Array => Float32Array.from({ length: size }, () => random.next() * 2 - 1)
  const values = [table(80), table(48)]
  const tables = {
    values,
    gradients: values.map((list) => new Float32Array(list.length)),
    touched: values.map(() => new Set<number>()),
  }
  const gradient = createGradient(createMachine(), shape, tables)
  const size = layoutOf(shape).size
  gradient.parameters().set(table(size).map((value) => value / 2))
  const batch = [example([1, -1, 1, 2], 5), example([-1, 0, 1], 6)]
  const loss = (): number => {
    const { arcs, relations, tags } = gradient.accumulate(batch, none, seeded(1))
    return arcs + relations + tags
  }
  gradient.gradients().fill(0)
  for (const list of tables.gradients) list.fill(0)
  loss()
  const found = gradient.gradients().slice()
  const foundInTable = tables.gradients[0]?.slice() ?? new Float32Array()
  const STEP = 0.005
  const slope = (set: (by: number) => void): number => {
    set(STEP)
    const after = loss()
    set(-2 * STEP)
    const before = loss()
    set(STEP)
    return (after - before) / (2 * STEP)
  }
  // a rectifier's kink between the two points makes a few slopes differ
  let wrong = 0
  for (let k = 0; k < 200; k++) {
    const i = random.below(size)
    const measured = slope((by) => (gradient.parameters()[i]! += by))
    if (Math.abs(measured - found[i]!) > 0.02 + 0.05 * Math.abs(measured)) wrong++
  }
  for (let k = 0; k < 40; k++) {
    const i = random.below(80)
    const measured = slope((by) => (values[0]![i]! += by))
    if (Math.abs(measured - foundInTable[i]!) > 0.02 + 0.05 * Math.abs(measured)) wrong++
  }
  expect(wrong).toBeLessThan(8)
})
