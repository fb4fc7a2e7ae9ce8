import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadModel, readModel } from './model.ts'
import { readNetwork, writeNetwork } from './network/file.ts'

const at = (name: string): URL => new URL(`../model/${name}`, import.meta.url)
const file = readFileSync(at('english.bin'))

test('the model is the one whose hash was noted when it was trained', () => {
  const [noted] = readFileSync(at('english.bin.sha256'), 'utf8').split(' ')
  expect(createHash('sha256').update(file).digest('hex')).toBe(noted)
})

test('a network comes back from its file as it was', () => {
  const network = readNetwork(file)
  const again = readNetwork(writeNetwork(network, 1))
  expect(again).toEqual(network)
})

test('the shipped model is read once', () => {
  expect(loadModel()).toBe(loadModel())
})

test('what is no model is refused', () => {
  expect(() => readModel(file.subarray(0, 1000))).toThrow(/end of file/)
  const network = readNetwork(file)
  expect(() => readNetwork(writeNetwork({ ...network, parameters: network.parameters.subarray(8) }, 1))).toThrow(
    /cut short/,
  )
})
