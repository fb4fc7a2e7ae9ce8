import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CountsQuery, TimelineQuery } from './events.ts'
import type { Issue } from './issues.ts'
import { LogQuery } from './log.ts'
import { readQuery, type QuerySchema } from './parameters.ts'

const isTold = ({ pointer, message }: Issue) => pointer.startsWith('/query/') && message !== ''

const read = (query: string) => readQuery(TimelineQuery, new URLSearchParams(query))
const value = (query: string) => {
  const parsed = read(query)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}
const errors = (query: string) => {
  const parsed = read(query)
  return parsed.ok ? [] : parsed.errors
}

describe('a query', () => {
  test('has its defaults where nothing is asked for', () => {
    expect(value('')).toEqual({ match: 'all', order: 'asc', limit: 50, realis: ['actual', 'ongoing'] })
  })

  test('takes a repeatable parameter repeated, comma-separated, and both', () => {
    expect(value('type=election&type=protest,unrest').type).toEqual(['election', 'protest', 'unrest'])
  })

  test('takes numbers as numbers', () => {
    expect(value('limit=200&minConfidence=0.75&minSources=3')).toMatchObject({
      limit: 200,
      minConfidence: 0.75,
      minSources: 3,
    })
  })

  test('names an unknown parameter and those that there are', () => {
    const [error] = errors('county=KZ')
    expect(error?.pointer).toBe('/query/county')
    expect(error?.message).toContain('country')
    expect(error?.message).toContain('cursor')
  })

  test('names everything that is wrong at once', () => {
    expect(
      errors('limit=0&order=up&foo=1')
        .map((error) => error.pointer)
        .sort(),
    ).toEqual(['/query/foo', '/query/limit', '/query/order'])
  })

  test.each([
    ['limit=201'],
    ['limit=1.5'],
    ['limit=1e2'],
    ['limit='],
    ['limit=99999999999999999999999'],
    ['limit=5&limit=5'],
    ['country=kz'],
    ['country=KAZ'],
    ['type=elections'],
    ['type='],
    ['from=last%20week'],
    ['from=unknown'],
    ['from=2022-02-30'],
    ['q=%00'],
    ['q='],
    ['actor=a%00b'],
    ['minConfidence=NaN'],
    ['minConfidence=1.1'],
    ['asOf=yesterday'],
    ['asOf=99999999999999999999'],
    ['asOf=-1'],
    ['realis=true'],
    ['role=winner%27--'],
    ['__proto__=1'],
    ['constructor=1'],
    ['toString=1'],
  ])('does not parse where it says %s', (query) => {
    expect(errors(query)).not.toEqual([])
  })

  test.each([
    ['from=2022'],
    ['from=2022-11&to=2022-12'],
    ['from=199X'],
    ['to=../2022-08'],
    ['asOf=0'],
    ['asOf=2022-11-28T09:00:00%2B06:00'],
  ])('parses where it says %s', (query) => {
    expect(errors(query)).toEqual([])
  })

  test('parses or is refused with a pointer and a message each, whatever it says', () => {
    const name = fc.oneof(fc.constantFrom(...Object.keys(TimelineQuery.shape), 'interval', 'after'), fc.string())
    const schemas = { timeline: TimelineQuery, counts: CountsQuery, log: LogQuery }
    const pairs = fc.array(fc.tuple(name, fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('1', 'KZ', '2022'))))
    const law = fc.property(
      pairs,
      fc.constantFrom<keyof typeof schemas>('timeline', 'counts', 'log'),
      (query, name) => {
        const parsed = readQuery<QuerySchema>(schemas[name], new URLSearchParams(query))
        return parsed.ok || (parsed.errors.length > 0 && parsed.errors.every(isTold))
      },
    )
    expect(() => fc.assert(law, { numRuns: 100 })).not.toThrow()
  })
})
