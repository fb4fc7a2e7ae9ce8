import type { EventType, Realis } from '@dateline/domain'
import { FRAMES } from './all.ts'
import type { Frame, RolePaths, Tests, Trigger } from './types.ts'
import { wordClass } from './words.ts'

/** What a test lets into a slot. */
export interface SlotTest {
  slot: string
  any: boolean
  place: boolean
  number: boolean
  kinds: ReadonlySet<string>
  lemmas: readonly ReadonlySet<string>[]
}

/** Attribute → alternatives in order, each a union of slots. */
export type Paths = readonly { name: string; alternatives: readonly (readonly string[])[] }[]

/** A slot of a role with what must, or with `not` must not, stand in it. */
export interface RoleSlot {
  slot: string
  test: SlotTest | null
  not: boolean
}

/** Role → alternatives in order, each a union of slots. */
export type Roles = readonly { name: string; alternatives: readonly (readonly RoleSlot[])[] }[]

export interface CompiledFrame {
  type: EventType
  frame: Frame
  fillers: ReadonlyMap<string, SlotTest>
  texts: Paths
  quantities: Paths
  values: readonly { name: string; values: readonly { value: string; lemmas: ReadonlySet<string> }[] }[]
  carries: (lemma: string) => boolean
}

export interface CompiledTrigger {
  type: EventType
  frame: CompiledFrame
  particles: ReadonlySet<string> | null
  needs: readonly SlotTest[]
  some: readonly SlotTest[]
  unless: readonly SlotTest[]
  weak: boolean
  roles: Roles
  attributes: Readonly<Record<string, unknown>>
  realis: Realis | null
  refused: Readonly<Record<string, unknown>> | null
}

export type WordKind = 'verb' | 'noun' | 'adjective'

const split = (text: string): string[] => text.split(/\s+/).filter(Boolean)

function compileTest(slot: string, text: string): SlotTest {
  const words = split(text)
  const plain = new Set(words.filter((word) => !/^[@#*]/.test(word)))
  const kinds = new Set(words.filter((word) => word.startsWith('#')).map((word) => word.slice(1)))
  return {
    slot,
    any: words.includes('*'),
    place: kinds.has('place'),
    number: kinds.has('number'),
    kinds,
    lemmas: [plain, ...words.filter((word) => word.startsWith('@')).map((word) => wordClass(word.slice(1)))],
  }
}

const compileTests = (tests: Tests | undefined): SlotTest[] =>
  Object.entries(tests ?? {}).map(([slot, text]) => compileTest(slot, text))

const compilePaths = (paths: RolePaths | undefined): Paths =>
  Object.entries(paths ?? {}).map(([name, text]) => ({
    name,
    alternatives: split(text).map((slots) => slots.split(',').map((slot) => slot.replaceAll('_', ' '))),
  }))

function compileRoleSlot(text: string): RoleSlot {
  const [slot = '', test] = text.split(':')
  const not = test?.startsWith('!') ?? false
  return {
    slot: slot.replaceAll('_', ' '),
    test: test === undefined ? null : compileTest(slot, test.slice(not ? 1 : 0).replaceAll('|', ' ')),
    not,
  }
}

const compileRoles = (paths: RolePaths): Roles =>
  Object.entries(paths).map(([name, text]) => ({
    name,
    alternatives: split(text).map((slots) => slots.split(',').map(compileRoleSlot)),
  }))

function compileFrame(frame: Frame): CompiledFrame {
  const support = new Set([...split(frame.support ?? ''), ...wordClass('support')])
  return {
    type: frame.type,
    frame,
    fillers: new Map(Object.entries(frame.fillers ?? {}).map(([role, text]) => [role, compileTest(role, text)])),
    texts: compilePaths(frame.texts),
    quantities: compilePaths(frame.quantities),
    values: Object.entries(frame.values ?? {}).map(([name, values]) => ({
      name,
      values: Object.entries(values).map(([value, words]) => ({ value, lemmas: new Set(split(words)) })),
    })),
    carries: (lemma) => support.has(lemma),
  }
}

function compileTrigger(trigger: Trigger, frame: CompiledFrame): CompiledTrigger {
  return {
    type: frame.type,
    frame,
    particles: trigger.particle ? new Set(split(trigger.particle)) : null,
    needs: compileTests(trigger.needs),
    some: compileTests(trigger.some),
    unless: compileTests(trigger.unless),
    weak: trigger.weak ?? false,
    roles: compileRoles(trigger.roles ?? frame.frame.roles),
    attributes: trigger.attributes ?? {},
    realis: trigger.realis ?? null,
    refused: trigger.refused ?? null,
  }
}

export type Lexicon = ReadonlyMap<string, readonly CompiledTrigger[]>

export function compileLexicon(frames: readonly Frame[]): Readonly<Record<WordKind, Lexicon>> {
  const maps = { verb: new Map(), noun: new Map(), adjective: new Map() } satisfies Record<
    WordKind,
    Map<string, CompiledTrigger[]>
  >
  const add = (map: Map<string, CompiledTrigger[]>, triggers: readonly Trigger[] | undefined, frame: CompiledFrame) => {
    for (const trigger of triggers ?? []) {
      const compiled = compileTrigger(trigger, frame)
      for (const word of split(trigger.words)) map.set(word, [...(map.get(word) ?? []), compiled])
    }
  }
  for (const frame of frames) {
    const compiled = compileFrame(frame)
    add(maps.verb, frame.verbs, compiled)
    add(maps.noun, frame.nouns, compiled)
    add(maps.adjective, frame.adjectives, compiled)
  }
  return maps
}

/** Which words trigger what, over all frames. */
export const LEXICON = compileLexicon(FRAMES)
