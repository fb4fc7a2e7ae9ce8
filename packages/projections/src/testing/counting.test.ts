import { counting } from './counting.ts'
import { projectionSuite } from './projection-suite.ts'
import { saying } from './toy.ts'

projectionSuite({
  projection: counting,
  story: Array.from({ length: 20 }, (_, n) => ({
    stream: `talk-${n % 3}`,
    expected: 'any' as const,
    entries: [{ ...saying(`entry ${n}`, 'hello'), type: `said ${n % 4}` }],
  })),
})
