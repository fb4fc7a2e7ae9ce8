import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import type { Linear } from './linear.ts'

/** What the tagger and the parser know. */
export interface Model {
  tags: Linear
  arcs: Linear
  relations: Linear
}

/** Reads a model from the bytes of its file. */
export function readModel(file: Uint8Array): Model {
  const bytes = brotliDecompressSync(file)
  const length = bytes.readUInt32LE(0)
  const heads = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as { classes: string[]; bits: number }[]
  let at = 4 + length
  const [tags, arcs, relations] = heads.map((head): Linear => {
    const size = head.classes.length << head.bits
    const weights = new Int16Array(bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + size * 2))
    at += size * 2
    return { ...head, weights }
  })
  if (!tags || !arcs || !relations) throw new Error('the model file is damaged: a part is missing')
  return { tags, arcs, relations }
}

let shipped: Model | undefined

/** The model that comes with the project, read once. */
export function loadModel(
  read: () => Uint8Array = () => readFileSync(new URL('../model/english.bin', import.meta.url)),
): Model {
  shipped ??= readModel(read())
  return shipped
}
