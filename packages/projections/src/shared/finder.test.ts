import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { enterUnder, type Finder, findUnder, leave } from './finder.ts'

it('finds under a key what was entered there and did not leave, whatever the order', () => {
  const things = Array.from({ length: 4 }, (_, n) => ({ n }))
  const act = fc.record({
    key: fc.constantFrom('a', 'b'),
    thing: fc.constantFrom(...things),
    comes: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const finder: Finder<{ n: number }> = new Map()
      const expected = new Map<string, Set<{ n: number }>>([
        ['a', new Set()],
        ['b', new Set()],
      ])
      for (const { key, thing, comes } of acts) {
        if (comes) enterUnder(finder, key, thing)
        else leave(finder, key, thing)
        if (comes) expected.get(key)?.add(thing)
        else expected.get(key)?.delete(thing)
      }
      for (const [key, there] of expected) {
        const found = new Set<{ n: number }>()
        findUnder(finder, key, found)
        expect(found).toEqual(there)
        expect(finder.has(key)).toBe(there.size > 0)
      }
    }),
  )
})
