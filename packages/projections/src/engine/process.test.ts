import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { catchUp, ensureServing } from '../testing/catch-up.ts'
import { createTestLog, type TestLog } from '../testing/database.ts'
import { appendAll } from '../testing/story.ts'
import { saying, toyProjection } from '../testing/toy.ts'

let db: TestLog
let child: ChildProcess | undefined
beforeEach(async () => {
  db = await createTestLog()
  await ensureServing(db, toyProjection())
  for (const word of ['one', 'two', 'three']) {
    await appendAll(db.log, [{ stream: 'a', expected: 'any', entries: [saying(word, word)] }])
  }
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await db.drop()
})

/** Another process that is in the middle of a page: folded, and not yet written. */
async function processInAPage() {
  const path = fileURLToPath(new URL('../testing/slow-process.ts', import.meta.url))
  const started = spawn(process.execPath, [path, db.url], { stdio: ['ignore', 'pipe', 'inherit'] })
  child = started
  const lines = createInterface({ input: started.stdout })[Symbol.asyncIterator]()
  const line = async () => String((await lines.next()).value)
  expect(await line()).toBe('folded')
  return { started, line }
}

async function counts() {
  const schema = await catchUp(db, { projection: toyProjection() })
  const { rows } = await db.pool.query<{ n: number; words: string }>(`SELECT n, words FROM ${schema}.counts`)
  return rows
}

it('a process that is killed in the middle of a page leaves nothing of it, and its lease at once', async () => {
  const { started } = await processInAPage()
  started.kill('SIGKILL')
  await once(started, 'exit')
  expect(await counts()).toEqual([{ n: 3, words: 'one two three' }])
})

it('a process that is stopped past its lease is fenced when it goes on', async () => {
  const { started, line } = await processInAPage()
  started.kill('SIGSTOP')
  // Waits until the lease is lost, then folds the page.
  expect(await counts()).toEqual([{ n: 3, words: 'one two three' }])
  started.kill('SIGCONT')
  expect(await line()).toBe('ConnectionLost')
  expect(await counts()).toEqual([{ n: 3, words: 'one two three' }])
})
