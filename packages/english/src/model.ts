import { readFileSync } from 'node:fs'
import { createReader, type Reader } from './network/forward.ts'
import { readNetwork } from './network/file.ts'
import type { Network } from './network/network.ts'

/** What the tagger and the parser know, ready to read. */
export interface Model {
  network: Network
  read: Reader
}

/** A model from the bytes of its file. */
export function readModel(file: Uint8Array): Model {
  const network = readNetwork(file)
  return { network, read: createReader(network) }
}

let shipped: Model | undefined

/** The model that comes with the project, read once. */
export function loadModel(read: () => Uint8Array = shippedFile): Model {
  shipped ??= readModel(read())
  return shipped
}

const shippedFile = (): Uint8Array => readFileSync(new URL('../model/english.bin', import.meta.url))
