import type { ParsedText } from '@dateline/english'
import { gazetteer, type KnownName } from '../knowledge/gazetteer.ts'
import { pieces } from '../knowledge/pieces.ts'
import { describe } from './descriptions.ts'
import type { Discourse } from './discourse.ts'
import { createRegistry, giveOffice, type Entity, type Registry } from './entities.ts'
import { findFocus, settleNames, type Focus } from './focus.ts'
import { addAdjectives, addName, addNominal, addPronoun, type Page } from './mentions.ts'
import { nameEntities } from './named-entities.ts'
import { findNames } from './names.ts'
import { findNominals } from './nominals.ts'
import { bodyOfState } from './organisations.ts'
import { isFirstPerson, isThirdPerson } from './pronouns.ts'
import type { Spot } from './spots.ts'
import type { ActorContext, ActorMention } from './types.ts'
import { viewSentences, type View } from './view.ts'

export interface Reading {
  mentions: ActorMention[]
  entities: Registry
  /** The mention of each token, by sentence */
  covers: (ActorMention | null)[][]
  focus: Focus
  /** Mentions of a state by its adjective that say nothing about where */
  nowhere: Set<ActorMention>
  firstPersons: Map<number, { sentence: number; token: number }[]>
}

/** Reads a text from its first sentence to its last and keeps who is who. */
export function readDocument(parsed: ParsedText, context: ActorContext): Reading {
  const { views, spelling } = viewSentences(parsed)
  const spots = views.map((view) => findNames(view, spelling))
  const all = spots.flat()
  const focus = findFocus(all, context.title, datelineOf(views, spots))
  settleNames(all, focus)
  const registry = createRegistry()
  const named = nameEntities(all, views, spelling, registry, focus, yearOf(context.publishedAt))
  const armed = [...registry.all()].filter(
    ({ kind, id, names }) => kind === 'group' && id.startsWith('org:') && names > 0,
  )
  const discourse: Discourse = { registry, focus, views, history: [], named, persons: new Map(), armed, clock: 0 }
  const reading: Reading = {
    mentions: [],
    entities: registry,
    covers: [],
    focus,
    nowhere: new Set(),
    firstPersons: new Map(),
  }
  const quotationOf = quotationFinder(parsed)
  const sentences = views.map((view) => prepare(view, spots[view.index] ?? [], discourse))
  for (const sentence of sentences) readSentence(sentence, discourse, reading, parsed.text, quotationOf)
  return reading
}

/** A sentence with its names, and with the nouns that describe them: who each noun's token stands for. */
interface Prepared {
  view: View
  spotAt: ReadonlyMap<number, Spot>
  roles: ReadonlyMap<number, Entity>
}

function prepare(view: View, spots: readonly Spot[], discourse: Discourse): Prepared {
  const spotAt = new Map<number, Spot>()
  for (const spot of spots) for (let index = spot.titleFrom; index < spot.to; index++) spotAt.set(index, spot)
  return { view, spotAt, roles: describeAll(view, spots, spotAt, discourse) }
}

function readSentence(
  { view, spotAt, roles }: Prepared,
  discourse: Discourse,
  reading: Reading,
  text: string,
  quotationOf: (offset: number) => number,
): void {
  const cover: (ActorMention | null)[] = view.tokens.map(() => null)
  const page: Page = { view, spotAt, text, discourse, cover, mentions: [], nowhere: reading.nowhere }
  const nominals = new Map(findNominals(view, spotAt).map((nominal) => [nominal.head, nominal]))
  for (const token of view.tokens) {
    const { index } = token
    const spot = spotAt.get(index)
    const nominal = nominals.get(index)
    if (spot?.from === index) addName(page, spot)
    if (spot) continue
    if (isFirstPerson(token, view.capitals)) {
      const quotation = quotationOf(token.start)
      const list = reading.firstPersons.get(quotation) ?? []
      list.push({ sentence: view.index, token: index })
      if (quotation >= 0) reading.firstPersons.set(quotation, list)
    } else if (isThirdPerson(token)) addPronoun(page, token)
    else if (nominal) addNominal(page, nominal, roles.get(index) ?? null)
  }
  addAdjectives(page)
  reading.covers.push(cover)
  reading.mentions.push(...page.mentions)
}

/** Gives the persons of a sentence the offices and roles that stand beside their names. */
function describeAll(
  view: View,
  spots: readonly Spot[],
  spotAt: ReadonlyMap<number, Spot>,
  { named, focus, registry }: Discourse,
): Map<number, Entity> {
  const roles = new Map<number, Entity>()
  for (const spot of spots) {
    const person = named.get(spot)
    if (person?.kind !== 'person') continue
    for (const { office, head, of, body: kind } of describe(view, spot, spotAt)) {
      if (head !== null) roles.set(head, person)
      const name = of ? named.get(of) : undefined
      const country = of?.entry?.country ?? name?.country ?? null
      const isBody = name !== undefined && name.kind !== 'place' && name.kind !== 'person' && name.kind !== 'government'
      const body = isBody ? name : kind ? bodyOfState(country ?? focus.main, kind, registry) : name
      const owner =
        body && body.kind !== 'place' && body.kind !== 'person' ? body.id : country ? `country:${country}` : null
      if (office) giveOffice(person, office, owner, view.index)
      person.country ??= country
    }
  }
  return roles
}

function yearOf(publishedAt: string | undefined): number | null {
  const year = Number(publishedAt?.slice(0, 4))
  return Number.isInteger(year) && year > 0 ? year : null
}

/** The place of the date line: the name that opens the text before a dash or a date. */
function datelineOf(views: readonly View[], spots: readonly (readonly Spot[])[]): KnownName | null {
  for (const view of views.slice(0, 4)) {
    const first = spots[view.index]?.[0]
    if (first?.from !== 0) continue
    const rest = view.tokens
      .slice(first.to, first.to + 12)
      .map((token) => token.text)
      .join(' ')
    if (/^(?:,[^.]{0,60})?(?:\([^)]*\)|\/[^/]*\/)?\s*(?:--?|–|—)/u.test(rest)) {
      const entry = first.entries.find(({ country }) => country !== null)
      if (entry) return entry
      const match = gazetteer().longest(pieces(first.name), 0)
      return match?.entries.find(({ type }) => type === 'place') ?? null
    }
  }
  return null
}

/** The index of the quotation around an offset; -1 outside all. */
function quotationFinder(parsed: ParsedText): (offset: number) => number {
  let at = 0
  return (offset) => {
    while (at < parsed.quotations.length && (parsed.quotations[at]?.end ?? 0) <= offset) at++
    const quotation = parsed.quotations[at]
    return quotation && quotation.innerStart <= offset && offset < quotation.innerEnd ? at : -1
  }
}
