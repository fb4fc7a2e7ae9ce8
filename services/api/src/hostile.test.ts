import { Agent, request as httpRequest } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { OPERATIONS, Problem, PROBLEMS, problemsOf, type Operation } from '@dateline/contract'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from './testing/api.ts'
import { HOSTILE_OPERATIONS, type HostileRequest, requestsOf } from './testing/hostile.ts'
import { KAZAKHSTAN } from './testing/story.ts'

/** `npm run test:soak` asks for all of them; otherwise as many as go into the time. */
const SOAK = process.env['SOAK'] === 'true'
const REQUESTS = 20_000
const MOST_MS = SOAK ? 1_800_000 : 20_000

let api: TestApi
let known: string[]
beforeAll(async () => {
  api = await startTestApi()
  const document = await api.tell({
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
  const { body } = await api.request.get(`/v1/documents/${document}`).expect(200)
  const [event] = (body as { events: { id: string }[] }).events
  known = [document, event?.id ?? '', 'org:red-cross', 'demo', 'timeline', 'not-found', '1']
})
afterAll(() => api[Symbol.asyncDispose]())

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

interface Answer {
  status: number
  type: string
  text: string
}

/** Sent as it stands: `fetch` would tidy the path. */
function send({ method, path, headers, body }: HostileRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(api.url)
    const sent = httpRequest(
      {
        agent,
        hostname,
        port,
        method,
        path,
        headers: {
          authorization: `Bearer ${api.adminKey}`,
          ...headers,
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
        timeout: 25_000,
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            text: Buffer.concat(parts).toString(),
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.on('timeout', () => sent.destroy(new Error('no answer: the connection hangs')))
    sent.end(body)
  })
}

/** Wherever it goes, nothing may fail inside; where it goes to an operation, the answer is one that the document has. */
function check({ id, method, path }: HostileRequest, { status, type, text }: Answer): void {
  const what = `${id}: ${method} ${path} answered ${status} ${text.slice(0, 300)}`
  const operation: Operation = OPERATIONS[id]
  if (status >= 500 || status < 200) throw new Error(what)
  if (method === 'HEAD') return
  if (type.includes('problem+json')) Problem.parse(JSON.parse(text))
  if (method !== operation.method.toUpperCase()) return
  // A path that names nothing, or another thing, is documented where it leads to.
  if (![...statusesOf(operation), 404].includes(status) && !/\.\.|\/\.|\/\/|%2e/i.test(path))
    throw new Error(`not documented: ${what}`)
  const schema = operation.answers[status]?.schema
  if (schema && type.startsWith('application/json')) {
    const parsed = schema.safeParse(JSON.parse(text))
    if (!parsed.success && !/\.\.|\/\.|\/\/|%2e/i.test(path))
      throw new Error(`not as its schema: ${what} ${parsed.error.message}`)
  }
}

test(
  'whatever is asked is answered as it is documented: nothing fails inside, no connection hangs',
  async () => {
    const requests = fc.oneof(...HOSTILE_OPERATIONS.map((id) => requestsOf(id, known)))
    let asked = 0
    const seen = new Map<number, number>()
    const heaps: number[] = []
    const law = fc.asyncProperty(fc.array(requests, { minLength: 8, maxLength: 8 }), async (batch) => {
      await Promise.all(
        batch.map(async (one) => {
          const answer = await send(one)
          check(one, answer)
          seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1)
        }),
      )
      asked += batch.length
      if (SOAK && asked % 4000 === 0) heaps.push(heapAfterCollection())
    })
    await fc.assert(law, { numRuns: REQUESTS / 8, interruptAfterTimeLimit: MOST_MS, markInterruptAsFailure: false })
    const statuses = [...seen].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
    console.log(`${asked} requests; ${statuses.join(', ')}${SOAK ? `; heap in MB: ${heaps.join(', ')}` : ''}`)
    expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 400, 404]))
    // What is kept for ever would be kept for each request.
    expect((heaps.at(-1) ?? 0) - (heaps[0] ?? 0)).toBeLessThan(40)
  },
  MOST_MS + 60_000,
)

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  return Math.round(process.memoryUsage().heapUsed / 1e6)
}

function statusesOf(operation: Operation): number[] {
  const inside = [PROBLEMS.internal.status, PROBLEMS.unavailable.status] as number[]
  return [
    ...Object.keys(operation.answers).map(Number),
    ...problemsOf(operation).map((name) => PROBLEMS[name].status),
  ].filter((status) => !inside.includes(status))
}
