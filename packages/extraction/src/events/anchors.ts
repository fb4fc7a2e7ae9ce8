import { edtfBounds, type EventDate, type EventType } from '@dateline/domain'
import type { Token } from '@dateline/english'
import type { Scene } from './context.ts'
import { dateBy, isAhead, until } from './dates.ts'
import type { Cluster } from './merge.ts'
import { isPassive } from './subjects.ts'
import { ancestry, clauseOf, prepositionOf, relation, subtreeOf, type Tree } from './tree.ts'
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
      cluster.date =
        relativeDate(scene, cluster, clusters) ??
        causedDate(scene, cluster, clusters) ??
        occasionDate(cluster, clusters)
    }
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
      const cause = (tree.children[verb.index] ?? [])
        .filter((child) => relation(child) === 'nsubj')
        .map((child) => eventAt(tree, child.index, clusters))
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

/** An observation is of the vote that the document is about, wherever it tells of it. */
const ANYWHERE = new Set<EventType>(['election_observation'])

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
        (ANYWHERE.has(cluster.type) || other.members.some(({ sentence }) => sentences.has(sentence))),
    )
    if (occasion?.date) return { ...occasion.date, basis: 'inherited' }
  }
  return null
}
