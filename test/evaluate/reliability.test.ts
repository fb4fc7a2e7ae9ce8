import { expect, test } from 'vitest'
import { binsOf, calibrationError, reliability, shiftOf, type Bin } from './reliability.ts'

const bin = (meanConfidence: number, right: number, predicted = 10): Bin => ({
  from: 0,
  to: 1,
  predicted,
  meanConfidence,
  right,
})

test('confidence that is the share of right predictions has no error and moves by nothing', () => {
  const bins = [bin(0.6, 0.6), bin(0.9, 0.9)]
  expect(calibrationError(bins)).toBeCloseTo(0, 6)
  expect(shiftOf(bins)).toBeCloseTo(0, 6)
})

test('the error weighs bins by their predictions', () => {
  expect(calibrationError([bin(0.5, 0.7, 30), bin(0.9, 0.9, 10)])).toBeCloseTo(0.15, 6)
})

test('predictions that are right more often than they say have to move up, others down', () => {
  expect(shiftOf([bin(0.5, 0.8)])).toBeCloseTo(Math.log(4), 4)
  expect(shiftOf([bin(0.8, 0.5)])).toBeCloseTo(-Math.log(4), 4)
})

test('only what is a bin is taken for one', () => {
  expect(binsOf({ calibration: [bin(0.5, 0.5), { from: 0 }, null] })).toHaveLength(1)
  expect(binsOf(null)).toEqual([])
})

test('the table has a line a bin', () => {
  expect(reliability([bin(0.5, 0.5), bin(0.9, 0.8)]).split('\n')).toHaveLength(4)
})
