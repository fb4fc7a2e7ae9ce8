import { edtfBounds, type EventDate } from '@dateline/domain'
import type { Candidate } from './candidates.ts'
import type { Scene } from './context.ts'
import { between, byPublication, isAhead, until } from './dates.ts'
import type { Cluster } from './merge.ts'
import { isPastVerb } from './tense.ts'
import { headOf, type Tree } from './tree.ts'

/** What is "still" going on at publication has gone on since the event of its kind that the text dates. */
export function courseDates(scene: Scene, clusters: readonly Cluster[]): void {
  for (const cluster of clusters) {
    if (cluster.date || !scene.published || !cluster.members.some(isStillOn)) continue
    const begun = clusters.find(
      (other) =>
        other !== cluster &&
        other.type === cluster.type &&
        other.date &&
        (other.realis === 'actual' || other.realis === 'ongoing') &&
        !isAhead(other.date, scene.published),
    )
    const from = begun?.date && edtfBounds(begun.date.edtf)?.earliest
    cluster.date = from ? until(from, scene.published, begun.date?.expression ?? null) : byPublication(scene.published)
  }
}

const LASTS = new Set(['continue', 'rage', 'persist', 'last', 'linger'])

/** "Are still rampaging", "the war still raging": told in the present, or without a tense of its own. */
function isStillOn({ match: { tree, token, kind }, quotation, realis }: Candidate): boolean {
  if (quotation >= 0 || (realis !== 'actual' && realis !== 'ongoing')) return false
  const head = headOf(tree, token)
  const around = kind === 'verb' ? [token] : [...(head ? [head] : []), ...(tree.children[token.index] ?? [])]
  return around.some((verb) => {
    if (verb.upos !== 'VERB' || isPastVerb(tree, verb)) return false
    const still = (tree.children[verb.index] ?? []).some((word) => word.lemma.toLowerCase() === 'still')
    return still || (kind !== 'verb' && LASTS.has(verb.lemma) && verb.xpos !== 'VB')
  })
}

/** How many sentences a report may go on between two dates. */
const REACH = 3

/**
 * A paragraph that tells one thing after the other in the past tense: what stands without a date between two that are
 * dated, and in their order, was between them.
 */
export function sequenceDates(scene: Scene, clusters: readonly Cluster[]): void {
  const told = clusters
    .map((cluster) => ({ cluster, sentence: cluster.members.find(isToldInPast)?.sentence }))
    .filter((one): one is { cluster: Cluster; sentence: number } => one.sentence !== undefined)
    .sort((a, b) => a.sentence - b.sentence)
  const dated = told.filter(({ cluster }) => cluster.date !== null && cluster.realis === 'actual')
  const found: [Cluster, EventDate][] = []
  for (const { cluster, sentence } of told) {
    if (cluster.date || cluster.realis !== 'actual') continue
    const near = (other: number) =>
      Math.abs(other - sentence) <= REACH && paragraphOf(scene, other) === paragraphOf(scene, sentence)
    const before = dated.findLast((one) => one.sentence < sentence && near(one.sentence))
    const after = dated.find((one) => one.sentence > sentence && near(one.sentence))
    const [from, to] = [boundsOf(before?.cluster)?.earliest, boundsOf(after?.cluster)?.latest]
    const turn = [boundsOf(before?.cluster)?.latest, boundsOf(after?.cluster)?.earliest]
    if (from && to && turn[0] && turn[1] && turn[0] < turn[1])
      found.push([cluster, between(from, to, before?.cluster.date?.expression ?? null)])
  }
  for (const [cluster, date] of found) cluster.date = date
}

const boundsOf = (cluster: Cluster | undefined) => (cluster?.date ? edtfBounds(cluster.date.edtf) : null)
const paragraphOf = ({ parsed }: Scene, sentence: number): number | undefined => parsed.sentences[sentence]?.paragraph

function isToldInPast({ match: { tree }, quotation, headline }: Candidate): boolean {
  if (quotation >= 0 || headline) return false
  const root = rootOf(tree)
  return root !== undefined && isPastVerb(tree, root)
}

const rootOf = (tree: Tree) => tree.tokens.find((token) => token.head < 0)
