import type { Entry } from '@dateline/event-log'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Changes, foldPage } from './fold.ts'

let position = 0n
function entry(type: string, documentId: string, revision: number, metadata: Record<string, unknown> = {}): Entry {
  position += 1n
  return {
    position,
    id: `${type}-${documentId}-${revision}-${position}`,
    stream: `document-${documentId}`,
    version: 1,
    type,
    schemaVersion: 1,
    recordedAt: new Date(0),
    causationId: null,
    correlationId: null,
    data: { documentId, revision },
    metadata,
  }
}

function correction(documentId: string, change: object): Entry {
  return { ...entry('correction.made', documentId, 1), data: { change, reason: '', author: { id: '', name: '' } } }
}
const reprocess = (documentId: string, revision: number) =>
  correction(documentId, { kind: 'document.reprocess', documentId, revision })
const erase = (documentId: string) =>
  correction(documentId, { kind: 'document.erase', documentId, entries: [], texts: [] })

describe('the net effect of a page on the pending work', () => {
  test('what comes and is done within it leaves nothing to do', () => {
    const { demanded, settled } = foldPage([entry('document.submitted', 'd', 1), entry('document.annotated', 'd', 1)])
    expect(demanded).toEqual([])
    expect(settled).toMatchObject([{ documentId: 'd', revision: 1 }])
  })

  test('only the newest revision is demanded', () => {
    const { demanded } = foldPage([entry('document.submitted', 'd', 1), entry('document.submitted', 'd', 2)])
    expect(demanded).toMatchObject([{ documentId: 'd', revision: 2 }])
  })

  test('a newer revision stays demanded when the older one is annotated after it', () => {
    const { demanded } = foldPage([
      entry('document.submitted', 'd', 1),
      entry('document.submitted', 'd', 2),
      entry('document.annotated', 'd', 1),
    ])
    expect(demanded).toMatchObject([{ revision: 2 }])
  })

  test('a failure settles the attempt that failed and none after it', () => {
    const { settled } = foldPage([entry('document.failed', 'd', 1, { attempt: 3 })])
    expect(settled).toEqual([{ documentId: 'd', revision: 1, attempt: 3 }])
  })

  test('what is asked for again is demanded though it was annotated', () => {
    const pages = [[entry('document.submitted', 'd', 1), entry('document.annotated', 'd', 1)], [reprocess('d', 1)]]
    expect(pending(pages)).toEqual(new Map([['d', 1]]))
    expect(pending([...pages, [entry('document.annotated', 'd', 1)]])).toEqual(new Map())
  })

  test('an erased document leaves nothing to do', () => {
    expect(pending([[entry('document.submitted', 'd', 1)], [erase('d')]])).toEqual(new Map())
    expect(foldPage([erase('d'), erase('d')]).erased).toEqual(['d'])
  })

  test('events and other corrections are no concern of it', () => {
    const entries = [entry('election', 'd', 1), correction('d', { kind: 'document.retract', documentId: 'd' })]
    expect(foldPage(entries)).toEqual({ demanded: [], settled: [], erased: [] })
  })

  test('pages of any size come to the same', () => {
    const kind = fc.constantFrom('document.submitted', 'document.annotated', 'document.failed', 'reprocess', 'erase')
    const step = fc.record({ kind, document: fc.constantFrom('a', 'b'), attempt: fc.integer({ min: 1, max: 2 }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.integer({ min: 1, max: 20 }), (steps, size) => {
        const revisions = new Map<string, number>()
        const entries = steps.flatMap(({ kind, document, attempt }) => {
          const revision = (revisions.get(document) ?? 0) + (kind === 'document.submitted' ? 1 : 0)
          if (revision === 0) return []
          revisions.set(document, revision)
          if (kind === 'reprocess') return [reprocess(document, revision)]
          return [kind === 'erase' ? erase(document) : entry(kind, document, revision, { attempt })]
        })
        const pages = Array.from({ length: Math.ceil(entries.length / size) }, (_, page) =>
          entries.slice(page * size, (page + 1) * size),
        )
        expect(pending(pages)).toEqual(pending([entries]))
      }),
    )
  })
})

/** The pending work as the tables would hold it. */
function pending(pages: Entry[][]): Map<string, number> {
  const table = new Map<string, number>()
  const apply = ({ settled, demanded }: Changes) => {
    for (const { documentId, revision } of settled)
      if ((table.get(documentId) ?? Infinity) <= revision) table.delete(documentId)
    for (const { documentId, revision } of demanded)
      if ((table.get(documentId) ?? 0) < revision) table.set(documentId, revision)
  }
  for (const page of pages) apply(foldPage(page))
  return table
}
