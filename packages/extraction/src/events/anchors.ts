import { edtfBounds, type EventDate, type EventType } from '@dateline/domain'
import type { Token } from '@dateline/english'
import type { Cluster } from './merge.ts'
import type { Scene } from './context.ts'
import { dateBy, ownDate, publishedDate, type PlacedTimex } from './dates.ts'
import { ancestry, clauseOf, prepositionOf, subtreeOf, type Tree } from './tree.ts'
import { contentHead } from './triggers.ts'

/** What an event of the first kind is in or after, told in one sentence with it, is of its time. */
const OCCASIONS: Readonly<Partial<Record<EventType, readonly EventType[]>>> = {
  crackdown: ['unrest', 'protest'],
  arrest: ['unrest', 'protest', 'attack', 'coup'],
  election_observation: ['election', 'referendum'],
  request: ['unrest', 'protest', 'crackdown', 'armed_conflict', 'disaster'],
  military_deployment: ['unrest', 'protest', 'crackdown'],
  unrest: ['protest', 'crackdown', 'election'],
  protest: ['unrest', 'crackdown'],
  attack: ['attack', 'unrest', 'armed_conflict'],
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
])

/** Dates events that have no time of their own from dated ones: "prior to the election", "in dealing with the unrest". */
export function anchorDates(scene: Scene, clusters: readonly Cluster[]): void {
  // Twice, so that what is dated from another event can date a third.
  for (let round = 0; round < 2; round++)
    for (const cluster of clusters) {
      if (cluster.date) continue
      cluster.date = relativeDate(scene, cluster, clusters) ?? occasionDate(cluster, clusters) ?? null
    }
}

function relativeDate(scene: Scene, cluster: Cluster, clusters: readonly Cluster[]): EventDate | null {
  const dated = clusters.filter((other) => other !== cluster)
  for (const { match } of cluster.members) {
    const date = dateByEvent(scene, match.tree, match.token, dated)
    if (date && !isTooEarly(date, scene, cluster)) return date
  }
  return null
}

/** What has happened is not dated from something that is still to come. */
function isTooEarly(date: EventDate, { published }: Scene, { realis }: Cluster): boolean {
  const { earliest } = edtfBounds(date.edtf) ?? { earliest: null }
  return published !== null && earliest !== null && earliest > published && realis !== 'future'
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

function eventAt(tree: Tree, index: number, dated: readonly Cluster[]): Cluster | undefined {
  return dated.find(
    ({ date, members }) =>
      date && members.some(({ sentence, match }) => sentence === tree.index && match.token.index === index),
  )
}

function occasionDate(cluster: Cluster, clusters: readonly Cluster[]): EventDate | null {
  const types = OCCASIONS[cluster.type]
  if (!types) return null
  const sentences = new Set(cluster.members.map(({ sentence }) => sentence))
  for (const type of types) {
    const occasion = clusters.find(
      (other) =>
        other !== cluster &&
        other.type === type &&
        other.date &&
        other.members.some(({ sentence }) => sentences.has(sentence)),
    )
    if (occasion?.date) return { ...occasion.date, basis: 'inherited' }
  }
  return null
}

/** News of the day: what the first lines tell in the perfect ("has been rejected") without another date. */
export function newsOfTheDay(scene: Scene, clusters: readonly Cluster[]): void {
  if (!scene.published) return
  const firstBody = scene.parts.indexOf('body')
  for (const cluster of clusters) {
    if (cluster.date) continue
    const fresh = cluster.members.some(
      ({ sentence, match, realis }) =>
        sentence === firstBody &&
        match.kind === 'verb' &&
        (realis === 'actual' || realis === 'negated') &&
        (match.tree.children[match.token.index] ?? []).some(
          (aux) => aux.deprel === 'aux' && aux.lemma === 'have' && aux.xpos !== 'VBD',
        ),
    )
    if (fresh) cluster.date = publishedDate(scene.published)
  }
}

const STREET = new Set<EventType>(['attack', 'unrest', 'protest', 'crackdown', 'armed_conflict', 'arrest'])

/**
 * A report of the day's violence or protest: what it tells besides in the simple past without a date is of that day.
 * Quotes and what is told from a distance ("has been", "had been") are not.
 */
export function dayOfReport(scene: Scene, clusters: readonly Cluster[]): void {
  const { published } = scene
  const today = clusters.find(
    ({ type, date, realis, members }) =>
      STREET.has(type) &&
      realis === 'actual' &&
      date?.edtf === published &&
      members.some(({ headline, sentence }) => !headline && sentence <= scene.parts.indexOf('body') + LEAD),
  )
  if (!published || !today?.date) return
  for (const cluster of clusters) {
    if (cluster.date || !STREET.has(cluster.type) || cluster.realis !== 'actual') continue
    const plain = cluster.members.some(
      ({ match, quotation, headline }) =>
        quotation < 0 && !headline && match.kind === 'verb' && match.token.xpos === 'VBD',
    )
    if (plain) cluster.date = { ...today.date, basis: 'inherited' }
  }
}

const LEAD = 3

const HAPPEN = new Set(['happen', 'occur', 'come', 'follow'])

/** "That happened this year": a pronoun that stands for the event of the sentence before gives it its time. */
export function pronounDates(
  scene: Scene,
  clusters: readonly Cluster[],
  timexes: ReadonlyMap<number, readonly PlacedTimex[]>,
): void {
  for (const tree of scene.trees) {
    const verb = tree.tokens.find((token) => token.head < 0 && HAPPEN.has(token.lemma))
    const subject = verb && (tree.children[verb.index] ?? []).find((child) => child.deprel === 'nsubj')
    if (!verb || !subject || !['that', 'this', 'it'].includes(subject.lemma.toLowerCase())) continue
    const date = ownDate(
      { tree, token: verb, kind: 'verb' },
      timexes.get(tree.index) ?? [],
      () => false,
      scene.published,
    )
    if (!date) continue
    const before = clusters.findLast(
      (cluster) => !cluster.date && cluster.members.some(({ sentence }) => sentence === tree.index - 1),
    )
    if (before) before.date = date
  }
}
