import { join } from 'node:path'
import { annotate } from '@dateline/extraction'
import { describe, expect, test } from 'vitest'
import { readGold, score, sumScores } from './score.ts'

const reports = readGold(join(import.meta.dirname, '../gold'))
const scored = reports.map((report) => ({ report, annotation: annotate(report.document) }))
const total = sumScores(scored.map(({ report, annotation }) => score(report, annotation)))

describe('on the twenty annotated reports', () => {
  test('core events are found', () => expect(total.coreFound / total.core).toBeGreaterThanOrEqual(0.7))
  test('what is found is right', () => expect(total.right / total.predicted).toBeGreaterThanOrEqual(0.75))
  test('dates are right', () => expect(total.datesRight / total.dates).toBeGreaterThanOrEqual(0.8))
  test('participants are found in their roles', () =>
    expect(total.participantsFound / total.participants).toBeGreaterThanOrEqual(0.6))
  test('realis is right', () => expect(total.realisRight / total.realis).toBeGreaterThanOrEqual(0.9))

  test.each(scored.map(({ report, annotation }) => [report.document.id, report, annotation] as const))(
    'every span of %s is verbatim',
    (_, report, annotation) => expect(strayPieces(report.document.body, annotation)).toEqual([]),
  )

  test('a report of sport and markets yields nothing but what its words could mean', () => {
    const { annotation } = scored.find(({ report }) => report.document.id === 'no-events')!
    expect(annotation.events.length).toBeLessThanOrEqual(1)
  })
})

/** Spans anywhere in a value whose text is not what stands there. */
function strayPieces(body: string, value: unknown): unknown[] {
  if (value === null || typeof value !== 'object') return []
  const { start, end, text } = value as { start?: number; end?: number; text?: string }
  const stray = start !== undefined && end !== undefined && body.slice(start, end) !== text ? [value] : []
  return [...stray, ...Object.values(value).flatMap((part) => strayPieces(body, part))]
}
