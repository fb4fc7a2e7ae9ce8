import { Readable, Writable } from 'node:stream'
import type { Annotation, SourceDocument } from '@dateline/domain'
import { expect, test } from 'vitest'
import { annotateLines } from './annotate.ts'

/** Finds nothing, and fails on what says so. */
function annotate({ id, body }: SourceDocument): Annotation {
  if (body === 'fail') throw new Error('no idea')
  const span = { start: 0, end: body.length, text: body }
  const engine = { name: 'test', version: '1' }
  return { id, engine, sentences: [span], timexes: [], mentions: [], attributions: [], events: [] }
}

async function run(...chunks: (string | Buffer)[]) {
  const written = { output: '', errors: '' }
  const into = (name: keyof typeof written) =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written[name] += chunk.toString()
        done()
      },
    })
  const input = Readable.from(chunks.map((chunk) => Buffer.from(chunk)))
  const status = await annotateLines(annotate, { input, output: into('output'), errors: into('errors') })
  const answers = written.output.split('\n').slice(0, -1)
  return {
    status,
    errors: written.errors,
    answers: answers.map(
      (line) => JSON.parse(line) as { id: string | null; error?: { code: string; message: string } },
    ),
    bodies: answers.map((line) => (JSON.parse(line) as Partial<Annotation>).sentences?.[0]?.text),
  }
}

const line = (fields: object) => `${JSON.stringify({ id: 'a', body: 'text', ...fields })}\n`

test('each document is answered by one line, in the order of the input, and the status is 0', async () => {
  const { status, answers, errors } = await run(line({ id: 'x' }), '\n', line({ id: 'y', publishedAt: '2022-11-28' }))
  expect(answers.map(({ id }) => id)).toEqual(['x', 'y'])
  expect([status, errors]).toEqual([0, ''])
})

test.each([
  ['not json\n', null, 'not_json', 'not JSON'],
  ['[1]\n', null, 'invalid_document', 'expected object'],
  [line({ body: 5 }), 'a', 'invalid_document', 'body:'],
  [line({ publishedAt: '2022-02-30' }), 'a', 'invalid_document', 'publishedAt: must be a date (2022-11-28)'],
  [line({ publishedAt: 'last week' }), 'a', 'invalid_document', 'publishedAt: must be a date (2022-11-28)'],
  [line({ body: 'fail' }), 'a', 'engine_failed', 'no idea'],
])('what is wrong with %s is said in its place, and the rest goes on', async (bad, id, code, message) => {
  const { status, answers, errors } = await run(line({ id: 'x' }), bad, line({ id: 'y' }))
  expect(status).toBe(1)
  expect(answers[0]).not.toHaveProperty('error')
  expect(answers[1]).toMatchObject({ id, error: { code, message: expect.stringContaining(message) } })
  expect(answers[2]).not.toHaveProperty('error')
  expect(errors).toBe(`line 2: ${answers[1]?.error?.message}\n`)
})

test('lines end at line feeds alone, and characters may be cut between chunks', async () => {
  const bytes = Buffer.from(`{"id":"a","body":"one\u2028two – “three”"}`)
  const { bodies } = await run(...Array.from(bytes, (byte) => Buffer.of(byte)))
  expect(bodies).toEqual(['one\u2028two – “three”'])
})
