import { type Amendments, type EventType, ONTOLOGY, parseEdtf } from '@dateline/domain'

/**
 * What is wrong with new values for an event of this type, or null. The fields themselves were parsed before; the
 * attributes and roles depend on the type.
 */
export function amendmentProblem(type: EventType, set: Readonly<Record<string, unknown>>): string | null {
  for (const [path, value] of Object.entries(set)) {
    const problem = path.startsWith('attributes.')
      ? attributeProblem(type, path.slice('attributes.'.length), value)
      : fieldProblem(type, path, value)
    if (problem !== null) return problem
  }
  return null
}

const FIELDS = ['date.edtf', 'place', 'realis', 'participants'] as const satisfies readonly (keyof Amendments)[]

function fieldProblem(type: EventType, path: string, value: unknown): string | null {
  if (!(FIELDS as readonly string[]).includes(path))
    return `${path} cannot be amended; what can is ${FIELDS.join(', ')} and attributes.<name>.`
  if (path !== 'participants') return null
  const roles: readonly string[] = ONTOLOGY[type].roles
  const wrong = (value as { role: string }[]).find(({ role }) => !roles.includes(role))
  return wrong ? `${type} has no role ${wrong.role}; its roles are ${roles.join(', ')}.` : null
}

function attributeProblem(type: EventType, name: string, value: unknown): string | null {
  const attributes: Readonly<Record<string, string>> = ONTOLOGY[type].attributes
  const shape = Object.hasOwn(attributes, name) ? attributes[name]?.replace(' exact', '') : undefined
  if (shape === undefined)
    return `${type} has no attribute ${name}; its attributes are ${Object.keys(attributes).join(', ')}.`
  if (value === null || fits(shape, value)) return null
  return `attributes.${name} must be ${inWords(shape)}, or null.`
}

function fits(shape: string, value: unknown): boolean {
  if (shape.endsWith('[]')) {
    const item = shape.slice(0, -2)
    return Array.isArray(value) && value.every((one) => fits(item, one))
  }
  if (shape.includes('|')) return shape.split('|').some((one) => (SHAPES[one] ? fits(one, value) : value === one))
  return SHAPES[shape]?.fits(value) ?? value === shape
}

function inWords(shape: string): string {
  if (shape.endsWith('[]')) return `a list, each ${inWords(shape.slice(0, -2))}`
  if (shape.includes('|')) return `one of ${shape.split('|').join(', ')}`
  return SHAPES[shape]?.words ?? shape
}

interface Shape {
  words: string
  fits(value: unknown): boolean
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length < 5000

const text = (words: string): Shape => ({ words, fits: isText })

const SHAPES: Readonly<Record<string, Shape>> = {
  str: text('a text'),
  enum: text('a word'),
  actor: text('an actor’s id'),
  place: text('a place’s id'),
  eventRef: text('an event’s id'),
  int: { words: 'a whole number', fits: Number.isSafeInteger },
  bool: { words: 'true or false', fits: (value) => typeof value === 'boolean' },
  pct: {
    words: 'a number from 0 to 100',
    fits: (value) => typeof value === 'number' && value >= 0 && value <= 100,
  },
  qty: { words: '{"value", "qualifier", "unit"} with one of =, >, >=, <, <=, ~', fits: isQuantity },
  edtf: { words: 'an EDTF date', fits: (value) => isText(value) && parseEdtf(value) !== null },
  iso: { words: 'an ISO 8601 duration', fits: (value) => isText(value) && /^P[\dYMWDTHS.]+$/.test(value) },
}

function isQuantity(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { value: amount, qualifier, unit, ...more } = value as Record<string, unknown>
  const qualifiers: readonly unknown[] = ['=', '>', '>=', '<', '<=', '~']
  return Object.keys(more).length === 0 && Number.isFinite(amount) && qualifiers.includes(qualifier) && isText(unit)
}
