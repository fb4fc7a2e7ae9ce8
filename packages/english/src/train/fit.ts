import { createMachine } from '../kernels/kernels.ts'
import { featuresOf, HASHED_ROWS, TABLE_COLUMNS, wordKey } from '../network/features.ts'
import { quantise } from '../network/file.ts'
import type { Network } from '../network/network.ts'
import { layoutOf, type Matrix, type Shape } from '../network/shape.ts'
import { adam, moments } from './adam.ts'
import type { GoldSentence } from './conllu.ts'
import { headlined, lowered } from './prepare.ts'
import { createGradient } from './gradient.ts'
import type { Dropout, Tables } from './input.ts'
import { seeded, shuffle, type Random } from './random.ts'
import type { Example } from './workspace.ts'

export interface Settings {
  seed: number
  epochs: number
  /** Words in a batch, at least */
  batch: number
  rate: number
  channels: number
  layers: number
  arc: number
  relation: number
  distances: number
  /** A word of the training data has a row of its own when it occurs this often. */
  wordCount: number
  dropout: Dropout
}

/** Trains a network; `report` is called after every epoch with the network as it stands. */
export function fit(
  sentences: GoldSentence[],
  settings: Settings,
  report: (epoch: number, network: Network, loss: string) => void,
): Network {
  const random = seeded(settings.seed)
  const vocabulary = vocabularyOf(sentences, settings.wordCount)
  const distinct = (of: (sentence: GoldSentence) => string[]): string[] => [...new Set(sentences.flatMap(of))].sort()
  const shape: Shape = {
    tables: TABLE_COLUMNS.map((columns, f) => ({ rows: f === 0 ? vocabulary.size + 1 : HASHED_ROWS, columns })),
    channels: settings.channels,
    layers: settings.layers,
    arc: settings.arc,
    relation: settings.relation,
    distances: settings.distances,
    xpos: distinct((s) => s.xpos),
    upos: distinct((s) => s.upos),
    relations: distinct((s) => s.relations),
  }
  const layout = layoutOf(shape)
  const values = shape.tables.map(({ rows, columns }) =>
    uniform(new Float32Array(rows * columns), 0, rows * columns, 0.3, random),
  )
  const tables: Tables = {
    values,
    gradients: values.map((table) => new Float32Array(table.length)),
    touched: values.map(() => new Set<number>()),
  }
  const gradient = createGradient(createMachine(), shape, tables)
  initialise(gradient.parameters(), layout.size, shape, random)
  const network = (): Network => ({
    shape,
    vocabulary,
    tables: values.map((table, f) => quantise(table, shape.tables[f]?.columns ?? 1)),
    parameters: gradient.parameters().slice(),
    tagPairs: tagPairsOf(sentences, shape),
  })
  const examples = sentences.map((sentence) => exampleOf(sentence, shape, vocabulary))
  const words = examples.reduce((sum, example) => sum + example.heads.length, 0)
  const steps = Math.ceil((words / settings.batch) * settings.epochs)
  const denseMoments = moments(layout.size)
  const tableMoments = values.map((table) => moments(table.length))
  let step = 0
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    shuffle(examples, random)
    const sums = { arcs: 0, relations: 0, tags: 0, words: 0 }
    let batch: Example[] = []
    let size = 0
    for (const [i, example] of examples.entries()) {
      batch.push(example)
      size += example.heads.length
      if (size < settings.batch && i + 1 < examples.length) continue
      const loss = gradient.accumulate(batch, settings.dropout, random)
      sums.arcs += loss.arcs
      sums.relations += loss.relations
      sums.tags += loss.tags
      sums.words += loss.words
      step++
      const rate = settings.rate * Math.min(1, step / 200) * Math.max(0.01, 1 - step / steps)
      const gradients = gradient.gradients()
      const scale = clip(gradients, 1 / size)
      adam(gradient.parameters(), gradients, denseMoments, 0, layout.size, rate, step, scale)
      for (const [f, table] of values.entries()) {
        const columns = shape.tables[f]?.columns ?? 0
        const own = tableMoments[f]
        const rows = tables.touched[f]
        const slopes = tables.gradients[f]
        if (!own || !rows || !slopes) continue
        for (const row of rows) adam(table, slopes, own, row * columns, (row + 1) * columns, rate, step, scale)
        rows.clear()
      }
      batch = []
      size = 0
    }
    const mean = (sum: number): string => (sum / sums.words).toFixed(3)
    report(epoch, network(), `arcs ${mean(sums.arcs)} relations ${mean(sums.relations)} tags ${mean(sums.tags)}`)
  }
  return network()
}

function vocabularyOf(sentences: GoldSentence[], least: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { words } of sentences)
    for (const word of words) counts.set(wordKey(word), (counts.get(wordKey(word)) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= least).map(([key]) => key)
  return new Map(kept.sort().map((key, i) => [key, i + 1]))
}

function tagPairsOf(sentences: GoldSentence[], shape: Shape): [number, number][] {
  const counts = new Map<string, number>()
  for (const { xpos, upos } of sentences)
    for (const [i, tag] of xpos.entries()) counts.set(`${tag} ${upos[i]}`, (counts.get(`${tag} ${upos[i]}`) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= 5)
    .map(([pair]) => pair.split(' '))
    .map(([xpos = '', upos = '']): [number, number] => [shape.xpos.indexOf(xpos), shape.upos.indexOf(upos)])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

function exampleOf(sentence: GoldSentence, shape: Shape, vocabulary: ReadonlyMap<string, number>): Example {
  const indices = (values: string[], names: string[]): Int32Array =>
    Int32Array.from(values, (value) => names.indexOf(value))
  const rowsOf = (words: string[]): Int32Array => Int32Array.from(words.flatMap((word) => featuresOf(word, vocabulary)))
  return {
    rows: rowsOf(sentence.words),
    lowered: rowsOf(lowered(sentence.words)),
    headlined: rowsOf(headlined(sentence.words)),
    heads: Int32Array.from(sentence.heads),
    relations: indices(sentence.relations, shape.relations),
    xpos: indices(sentence.xpos, shape.xpos),
    upos: indices(sentence.upos, shape.upos),
  }
}

function uniform(values: Float32Array, from: number, to: number, width: number, random: Random): Float32Array {
  for (let i = from; i < to; i++) values[i] = (random.next() * 2 - 1) * width
  return values
}

function initialise(parameters: Float32Array, size: number, shape: Shape, random: Random): void {
  const layout = layoutOf(shape)
  parameters.fill(0, 0, size)
  const glorot = (m: Matrix, scale = 1): void => {
    uniform(parameters, m.at, m.at + m.rows * m.columns, scale * Math.sqrt(6 / (m.rows + m.columns)), random)
  }
  glorot(layout.input)
  for (const layer of layout.layers) {
    uniform(
      parameters,
      layer.weights.at,
      layer.weights.at + layer.weights.rows * layer.weights.columns,
      Math.sqrt(3 / shape.channels),
      random,
    )
    // forgetting at different speeds from the start
    uniform(parameters, layer.bias.at + shape.channels, layer.bias.at + 2 * shape.channels, 1.5, random)
  }
  for (const m of [layout.views, layout.relation, layout.tags]) glorot(m)
  glorot(layout.pairs, 0.5)
  glorot(layout.root)
}

/** The factor for the gradients: the mean over the words, shortened where it would jump. */
function clip(gradients: Float32Array, scale: number): number {
  let sum = 0
  for (const g of gradients) sum += g * g
  const norm = Math.sqrt(sum) * scale
  return norm > 2 ? (scale * 2) / norm : scale
}
