import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

/** Makes many things that live for a moment, as a fold does, and says how large the young generation has become. */
const CHURN = `
  import { getHeapSpaceStatistics } from 'node:v8'
  let kept = []
  for (let turn = 0; turn < 120; turn += 1) {
    for (let n = 0; n < 10_000; n += 1) kept.push({ n, list: [n] })
    if (kept.length > 200_000) kept = []
    await new Promise(setImmediate)
  }
  console.log(getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size / 2 ** 20)`

async function youngAfter(before: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', before + CHURN])
  return Number(stdout)
}

it('keeps the young generation small, which grows to many times of it otherwise', { timeout: 60_000 }, async () => {
  const heap = JSON.stringify(join(import.meta.dirname, 'heap.ts'))
  const small = await youngAfter(`import { growHeapSlowly } from ${heap}; growHeapSlowly();`)
  expect(small).toBeLessThanOrEqual(32)
  expect(await youngAfter('')).toBeGreaterThan(small)
})
