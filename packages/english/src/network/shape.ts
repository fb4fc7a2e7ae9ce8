/** Sizes of the network. All but the inner ones of the embeddings are multiples of eight, as the kernel wants them. */
export interface Shape {
  /** Embedding tables in the order of the features of a form: rows, columns. */
  tables: { rows: number; columns: number }[]
  /** Channels of the encoder: half of them read forward, half backward. */
  channels: number
  layers: number
  /** Width of the views of a word as dependent and as head. */
  arc: number
  /** Width of the hidden layer that names relations. */
  relation: number
  /** Distances to the head that are told apart. */
  distances: number
  xpos: string[]
  upos: string[]
  relations: string[]
}

/** A matrix among the parameters. */
export interface Matrix {
  /** First element, counted from the start of the parameters */
  at: number
  rows: number
  columns: number
}

export interface Layout {
  input: Matrix
  inputBias: Matrix
  layers: { weights: Matrix; bias: Matrix }[]
  views: Matrix
  viewsBias: Matrix
  root: Matrix
  pairs: Matrix
  pairsBias: Matrix
  distance: Matrix
  relation: Matrix
  relationBias: Matrix
  tags: Matrix
  tagsBias: Matrix
  /** Number of all parameters outside the embedding tables */
  size: number
}

/** The next multiple of eight. */
export const padded = (n: number): number => (n + 7) & ~7

export const inputWidth = (shape: Shape): number => shape.tables.reduce((sum, table) => sum + table.columns, 0)

/** Columns of the tag scores: first the padded Penn tags, then the padded universal ones. */
export const tagWidth = (shape: Shape): number => padded(shape.xpos.length) + padded(shape.upos.length)

/** Where each matrix lies. */
export function layoutOf(shape: Shape): Layout {
  let size = 0
  const matrix = (rows: number, columns: number): Matrix => {
    const at = size
    size += rows * columns
    return { at, rows, columns }
  }
  const { channels, arc, relation, distances } = shape
  const views = 2 * arc + 2 * relation
  const parts = {
    input: matrix(inputWidth(shape), channels),
    inputBias: matrix(1, channels),
    layers: Array.from({ length: shape.layers }, () => ({
      weights: matrix(channels, 3 * channels),
      bias: matrix(1, 3 * channels),
    })),
    views: matrix(channels, views),
    viewsBias: matrix(1, views),
    root: matrix(1, views),
    pairs: matrix(arc, arc),
    pairsBias: matrix(1, arc),
    distance: matrix(arc, distances),
    relation: matrix(relation, padded(shape.relations.length)),
    relationBias: matrix(1, padded(shape.relations.length)),
    tags: matrix(channels, tagWidth(shape)),
    tagsBias: matrix(1, tagWidth(shape)),
  }
  return { ...parts, size }
}

/** Which distance class a head at `head` has for a word at `word`; the root has a class of its own, 0. */
export function distanceClass(word: number, head: number, distances: number): number {
  const half = (distances - 2) / 2
  const away = head - word
  const near = Math.abs(away) <= 8 ? Math.abs(away) : Math.min(half, 8 + Math.floor(Math.log2(Math.abs(away) / 8) * 2))
  return away < 0 ? near : half + near
}

/** The distance classes of all distances that a sentence can have: that of head - word lies at `offset + head - word`. */
export function distanceClasses(distances: number): { of: Uint8Array; offset: number } {
  const offset = 4096
  return { of: Uint8Array.from({ length: 2 * offset }, (_, i) => distanceClass(0, i - offset, distances)), offset }
}
