import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openApiDocument } from './openapi.ts'
import { OPERATIONS } from './operations.ts'
import { problemsOf, type Operation } from './operations/operation.ts'
import { PROBLEMS } from './problems.ts'

interface Schema {
  [key: string]: unknown
  $ref?: string
  description?: string
  properties?: Record<string, Schema>
  example?: unknown
}
interface Parameter {
  name: string
  in: string
  description?: string
}
interface Described {
  summary?: string
  operationId?: string
  parameters?: Parameter[]
  responses: Record<string, { description?: string; content?: Record<string, { schema: Schema }> }>
}

const document = openApiDocument('1.2.3') as {
  openapi: string
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, Schema> }
}

const operations = Object.entries<Operation>(OPERATIONS)

describe('the OpenAPI document', () => {
  test('has every operation, with a summary and a name of its own', () => {
    for (const [id, { path, method }] of operations) {
      const described = document.paths[path]?.[method]
      expect(described).toMatchObject({ operationId: id, summary: expect.stringMatching(/./) as unknown })
    }
    const keys = operations.map(([, { method, path }]) => `${method} ${path}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('lists every error that an operation may answer', () => {
    for (const [id, operation] of operations) {
      const responses = document.paths[operation.path]?.[operation.method]?.responses ?? {}
      for (const problem of problemsOf(operation)) {
        const response = responses[PROBLEMS[problem].status]
        expect(`${id}: ${response?.description}`).toContain(`/problems/${problem}`)
        expect(Object.keys(response?.content ?? {})).toContain('application/problem+json')
      }
    }
  })

  test('names each path parameter that a path has', () => {
    for (const [id, { path, method }] of operations) {
      const there = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      const described = document.paths[path]?.[method]?.parameters?.filter((parameter) => parameter.in === 'path')
      expect([id, ...(described ?? []).map((parameter) => parameter.name)]).toEqual([id, ...there])
    }
  })

  test('describes every parameter and every field', () => {
    const undescribed: string[] = []
    const visit = (schema: Schema, path: string) => {
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        if (property.$ref === undefined && !property.description) undescribed.push(`${path}.${name}`)
        visit(property, `${path}.${name}`)
      }
      for (const key of ['items', 'additionalProperties'])
        if (typeof schema[key] === 'object' && schema[key] !== null) visit(schema[key] as Schema, `${path}[]`)
      for (const key of ['anyOf', 'oneOf', 'allOf'])
        for (const part of (schema[key] ?? []) as Schema[]) visit(part, path)
    }
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      if (!schema.description) undescribed.push(name)
      visit(schema, name)
    }
    for (const path of Object.values(document.paths))
      for (const { parameters = [], operationId } of Object.values(path))
        for (const parameter of parameters)
          if (!parameter.description) undescribed.push(`${operationId} ${parameter.name}`)
    expect(undescribed).toEqual([])
  })

  test('refers to schemas that are there', () => {
    const names = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      (match) => match[1] ?? '',
    )
    for (const name of names) expect(document.components.schemas).toHaveProperty(name)
  })

  test('has examples of parameters that parse', () => {
    const broken = operations.flatMap(([id, operation]) =>
      Object.entries(operation.query?.shape ?? {}).flatMap(([name, schema]) => {
        const { example } = (z.globalRegistry.get(schema) ?? {}) as { example?: unknown }
        return example === undefined || (schema as z.ZodType).safeParse(example).success ? [] : [`${id} ${name}`]
      }),
    )
    expect(broken).toEqual([])
  })

  test('has examples of fields that parse, in what is sent and in what is answered', () => {
    const broken: string[] = []
    const seen = new Set<unknown>()
    const visit = (schema: unknown, path: string) => {
      if (!(schema instanceof z.ZodType) || seen.has(schema)) return
      seen.add(schema)
      const { example } = (z.globalRegistry.get(schema) ?? {}) as { example?: unknown }
      if (example !== undefined && !schema.safeParse(example).success) broken.push(path)
      if (schema instanceof z.ZodObject)
        for (const [name, property] of Object.entries(schema.shape)) visit(property, `${path}.${name}`)
      if (schema instanceof z.ZodArray) visit(schema.element, `${path}[]`)
      if (schema instanceof z.ZodRecord) visit(schema.valueType, `${path}.*`)
      if (schema instanceof z.ZodUnion) for (const option of schema.options) visit(option, path)
      if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
        visit(schema.unwrap(), path)
    }
    for (const [id, { answers, body, params, headers }] of operations) {
      for (const [status, { schema }] of Object.entries(answers)) visit(schema, `${id} ${status}`)
      for (const schema of [body?.schema, params, headers]) visit(schema, id)
    }
    expect(seen.size).toBeGreaterThan(100)
    expect(broken).toEqual([])
  })

  test('sorts its operations under tags, and says of every answer what it is', () => {
    for (const [id, { tag, answers }] of operations) {
      expect([id, tag]).toEqual([id, expect.stringMatching(/^[A-Z]/)])
      for (const { description } of Object.values(answers))
        expect([id, description]).toEqual([id, expect.stringMatching(/\.$/)])
    }
  })

  test('is the same each time', () => {
    expect(openApiDocument('1.2.3')).toEqual(document)
  })
})
