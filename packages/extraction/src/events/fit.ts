/** A prediction with its features and whether it was right (1), half right or wrong (0). */
export interface Sample {
  features: readonly number[]
  right: number
}

const ROUNDS = 4000
const STEP = 0.5

/**
 * Logistic regression with a ridge on all weights but the constant, by plain gradient descent: few samples, few
 * features, the same result every time.
 */
export function fitLogistic(samples: readonly Sample[], ridge = 1): number[] {
  const size = samples[0]?.features.length ?? 0
  const weights = Array.from({ length: size }, () => 0)
  for (let round = 0; round < ROUNDS && samples.length > 0; round++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : ridge * weight))
    for (const { features, right } of samples) {
      const sum = features.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0)
      const error = 1 / (1 + Math.exp(-sum)) - right
      features.forEach((value, at) => (slope[at] = (slope[at] ?? 0) + error * value))
    }
    slope.forEach((value, at) => (weights[at] = (weights[at] ?? 0) - (STEP * value) / samples.length))
  }
  return weights
}
