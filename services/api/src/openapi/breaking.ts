/** As much of OpenAPI 3.1 as our own documents have. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}

interface Content {
  content?: Record<string, { schema?: Schema }>
}

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[]
  requestBody?: Content & { required?: boolean }
  responses: Record<string, Content>
}

export interface OpenApi {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

/** Whether clients send it, so that less may not be taken than before; or read it, so that no more may come. */
type Direction = 'sent' | 'read'

/**
 * What a client that was written for the document before may trip over, in words: what is gone, what is newly needed,
 * what is narrower than it was where clients send, or wider where they read. New values of an enumeration that clients
 * read are not counted: the interface says that types may come.
 */
export function breakingChanges(before: OpenApi, after: OpenApi): string[] {
  const found = new Set<string>()
  for (const [path, operations] of Object.entries(before.paths))
    for (const [method, operation] of Object.entries(operations)) {
      const name = `${method.toUpperCase()} ${path}`
      const now = after.paths[path]?.[method]
      if (now) compareOperations(operation, now, name)
      else found.add(`${name} is gone`)
    }
  return [...found]

  function compareOperations(old: Operation, now: Operation, name: string): void {
    const before = new Map((old.parameters ?? []).map((one) => [`${one.in} ${one.name}`, one]))
    const after = new Map((now.parameters ?? []).map((one) => [`${one.in} ${one.name}`, one]))
    for (const [key, parameter] of before) {
      const same = after.get(key)
      if (!same) found.add(`${name}: ${key} is gone`)
      else compare(parameter.schema, same.schema, 'sent', `${name}: ${key}`)
    }
    for (const [key, parameter] of after)
      if (parameter.required && !before.get(key)?.required) found.add(`${name}: ${key} is newly required`)
    if (now.requestBody?.required && !old.requestBody?.required) found.add(`${name}: a body is newly required`)
    compareContents(old.requestBody, now.requestBody, 'sent', `${name}: the body`)
    for (const [status, response] of Object.entries(old.responses)) {
      if (!status.startsWith('2')) continue
      if (now.responses[status]) compareContents(response, now.responses[status], 'read', `${name}: ${status}`)
      else found.add(`${name}: ${status} is gone`)
    }
  }

  function compareContents(
    old: Content | undefined,
    now: Content | undefined,
    direction: Direction,
    name: string,
  ): void {
    for (const [type, { schema }] of Object.entries(old?.content ?? {})) {
      const same = now?.content?.[type]
      if (same) compare(schema, same.schema, direction, name)
      else found.add(`${name} as ${type} is gone`)
    }
  }

  function compare(
    old: Schema | undefined,
    now: Schema | undefined,
    direction: Direction,
    name: string,
    seen: readonly string[] = [],
  ): void {
    if (!old || !now) return
    const pair = `${old.$ref} ${now.$ref}`
    if (old.$ref && seen.includes(pair)) return
    const inside = old.$ref ? [...seen, pair] : seen
    const a = resolved(before, old)
    const b = resolved(after, now)
    const say = (what: string) => found.add(`${name} ${what}`)

    const [olds, news] = [alternatives(a), alternatives(b)]
    if (olds.length > 1 || news.length > 1) {
      if (direction === 'sent' && news.length < olds.length) say('takes fewer kinds of value')
      if (direction === 'read' && news.length > olds.length) say('may be of more kinds')
      olds.forEach((one, n) => compare(one, news[n], direction, name, inside))
      return
    }
    if (JSON.stringify([a.type, a.const]) !== JSON.stringify([b.type, b.const])) {
      say(`is ${kindOf(b)} and was ${kindOf(a)}`)
      return
    }
    compareLimits(a, b, direction, say)
    for (const [property, schema] of Object.entries(a.properties ?? {})) {
      const same = b.properties?.[property]
      if (!same) say(`lost ${property}`)
      else compare(schema, same, direction, `${name}.${property}`, inside)
    }
    const [from, to] = direction === 'sent' ? [b, a] : [a, b]
    for (const property of from.required ?? [])
      if (!to.required?.includes(property) && b.properties?.[property])
        say(direction === 'sent' ? `newly needs ${property}` : `may lack ${property}`)
    compare(a.items, b.items, direction, `${name}[]`, inside)
    if (typeof a.additionalProperties === 'object' && typeof b.additionalProperties === 'object')
      compare(a.additionalProperties, b.additionalProperties, direction, `${name}.*`, inside)
  }
}

function compareLimits(a: Schema, b: Schema, direction: Direction, say: (what: string) => void): void {
  const gone = (a.enum ?? []).filter((value) => !b.enum?.includes(value))
  if (gone.length > 0 && b.enum) say(`lost ${gone.map(String).join(', ')}`)
  if (direction === 'read') return
  if (b.enum && !a.enum) say('takes fewer values')
  if ((b.pattern && b.pattern !== a.pattern) || (b.format && b.format !== a.format)) say('is of another form')
  for (const limit of ['minimum', 'minLength', 'minItems'] as const)
    if (b[limit] !== undefined && b[limit] > (a[limit] ?? -Infinity)) say(`has a higher ${limit}`)
  for (const limit of ['maximum', 'maxLength', 'maxItems'] as const)
    if (b[limit] !== undefined && b[limit] < (a[limit] ?? Infinity)) say(`has a lower ${limit}`)
}

function alternatives(schema: Schema): Schema[] {
  return schema.anyOf ?? schema.oneOf ?? [schema]
}

function kindOf({ type, const: value }: Schema): string {
  return value === undefined ? [type ?? 'anything'].flat().join(' or ') : JSON.stringify(value)
}

function resolved(document: OpenApi, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : { ...document.components.schemas[name], ...schema }
}
