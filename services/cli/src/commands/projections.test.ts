import type { ProjectionStatus } from '@dateline/projections'
import { expect, test } from 'vitest'
import { projectionTable } from './projections.ts'

const live: ProjectionStatus = {
  name: 'actors',
  projection: 'timeline',
  version: 2,
  status: 'live',
  build: '7',
  position: 120n,
  lag: { entries: 0, seconds: 0 },
  parked: 0,
  replay: null,
}

test('a line says where each stands; what there is none of is a dash', () => {
  const behind: ProjectionStatus = {
    ...live,
    name: 'timeline',
    status: 'behind',
    position: 98n,
    lag: { entries: 22, seconds: 3.25 },
    parked: 4,
    replay: '8',
  }
  expect(projectionTable([live, behind]).split('\n')).toEqual([
    'projection  version  status  position  lag                parked  replay',
    'actors      2        live    120       –                  0       –',
    'timeline    2        behind  98        22 entries, 3.3 s  4       8',
  ])
})
