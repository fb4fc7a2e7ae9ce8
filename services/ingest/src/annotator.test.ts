import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createThreadAnnotator, type ThreadAnnotator } from './annotator.ts'

const module = new URL('../../../test/support/engine.ts', import.meta.url)
const never = new AbortController().signal
const document = (body: string) => ({ id: 'd', body, publishedAt: '2024-03-05' })

describe('annotating in threads', () => {
  let annotator: ThreadAnnotator
  beforeAll(async () => {
    annotator = await createThreadAnnotator({ threads: 1, timeLimit: 3_000, module })
  })
  afterAll(() => annotator.close())

  test('answers the annotation and knows its engine', async () => {
    expect(annotator.engine).toEqual({ name: 'test', version: '1' })
    expect(await annotator.annotate(document('x'), never)).toMatchObject({ id: 'd', engine: annotator.engine })
  })

  test('leaves the main thread free while a document keeps the engine busy', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 10)
    await annotator.annotate(document('busy 300'), never)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })

  test('an engine that throws fails its document and no other', async () => {
    await expect(annotator.annotate(document('throw'), never)).rejects.toThrow('the engine failed on it')
    await expect(annotator.annotate(document('x'), never)).resolves.toBeDefined()
  })

  test('a thread that dies fails its document and no other', async () => {
    await expect(annotator.annotate(document('exit'), never)).rejects.toThrow(/exit/)
    await expect(annotator.annotate(document('x'), never)).resolves.toBeDefined()
  })

  test('a document that takes too long is given up, and those behind it get their whole time', async () => {
    const [stuck, next] = await Promise.allSettled([
      annotator.annotate(document('busy 60000'), never),
      annotator.annotate(document('busy 500'), never),
    ])
    expect(stuck).toMatchObject({ status: 'rejected', reason: { message: 'the annotation took longer than 3 s' } })
    expect(next.status).toBe('fulfilled')
  })

  test('an aborted document ends at once, whether it runs or waits for a thread', async () => {
    const stop = new AbortController()
    const both = [
      annotator.annotate(document('busy 60000'), stop.signal),
      annotator.annotate(document('x'), stop.signal),
    ]
    setTimeout(() => stop.abort(), 50)
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(annotator.annotate(document('x'), never)).resolves.toBeDefined()
  })
})
