/** Predictions whose confidence lies in a stretch: how many, their mean confidence, the share of right ones. */
export interface Bin {
  from: number
  to: number
  predicted: number
  meanConfidence: number
  right: number
}

/** The bins of a scorer's answer; none where it has no calibration. */
export function binsOf(scores: unknown): Bin[] {
  const bins = (scores as { calibration?: unknown } | null)?.calibration
  return Array.isArray(bins) ? bins.filter(isBin) : []
}

function isBin(value: unknown): value is Bin {
  const bin = value as Partial<Record<keyof Bin, unknown>> | null
  return ['from', 'to', 'predicted', 'meanConfidence', 'right'].every(
    (key) => typeof bin?.[key as keyof Bin] === 'number',
  )
}

/** The mean distance between confidence and share of right ones, by predictions (expected calibration error). */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { predicted }) => sum + predicted, 0)
  return bins.reduce((sum, bin) => sum + (bin.predicted / all) * Math.abs(bin.meanConfidence - bin.right), 0)
}

/**
 * By how much the log-odds of all predictions would have to move for their mean confidence to be the share of right
 * ones: the change of the constants in the engine's weights that these documents ask for.
 */
export function shiftOf(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { predicted }) => sum + predicted, 0)
  const right = bins.reduce((sum, bin) => sum + bin.predicted * bin.right, 0) / all
  let [low, high] = [-8, 8]
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    const mean = bins.reduce((sum, bin) => sum + bin.predicted * logistic(logit(bin.meanConfidence) + middle), 0) / all
    if (mean < right) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const logit = (share: number): number => Math.log(share / (1 - share))
const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum))

/** The reliability table of a set as text. */
export function reliability(bins: readonly Bin[]): string {
  const rows = bins.map(({ from, to, predicted, meanConfidence, right }) =>
    [`${from.toFixed(1)}–${to.toFixed(1)}`, String(predicted), meanConfidence.toFixed(3), right.toFixed(3)].map(
      (cell, column) => cell.padEnd(column === 0 ? 12 : 11),
    ),
  )
  return [
    ['confidence', 'predicted', 'mean', 'right'].map((name, column) => name.padEnd(column === 0 ? 12 : 11)),
    ...rows,
  ]
    .map((cells) => cells.join('').trimEnd())
    .concat(
      `calibration error ${calibrationError(bins).toFixed(3)}; the log-odds of all would have to move by ${signed(shiftOf(bins))}`,
    )
    .join('\n')
}

const signed = (value: number): string => `${value < 0 ? '' : '+'}${value.toFixed(2)}`
