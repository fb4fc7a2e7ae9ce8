import { OPERATIONS, type Operation, type OperationId } from '@dateline/contract'
import * as fc from 'fast-check'
import { z } from 'zod'

/** A request as it goes out, whatever there is in it. */
export interface HostileRequest {
  id: OperationId
  method: string
  /** As it stands in the request line */
  path: string
  headers: Record<string, string>
  body: string | undefined
}

/** Text that has broken something somewhere. */
export const nasty = fc.oneof(
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

/** Encoded as a URL has it, now and then badly. */
const inUrl = fc.oneof(
  { weight: 9, arbitrary: nasty.map((text) => encodeURIComponent(text.toWellFormed())) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('%', '%zz', '%00', '%ff%fe', '%c0%ae', '..', '.', '//', '%2e%2e', '~', '%u0041'),
  },
)

const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 11, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })

/** What a schema takes, as far as its kind tells. */
function valueOf(schema: unknown): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return valueOf(schema.unwrap())
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...(schema.options as unknown[]))
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodArray) return fc.array(valueOf(schema.element), { minLength: 1, maxLength: 3 })
  if (schema instanceof z.ZodNumber) {
    const { minValue, maxValue } = schema
    const [min, max] = [Math.max(Number(minValue), 0), Math.min(Number(maxValue), 1e6)]
    return schema.isInt
      ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
      : fc.double({ min, max, noNaN: true })
  }
  if (schema instanceof z.ZodObject) return objectOf(schema)
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(valueOf))
  const { example } = (schema instanceof z.ZodType ? (z.globalRegistry.get(schema) ?? {}) : {}) as { example?: unknown }
  return example === undefined
    ? nasty
    : fc.oneof({ weight: 5, arbitrary: fc.constant(example) }, { weight: 1, arbitrary: nasty })
}

/** An object with some of its fields, some of them wrong, and now and then one that is not known. */
function objectOf(schema: z.ZodObject): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.shape).map(([name, field]) =>
    fc
      .tuple(fc.integer({ min: 0, max: 9 }), valueOf(field), fc.oneof(nasty, fc.jsonValue({ maxDepth: 2 })))
      .map(([dice, right, wrong]): [string, unknown][] => (dice === 0 ? [] : [[name, dice === 1 ? wrong : right]])),
  )
  return fc
    .tuple(fc.tuple(...fields), seldom(fc.tuple(nasty, nasty)))
    .map(([known, unknown]) => Object.fromEntries([...known.flat(), ...(unknown ? [unknown] : [])]))
}

function bodyOf(operation: Operation): fc.Arbitrary<string | undefined> {
  if (operation.body === undefined) return seldom(fc.json()).map((text) => text ?? undefined)
  return fc.oneof(
    { weight: 6, arbitrary: valueOf(operation.body.schema).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: nasty },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '{', '['.repeat(5000), '{"a":'.repeat(70), 'null', '"\\ud800"', '1e999'),
    },
  )
}

function queryOf(operation: Operation): fc.Arbitrary<string> {
  const pairs = Object.entries(operation.query?.shape ?? {}).map(([name, schema]) =>
    fc.tuple(fc.integer({ min: 0, max: 19 }), valueOf(schema), inUrl).map(([dice, right, wrong]) => {
      if (dice > 3) return []
      return [`${name}=${dice === 0 ? wrong : encodeURIComponent(String(right).toWellFormed())}`]
    }),
  )
  return fc
    .tuple(fc.tuple(...pairs), seldom(fc.tuple(inUrl, inUrl)))
    .map(([known, unknown]) => [...known.flat(), ...(unknown ? [unknown.join('=')] : [])].join('&'))
}

const header = fc.oneof(
  nasty.filter((text) => /^[\x20-\x7e]*$/.test(text)),
  fc.constantFrom(
    '*',
    'W/"1"',
    '*/*;q=0',
    'text/csv, */*;q=0.1',
    'Bearer dk_x_y',
    'Basic eDp5',
    'utf-8',
    'a'.repeat(4000),
  ),
)
const HEADERS = [
  'accept',
  'if-none-match',
  'last-event-id',
  'x-request-id',
  'x-forwarded-for',
  'origin',
  'content-type',
  'range',
  'accept-encoding',
]

/** Requests of an operation: mostly as it has them, with something wrong in many. */
export function requestsOf(id: OperationId, known: readonly string[]): fc.Arbitrary<HostileRequest> {
  const operation: Operation = OPERATIONS[id]
  const segment = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known.map(encodeURIComponent)) },
    { weight: 1, arbitrary: inUrl },
  )
  return fc
    .record({
      segments: fc.array(segment, { minLength: 2, maxLength: 2 }),
      query: queryOf(operation),
      headers: fc.dictionary(fc.constantFrom(...HEADERS), header, { maxKeys: 2 }),
      body: bodyOf(operation),
      method: fc.oneof(
        { weight: 19, arbitrary: fc.constant(operation.method.toUpperCase()) },
        { weight: 1, arbitrary: fc.constantFrom('PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD') },
      ),
    })
    .map(({ segments: [first = '', second = ''], query, headers, body, method }) => {
      let n = 0
      const path = operation.path.replaceAll(/\{\w+\}/g, () => (n++ === 0 ? first : second))
      return { id, method, path: `${path}${query && `?${query}`}`, headers, body }
    })
}

/** A stream has no end to wait for; what would call other hosts is tried where it is built. */
export const HOSTILE_OPERATIONS = (Object.keys(OPERATIONS) as OperationId[]).filter((id) => {
  const { path, method } = OPERATIONS[id]
  return path !== '/v1/stream' && !(path.includes('/subscriptions') && method === 'post')
})
