import type { z } from 'zod'

type ZodIssue = z.ZodError['issues'][number]

/** Where a schema says nothing of its own, zod's message is for whoever wrote the schema: these are for whoever asks. */
export function wordsOf(issue: ZodIssue): string {
  if (!/^(Invalid|Too|Unrecognized)\b/.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = KINDS[issue.expected] ?? `of the kind ${issue.expected}`
      return issue.message.endsWith('received undefined') ? `is required: ${wanted}` : `must be ${wanted}`
    }
    case 'invalid_value':
      return issue.values.length === 1 ? `must be ${String(issue.values[0])}` : oneOf(issue.values)
    case 'too_small': {
      if (issue.origin === 'number' || issue.origin === 'int')
        return `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`
      return issue.minimum === 1 ? 'must not be empty' : `must have at least ${issue.minimum} ${unitOf(issue.origin)}`
    }
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`
        : `must have at most ${issue.maximum} ${unitOf(issue.origin)}`
    case 'invalid_union': {
      const values = [...issue.message.matchAll(/'([^']*)'/g)].map(([, value]) => value)
      return values.length > 0 ? oneOf(values) : 'is of none of the forms that it may have'
    }
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
  }
  return issue.message
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

function oneOf(values: readonly unknown[]): string {
  return `must be one of ${values.map(String).join(', ')}`
}

function unitOf(origin: string): string {
  return origin === 'string' ? 'characters' : 'items'
}
