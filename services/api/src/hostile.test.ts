import { OPERATIONS, Problem, PROBLEMS, problemsOf, type Operation } from '@dateline/contract'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from './testing/api.ts'
import { KAZAKHSTAN } from './testing/story.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
  await api.tell({
    events: [
      {
        type: 'aid',
        sentence: 'Help came to Kazakhstan.',
        place: KAZAKHSTAN,
        edtf: '2022-11',
        participants: [['donor', 'org:red-cross']],
      },
    ],
  })
  await api.settled()
})
afterAll(() => api[Symbol.asyncDispose]())

/** Reads only: what it asks changes nothing that the next request sees. A stream has no end to wait for. */
const reads = Object.entries<Operation>(OPERATIONS).filter(
  ([, { method, path }]) => method === 'get' && path !== '/v1/stream',
)

const nasty = fc.oneof(
  fc.constantFrom(
    "' or 1=1 --",
    '"',
    '\\',
    '%',
    '_',
    '$1',
    '{}',
    '{"',
    '[]',
    '(',
    ')',
    '()',
    '*',
    '&',
    '|',
    '!',
    '<->',
    ':*',
    "a':*",
    '\0',
    'a\0b',
    '\ud800',
    '\uffff',
    '\u202e',
    '\u0130',
    '😀'.repeat(50),
    'é'.repeat(400),
    '../../etc/passwd',
    '%2e%2e%2f',
    '-1',
    '0',
    '1',
    '1e9',
    '9223372036854775807',
    '9223372036854775808',
    '99999999999999999999999',
    'NaN',
    'Infinity',
    'null',
    '0000-01-01',
    '9999-12-31',
    '10000-01-01',
    '-0001',
    '2022-02-30',
    '2022/..',
    '../..',
    '[..2022]',
    '199X',
    '2022-21',
    'Y170000002',
    'true',
    '__proto__',
    'constructor',
    ' ',
    '\t',
    '\r\nx: y',
    ',',
    ',,',
    'a,b',
    'KZ',
    'election',
    'person:anna',
    'x'.repeat(3000),
  ),
  fc.string(),
  fc.string({ unit: 'binary' }),
)

const request = fc.record({
  operation: fc.nat(reads.length - 1),
  ids: fc.array(nasty, { minLength: 1, maxLength: 2 }),
  known: fc.array(fc.tuple(fc.nat(30), nasty), { maxLength: 4 }),
  unknown: fc.option(fc.tuple(nasty, nasty)),
  headers: fc.record({ etag: fc.option(fc.string()), accept: fc.option(fc.string()) }),
})

const well = (text: string) => encodeURIComponent(text.toWellFormed())

test('whatever is asked is answered as it is documented: nothing fails inside', async () => {
  const law = fc.asyncProperty(request, async ({ operation, ids, known, unknown, headers }) => {
    const [id, found] = reads[operation] ?? ['', undefined]
    if (!found) return
    const path = found.path.replaceAll(/\{\w+\}/g, () => ids.map(well).join('/'))
    const names = Object.keys(found.query?.shape ?? {})
    const pairs = known.map(([n, value]) => [names[n % Math.max(names.length, 1)] ?? 'none', value] as const)
    if (unknown) pairs.push(unknown)
    const query = pairs.map(([name, value]) => `${well(name)}=${well(value)}`).join('&')
    const answer = await fetch(`${api.url}${path}?${query}`, {
      headers: {
        authorization: `Bearer ${api.adminKey}`,
        ...header('if-none-match', headers.etag),
        ...header('accept', headers.accept),
      },
      redirect: 'manual',
    })
    const text = await answer.text()
    const what = `${id} ${answer.status} ${path}?${query} ${text.slice(0, 300)}`
    if (![...statusesOf(found), 404].includes(answer.status)) throw new Error(`not documented: ${what}`)
    if (answer.headers.get('content-type')?.includes('problem+json')) Problem.parse(JSON.parse(text))
    else found.answers[answer.status]?.schema?.parse(JSON.parse(text))
  })
  await expect(fc.assert(law, { numRuns: 400 })).resolves.toBeUndefined()
})

function header(name: string, value: string | null): Record<string, string> {
  return value !== null && /^[\x20-\x7e]*$/.test(value) ? { [name]: value } : {}
}

function statusesOf(operation: Operation): number[] {
  const inside = [PROBLEMS.internal.status, PROBLEMS.unavailable.status] as number[]
  return [
    ...Object.keys(operation.answers).map(Number),
    ...problemsOf(operation).map((name) => PROBLEMS[name].status),
  ].filter((status) => !inside.includes(status))
}
