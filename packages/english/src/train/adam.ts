/** First and second moments of gradients (Kingma and Ba 2015). */
export interface Moments {
  first: Float32Array
  second: Float32Array
}

export const moments = (size: number): Moments => ({ first: new Float32Array(size), second: new Float32Array(size) })

const BETA1 = 0.9
const BETA2 = 0.98

/** One step over the elements [from, to) of values; the gradient, times `scale`, is used up. `step` counts from 1. */
export function adam(
  values: Float32Array,
  gradients: Float32Array,
  { first, second }: Moments,
  from: number,
  to: number,
  rate: number,
  step: number,
  scale: number,
): void {
  const corrected = (rate * Math.sqrt(1 - BETA2 ** step)) / (1 - BETA1 ** step)
  for (let i = from; i < to; i++) {
    const g = (gradients[i] ?? 0) * scale
    gradients[i] = 0
    const m = BETA1 * (first[i] ?? 0) + (1 - BETA1) * g
    const v = BETA2 * (second[i] ?? 0) + (1 - BETA2) * g * g
    first[i] = m
    second[i] = v
    values[i] = (values[i] ?? 0) - (corrected * m) / (Math.sqrt(v) + 1e-8)
  }
}
