import { edtfBounds, parseDay, type EventDate, type EventPlace, type EventType, type Realis } from '@dateline/domain'
import type { Candidate } from './candidates.ts'
import type { Role } from './participants.ts'

/** One event of the document with all of its tellings, the first one first. */
export interface Cluster {
  type: EventType
  members: Candidate[]
  participants: Role[]
  date: EventDate | null
  place: EventPlace | null
  attributes: Record<string, unknown>
  realis: Realis
}

/** Roles that an event of the type has one holder of: another one means another event. */
const SINGLE: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  inauguration: ['holder'],
  appointment: ['holder'],
  resignation: ['holder'],
  dismissal: ['holder'],
  election: ['winner'],
  coup: ['target'],
  territorial_control: ['actor'],
  threat: ['actor'],
  request: ['requester'],
  legal_action: ['defendant'],
  arrest: ['detainee'],
  sanctions: ['target', 'imposer'],
  aid: ['recipient'],
  diplomatic_relations: ['target'],
  attack: ['victim'],
  arms_transfer: ['buyer'],
}

/** Attributes that tell events of one type apart. */
const APART: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  election: ['kind'],
  election_call: ['action', 'kind'],
  legal_action: ['stage'],
  military_deployment: ['action'],
  sanctions: ['status'],
  agreement: ['kind'],
  diplomatic_relations: ['action'],
  arms_transfer: ['status'],
  policy_change: ['direction'],
  crackdown: ['means'],
  territorial_control: ['mode'],
  disaster: ['kind'],
}

/** Of these a report seldom tells two: a mention without anything against it is the same one. */
const UNIQUE = new Set<EventType>([
  'election',
  'referendum',
  'inauguration',
  'coup',
  'election_observation',
  'internet_shutdown',
])

function bounds(date: EventDate): { from: string; to: string } {
  const { earliest, latest } = edtfBounds(date.edtf) ?? { earliest: null, latest: null }
  return { from: earliest ?? '0000', to: latest ?? '9999-99' }
}

function overlap(a: EventDate | null, b: EventDate | null): boolean {
  if (!a || !b) return true
  const [x, y] = [bounds(a), bounds(b)]
  return x.from <= y.to && y.from <= x.to
}

/** Days by which "last week" may miss the day that the text names elsewhere: the writer counted from another day. */
const LOOSE = 8

function datesMeet(a: EventDate | null, b: EventDate | null): boolean | null {
  if (!a || !b) return null
  const [x, y] = [bounds(a), bounds(b)]
  // "Since 2019", "until May": an open side meets much without saying that it is the same time.
  if (overlap(a, b)) return isOpen(x) === isOpen(y) || null
  if (a.precision !== 'week' && b.precision !== 'week') return false
  const gap = x.from > y.to ? [y.to, x.from] : [x.to, y.from]
  const [from, to] = [parseDay(gap[0] ?? ''), parseDay(gap[1] ?? '')]
  return from !== null && to !== null && to - from <= LOOSE
}

const isOpen = ({ from, to }: { from: string; to: string }): boolean => from === '0000' || to === '9999-99'

/** Compatible: the same, one within the other's country, or one unknown. */
function placesMeet(a: EventPlace | null, b: EventPlace | null): boolean | null {
  if (!a || !b) return null
  if (a.id === b.id) return true
  if (a.country && b.country && a.country !== b.country) return false
  const isCountry = (place: EventPlace) => place.id.startsWith('country:')
  return isCountry(a) || isCountry(b) ? true : !(a.id.startsWith('place:') && b.id.startsWith('place:'))
}

function valuesDiffer(cluster: Cluster, candidate: Candidate): boolean {
  return (APART[cluster.type] ?? []).some((name) => {
    const [a, b] = [cluster.attributes[name], candidate.attributes[name]]
    return a !== undefined && b !== undefined && a !== b
  })
}

const exact = (value: unknown): number | null => {
  const quantity = value as { value: number; qualifier: string } | undefined
  return quantity && quantity.qualifier === '=' ? quantity.value : null
}

const UNTOLD = new Set<Realis>(['negated', 'future', 'hypothetical'])

/** "They met last week", "which are to begin on 20 May": what has been and what is to come at another time are two. */
const isOnOtherSide = (cluster: Cluster, candidate: Candidate): boolean =>
  !overlap(cluster.date, candidate.date) && UNTOLD.has(cluster.realis) !== UNTOLD.has(candidate.realis)

/** How well a telling fits an event; null where something speaks against it. */
export function likeness(cluster: Cluster, candidate: Candidate): number | null {
  if (cluster.type !== candidate.type || candidate.distinct) return null
  const last = cluster.members.at(-1)
  if (!last) return null
  const dates = datesMeet(cluster.date, candidate.date)
  const places = placesMeet(cluster.place, candidate.place)
  if (dates === false || places === false) return null
  if (isOnOtherSide(cluster, candidate)) return null
  const bare = candidate.match.kind === 'noun' && candidate.definite
  if (!bare && UNTOLD.has(cluster.realis) !== UNTOLD.has(candidate.realis)) return null
  if (valuesDiffer(cluster, candidate) && !(bare && candidate.participants.length === 0)) return null
  const single = SINGLE[cluster.type]
  if (single && namesDiffer(cluster, candidate, single)) return null
  const [a, b] = [exact(cluster.attributes.fatalities), exact(candidate.attributes.fatalities)]
  if (a !== null && b !== null && a !== b && dates !== true) return null
  const shared = candidate.participants.filter(({ mention }) =>
    cluster.participants.some((role) => role.mention.id === mention.id),
  ).length
  const foreign = candidate.participants.filter((role) => isForeign(cluster, role))
  let score = SAME_TYPE
  if (dates === true) score += candidate.date?.edtf === cluster.date?.edtf ? 1.5 : 1
  if (places === true) score += candidate.place?.id === cluster.place?.id ? 0.6 : 0.3
  score += 1.2 * shared
  score -= foreign.length > 0 && shared === 0 ? (foreign.some((role) => bothNamed(cluster, role)) ? 1 : 0.4) : 0
  if (candidate.definite) score += 0.6
  else if (candidate.match.kind === 'noun' && isIndefinite(candidate)) score -= 0.6
  // What goes on as a custom is not what happened once.
  if (candidate.match.kind === 'verb' && (cluster.realis === 'ongoing') !== (candidate.realis === 'ongoing'))
    score -= 0.5
  if (UNIQUE.has(cluster.type)) score += 0.6
  if (candidate.headline || last.headline) score += 1
  if (candidate.date && dates === null) score -= candidate.match.kind === 'verb' ? 0.6 : 0
  score -= Math.min(0.6, 0.03 * Math.max(0, candidate.sentence - last.sentence - 1))
  return score
}

/** What one report tells of one type is one event, unless something speaks against it. */
const SAME_TYPE = 0.8
const ENOUGH = 0.7

/** Known by a name of its own, not by what it is: ids of nominals have the country or body that they belong to. */
const isNamed = (id: string): boolean => !id.includes('/')

/** Another one in a role that the event has filled already. */
function isForeign(cluster: Cluster, { role, mention }: Role): boolean {
  const known = cluster.participants.filter((one) => one.role === role)
  return known.length > 0 && !cluster.participants.some((one) => one.mention.id === mention.id)
}

/** A name beside a nominal may be its name; beside another name it is somebody else. */
const bothNamed = (cluster: Cluster, { role, mention }: Role): boolean =>
  isNamed(mention.id) && cluster.participants.some((one) => one.role === role && isNamed(one.mention.id))

function isIndefinite({ match }: Candidate): boolean {
  return (match.tree.children[match.token.index] ?? []).some(
    (child) => child.deprel === 'det' && ['a', 'an', 'some'].includes(child.lemma.toLowerCase()),
  )
}

/** Named victims, holders and the like that differ in one of the roles: two events, however alike. */
function namesDiffer(cluster: Cluster, candidate: Candidate, roles: readonly string[]): boolean {
  return roles.some((single) => {
    const named = (all: readonly Role[]) =>
      all.filter(({ role, mention }) => role === single && isNamed(mention.id)).map(({ mention }) => mention.id)
    const [mine, theirs] = [named(cluster.participants), named(candidate.participants)]
    return mine.length > 0 && theirs.length > 0 && !theirs.some((id) => mine.includes(id))
  })
}

export function startCluster(candidate: Candidate): Cluster {
  return {
    type: candidate.type,
    members: [candidate],
    participants: [...candidate.participants],
    date: candidate.date,
    place: candidate.place,
    attributes: { ...candidate.attributes },
    realis: candidate.realis,
  }
}

function widthOf(date: EventDate): number {
  const { earliest, latest } = edtfBounds(date.edtf) ?? { earliest: null, latest: null }
  return earliest && latest ? Date.parse(latest) - Date.parse(earliest) : Infinity
}

/** The date that says more; of equals the first. */
export function betterDate(a: EventDate | null, b: EventDate | null): EventDate | null {
  if (!a || !b) return a ?? b
  return widthOf(b) < widthOf(a) ? b : a
}

const narrower = (a: EventPlace | null, b: EventPlace | null): EventPlace | null =>
  a && b ? (a.id.startsWith('country:') && !b.id.startsWith('country:') ? b : a) : (a ?? b)

/** A mention of something known adds less to it than a telling does: its hypothetical "may" is no news of the event. */
function realisOf(cluster: Cluster, candidate: Candidate): Realis {
  const told = (one: Candidate) => one.match.kind === 'verb' || !one.definite
  const [first] = cluster.members
  if (first && !told(first) && told(candidate)) return candidate.realis
  if (cluster.realis === 'actual' && candidate.realis === 'ongoing') return 'ongoing'
  if (cluster.realis === 'alleged' && candidate.realis === 'actual' && candidate.quotation < 0 && told(candidate))
    return 'actual'
  if (cluster.realis === 'hypothetical') return candidate.realis
  return cluster.realis
}

export function addTo(cluster: Cluster, candidate: Candidate): void {
  cluster.realis = realisOf(cluster, candidate)
  cluster.members.push(candidate)
  for (const role of candidate.participants)
    if (!cluster.participants.some(({ mention }) => mention.id === role.mention.id)) cluster.participants.push(role)
  cluster.date = betterDate(cluster.date, candidate.date)
  cluster.place = narrower(cluster.place, candidate.place)
  for (const [name, value] of Object.entries(candidate.attributes)) {
    const known = cluster.attributes[name]
    if (known === undefined) cluster.attributes[name] = value
    else if (name === 'fatalities' || name === 'injured' || name === 'displaced' || name === 'size') {
      if ((value as { value: number }).value > (known as { value: number }).value) cluster.attributes[name] = value
    }
  }
}

/** Events back to which a telling is compared: more than any report has, few enough for a text of a million characters. */
const REACH = 400

/**
 * Gathers the tellings of a document, in its order, into events: by type and by what they say of date, place and
 * participants, never by type alone. A general or bare mention joins an event but makes none.
 */
export function mergeCandidates(candidates: readonly Candidate[]): Cluster[] {
  const clusters: Cluster[] = []
  const home = new Map<Candidate, Cluster>()
  for (const candidate of candidates) {
    const tied = candidate.sameAs
      .map((other) => home.get(other))
      .find((cluster) => cluster !== undefined && !isOnOtherSide(cluster, candidate))
    const scored = clusters
      .slice(-REACH)
      .map((cluster) => ({ cluster, score: likeness(cluster, candidate) }))
      .filter((pair): pair is { cluster: Cluster; score: number } => pair.score !== null && pair.score >= ENOUGH)
      .sort(
        (a, b) =>
          b.score - a.score || (b.cluster.members.at(-1)?.sentence ?? 0) - (a.cluster.members.at(-1)?.sentence ?? 0),
      )
    const target = tied ?? scored[0]?.cluster
    if (target) addTo(target, candidate)
    else if (!candidate.generic || candidate.sameAs.some((other) => !other.generic))
      clusters.push(startCluster(candidate))
    else continue
    home.set(candidate, target ?? (clusters.at(-1) as Cluster))
  }
  return clusters
}
