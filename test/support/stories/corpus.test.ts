import type { Annotation } from '@dateline/domain'
import { annotate } from '@dateline/extraction'
import { describe, expect, it } from 'vitest'
import { assignAll } from '../../../packages/projections/src/identity/in-memory.ts'
import { type Corpus, makeCorpus, type StoryReport } from './corpus.ts'
import { logOf } from './log.ts'
import { type Mention, mentionsOf, scorePairs } from './pairs.ts'
import { createRandom } from './random.ts'

const SEEDS = [1, 2, 3, 4]

interface Story {
  corpus: Corpus
  annotations: Map<StoryReport, Annotation>
}

/** Annotated once, whatever order they arrive in. */
const stories = SEEDS.map((seed): Story => {
  const corpus = makeCorpus(seed)
  return { corpus, annotations: new Map(corpus.reports.map((report) => [report, annotate(report.document)])) }
})

function told({ corpus, annotations }: Story, order: readonly StoryReport[]): Mention[] {
  const log = logOf(order.map((report) => ({ ...report, annotation: annotations.get(report)! })))
  const assigned = assignAll(log)
  return mentionsOf(corpus, log, (entryId) => assigned.get(entryId)!.eventId)
}

/** Any order but that a revision follows what it revises. */
function shuffled(reports: readonly StoryReport[], seed: number): StoryReport[] {
  const random = createRandom(seed)
  return reports
    .map((report) => ({ report, key: report.revision + random.next() * 0.9 }))
    .sort((a, b) => a.key - b.key)
    .map(({ report }) => report)
}

describe('two hundred reports of sixty events', () => {
  it('are the same from the same seed', () => {
    expect(makeCorpus(5)).toEqual(makeCorpus(5))
    expect(makeCorpus(5)).not.toEqual(makeCorpus(6))
  })

  it('are told apart and put together', () => {
    for (const story of stories) {
      const { precision, f1 } = scorePairs(told(story, story.corpus.reports))
      expect(precision).toBeGreaterThanOrEqual(0.95)
      expect(f1).toBeGreaterThanOrEqual(0.95)
    }
  })

  it('are the same events in any order of arrival', () => {
    const inOrder = stories.map((story) => told(story, story.corpus.reports))
    stories.forEach((story, index) => {
      for (const seed of [1, 2, 3]) {
        const mentions = told(story, shuffled(story.corpus.reports, seed))
        expect(agreement(inOrder[index]!, mentions)).toBe(1)
      }
    })
  })
})

/** Of the pairs that are one event in either order, how many are in both. */
function agreement(a: readonly Mention[], b: readonly Mention[]): number {
  const other = new Map(b.map(({ reportId, eventId, found }) => [`${reportId} ${eventId}`, found]))
  const found = a.flatMap((mention) => {
    const then = other.get(`${mention.reportId} ${mention.eventId}`)
    return mention.found === null || then === undefined || then === null ? [] : [{ one: mention.found, two: then }]
  })
  let [both, either] = [0, 0]
  found.forEach((x, index) => {
    for (const y of found.slice(index + 1)) {
      const [first, second] = [x.one === y.one, x.two === y.two]
      if (first && second) both += 1
      if (first || second) either += 1
    }
  })
  return both / (either || 1)
}
