import { createTestDatabase, type TestDatabase } from '@dateline/test/support/postgres.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccess } from './access.ts'
import { hasScope } from './types.ts'

const HOUR = 60 * 60 * 1000

let database: TestDatabase
let now = new Date('2030-01-01T00:00:00Z')
const clock = () => now
const access = () => createAccess({ pool: database.pool, clock })

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

describe('keys', () => {
  test('a key holds until it is revoked, and is kept as its hash only', async () => {
    const made = await access().createKey({ name: 'newsroom', scopes: ['timelines:read', 'timelines:read'] })
    expect(await access().authenticate(made.key)).toEqual({
      keyId: made.id,
      name: 'newsroom',
      scopes: ['timelines:read'],
    })
    const { rows } = await database.pool.query(`select keys::text as row from access.keys`)
    for (const { row } of rows as { row: string }[]) expect(row).not.toContain(made.key.slice(-43))
    expect(await access().revokeKey(made.id)).toBe('revoked')
    expect(await access().revokeKey(made.id)).toBe('unknown')
    expect(await access().authenticate(made.key)).toBeNull()
    expect(await access().listKeys()).toEqual([])
  })

  test('a rotated key holds for a day beside its successor, and has but one', async () => {
    const made = await access().createKey({ name: 'rotated', scopes: ['timelines:read'] })
    const rotated = await access().rotateKey(made.id)
    if (rotated.status !== 'rotated') throw new Error(rotated.status)
    expect(rotated).toMatchObject({ name: 'rotated', scopes: ['timelines:read'] })
    expect(await access().rotateKey(made.id)).toEqual({ status: 'rotated before' })
    expect(await access().rotateKey('none')).toEqual({ status: 'unknown' })
    const before = now
    now = new Date(before.getTime() + 23 * HOUR)
    expect((await access().authenticate(made.key))?.keyId).toBe(made.id)
    expect((await access().authenticate(rotated.key))?.keyId).toBe(rotated.id)
    expect((await access().listKeys()).find(({ id }) => id === made.id)?.expiresAt).toEqual(rotated.previousExpiresAt)
    now = new Date(before.getTime() + 25 * HOUR)
    expect(await access().authenticate(made.key)).toBeNull()
    expect((await access().authenticate(rotated.key))?.keyId).toBe(rotated.id)
    expect((await access().listKeys()).map(({ id }) => id)).toEqual([rotated.id])
    await access().revokeKey(rotated.id)
    now = before
  })

  test('another secret under the id of a key does not hold, nor does what is no key', async () => {
    const made = await access().createKey({ name: 'one', scopes: ['admin'] })
    const other = await access().createKey({ name: 'other', scopes: ['admin'] })
    const forged = `dk_${made.id}_${other.key.slice(-43)}`
    expect(await access().authenticate(forged)).toBeNull()
    for (const text of ['', 'x', `${made.key}x`, made.key.slice(0, -1), `dk_${made.id}_`, '\0'])
      expect(await access().authenticate(text)).toBeNull()
  })

  test('the last use is noted to the minute', async () => {
    const made = await access().createKey({ name: 'used', scopes: ['admin'] })
    const lastUse = async () => (await access().listKeys()).find((key) => key.id === made.id)?.lastUsedAt
    expect(await lastUse()).toBeNull()
    const first = now
    await access().authenticate(made.key)
    now = new Date(first.getTime() + 30_000)
    await access().authenticate(made.key)
    expect(await lastUse()).toEqual(first)
    now = new Date(first.getTime() + 90_000)
    await access().authenticate(made.key)
    expect(await lastUse()).toEqual(now)
  })

  test('the scope admin has all others in it, the others only themselves', () => {
    expect(hasScope({ keyId: '', name: '', scopes: ['admin'] }, 'timelines:read')).toBe(true)
    expect(hasScope({ keyId: '', name: '', scopes: ['timelines:read'] }, 'admin')).toBe(false)
  })
})

describe('sources', () => {
  test('a name is taken once, also by two at the same time', async () => {
    const results = await Promise.all([access().createSource('agency'), access().createSource('agency')])
    expect(results.map((result) => result.status).sort()).toEqual(['created', 'exists'])
    expect(await access().secretsOf('agency')).toHaveLength(1)
  })

  test('after a rotation both secrets hold for a day, then the new one', async () => {
    const made = await access().createSource('rotating')
    if (made.status !== 'created') throw new Error('not created')
    const rotated = await access().rotateSource('rotating')
    if (rotated.status !== 'rotated') throw new Error('not rotated')
    expect(made.secret).toMatch(/^whsec_/)
    expect(await access().secretsOf('rotating')).toEqual([rotated.secret, made.secret])
    expect(rotated.previousExpiresAt).toEqual(new Date(now.getTime() + 24 * HOUR))
    now = new Date(now.getTime() + 24 * HOUR)
    expect(await access().secretsOf('rotating')).toEqual([rotated.secret])
    expect((await access().listSources()).find((source) => source.name === 'rotating')?.secrets).toHaveLength(1)
  })

  test('rotations at the same time leave one current secret', async () => {
    await access().createSource('busy')
    await Promise.all(Array.from({ length: 5 }, () => access().rotateSource('busy')))
    const secrets = (await access().listSources()).find((source) => source.name === 'busy')?.secrets ?? []
    expect(secrets.filter((secret) => secret.expiresAt === null)).toHaveLength(1)
    expect(secrets).toHaveLength(6)
  })

  test('an ended source has no secret, and its name can be taken anew with another one', async () => {
    const first = await access().createSource('ending')
    expect(await access().deleteSource('ending')).toBe('deleted')
    expect(await access().deleteSource('ending')).toBe('unknown')
    expect(await access().rotateSource('ending')).toEqual({ status: 'unknown' })
    expect(await access().secretsOf('ending')).toEqual([])
    const second = await access().createSource('ending')
    expect(second.status === 'created' && first.status === 'created' && second.secret !== first.secret).toBe(true)
  })

  test('the last delivery is noted', async () => {
    await access().createSource('delivering')
    await access().touchSource('delivering')
    expect((await access().listSources()).find((source) => source.name === 'delivering')?.lastUsedAt).toEqual(now)
  })
})

describe('acts', () => {
  test('are noted without secrets, settled with what was answered, and read the latest first', async () => {
    const by = { keyId: 'k1', name: 'newsroom' }
    const act = { by, action: 'createThing', target: { id: 'a\0b' }, requestId: 'r1', address: '127.0.0.1' }
    const first = await access().noteAct({ ...act, detail: { name: 'x', secret: 'whsec_1', nested: { key: 'dk_1' } } })
    const second = await access().noteAct({ ...act, by: { keyId: 'k2', name: 'other' } })
    await access().settleAct(first, 201)
    const acts = await access().listActs({ limit: 10 })
    expect(acts.map(({ id, status, detail, target }) => ({ id, status, detail, target }))).toEqual([
      { id: second, status: null, detail: null, target: { id: 'a\uFFFDb' } },
      { id: first, status: 201, detail: { name: 'x', secret: '…', nested: { key: '…' } }, target: { id: 'a\uFFFDb' } },
    ])
    expect((await access().listActs({ limit: 10, before: second })).map(({ id }) => id)).toEqual([first])
    expect((await access().listActs({ limit: 10, keyId: 'k2', action: 'createThing' })).map(({ id }) => id)).toEqual([
      second,
    ])
    expect(await access().listActs({ limit: 10, action: 'other' })).toEqual([])
  })
})
