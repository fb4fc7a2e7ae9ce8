import { readFileSync, readdirSync } from 'node:fs'
import { SCHEMA_VERSION, isEventType } from '@dateline/domain'
import { describe, expect, test } from 'vitest'
import type { Entry } from './types.ts'
import { UPCASTS, type Upcast, createUpcaster } from './upcast.ts'

const base: Entry = {
  position: 1n,
  id: 'a',
  stream: 's',
  version: 1,
  type: 'thing',
  schemaVersion: 1,
  recordedAt: new Date(0),
  causationId: null,
  correlationId: null,
  data: { name: 'Ada Lovelace' },
  metadata: {},
}

const steps: Upcast[] = [
  { types: ['thing', 'other'], from: 1, up: (data) => ({ names: (data as { name: string }).name.split(' ') }) },
  {
    types: ['thing'],
    from: 2,
    up: (data) => {
      const [given, family] = (data as { names: string[] }).names
      return { given, family }
    },
  },
]

test('an old entry walks up all the steps of its type', () => {
  expect(createUpcaster(steps)(base)).toEqual({
    ...base,
    schemaVersion: 3,
    data: { given: 'Ada', family: 'Lovelace' },
  })
})

test('it begins where the entry stands, and ends where its type has no further step', () => {
  const upcast = createUpcaster(steps)
  expect(upcast({ ...base, type: 'other' })).toMatchObject({ schemaVersion: 2, data: { names: ['Ada', 'Lovelace'] } })
  const current = { ...base, schemaVersion: 3, data: { given: 'A', family: 'L' } }
  expect(upcast(current)).toBe(current)
  const foreign = { ...base, type: 'foreign' }
  expect(upcast(foreign)).toBe(foreign)
})

test('two ways up from one version are a mistake', () => {
  expect(() => createUpcaster([...steps, steps[0] as Upcast])).toThrow('two steps lead up from version 1 of thing')
})

describe('golden entries', () => {
  const folder = new URL('golden/', import.meta.url)
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

  // A file is one entry as it was written, and what today's readers make of it. Files are added, never changed.
  test.each(names)('%s reads as it always did', (name) => {
    const { written, read } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Golden
    const entry = createUpcaster(UPCASTS)({ ...base, ...written })
    expect({ schemaVersion: entry.schemaVersion, data: entry.data }).toEqual(read)
  })

  test('there is one of every version that was ever written of every type', () => {
    const kept = names.map((name) => name.replace('.json', '')).sort()
    const written = Object.entries(SCHEMA_VERSION).flatMap(([type, now]) =>
      Array.from({ length: now }, (_, version) => `${type}.v${version + 1}`),
    )
    expect(kept).toEqual(written.sort())
  })

  test('what is read has the version that is written today', () => {
    for (const name of names) {
      const { written, read } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Golden
      const kind = isEventType(written.type) ? 'event' : (written.type as keyof typeof SCHEMA_VERSION)
      expect(read.schemaVersion).toBe(SCHEMA_VERSION[kind])
    }
  })
})

interface Golden {
  written: Pick<Entry, 'type' | 'schemaVersion' | 'data'>
  read: Pick<Entry, 'schemaVersion' | 'data'>
}
