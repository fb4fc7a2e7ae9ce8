import type { Settings } from './fit.ts'

/** What the shipped model was trained with. */
export const SETTINGS: Settings = {
  seed: 1,
  epochs: 20,
  batch: 400,
  rate: 0.003,
  channels: 128,
  layers: 4,
  arc: 64,
  relation: 96,
  distances: 40,
  wordCount: 2,
  dropout: { lowered: 0.06, headlined: 0.04, word: 0.12, input: 0.12, layer: 0.22, views: 0.3 },
}
