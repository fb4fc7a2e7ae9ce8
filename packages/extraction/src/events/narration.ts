import type { EventDate, EventType } from '@dateline/domain'
import type { Candidate } from './candidates.ts'
import type { Scene } from './context.ts'
import { byPublication, publishedDate } from './dates.ts'
import type { Cluster } from './merge.ts'
import { ownDate } from './own-date.ts'
import type { PlacedTimex } from './placed-times.ts'
import { attributionAt } from './speech.ts'
import { isCarried, isPastVerb, isPerfect, isPerfectVerb } from './tense.ts'
import { headOf } from './tree.ts'
import type { TriggerMatch } from './triggers.ts'

/**
 * News of the day: what the first line tells in the perfect ("has been rejected") without another date is of the day on
 * which it was said ("… , the ministry said on Thursday"), or of publication.
 */
export function newsOfTheDay(
  scene: Scene,
  clusters: readonly Cluster[],
  timexes: ReadonlyMap<number, readonly PlacedTimex[]>,
): void {
  if (!scene.published) return
  const firstBody = scene.parts.indexOf('body')
  for (const cluster of clusters) {
    if (cluster.date) continue
    const fresh = cluster.members.find(
      ({ sentence, match, realis }) =>
        sentence === firstBody && (realis === 'actual' || realis === 'negated') && isNews(match),
    )
    if (fresh) cluster.date = sayingDate(scene, fresh, timexes) ?? publishedDate(scene.published)
  }
}

/** "Has rejected the bill", "has approved the sale of missiles": not what the news is about, "has condemned the attack". */
function isNews({ tree, token, kind, trigger }: TriggerMatch): boolean {
  if (kind === 'verb') return isPerfectVerb(tree, token)
  const verb = headOf(tree, token)
  if (!verb || !isPerfectVerb(tree, verb)) return false
  return isCarried(token) && (DECIDES.has(verb.lemma) || trigger.frame.carries(verb.lemma))
}

const DECIDES = new Set(
  'approve reject block order impose lift agree sign authorize authorise clear adopt pass'.split(' '),
)

/** The day on which somebody said it, where the sentence gives one. */
function sayingDate(
  scene: Scene,
  { match: { tree }, trigger }: Candidate,
  timexes: ReadonlyMap<number, readonly PlacedTimex[]>,
): EventDate | null {
  const cue = attributionAt(scene.attributions, trigger.start)?.cueToken
  const token = cue === null || cue === undefined ? undefined : tree.tokens[cue]
  if (!token || token.upos !== 'VERB') return null
  const date = ownDate({ tree, token, kind: 'verb' }, timexes.get(tree.index) ?? [], () => false, scene.published)
  return date?.precision === 'day' ? { ...date, basis: 'inherited' } : null
}

/** What is told in the perfect ("have been jailed") was done by publication; no more is said. */
export function doneByPublication(scene: Scene, clusters: readonly Cluster[]): void {
  if (!scene.published) return
  for (const cluster of clusters)
    if (!cluster.date && cluster.realis !== 'future' && cluster.members.some(isPerfect))
      cluster.date = byPublication(scene.published)
}

/**
 * A report tells on: what the next sentence of a paragraph says in the simple past without a time of its own is of
 * the day that the sentence before it names.
 */
export function narrativeDates(
  scene: Scene,
  clusters: readonly Cluster[],
  timexes: ReadonlyMap<number, readonly PlacedTimex[]>,
): void {
  for (const cluster of clusters) {
    if (cluster.date || cluster.realis === 'future') continue
    const [first] = cluster.members
    const told = cluster.members.find((one) => one.quotation < 0 && !one.headline && isSimplePast(one))
    if (!first || !told) continue
    const [here, before] = [scene.parsed.sentences[told.sentence], scene.parsed.sentences[told.sentence - 1]]
    if (!here || !before || here.paragraph !== before.paragraph || (timexes.get(told.sentence) ?? []).length > 0)
      continue
    const tree = scene.trees[told.sentence - 1]
    const root = tree?.tokens.find((token) => token.head < 0)
    const date =
      tree &&
      root &&
      ownDate({ tree, token: root, kind: 'verb' }, timexes.get(told.sentence - 1) ?? [], () => false, scene.published)
    if (date && date.precision === 'day') cluster.date = { ...date, basis: 'inherited' }
  }
}

/** In a sentence whose main verb is in the simple past. */
function isNarrated({ match: { tree } }: Candidate): boolean {
  const root = tree.tokens.find((token) => token.head < 0)
  return root !== undefined && isPastVerb(tree, root)
}

const isSimplePast = ({ match: { tree, token, kind } }: Candidate): boolean =>
  kind === 'verb' && isPastVerb(tree, token)

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
    const plain = cluster.members.some((one) => one.quotation < 0 && !one.headline && isNarrated(one))
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
