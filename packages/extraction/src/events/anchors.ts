import { edtfBounds, parseDay, type EventDate, type EventType } from '@dateline/domain'
import type { Token } from '@dateline/english'
import type { Scene } from './context.ts'
import { between, dateBy, isAhead, until } from './dates.ts'
import type { Cluster } from './merge.ts'
import { isPassive } from './subjects.ts'
import { isPerfect } from './tense.ts'
import { ancestry, clauseOf, prepositionOf, relation, subtreeOf, type Tree } from './tree.ts'
import { contentHead } from './content-head.ts'

/** What an event of the first kind is in or after, told in one sentence with it, is of its time. */
export const OCCASIONS: Readonly<Partial<Record<EventType, readonly EventType[]>>> = {
  crackdown: ['unrest', 'protest'],
  arrest: ['unrest', 'protest', 'attack', 'coup'],
  election_observation: ['election', 'referendum'],
  request: ['unrest', 'protest', 'crackdown', 'armed_conflict', 'disaster'],
  military_deployment: ['unrest', 'protest', 'crackdown'],
  unrest: ['protest', 'crackdown', 'election'],
  protest: ['unrest', 'crackdown'],
  internet_shutdown: ['unrest', 'protest', 'crackdown'],
  aid: ['disaster'],
}

const RELATIVE = new Set([
  'before',
  'prior to',
  'ahead of',
  'after',
  'following',
  'since',
  'until',
  'during',
  'in the wake of',
  'amid',
  'because of',
  'due to',
  'over',
])

/** Dates events that have no time of their own from dated ones: "prior to the election", "in dealing with the unrest". */
export function anchorDates(scene: Scene, clusters: readonly Cluster[]): void {
  // Twice, so that what is dated from another event can date a third.
  for (let round = 0; round < 2; round++)
    for (const cluster of clusters) {
      if (cluster.date) {
        cluster.date = narrowed(scene, cluster, clusters) ?? cluster.date
        continue
      }
      cluster.date =
        relativeDate(scene, cluster, clusters) ??
        causedDate(scene, cluster, clusters) ??
        occasionDate(scene, cluster, clusters)
    }
}

/** As wide as "earlier this year" */
const WIDE = 100

/**
 * A date that leaves a year open is narrowed by what the text ties it to: the unrest that a request is made in, the
 * protests that came "after" the rise of a price.
 */
function narrowed(scene: Scene, cluster: Cluster, clusters: readonly Cluster[]): EventDate | null {
  const [from, to] = dayBounds(cluster.date)
  if (from === null || to === null || to - from < WIDE) return null
  const occasion = occasionDate(scene, cluster, clusters)
  if (occasion && isWithin(occasion, from, to)) return occasion
  for (const { match } of cluster.members) {
    const { tree, token } = match
    if (!LATER.has(prepositionOf(tree, token.index) ?? '')) continue
    for (const up of ancestry(tree, token.index).slice(1, 5)) {
      const later = [up.index, ...(tree.children[up.index] ?? []).map((child) => child.index)]
        .map((index) => eventAt(tree, index, clusters))
        .find((other) => other && other !== cluster && other.date && isWithin(other.date, from, to))
      const latest = later?.date && edtfBounds(later.date.edtf)?.latest
      const earliest = edtfBounds(cluster.date?.edtf ?? '')?.earliest
      if (latest && earliest) return between(earliest, latest, cluster.date?.expression ?? null)
    }
  }
  return null
}

const LATER = new Set(['after', 'following', 'since', 'because of', 'due to', 'in the wake of'])

const dayBounds = (date: EventDate | null): [number | null, number | null] => {
  const bounds = date && edtfBounds(date.edtf)
  return [parseDay(bounds?.earliest ?? ''), parseDay(bounds?.latest ?? '')]
}

/** Narrower, and wholly inside */
function isWithin(date: EventDate, from: number, to: number): boolean {
  const [first, last] = dayBounds(date)
  return first !== null && last !== null && first >= from && last <= to && last - first < (to - from) / 2
}

function relativeDate(scene: Scene, cluster: Cluster, clusters: readonly Cluster[]): EventDate | null {
  const dated = clusters.filter((other) => other !== cluster)
  for (const { match } of cluster.members) {
    const date = dateByEvent(scene, match.tree, match.token, dated)
    // What has happened is not dated from something that is still to come.
    if (date && (cluster.realis === 'future' || !isAhead(date, scene.published))) return date
  }
  return null
}

/** The date that a clause has from a dated event that it names: "prior to the election", "after the coup". */
export function dateByEvent(scene: Scene, tree: Tree, token: Token, dated: readonly Cluster[]): EventDate | null {
  const above = ancestry(tree, token.index).filter((up) => up.upos === 'VERB')
  for (const up of new Set([token.index, clauseOf(tree, token.index), ...above.map((verb) => verb.index)]))
    for (const child of tree.children[up] ?? []) {
      const preposition =
        prepositionOf(tree, child.index) ??
        (tree.children[child.index] ?? []).find((mark) => mark.deprel === 'mark')?.lemma.toLowerCase()
      if (!preposition || !RELATIVE.has(preposition) || subtreeOf(tree, child.index).includes(token.index)) continue
      const anchor = eventAt(tree, child.index, dated) ?? eventAt(tree, contentHead(tree, child.index), dated)
      const date = anchor?.date && dateBy(anchor.date, preposition, scene.published)
      if (date) return date
    }
  return null
}

/** The dated event that a word tells of or mentions. */
export function eventAt(tree: Tree, index: number, dated: readonly Cluster[]): Cluster | undefined {
  return dated.find(
    ({ date, members }) =>
      date && members.some(({ sentence, match }) => sentence === tree.index && match.token.index === index),
  )
}

const CAUSING = new Set(['unleash', 'spark', 'trigger', 'provoke', 'prompt', 'cause', 'ignite', 'inspire'])

/** "The killing unleashed a wave of unrest": what an event of a known day brought about began with it. */
function causedDate(scene: Scene, cluster: Cluster, clusters: readonly Cluster[]): EventDate | null {
  for (const { match } of cluster.members) {
    const { tree, token } = match
    for (const verb of ancestry(tree, token.index)
      .slice(1, 4)
      .filter((up) => CAUSING.has(up.lemma) && !isPassive(tree, up.index))) {
      const cause = causesOf(tree, verb)
        .map((index) => eventAt(tree, index, clusters))
        .find((found) => found !== undefined && found !== cluster)
      const day = cause?.date && edtfBounds(cause.date.edtf)?.earliest
      if (day)
        return cluster.realis === 'ongoing'
          ? until(day, scene.published, cause.date?.expression ?? null)
          : { ...(cause.date as EventDate), basis: 'inherited' }
    }
  }
  return null
}

/** The subject, or of "gunmen attacked a bus, prompting raids" what it hangs on. */
function causesOf(tree: Tree, verb: Token): number[] {
  const subjects = (tree.children[verb.index] ?? []).filter((child) => relation(child) === 'nsubj')
  if (subjects.length > 0) return subjects.map((child) => child.index)
  return verb.xpos === 'VBG' && ['acl', 'advcl'].includes(relation(verb)) ? [verb.head, clauseOf(tree, verb.head)] : []
}

/** An observation is of the vote that the document is about, wherever it tells of it. */
const ANYWHERE = new Set<EventType>(['election_observation'])

function occasionDate({ published }: Scene, cluster: Cluster, clusters: readonly Cluster[]): EventDate | null {
  const types = OCCASIONS[cluster.type]
  if (!types) return null
  const sentences = new Set(cluster.members.map(({ sentence }) => sentence))
  for (const type of types) {
    const occasion = clusters.find(
      (other) =>
        other !== cluster &&
        other.type === type &&
        other.date &&
        (ANYWHERE.has(cluster.type) || other.members.some(({ sentence }) => sentences.has(sentence))),
    )
    const from = occasion?.date && edtfBounds(occasion.date.edtf)?.earliest
    // "Hundreds have been held over the unrest": it has gone on since.
    if (from && occasion.date && cluster.members.some(isPerfect))
      return until(from, published, occasion.date.expression)
    if (occasion?.date) return { ...occasion.date, basis: 'inherited' }
  }
  return null
}
