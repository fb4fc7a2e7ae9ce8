import type { EventType } from '@dateline/domain'
import { createRandom, type Random } from './random.ts'
import { COUNTRIES, type Country, PEOPLE } from './world.ts'

/** One thing that happened, as it really was. */
export interface TrueEvent {
  id: string
  kind: Kind
  /** Days since 1970 */
  day: number
  country: Country
  town: string
  /** A person of no office, where the kind is about one */
  person: string
  other: Country
  toll: number
  detail: number
}

export type Kind =
  | 'bombing'
  | 'protest'
  | 'earthquake'
  | 'resignation'
  | 'arrest'
  | 'verdict'
  | 'meeting'
  | 'agreement'
  | 'sanctions'
  | 'election'
  | 'statement'
  | 'shutdown'

/** What an engine may call it. */
export const TYPES: Readonly<Record<Kind, readonly EventType[]>> = {
  bombing: ['attack'],
  protest: ['protest', 'unrest'],
  earthquake: ['disaster'],
  resignation: ['resignation', 'dismissal'],
  arrest: ['arrest'],
  verdict: ['legal_action'],
  meeting: ['diplomatic_meeting'],
  agreement: ['agreement'],
  sanctions: ['sanctions'],
  election: ['election'],
  statement: ['statement'],
  shutdown: ['internet_shutdown'],
}

const FIRST_DAY = 19_850

/**
 * Sixty events in three months. Five of each kind: two that stand alone, and three near each other in what identity
 * goes by.
 */
export function trueEvents(seed: number): TrueEvent[] {
  const random = createRandom(seed)
  const kinds = Object.keys(TYPES) as Kind[]
  return kinds.flatMap((kind, k) => {
    const alone = [0, 1].map((i) => eventOf(random, `${kind}-${i}`, kind, COUNTRIES[(k + i * 3) % 8]!, i + k))
    return [...alone, ...nearMisses(random, kind, COUNTRIES[(k + 5) % 8]!, k)]
  })
}

function eventOf(random: Random, id: string, kind: Kind, country: Country, number: number): TrueEvent {
  const others = COUNTRIES.filter((other) => other !== country)
  return {
    id,
    kind,
    day: FIRST_DAY + random.between(0, 89),
    country,
    town: random.pick(country.towns),
    person: PEOPLE[number % PEOPLE.length]!,
    other: random.pick(others),
    toll: random.between(3, 60),
    detail: number,
  }
}

/**
 * Of one kind, country and week. What happens in towns happens in two towns on one day and in the first of them again
 * two days later; what is about people is about three; what is said is said by one speaker on one day, about three
 * matters; what a country has only one of comes again a month later, or with another partner.
 */
function nearMisses(random: Random, kind: Kind, country: Country, k: number): TrueEvent[] {
  const first = eventOf(random, `${kind}-2`, kind, country, k + 7)
  const [a, b] = country.towns
  const partners = COUNTRIES.filter((other) => other !== country)
  const again = (number: number, change: Partial<TrueEvent>): TrueEvent => ({
    ...first,
    id: `${kind}-${number}`,
    toll: random.between(3, 60),
    detail: first.detail + number,
    ...change,
  })
  const partner = (number: number) => partners[(k + number) % partners.length]!
  if (IN_TOWNS.has(kind))
    return [{ ...first, town: a }, again(3, { town: b }), again(4, { town: a, day: first.day + 2 })]
  if (OF_PEOPLE.has(kind)) {
    return [first, ...[3, 4].map((number) => again(number, { person: PEOPLE[(k + 7 + number) % PEOPLE.length]! }))]
  }
  if (OF_TWO.has(kind)) {
    return [0, 1, 2].map((number) => again(number + 2, { other: partner(number), day: first.day + number }))
  }
  if (kind === 'statement') return [first, again(3, {}), again(4, {})]
  return [first, again(3, { day: first.day + 35 }), again(4, { country: partner(0) })]
}

const IN_TOWNS: ReadonlySet<Kind> = new Set<Kind>(['bombing', 'protest', 'earthquake'])
const OF_PEOPLE: ReadonlySet<Kind> = new Set<Kind>(['resignation', 'arrest', 'verdict'])
const OF_TWO: ReadonlySet<Kind> = new Set<Kind>(['meeting', 'agreement', 'sanctions'])
