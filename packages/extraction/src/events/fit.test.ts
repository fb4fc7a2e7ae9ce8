import { expect, test } from 'vitest'
import { fitLogistic } from './fit.ts'

test('a feature that goes with right predictions gets a positive weight, one that does not a negative', () => {
  const samples = Array.from({ length: 40 }, (_, n) => ({ features: [1, n % 2, (n + 1) % 2], right: n % 2 }))
  const [, good = 0, bad = 0] = fitLogistic(samples)
  expect(good).toBeGreaterThan(0.5)
  expect(bad).toBeLessThan(-0.5)
})

test('without telling features the constant gives the share of right ones', () => {
  const samples = Array.from({ length: 100 }, (_, n) => ({ features: [1], right: n < 80 ? 1 : 0 }))
  const [constant = 0] = fitLogistic(samples)
  expect(1 / (1 + Math.exp(-constant))).toBeCloseTo(0.8, 2)
})
