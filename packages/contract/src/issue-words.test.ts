import { expect, test } from 'vitest'
import { z } from 'zod'
import { NewCorrection } from './corrections.ts'
import { TimelineQuery } from './events.ts'
import { issuesOf } from './issues.ts'
import { readQuery } from './parameters.ts'
import { NewSubscription } from './subscriptions.ts'

const shape = z.object({
  text: z.string().min(1).max(3),
  list: z.array(z.string()).min(2).max(2),
  whole: z.int().min(1).max(5),
  above: z.number().gt(0).lt(1),
  flag: z.boolean(),
  one: z.literal('this'),
  some: z.enum(['a', 'b']),
  either: z.union([z.string(), z.number()]),
  own: z.string('is nothing that I know'),
})
const good = {
  text: 'x',
  list: ['a', 'b'],
  whole: 1,
  above: 0.5,
  flag: true,
  one: 'this',
  some: 'a',
  either: 1,
  own: '',
}

test.each([
  ['text', undefined, 'is required: a text'],
  ['text', 7, 'must be a text'],
  ['text', '', 'must not be empty'],
  ['text', 'long', 'must have at most 3 characters'],
  ['list', 7, 'must be a list'],
  ['list', ['a'], 'must have at least 2 items'],
  ['list', ['a', 'b', 'c'], 'must have at most 2 items'],
  ['whole', '1', 'must be a number'],
  ['whole', 1.5, 'must be a whole number'],
  ['whole', 0, 'must be at least 1'],
  ['whole', 6, 'must be at most 5'],
  ['above', 0, 'must be more than 0'],
  ['above', 1, 'must be less than 1'],
  ['flag', 'yes', 'must be true or false'],
  ['one', 'that', 'must be this'],
  ['some', 'c', 'must be one of a, b'],
  ['some', undefined, 'must be one of a, b'],
  ['either', true, 'is of none of the forms that it may have'],
  ['own', 7, 'is nothing that I know'],
])('%s = %j: %s', (name, value, message) => {
  const { error } = shape.safeParse({ ...good, [name]: value })
  expect(error && issuesOf(error)).toEqual([{ pointer: `/${name}`, message }])
})

test('no message of the interface is zod’s own', () => {
  const query = readQuery(
    TimelineQuery,
    new URLSearchParams('type=elections&limit=1000&actor=&minConfidence=2&undated=yes'),
  )
  const bodies = [
    NewSubscription.safeParse({ url: 7, filters: { type: 'election', minSources: '2', realis: ['x'] } }),
    NewCorrection.safeParse({ kind: 'event.amnd' }),
    NewCorrection.safeParse({ kind: 'event.merge', eventId: '', reason: 'x' }),
    NewCorrection.safeParse([]),
  ]
  const issues = [...(query.ok ? [] : query.errors), ...bodies.flatMap(({ error }) => (error ? issuesOf(error) : []))]
  expect(issues.length).toBeGreaterThan(10)
  expect(issues.filter(({ message }) => !/^(must|is) /.test(message))).toEqual([])
})
