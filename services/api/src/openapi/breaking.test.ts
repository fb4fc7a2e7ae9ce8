import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { breakingChanges, type OpenApi, type Schema } from './breaking.ts'
import { documentText } from './document.ts'

const CHECKED_IN = readFileSync(join(import.meta.dirname, '../../../../docs/openapi.json'), 'utf8')

test('docs/openapi.json is what the schemas say (`npm run openapi` writes it)', async () => {
  const now = documentText()
  // First what matters: these have to be declared.
  expect(breakingChanges(JSON.parse(CHECKED_IN) as OpenApi, JSON.parse(now) as OpenApi)).toEqual([])
  expect(now).toBe(CHECKED_IN)
})

/** A document of one operation, and the same after a change. */
function changed(change: (document: OpenApi) => void): string[] {
  const before: OpenApi = {
    paths: {
      '/things': {
        post: {
          parameters: [
            { name: 'kind', in: 'query', schema: { type: 'string', enum: ['a', 'b'] } },
            { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 200 } },
          ],
          requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
          responses: {
            200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
            404: {},
          },
        },
      },
    },
    components: {
      schemas: {
        Thing: {
          type: 'object',
          properties: {
            name: { type: 'string', maxLength: 10 },
            parent: { anyOf: [{ $ref: '#/components/schemas/Thing' }, { type: 'null' }] },
            tags: { type: 'array', items: { type: 'string' } },
          },
          required: ['name'],
        },
      },
    },
  }
  const after = structuredClone(before)
  change(after)
  return breakingChanges(before, after)
}

const operation = (document: OpenApi) => document.paths['/things']!['post']!
const thing = (document: OpenApi) => document.components.schemas['Thing'] as Required<Schema>
const parameter = (document: OpenApi, n: number) => operation(document).parameters![n]!

describe('what breaks clients is found', () => {
  test.each<[string, (document: OpenApi) => void, string[]]>([
    ['an operation gone', (d) => delete d.paths['/things'], ['POST /things is gone']],
    ['a parameter gone', (d) => operation(d).parameters!.pop(), ['POST /things: query limit is gone']],
    ['a parameter required', (d) => (parameter(d, 0).required = true), ['POST /things: query kind is newly required']],
    ['a value taken no more', (d) => parameter(d, 0).schema!.enum!.pop(), ['POST /things: query kind lost b']],
    [
      'a lower limit',
      (d) => (parameter(d, 1).schema!.maximum = 100),
      ['POST /things: query limit has a lower maximum'],
    ],
    [
      'a form asked for',
      (d) => (parameter(d, 1).schema!.pattern = '^1'),
      ['POST /things: query limit is of another form'],
    ],
    ['a body required', (d) => (operation(d).requestBody!.required = true), ['POST /things: a body is newly required']],
    ['an answer gone', (d) => delete operation(d).responses['200'], ['POST /things: 200 is gone']],
    [
      'a field gone',
      (d) => delete thing(d).properties['tags'],
      ['POST /things: the body lost tags', 'POST /things: 200 lost tags'],
    ],
    ['a field newly needed', (d) => thing(d).required.push('tags'), ['POST /things: the body newly needs tags']],
    ['a field that may lack', (d) => thing(d).required.pop(), ['POST /things: 200 may lack name']],
    [
      'another type',
      (d) => (thing(d).properties['tags']!.items!.type = 'integer'),
      ['POST /things: the body.tags[] is integer and was string', 'POST /things: 200.tags[] is integer and was string'],
    ],
    [
      'a null that may come',
      (d) => (thing(d).properties['name'] = { anyOf: [{ type: 'string', maxLength: 10 }, { type: 'null' }] }),
      ['POST /things: 200.name may be of more kinds'],
    ],
  ])('%s', (_what, change, found) => {
    expect(changed(change)).toEqual(found)
  })
})

describe('what does not is let be', () => {
  test.each<[string, (document: OpenApi) => void]>([
    ['nothing', () => undefined],
    ['an operation more', (d) => (d.paths['/more'] = { get: { responses: {} } })],
    ['a parameter more', (d) => operation(d).parameters!.push({ name: 'q', in: 'query', schema: { type: 'string' } })],
    ['a field more', (d) => (thing(d).properties['more'] = { type: 'string' })],
    ['a higher limit', (d) => (parameter(d, 1).schema!.maximum = 500)],
    ['a value more', (d) => parameter(d, 0).schema!.enum!.push('c')],
    ['an error gone', (d) => delete operation(d).responses['404']],
  ])('%s', (_what, change) => {
    expect(changed(change)).toEqual([])
  })
})
