import { describe, expect, test } from 'vitest'
import { parseJob, workJobId } from './jobs.ts'

const work = { documentId: 'd1', revision: 2, entryId: 'e1', attempt: 1 }

describe('what a job asks for', () => {
  test('work on a revision', () => {
    expect(parseJob(work)).toEqual({ kind: 'work', work })
  })

  test('a submission by any producer, its document still unread', () => {
    const submission = { source: 'wire', document: { title: 1 } }
    expect(parseJob(submission)).toEqual({ kind: 'submission', submission })
  })

  test('nothing any more, where the document of a submission was erased', () => {
    expect(parseJob({ source: 'wire', erased: 'd1' })).toEqual({ kind: 'erased', documentId: 'd1' })
  })

  test.each([
    ['nothing', undefined],
    ['a text', 'please'],
    ['a list', []],
    ['a submission without its document', { source: 'wire' }],
    ['a submission whose document is a text', { source: 'wire', document: 'The mayor resigned.' }],
    ['a submission without its source', { document: {} }],
    ['a submission whose source is no name of one', { source: 'a\u0000b', document: {} }],
    ['a submission with more than it should have', { source: 'wire', document: {}, secret: 1 }],
  ])('%s is refused, saying what would be right', (_, data) => {
    expect(parseJob(data)).toMatchObject({ kind: 'invalid', reason: expect.stringContaining('"source"') })
  })

  test('a work order that does not parse says which field is wrong', () => {
    expect(parseJob({ ...work, revision: 0 })).toMatchObject({
      kind: 'invalid',
      reason: expect.stringMatching(/revision/),
    })
  })
})

describe('the job id of a piece of work', () => {
  test('is the same for the same work and another for another attempt', () => {
    expect(workJobId(work)).toBe(workJobId({ ...work }))
    expect(workJobId(work)).not.toBe(workJobId({ ...work, attempt: 2 }))
    expect(workJobId(work)).not.toBe(workJobId({ ...work, entryId: 'e2' }))
  })

  test('is one that BullMQ takes: no colon, no integer', () => {
    const id = workJobId({ ...work, entryId: '1:2' })
    expect(id).not.toContain(':')
    expect(Number(id)).toBeNaN()
  })
})
