import type { Append, Entry, NewEntry } from '@dateline/event-log'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LogContract } from './memory-event-log.ts'

let counter = 0

/** A name that no other test has. */
export function fresh(prefix: string): string {
  return `${prefix}-${process.pid}-${++counter}`
}

export function entry(id: string, more: Partial<NewEntry> = {}): NewEntry {
  return { id, type: 'thing', schemaVersion: 1, data: { id }, ...more }
}

export function append(stream: string, expected: Append['expected'], ...ids: string[]): Append {
  return { stream, expected, entries: ids.map((id) => entry(id)) }
}

/** What every implementation of the log must do. */
export function testEventLog(open: () => Promise<{ log: LogContract; close(): Promise<void> }>): void {
  let log: LogContract
  let close: () => Promise<void>
  beforeAll(async () => {
    const opened = await open()
    log = opened.log
    close = () => opened.close()
  })
  afterAll(() => close())

  describe('append', () => {
    test('answers positions that follow each other, and the version', async () => {
      const stream = fresh('stream')
      const head = await log.head()
      expect(await log.append(append(stream, 'none', `${stream}-1`, `${stream}-2`))).toEqual({
        status: 'appended',
        positions: [head + 1n, head + 2n],
        version: 2,
      })
      expect(await log.head()).toBe(head + 2n)
      expect(await log.streamVersion(stream)).toBe(2)
    })

    test('is found again by the id of each of its entries', async () => {
      const stream = fresh('stream')
      await log.append(append(stream, 'none', `${stream}-1`, `${stream}-2`))
      expect(await log.find(`${stream}-2`)).toMatchObject({ stream, version: 2, id: `${stream}-2` })
      expect(await log.find(`${stream}-3`)).toBeNull()
    })

    test.each([
      ['any', 0, true],
      ['any', 2, true],
      ['none', 0, true],
      ['none', 2, false],
      ['exists', 0, false],
      ['exists', 2, true],
      [0, 0, true],
      [0, 2, false],
      [1, 2, false],
      [2, 2, true],
      [3, 2, false],
    ] as const)('that expects %s at version %i: %s', async (expected, version, appended) => {
      const stream = fresh('stream')
      for (let n = 1; n <= version; n++) await log.append(append(stream, 'any', `${stream}-${n}`))
      const result = await log.append(append(stream, expected, `${stream}-next`))
      const now = appended ? version + 1 : version
      expect(result).toMatchObject(
        appended ? { status: 'appended', version: now } : { status: 'conflict', actual: now },
      )
      expect(await log.streamVersion(stream)).toBe(now)
    })

    test('of the same entries again is a duplicate with the first positions, whatever it expects', async () => {
      const stream = fresh('stream')
      const first = append(stream, 'none', `${stream}-1`, `${stream}-2`)
      const { positions } = (await log.append(first)) as { positions: bigint[] }
      await log.append(append(stream, 2, `${stream}-3`))
      for (const expected of ['none', 'any', 'exists', 3, 17] as const) {
        expect(await log.append({ ...first, expected })).toEqual({ status: 'duplicate', positions, version: 2 })
      }
      expect(await log.streamVersion(stream)).toBe(3)
    })

    test('of entries of which only some are known is a conflict', async () => {
      const stream = fresh('stream')
      await log.append(append(stream, 'none', `${stream}-1`))
      expect(await log.append(append(stream, 'any', `${stream}-1`, `${stream}-2`))).toEqual({
        status: 'conflict',
        actual: 1,
      })
    })

    test('of an entry that stands in another stream is a conflict', async () => {
      const stream = fresh('stream')
      await log.append(append(stream, 'none', `${stream}-1`))
      expect(await log.append(append(`${stream}-other`, 'none', `${stream}-1`))).toEqual({
        status: 'conflict',
        actual: 0,
      })
    })

    test('keeps all that an entry says', async () => {
      const stream = fresh('stream')
      const data = { text: 'Ömer \\u0000 "said" 👋', n: 1.5, deep: [null, { a: true }], big: 12345678901234 }
      await log.append({
        stream,
        expected: 'none',
        entries: [
          entry(stream, { data, schemaVersion: 3, causationId: 'c', correlationId: 'd', metadata: { by: 'me' } }),
        ],
      })
      expect(await log.readStream(stream)).toEqual([
        {
          position: expect.any(BigInt) as unknown,
          id: stream,
          stream,
          version: 1,
          type: 'thing',
          schemaVersion: 3,
          recordedAt: expect.any(Date) as unknown,
          causationId: 'c',
          correlationId: 'd',
          data,
          metadata: { by: 'me' },
        },
      ])
    })

    test('sent fifty times at once: one appends, the others are duplicates of it', async () => {
      const stream = fresh('stream')
      const results = await Promise.all(
        Array.from({ length: 50 }, () => log.append(append(stream, 'none', `${stream}-1`, `${stream}-2`))),
      )
      const statuses = results.map(({ status }) => status)
      expect(statuses.filter((status) => status === 'appended')).toHaveLength(1)
      expect(statuses.filter((status) => status === 'duplicate')).toHaveLength(49)
      expect(new Set(results.map((result) => 'positions' in result && result.positions.join())).size).toBe(1)
    })

    test('fifty different ones for one version: one wins, the others learn the version', async () => {
      const stream = fresh('stream')
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, n) => log.append(append(stream, 'none', `${stream}-${n}`))),
      )
      expect(results.filter(({ status }) => status === 'appended')).toHaveLength(1)
      const conflicts = results.filter(({ status }) => status === 'conflict')
      expect(conflicts).toEqual(Array.from({ length: 49 }, () => ({ status: 'conflict', actual: 1 })))
    })

    test('many at once: a conflict does not touch its neighbours', async () => {
      const stream = fresh('stream')
      await log.append(append(stream, 'none', `${stream}-0`))
      const results = await Promise.all(
        Array.from({ length: 30 }, (_, n) =>
          log.append(
            n % 3 === 0
              ? append(stream, 'none', `x-${stream}-${n}`)
              : append(`${stream}-${n}`, 'none', `${stream}-${n}`),
          ),
        ),
      )
      results.forEach(({ status }, n) => expect(status).toBe(n % 3 === 0 ? 'conflict' : 'appended'))
    })
  })

  describe('reading', () => {
    test('goes forward, backward and by type, from where one was', async () => {
      const stream = fresh('stream')
      const after = await log.head()
      const types = ['a', 'b', 'a', 'c', 'b', 'a'].map((type) => `${stream}-${type}`)
      await log.append({
        stream,
        expected: 'none',
        entries: types.map((type, n) => entry(`${stream}-${n}`, { type })),
      })
      const positions = (entries: Entry[]) => entries.map(({ position }) => Number(position - after))
      expect(positions(await log.read({ after, limit: 4 }))).toEqual([1, 2, 3, 4])
      expect(positions(await log.read({ after: after + 4n, limit: 4 }))).toEqual([5, 6])
      expect(positions(await log.read({ after, limit: 3, types: [`${stream}-a`, `${stream}-c`] }))).toEqual([1, 3, 4])
      expect(positions(await log.read({ after, limit: 3, types: [] }))).toEqual([])
      expect(positions(await log.readBackward({ limit: 2 }))).toEqual([6, 5])
      expect(positions(await log.readBackward({ before: after + 6n, limit: 2, types: [`${stream}-a`] }))).toEqual([
        3, 1,
      ])
    })

    test('a stream goes by its versions', async () => {
      const stream = fresh('stream')
      await log.append(append(stream, 'none', `${stream}-1`, `${stream}-2`, `${stream}-3`))
      const versions = (entries: Entry[]) => entries.map(({ version }) => version)
      expect(versions(await log.readStream(stream))).toEqual([1, 2, 3])
      expect(versions(await log.readStream(stream, { after: 1, limit: 1 }))).toEqual([2])
      expect(await log.readStream(fresh('none'))).toEqual([])
      expect(await log.streamVersion(fresh('none'))).toBe(0)
    })

    test('record time never falls, and leads back to the position', async () => {
      const before = new Date(Date.now() - 3_600_000)
      const stream = fresh('stream')
      await log.append(append(stream, 'none', `${stream}-1`))
      await new Promise((resolve) => setTimeout(resolve, 5))
      const second = await log.append(append(stream, 1, `${stream}-2`))
      const entries = await log.read({ after: 0n, limit: 100_000 })
      const times = entries.map(({ recordedAt }) => recordedAt.getTime())
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(await log.positionAt(before)).toBe(0n)
      expect(await log.positionAt(new Date(Date.now() + 3_600_000))).toBe(await log.head())
      const { recordedAt } = (await log.readStream(stream))[1] as Entry
      expect(await log.positionAt(recordedAt)).toBe((second as { positions: bigint[] }).positions[0])
      expect(await log.positionAt(new Date(recordedAt.getTime() - 1))).toBeLessThan(await log.head())
    })
  })

  describe('following', () => {
    test('sees what was there and what comes, each once, in order, page by page', async () => {
      const stream = fresh('stream')
      const after = await log.head()
      const ended = new AbortController()
      const seen: number[] = []
      const reader = (async () => {
        for await (const page of log.follow({ after, signal: ended.signal, pageSize: 3 })) {
          expect(page.length).toBeLessThanOrEqual(3)
          seen.push(...page.map(({ position }) => Number(position - after)))
          if (seen.length >= 20) ended.abort()
        }
      })()
      for (let n = 0; n < 20; n++) await log.append(append(stream, n, `${stream}-${n}`))
      await reader
      expect(seen).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
    })

    test('of some types passes over the others without waiting for them', async () => {
      const stream = fresh('stream')
      const after = await log.head()
      const ended = new AbortController()
      const pages = log.follow({ after, signal: ended.signal, types: [`${stream}-rare`] })[Symbol.asyncIterator]()
      const next = pages.next()
      await log.append(append(stream, 'none', `${stream}-1`, `${stream}-2`))
      await log.append({ stream, expected: 2, entries: [entry(`${stream}-3`, { type: `${stream}-rare` })] })
      const { value } = (await next) as { value: Entry[] }
      expect(value.map(({ version }) => version)).toEqual([3])
      ended.abort()
      expect((await pages.next()).done).toBe(true)
    })

    test('ends when it is told to, also while it waits', async () => {
      const ended = new AbortController()
      const pages = log.follow({ after: await log.head(), signal: ended.signal })
      const next = pages[Symbol.asyncIterator]().next()
      ended.abort()
      expect((await next).done).toBe(true)
    })
  })

  describe('texts', () => {
    test('come with the append that names them, and are found by hash', async () => {
      const stream = fresh('stream')
      const texts = [{ hash: `${stream}-hash`, body: 'Words “quoted”.' }]
      await log.append({ ...append(stream, 'none', `${stream}-1`), texts })
      expect(await log.texts.get(`${stream}-hash`)).toEqual({ status: 'found', body: 'Words “quoted”.' })
      expect(await log.texts.get('nowhere')).toEqual({ status: 'missing' })
      expect([...(await log.texts.getMany([`${stream}-hash`, 'nowhere']))]).toEqual([
        [`${stream}-hash`, 'Words “quoted”.'],
      ])
    })

    test('of an append that is refused are not stored', async () => {
      const stream = fresh('stream')
      const texts = [{ hash: `${stream}-hash`, body: 'Words.' }]
      await log.append({ ...append(stream, 'exists', `${stream}-1`), texts })
      expect(await log.texts.get(`${stream}-hash`)).toEqual({ status: 'missing' })
    })

    test('are erased, and stay so when they come again', async () => {
      const stream = fresh('stream')
      const texts = [{ hash: `${stream}-hash`, body: 'Words.' }]
      await log.append({ ...append(stream, 'none', `${stream}-1`), texts })
      expect(await log.texts.erase(`${stream}-hash`)).toBe(true)
      expect(await log.texts.erase('nowhere')).toBe(false)
      await log.append({ ...append(stream, 1, `${stream}-2`), texts })
      expect(await log.texts.get(`${stream}-hash`)).toMatchObject({ status: 'erased' })
      expect(await log.texts.getMany([`${stream}-hash`])).toEqual(new Map())
    })
  })
}
