import type { MentionVia } from '@dateline/domain'
import type { Token } from '@dateline/english'
import { wordSet } from '../knowledge/words.ts'
import { standingOfCity, standingOfCountry } from './acting.ts'
import { remember, type Discourse } from './discourse.ts'
import { giveOffice, officeAt, type Entity } from './entities.ts'
import type { Nominal } from './nominals.ts'
import { headOfSpan } from './phrases.ts'
import { predicateSubject } from './predicates.ts'
import { antecedentOf } from './pronouns.ts'
import { resolveNominal, stateOf } from './resolve.ts'
import type { Spot } from './spots.ts'
import type { ActorMention } from './types.ts'
import type { View } from './view.ts'

/** A sentence while its mentions are made. */
export interface Page {
  view: View
  spotAt: ReadonlyMap<number, Spot>
  text: string
  discourse: Discourse
  /** The mention of each token */
  cover: (ActorMention | null)[]
  /** Its mentions in order */
  mentions: ActorMention[]
  /** Mentions of a state by its adjective that say nothing about where */
  nowhere: Set<ActorMention>
}

/** A name, and whom it stands for here: a capital may be its government or a place. */
export function addName(page: Page, spot: Spot): void {
  const { view, discourse } = page
  const head = headOfSpan(view.tokens, spot.from, spot.to)
  const entity = discourse.named.get(spot)
  const state = spot.entry ? standsForState(view, spot, head, discourse) : null
  const acting = state ?? entity
  if (!acting) return
  const asPlace = isPlaceHere(view, spot, head, acting)
  const mention = build(page, spot.from, spot.to, head, acting, viaOf(spot, acting, state !== null))
  if (asPlace) {
    mention.asPlace = true
    mention.kind = 'place'
  }
  push(page, mention, acting, spot.titleFrom)
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

/** A noun phrase; `role` is the person whom it describes beside their name, if it does. */
export function addNominal(page: Page, nominal: Nominal, role: Entity | null): void {
  const { view, spotAt, discourse, cover } = page
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
    role ??
    identified(page, nominal) ??
    appointed(page, nominal) ??
    holder ??
    resolveNominal(nominal, discourse, owner ? (discourse.registry.get(owner.id) ?? null) : null)
  if (!entity) return
  const from = nominal.modifier ? nominal.head : nominal.from
  const via = role || holder || nominal.sort === 'office' ? 'role' : 'nominal'
  const mention = build(page, from, nominal.to, nominal.head, entity, via)
  if (nominal.sort === 'country' && standingOfCountry(view, from, nominal.head) === 'place') {
    mention.asPlace = true
    mention.kind = 'place'
  }
  push(page, mention, entity, nominal.head)
}

/** "The suspect, identified as X": the person whose name follows. */
function identified({ view, spotAt, discourse }: Page, { head, sort, plural }: Nominal): Entity | null {
  if (plural || (sort !== 'person' && sort !== 'office')) return null
  let at = head + 1
  if (view.tokens[at]?.text === ',') at++
  if (!/^(?:identified|named)$/iu.test(view.tokens[at]?.text ?? '')) return null
  for (let index = at + 1; index < at + 6; index++) {
    const spot = spotAt.get(index)
    if (spot) return discourse.named.get(spot)?.kind === 'person' ? (discourse.named.get(spot) ?? null) : null
    if (!/^(?:ADP|SCONJ|ADV|NOUN|DET)$/u.test(view.tokens[index]?.upos ?? '')) return null
  }
  return null
}

const APPOINTING = wordSet('appoint name elect declare proclaim nominate make crown designate')

/** "Appointed Omar Alaoui prime minister": the person whose name the parser took for a part of the office. */
function appointed({ view, discourse }: Page, { head, sort, inside }: Nominal): Entity | null {
  const token = view.tokens[head]
  const verb = token && view.tokens[token.head]
  if (sort !== 'office' || token?.deprel !== 'obj' || !verb || !APPOINTING.has(verb.lemma)) return null
  const name = inside.find(({ parts, from, to }) => parts.length > 1 && from === verb.index + 1 && to <= head)
  const entity = name && discourse.named.get(name)
  return entity?.kind === 'person' ? entity : null
}

/** The actor that a pronoun or a noun before an apostrophe names as owner: "his government", "that nation's army". */
function ownerOf(view: View, nominal: Nominal, cover: readonly (ActorMention | null)[]): ActorMention | null {
  if (nominal.owner !== null) return cover[nominal.owner] ?? null
  for (let index = nominal.head - 1; index > nominal.from; index--)
    if (view.tokens[index]?.xpos === 'POS') return cover[index - 1] ?? null
  return null
}

/** A pronoun of the third person, where it is clear whom it means. */
export function addPronoun(page: Page, token: Token): void {
  const { index } = token
  const entity = antecedentOf(token, page.view, page.discourse)
  if (entity) push(page, build(page, index, index + 1, index, entity, 'pronoun'), entity, index)
}

/** What happens or stands in the country whose adjective it has: "Greek riots", not "Russian airstrikes". */
const AT_HOME =
  wordSet(`election poll vote referendum ballot riot protest unrest uprising revolution strike crisis civil_war city town village
  capital territory province region soil border airport port coast island economy campaign parliament inauguration coup
  society demonstration rally street prison airspace waters countryside desert mountain highway hospital school market`)

/** "Russian airstrikes", "the Greek riots": a country's adjective names it where its noun is no actor itself. */
export function addAdjectives(page: Page): void {
  const { view, spotAt, discourse, cover, mentions, nowhere } = page
  const before = mentions.length
  for (const [index, spot] of spotAt) {
    const { entry } = spot
    if (entry?.type !== 'adjective' || spot.sort !== 'known' || index !== spot.from || cover[index]) continue
    const isFirstOfTwo = view.tokens[spot.to]?.upos === 'CCONJ'
    const above = nounAfter(view, spot.to)
    if (!above || (!isFirstOfTwo && (cover[above.index] || cover[spot.to]))) continue
    const state = stateOf(entry.country ?? '', discourse)
    const mention = build(page, spot.from, spot.to, headOfSpan(view.tokens, spot.from, spot.to), state, 'alias')
    if (!AT_HOME.has(above.lemma)) nowhere.add(mention)
    mentions.push(mention)
    for (let at = spot.from; at < spot.to; at++) cover[at] = mention
    if (!state.aliases.includes(mention.text)) state.aliases.push(mention.text)
  }
  if (mentions.length > before) mentions.sort((a, b) => a.start - b.start || b.end - a.end)
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

function build(page: Page, from: number, to: number, head: number, entity: Entity, via: MentionVia): ActorMention {
  const { view, text } = page
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
  { mentions, cover, discourse, view }: Page,
  mention: ActorMention,
  entity: Entity,
  coverFrom: number,
): void {
  mentions.push(mention)
  for (let index = Math.min(coverFrom, mention.head); index < mention.to; index++) cover[index] ??= mention
  cover[mention.head] = mention
  if (mention.via !== 'pronoun' && !entity.aliases.includes(mention.text)) entity.aliases.push(mention.text)
  remember(discourse, entity, mention, view)
}
