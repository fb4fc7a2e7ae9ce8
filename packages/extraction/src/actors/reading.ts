import type { MentionVia } from '@dateline/domain'
import type { ParsedText, Token } from '@dateline/english'
import { wordSet } from '../knowledge/words.ts'
import { isCommonWord } from '../knowledge/common-words.ts'
import { slug } from '../knowledge/fold.ts'
import { pieces } from '../knowledge/pieces.ts'
import { gazetteer, type KnownName } from '../knowledge/gazetteer.ts'
import { standingOfCity, standingOfCountry } from './acting.ts'
import { findAliases } from './aliases.ts'
import { describe } from './descriptions.ts'
import { remember, type Discourse } from './discourse.ts'
import { createRegistry, giveOffice, officeAt, type Entity, type Registry } from './entities.ts'
import { findFocus, settleNames, type Focus } from './focus.ts'
import { findNames } from './names.ts'
import { findNominals, type Nominal } from './nominals.ts'
import { bodyOfState, organisationOf } from './organisations.ts'
import { findPersons } from './persons.ts'
import { headOfSpan } from './phrases.ts'
import { predicateSubject } from './predicates.ts'
import { antecedentOf, isFirstPerson, isThirdPerson } from './pronouns.ts'
import { resolveNominal, stateOf } from './resolve.ts'
import type { Spot } from './spots.ts'
import type { ActorContext, ActorMention } from './types.ts'
import { viewSentences, type Spelling, type View } from './view.ts'

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
  const named = new Map<Spot, Entity>()
  for (const spot of all) {
    const entity = namedEntity(spot, registry, focus)
    if (entity) named.set(spot, entity)
  }
  for (const [spot, person] of findPersons(all, views, registry, yearOf(context.publishedAt))) named.set(spot, person)
  const aliases = findAliases(views, all, named)
  for (const spot of all) {
    if (spot.sort === 'known' || spot.sort === 'person' || named.has(spot)) continue
    const alias = spot.parts.length === 1 ? aliases.get(spot.parts[0] ?? '') : undefined
    if (alias) named.set(spot, alias)
    else if (spot.sort !== 'unknown' || !isOnlyWords(spot, spelling))
      setName(named, spot, unknownEntity(spot, registry, focus))
  }
  for (const entity of named.values()) entity.names++
  const discourse: Discourse = { registry, focus, views, history: [], named, clock: 0 }
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

/** Capitals that only a heading or the start of a sentence put on common words. */
function isOnlyWords({ parts }: Spot, { capital }: Spelling): boolean {
  return parts.every((part) => isCommonWord(part) && !(parts.length === 1 && capital.has(part)))
}

function readSentence(
  { view, spotAt, roles }: Prepared,
  discourse: Discourse,
  reading: Reading,
  text: string,
  quotationOf: (offset: number) => number,
): void {
  const cover: (ActorMention | null)[] = view.tokens.map(() => null)
  reading.covers.push(cover)
  const nominals = new Map(findNominals(view, spotAt).map((nominal) => [nominal.head, nominal]))
  for (const token of view.tokens) {
    const spot = spotAt.get(token.index)
    if (spot) {
      if (spot.from === token.index) addName(view, spot, discourse, reading, cover, text)
      continue
    }
    if (isFirstPerson(token, view.capitals)) {
      const quotation = quotationOf(token.start)
      const list = reading.firstPersons.get(quotation) ?? []
      if (quotation >= 0) reading.firstPersons.set(quotation, list)
      list.push({ sentence: view.index, token: token.index })
      continue
    }
    if (isThirdPerson(token)) addPronoun(view, token, discourse, reading, cover, text)
    const nominal = nominals.get(token.index)
    if (nominal) addNominal(view, nominal, roles.get(token.index) ?? null, spotAt, discourse, reading, cover, text)
  }
  addAdjectives(view, spotAt, discourse, reading, cover, text)
}

/** The noun that an adjective stands before, other adjectives and nouns between. */
function nounAfter(view: View, from: number): Token | null {
  let noun: Token | null = null
  for (const token of view.tokens.slice(from, from + 6)) {
    if (token.upos === 'NOUN' || token.upos === 'PROPN') noun = token
    else if (noun !== null || !/^(?:ADJ|NUM|CCONJ|PUNCT|ADV)$/u.test(token.upos)) break
  }
  return noun
}

/** What happens or stands in the country whose adjective it has: "Greek riots", not "Russian airstrikes". */
const AT_HOME =
  wordSet(`election poll vote referendum ballot riot protest unrest uprising revolution strike crisis civil_war city town village
  capital territory province region soil border airport port coast island economy campaign parliament inauguration coup
  society demonstration rally street prison airspace waters countryside desert mountain highway hospital school market`)

/** "Russian airstrikes", "the Greek riots": a country's adjective names it where its noun is no actor itself. */
function addAdjectives(
  view: View,
  spotAt: ReadonlyMap<number, Spot>,
  discourse: Discourse,
  reading: Reading,
  cover: (ActorMention | null)[],
  text: string,
): void {
  const before = reading.mentions.length
  for (const [index, spot] of spotAt) {
    const { entry } = spot
    if (entry?.type !== 'adjective' || spot.sort !== 'known' || index !== spot.from || cover[index]) continue
    const isFirstOfTwo = view.tokens[spot.to]?.upos === 'CCONJ'
    const above = nounAfter(view, spot.to)
    if (!above || (!isFirstOfTwo && (cover[above.index] || cover[spot.to]))) continue
    const state = stateOf(entry.country ?? '', discourse)
    const mention = build(view, spot.from, spot.to, headOfSpan(view.tokens, spot.from, spot.to), state, 'alias', text)
    if (!AT_HOME.has(above.lemma)) reading.nowhere.add(mention)
    reading.mentions.push(mention)
    for (let at = spot.from; at < spot.to; at++) cover[at] = mention
    if (!state.aliases.includes(mention.text)) state.aliases.push(mention.text)
  }
  if (reading.mentions.length === before) return
  const first = reading.mentions.findIndex(({ sentence }) => sentence === view.index)
  const own = reading.mentions.splice(first).toSorted((a, b) => a.start - b.start || b.end - a.end)
  reading.mentions.push(...own)
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

function namedEntity(spot: Spot, registry: Registry, focus: Focus): Entity | null {
  const { entry } = spot
  if (spot.sort === 'organisation') return slug(spot.name) === '' ? null : organisationOf(spot, registry, focus.main)
  if (!entry) return null
  if (entry.type === 'organisation')
    return registry.put(entry.id, entry.kind, entry.name, { country: entry.country, media: entry.media })
  if (entry.type === 'people')
    return registry.put(`group:${(entry.country ?? '').toLowerCase()}/people`, 'group', `people of ${entry.name}`, {
      country: entry.country,
      plural: true,
    })
  if (entry.type === 'bloc') return registry.put(entry.id, 'group', entry.name, { plural: true })
  if (entry.type === 'place' || entry.type === 'region')
    return registry.put(entry.id, 'place', entry.name, { country: entry.country })
  if (entry.type === 'country') return registry.put(entry.id, 'government', entry.name, { country: entry.country })
  return null
}

function unknownEntity(spot: Spot, registry: Registry, focus: Focus): Entity | null {
  if (slug(spot.name) === '') return null
  const town = spot.parts.length === 1 ? townOf(spot.name, focus) : null
  if (town) return registry.put(town.id, 'place', town.name, { country: town.country })
  if (spot.sort === 'place') {
    const country = focus.main
    return registry.put(`place:${country ? `${country}/` : ''}${slug(spot.name)}`, 'place', spot.name, { country })
  }
  return organisationOf(spot, registry, focus.main)
}

/** A town of some size by that name; of several, the one in the country that the text is about most. */
function townOf(name: string, focus: Focus): Extract<KnownName, { type: 'place' }> | null {
  let found: Extract<KnownName, { type: 'place' }> | null = null
  for (const entry of gazetteer().lookup(name)) {
    if (entry.type !== 'place' || (entry.thousands < 20 && entry.thousands > 0)) continue
    if (found === null || focus.weight(entry.country ?? '') > focus.weight(found.country ?? '')) found = entry
  }
  return found
}

function setName(named: Map<Spot, Entity>, spot: Spot, entity: Entity | null): void {
  if (entity) named.set(spot, entity)
}

function addName(
  view: View,
  spot: Spot,
  discourse: Discourse,
  reading: Reading,
  cover: (ActorMention | null)[],
  text: string,
): void {
  const head = headOfSpan(view.tokens, spot.from, spot.to)
  const entity = discourse.named.get(spot)
  const state = spot.entry ? standsForState(view, spot, head, discourse) : null
  const acting = state ?? entity
  if (!acting) return
  const asPlace = isPlaceHere(view, spot, head, acting)
  const mention = build(view, spot.from, spot.to, head, acting, viaOf(spot, acting, state !== null), text)
  if (asPlace) {
    mention.asPlace = true
    mention.kind = 'place'
  }
  push(mention, acting, spot.titleFrom, view, discourse, reading, cover)
}

/** The government that a capital or a seat of power stands for where it acts; null elsewhere. */
function standsForState(view: View, spot: Spot, head: number, discourse: Discourse): Entity | null {
  const { entry } = spot
  if (entry?.type === 'place' && entry.seatOf && standingOfCity(view, spot.from, head) === 'actor')
    return stateOf(entry.seatOf, discourse)
  if (entry?.id === 'place:BE/brussels' && standingOfCity(view, spot.from, head) === 'actor')
    return discourse.registry.put('org:eu', 'organization', 'European Union')
  if (
    entry?.type === 'organisation' &&
    entry.seat &&
    entry.country &&
    entry.id !== 'org:pentagon' &&
    entry.id !== 'org:quai-dorsay'
  )
    return stateOf(entry.country, discourse)
  return null
}

function isPlaceHere(view: View, spot: Spot, head: number, entity: Entity): boolean {
  if (entity.kind === 'place') return true
  if (spot.entry?.type === 'organisation' && spot.entry.seat)
    return standingOfCountry(view, spot.from, head) === 'place'
  return spot.entry?.type === 'country' && standingOfCountry(view, spot.from, head) === 'place'
}

function viaOf({ entry, name, parts }: Spot, entity: Entity, isMetonym: boolean): MentionVia {
  if (isMetonym) return 'metonym'
  if (entry?.acronym) return 'acronym'
  if (entity.kind === 'person') return parts.length < entity.parts.length ? 'alias' : 'name'
  if (entry && 'alias' in entry && entry.alias) return 'alias'
  return entry || name === entity.name ? 'name' : 'alias'
}

function addNominal(
  view: View,
  nominal: Nominal,
  role: Entity | null,
  spotAt: ReadonlyMap<number, Spot>,
  discourse: Discourse,
  reading: Reading,
  cover: (ActorMention | null)[],
  text: string,
): void {
  const said = predicateSubject(view, nominal.head)
  const subject = said === 'none' || said.subject === null ? null : (cover[said.subject] ?? null)
  const holder = subject?.kind === 'person' && !nominal.plural ? discourse.registry.get(subject.id) : undefined
  if (
    said !== 'none' &&
    !holder &&
    (said.subject !== null || nominal.reference === 'bare' || nominal.reference === 'indefinite')
  )
    return
  if (holder) {
    const belonging = nominal.inside
      .concat(nominal.after ?? [])
      .map((spot) => discourse.named.get(spot))
      .find((entity) => entity && entity.kind !== 'person')
    giveOffice(holder, nominal.office, belonging?.kind === 'place' ? null : (belonging?.id ?? null), view.index)
  }
  // "The rebel group Hamas", "its neighbour Russia": the name says who it is.
  const next = spotAt.get(nominal.head + 1)
  if (next && !role && !holder && next.titleFrom === nominal.head + 1) return
  const owner = ownerOf(view, nominal, cover)
  const entity =
    role ?? holder ?? resolveNominal(nominal, discourse, owner ? (discourse.registry.get(owner.id) ?? null) : null)
  if (!entity) return
  const from = nominal.modifier ? nominal.head : nominal.from
  const mention = build(
    view,
    from,
    nominal.to,
    nominal.head,
    entity,
    role || holder || nominal.sort === 'office' ? 'role' : 'nominal',
    text,
  )
  if (nominal.sort === 'country' && standingOfCountry(view, from, nominal.head) === 'place') {
    mention.asPlace = true
    mention.kind = 'place'
  }
  push(mention, entity, nominal.head, view, discourse, reading, cover)
}

/** The actor that a pronoun or a noun before an apostrophe names as owner: "his government", "that nation's army". */
function ownerOf(view: View, nominal: Nominal, cover: readonly (ActorMention | null)[]): ActorMention | null {
  if (nominal.owner !== null) return cover[nominal.owner] ?? null
  for (let index = nominal.head - 1; index > nominal.from; index--)
    if (view.tokens[index]?.xpos === 'POS') return cover[index - 1] ?? null
  return null
}

function yearOf(publishedAt: string | undefined): number | null {
  const year = Number(publishedAt?.slice(0, 4))
  return Number.isInteger(year) && year > 0 ? year : null
}

function addPronoun(
  view: View,
  token: Token,
  discourse: Discourse,
  reading: Reading,
  cover: (ActorMention | null)[],
  text: string,
): void {
  const entity = antecedentOf(token, view, discourse)
  if (!entity) return
  const mention = build(view, token.index, token.index + 1, token.index, entity, 'pronoun', text)
  push(mention, entity, token.index, view, discourse, reading, cover)
}

function build(
  view: View,
  from: number,
  to: number,
  head: number,
  entity: Entity,
  via: MentionVia,
  text: string,
): ActorMention {
  const start = view.tokens[from]?.start ?? view.sentence.start
  const end = view.tokens[to - 1]?.end ?? start
  const held = officeAt(entity, view.index)
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: entity.kind,
    id: entity.id,
    name: entity.name,
    via,
    sentence: view.index,
    head,
    from,
    to,
    gender: entity.gender,
    plural: entity.plural,
    asPlace: false,
    country: entity.country,
    affiliation: held?.of ?? null,
    office: held?.office ?? null,
    media: entity.media,
  }
}

function push(
  mention: ActorMention,
  entity: Entity,
  coverFrom: number,
  view: View,
  discourse: Discourse,
  reading: Reading,
  cover: (ActorMention | null)[],
): void {
  reading.mentions.push(mention)
  for (let index = Math.min(coverFrom, mention.head); index < mention.to; index++) cover[index] ??= mention
  cover[mention.head] = mention
  if (mention.via !== 'pronoun' && !entity.aliases.includes(mention.text)) entity.aliases.push(mention.text)
  remember(discourse, entity, mention, view)
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
