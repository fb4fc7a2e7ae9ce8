import {
  CreatedKey,
  CreatedSource,
  DeadLetter,
  DeadLetterList,
  KeyList,
  ParkedList,
  Problem,
  ProjectionList,
  Replay,
  RetriedAll,
  RotatedSource,
  SourceList,
} from '@dateline/contract'
import { bury } from '@dateline/queue'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api[Symbol.asyncDispose]())

type Method = 'get' | 'post' | 'delete'

async function call(method: Method, path: string, body?: object | string, key: string | null = api.adminKey) {
  let sent = api.request[method](`/v1/admin/${path}`)
  if (key !== null) sent = sent.set('authorization', `Bearer ${key}`)
  const answer = body === undefined ? await sent : await sent.type('application/json').send(body)
  return { status: answer.status, body: answer.body as unknown, headers: answer.headers as Record<string, string> }
}
const refusal = async (...args: Parameters<typeof call>) => {
  const { status, body } = await call(...args)
  return `${status} ${Problem.parse(body).type.replace('/problems/', '')}`
}

describe('admin', () => {
  test('needs a key with its scope', async () => {
    expect(await refusal('get', 'keys', undefined, null)).toBe('401 unauthenticated')
    expect(await refusal('get', 'keys', undefined, 'nonsense')).toBe('401 unauthenticated')
    expect(await refusal('get', 'keys', undefined, `dk_${'0'.repeat(16)}_${'0'.repeat(43)}`)).toBe(
      '401 unauthenticated',
    )
    expect(await refusal('get', 'keys', undefined, await api.key('timelines:read', 'documents:write'))).toBe(
      '403 forbidden',
    )
    const { headers } = await call('get', 'keys', undefined, null)
    expect(headers['www-authenticate']).toBe('Bearer realm="dateline"')
  })

  test('looks at who asks before it looks at what is asked', async () => {
    expect(await refusal('post', 'keys', '{', null)).toBe('401 unauthenticated')
  })
})

describe('keys', () => {
  test('are made, used, listed and revoked', async () => {
    const made = CreatedKey.parse((await call('post', 'keys', { name: 'ops', scopes: ['admin'] })).body)
    const listed = KeyList.parse((await call('get', 'keys', undefined, made.key)).body)
    expect(listed.data.find((key) => key.id === made.id)).toMatchObject({ name: 'ops', scopes: ['admin'] })
    expect(JSON.stringify(listed)).not.toContain(made.key)
    expect((await call('delete', `keys/${made.id}`)).status).toBe(204)
    expect(await refusal('get', 'keys', undefined, made.key)).toBe('401 unauthenticated')
    expect(await refusal('delete', `keys/${made.id}`)).toBe('404 not-found')
  })

  test('cannot revoke themselves', async () => {
    const made = CreatedKey.parse((await call('post', 'keys', { name: 'self', scopes: ['admin'] })).body)
    expect(await refusal('delete', `keys/${made.id}`, undefined, made.key)).toBe('409 conflict')
  })

  test.each<[string, object | string]>([
    ['nothing', ''],
    ['no JSON', '{'],
    ['no object', '[]'],
    ['no name', { scopes: ['admin'] }],
    ['no scope', { name: 'x', scopes: [] }],
    ['a scope that is none', { name: 'x', scopes: ['root'] }],
    ['something unknown', { name: 'x', scopes: ['admin'], id: 'mine' }],
    ['a name with a NUL', { name: 'a\0b', scopes: ['admin'] }],
  ])('are not made of %s', async (_what, body) => {
    expect(await refusal('post', 'keys', body)).toMatch(/^400 invalid-(request|json)$/)
  })
})

describe('sources', () => {
  test('are made once, rotated, listed and ended', async () => {
    const made = CreatedSource.parse((await call('post', 'sources', { name: 'agency' })).body)
    expect(await refusal('post', 'sources', { name: 'agency' })).toBe('409 conflict')
    const rotated = RotatedSource.parse((await call('post', 'sources/agency/rotate')).body)
    expect(rotated.secret).not.toBe(made.secret)
    const listed = await call('get', 'sources')
    const source = SourceList.parse(listed.body).data.find((one) => one.name === 'agency')
    expect(source?.secrets.map((secret) => secret.expiresAt === null)).toEqual([true, false])
    expect(JSON.stringify(listed.body)).not.toContain('whsec_')
    const document = { body: 'One.', publishedAt: '2022-11-28' }
    expect((await api.deliver(document, { source: 'agency', secret: made.secret })).status).toBe(202)
    expect((await call('delete', 'sources/agency')).status).toBe(204)
    expect((await api.deliver(document, { source: 'agency', secret: rotated.secret })).status).toBe(401)
    expect(await refusal('delete', 'sources/agency')).toBe('404 not-found')
    expect(await refusal('post', 'sources/agency/rotate')).toBe('404 not-found')
  })

  test.each(['', 'Agency', 'a/b', 'a b', '../x', 'ä', 'x'.repeat(64)])('are not named %s', async (name) => {
    expect(await refusal('post', 'sources', { name })).toBe('400 invalid-request')
  })

  test('secrets are for nobody to keep', async () => {
    const { headers } = await call('post', 'sources', { name: 'fresh' })
    expect(headers['cache-control']).toBe('no-store')
  })
})

describe('projections', () => {
  test('say where they stand', async () => {
    await api.settled()
    const { data } = ProjectionList.parse((await call('get', 'projections')).body)
    expect(data.map((projection) => projection.name)).toEqual(['timeline', 'actors', 'statements', 'documents'])
    expect(data[0]).toMatchObject({
      status: 'live',
      lag: { entries: 0 },
      parked: 0,
      position: String(await api.log.head()),
    })
  })

  const ended = async (id: string, state: string) => {
    for (;;) {
      const replay = Replay.parse((await call('get', `replays/${id}`)).body)
      if (replay.state === state) return replay
      if (['failed', 'cancelled'].includes(replay.state)) throw new Error(`${replay.state}: ${replay.error}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  test('are replayed, and gone back from', async () => {
    await api.tell({ events: [{ type: 'aid', sentence: 'Help came.', edtf: '2022-11-20' }] })
    await api.settled()
    const before = (await api.request.get('/v1/timeline')).body as unknown
    const started = await call('post', 'projections/timeline/replays', {})
    expect(started.status).toBe(202)
    const { id } = Replay.parse(started.body)
    expect(started.headers['location']).toBe(`/v1/admin/replays/${id}`)
    await ended(id, 'active')
    expect((await api.request.get('/v1/timeline')).body).toEqual(before)
    const back = await call('post', 'projections/timeline/rollback')
    expect(back.status).toBe(200)
    await ended(Replay.parse(back.body).id, 'active')
  })

  test('are replayed dry, which ends with a report', async () => {
    const { id } = Replay.parse((await call('post', 'projections/actors/replays', { dryRun: true })).body)
    const replay = await ended(id, 'done')
    expect(replay.report).not.toBeNull()
  })

  test('are replayed by hand: one at a time, held back, let go, cancelled', async () => {
    const { id } = Replay.parse((await call('post', 'projections/timeline/replays', { activate: 'manual' })).body)
    expect(await refusal('post', 'projections/timeline/replays')).toBe('409 conflict')
    await ended(id, 'caughtUp')
    expect((await call('post', `replays/${id}/activate`)).status).toBe(200)
    await ended(id, 'active')
    expect(await refusal('post', `replays/${id}/cancel`)).toBe('409 conflict')
    const other = Replay.parse((await call('post', 'projections/timeline/replays', { activate: 'manual' })).body)
    expect(Replay.parse((await call('post', `replays/${other.id}/cancel`)).body).state).toBe('cancelled')
    expect(await refusal('post', `replays/${other.id}/activate`)).toBe('409 conflict')
  })

  test('that are not there are not found', async () => {
    expect(await refusal('post', 'projections/nothing/replays')).toBe('404 not-found')
    expect(await refusal('post', 'projections/nothing/rollback')).toBe('404 not-found')
    for (const id of ['0', '99999999999999999999', 'x', '1.5', '%00'])
      for (const [method, what] of [
        ['get', ''],
        ['post', '/cancel'],
        ['post', '/activate'],
      ] as const)
        expect(await refusal(method, `replays/${id}${what}`)).toBe('404 not-found')
  })

  test('are not replayed otherwise than there is', async () => {
    expect(await refusal('post', 'projections/timeline/replays', { activate: 'later' })).toBe('400 invalid-request')
    expect(await refusal('post', 'projections/timeline/replays', { dry: true })).toBe('400 invalid-request')
  })
})

describe('parked entries', () => {
  test('are listed, settled in order, and then gone', async () => {
    const document = 'document-parked'
    const entry = (n: number) => ({ id: `broken-${n}`, type: 'election', schemaVersion: 1, data: { broken: n } })
    await api.log.append({ stream: document, expected: 'none', entries: [entry(1), entry(2)] })
    await api.settled()
    const { data } = ParkedList.parse((await call('get', 'parked')).body)
    expect(data.map((parked) => parked.state)).toEqual(['parked', 'behind'])
    const [first, second] = data.map((parked) => parked.id)
    expect(await refusal('post', `parked/${second}/discard`)).toBe('409 conflict')
    expect((await call('post', `parked/${first}/release`)).status).toBe(204)
    const tried = async () => {
      const { data: now } = ParkedList.parse((await call('get', 'parked')).body)
      return now.map((parked) => [parked.id, parked.state, parked.attempts])
    }
    await expect.poll(tried, { timeout: 10_000 }).toContainEqual([first, 'parked', 2])
    expect((await call('post', `parked/${first}/discard`)).status).toBe(204)
    expect(await refusal('post', `parked/${first}/discard`)).toBe('404 not-found')
    const page = ParkedList.parse((await call('get', 'parked?limit=1')).body)
    expect(page.data).toHaveLength(1)
    for (const id of ['0', 'x', '99999999999999999999'])
      expect(await refusal('post', `parked/${id}/release`)).toBe('404 not-found')
  })
})

describe('dead letters', () => {
  const buried = async (id: string) => {
    await bury(
      { pool: api.pool, log: api.log, clock: () => new Date() },
      { id, timestamp: 1, data: { nonsense: id }, attemptsStarted: 3 },
      new Error('no job'),
    )
    const { data } = DeadLetterList.parse((await call('get', 'dead-letters')).body)
    return data.find((letter) => letter.jobId === id)?.id ?? ''
  }

  test('keep the job, the error and the attempts, and are retried or discarded once', async () => {
    const retried = await buried('one')
    const { data } = DeadLetterList.parse((await call('get', 'dead-letters')).body)
    expect(data[0]).toMatchObject({
      jobId: 'one',
      payload: { nonsense: 'one' },
      error: 'no job',
      attempts: 3,
      state: 'open',
    })
    expect(DeadLetter.parse((await call('post', `dead-letters/${retried}/retry`)).body).state).toBe('retried')
    expect(await refusal('post', `dead-letters/${retried}/retry`)).toBe('409 conflict')
    const discarded = await buried('two')
    expect(DeadLetter.parse((await call('post', `dead-letters/${discarded}/discard`)).body).state).toBe('discarded')
    expect(await refusal('post', `dead-letters/${discarded}/retry`)).toBe('409 conflict')
    expect(await refusal('post', 'dead-letters/none/retry')).toBe('404 not-found')
    expect(await refusal('post', 'dead-letters/none/discard')).toBe('404 not-found')
  })

  test('are walked, and all retried', async () => {
    for (const id of ['a', 'b', 'c']) await buried(id)
    const walked: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = DeadLetterList.parse(
        (await call('get', `dead-letters?limit=2${cursor && `&cursor=${cursor}`}`)).body,
      )
      walked.push(...page.data.map((letter) => letter.jobId))
      cursor = page.page.next
    }
    expect(walked.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['a', 'b', 'c'])
    expect(RetriedAll.parse((await call('post', 'dead-letters/retry')).body).retried).toBe(3)
    expect(DeadLetterList.parse((await call('get', 'dead-letters?state=retried')).body).data).toHaveLength(4)
  })
})
