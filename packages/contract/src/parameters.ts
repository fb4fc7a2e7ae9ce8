import { z } from 'zod'
import { issuesOf, pointer, type Issue } from './issues.ts'

/** A query's schema: each property a string, a whole number, a number or a list, maybe optional or with a default. */
export type QuerySchema = z.ZodObject<z.ZodRawShape>

export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: Issue[] }

/**
 * Reads a query string by its schema. A parameter whose schema is an array may be repeated or comma-separated; any
 * other one stands at most once. A parameter that the schema does not have is an error that names those it has.
 */
export function readQuery<Schema extends QuerySchema>(schema: Schema, query: URLSearchParams): Parsed<z.infer<Schema>> {
  const raw: Record<string, unknown> = {}
  const errors: Issue[] = []
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name)
    const property = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined
    if (property === undefined) {
      const there = Object.keys(schema.shape).join(', ')
      const message = there === '' ? 'is not known here; no parameter is' : `is not known here; there are: ${there}`
      errors.push({ pointer: pointer('query', name.slice(0, 100)), message })
      continue
    }
    const kind = kindOf(property)
    if (kind === 'list') {
      raw[name] = values.flatMap((value) => value.split(',')).filter((value) => value !== '')
    } else if (values.length > 1) {
      errors.push({ pointer: pointer('query', name), message: `is given ${values.length} times; it may be given once` })
    } else {
      raw[name] = kind === 'number' ? numberOf(values[0] ?? '') : values[0]
    }
  }
  const result = schema.safeParse(raw)
  if (!result.success) errors.push(...issuesOf(result.error, ['query']))
  return result.success && errors.length === 0
    ? { ok: true, value: result.data }
    : { ok: false, errors: errors.slice(0, 50) }
}

/** A decimal number as a number; anything else stays text, so that the schema names what it wanted. */
function numberOf(value: string): number | string {
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : value
}

function kindOf(schema: unknown): 'list' | 'number' | 'text' {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return kindOf(schema.unwrap())
  if (schema instanceof z.ZodArray) return 'list'
  if (schema instanceof z.ZodNumber) return 'number'
  return 'text'
}
