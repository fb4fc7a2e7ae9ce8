import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Network, Table } from './network.ts'
import { layoutOf, type Shape } from './shape.ts'

interface Head {
  format: 'dateline-english/1'
  shape: Shape
  tagPairs: [number, number][]
  /** The vocabulary in the order of its rows, one word a line */
  words: string
}

/**
 * A network as one compressed file: the length of the head (32 bits, little endian), the head as JSON, then of each
 * table the scales (32-bit floats) and the values (bytes), then all other parameters as 16-bit floats. `quality` is
 * brotli's, 0 to 11.
 */
export function writeNetwork(network: Network, quality = constants.BROTLI_MAX_QUALITY): Uint8Array {
  const words = [...network.vocabulary].sort((a, b) => a[1] - b[1]).map(([word]) => word)
  const head: Head = {
    format: 'dateline-english/1',
    shape: network.shape,
    tagPairs: network.tagPairs,
    words: words.join('\n'),
  }
  const text = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(text.length)
  const bytesOf = (list: Float32Array | Int8Array | Float16Array): Buffer =>
    Buffer.from(list.buffer, list.byteOffset, list.byteLength)
  const body = Buffer.concat([
    length,
    text,
    ...network.tables.flatMap(({ scales, values }) => [bytesOf(scales), bytesOf(values)]),
    bytesOf(Float16Array.from(network.parameters)),
  ])
  return brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 24 },
  })
}

/** Reads what `writeNetwork` wrote. Throws where the bytes are not such a file. */
export function readNetwork(file: Uint8Array): Network {
  const bytes = brotliDecompressSync(file)
  let at = 4 + bytes.readUInt32LE(0)
  const head = JSON.parse(bytes.toString('utf8', 4, at)) as Head
  if (head.format !== 'dateline-english/1')
    throw new Error(`this model file has the unknown format ${String(head.format)}`)
  const { shape, tagPairs } = head
  const take = (size: number): ArrayBuffer => {
    const part = new ArrayBuffer(size)
    new Uint8Array(part).set(bytes.subarray(at, at + size))
    at += size
    if (at > bytes.length) throw new Error('the model file is cut short')
    return part
  }
  const tables = shape.tables.map(({ rows, columns }): Table => {
    const scales = new Float32Array(take(rows * 4))
    return { scales, values: new Int8Array(take(rows * columns)) }
  })
  const parameters = Float32Array.from(new Float16Array(take(layoutOf(shape).size * 2)))
  const vocabulary = new Map(head.words.split('\n').map((word, i) => [word, i + 1]))
  return { shape, vocabulary, tables, parameters, tagPairs }
}

/** A table of floats as bytes with a scale for each row. */
export function quantise(values: Float32Array, columns: number): Table {
  const rows = values.length / columns
  const scales = new Float32Array(rows)
  const bytes = new Int8Array(values.length)
  for (let row = 0; row < rows; row++) {
    let largest = 0
    for (let j = row * columns; j < (row + 1) * columns; j++) largest = Math.max(largest, Math.abs(values[j] ?? 0))
    const scale = largest / 127
    scales[row] = scale
    if (scale === 0) continue
    for (let j = row * columns; j < (row + 1) * columns; j++) bytes[j] = Math.round((values[j] ?? 0) / scale)
  }
  return { values: bytes, scales }
}
