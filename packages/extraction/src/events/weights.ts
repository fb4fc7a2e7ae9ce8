/**
 * Weights of the features in confidence.ts, fitted by fit.ts on development articles (logistic regression, ridge 1).
 * The rules were written in sight of those articles, so the constants are lowered by `DISCOUNT` for new ones.
 */
const DISCOUNT = 0.7

export const EVENT_WEIGHTS: readonly number[] = [
  1.34 - DISCOUNT,
  0.48,
  -0.23,
  0.25,
  -0.13,
  0.1,
  -0.21,
  0.03,
  -0.4,
  -0.29,
]
export const STATEMENT_WEIGHTS: readonly number[] = [1.73 - DISCOUNT, -0.05, 0.4, 1.49, 0.03, -0.81, 1.11]
