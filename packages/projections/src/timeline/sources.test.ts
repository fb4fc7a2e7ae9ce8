import { sketchOf, textHash } from '@dateline/domain'
import { expect, test } from 'vitest'
import type { Report } from './report.ts'
import { independentSources } from './sources.ts'

const WIRE = `A bomb exploded in a crowded market on Tuesday, killing 17 people, rescue workers said.
There was smoke everywhere, and people ran in all directions. The governor imposed a curfew on the city.`

function reportIn(source: string, text: string): Report {
  return { by: { source, textHash: textHash(text), sketch: sketchOf(text) } } as Report
}

test('a wire report under other headlines and with another end is one witness', () => {
  const reports = [
    reportIn('wire', WIRE),
    reportIn('daily', `${WIRE} Reporting by our correspondents.`),
    reportIn(
      'local',
      'The blast tore through the stalls in the morning; doctors counted 17 dead and 40 wounded by noon.',
    ),
  ]
  const { count, groupOf, names } = independentSources(reports)
  expect(count).toBe(2)
  expect(groupOf(reports[0]!)).toBe(groupOf(reports[1]!))
  expect(names).toEqual(['daily', 'local', 'wire'])
})

test('the order of the reports does not matter', () => {
  const reports = [reportIn('b', WIRE), reportIn('a', `${WIRE} More.`), reportIn('c', 'Something else altogether.')]
  const groups = (all: Report[]) => new Map(reports.map((report) => [report, independentSources(all).groupOf(report)]))
  expect(groups([...reports].reverse())).toEqual(groups(reports))
})
