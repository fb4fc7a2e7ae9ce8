import { precisionOf, type EventDate, type EventType, type ExtractedEvent, type Realis } from '@dateline/domain'
import type { ActorMention } from '../actors/types.ts'
import { attributionAt } from './speech.ts'
import { anchorDates } from './anchors.ts'
import { actorAttributes } from './attributes.ts'
import type { Candidate } from './candidates.ts'
import { candidatesOf } from './tellings.ts'
import { confidenceOf } from './confidence.ts'
import type { Scene } from './context.ts'
import { courseDates, sequenceDates } from './course.ts'
import { dayOfReport, doneByPublication, narrativeDates, newsOfTheDay, pronounDates } from './narration.ts'
import { UNDATED } from './dates.ts'
import { placeTimexes } from './placed-times.ts'
import { mergeCandidates, type Cluster } from './merge.ts'
import { homePlace, occasionPlaces } from './places.ts'
import { withoutRequests } from './requests.ts'
import { distinctSides } from './sides.ts'
import { statementsOf } from './statements.ts'

/** The events of a document, in the order of its text, and mentions of actors that only they have named. */
export interface Told {
  events: ExtractedEvent[]
  mentions: ActorMention[]
}

export function eventsOf(scene: Scene): Told {
  const timexes = placeTimexes(scene)
  const candidates = scene.trees
    .filter((tree) => scene.parts[tree.index] !== 'boilerplate')
    .flatMap((tree) => candidatesOf(scene, tree, timexes.get(tree.index) ?? []))
  const told = candidates.filter((candidate) => candidate.type !== 'statement')
  const clusters = mergeCandidates(told.filter(isTold))
  pronounDates(scene, clusters, timexes)
  anchorDates(scene, clusters)
  narrativeDates(scene, clusters, timexes)
  sequenceDates(scene, clusters)
  courseDates(scene, clusters)
  newsOfTheDay(scene, clusters, timexes)
  dayOfReport(scene, clusters)
  doneByPublication(scene, clusters)
  occasionPlaces(scene, clusters)
  const events = clusters.filter((cluster) => isWorthTelling(cluster)).map((cluster) => eventOf(scene, cluster))
  const statements = statementsOf(scene, {
    candidates: candidates.filter((one) => one.type === 'statement'),
    clusters,
    timexes,
    deeds: new Set(
      told.filter(({ type }) => !WORDS.has(type)).map(({ sentence, match }) => `${sentence}:${match.token.index}`),
    ),
  })
  for (const event of events) event.date = dateOfWords(event, statements) ?? event.date
  return {
    events: [...events, ...withoutRequests(events, statements)].sort(
      (a, b) => a.trigger.start - b.trigger.start || (a.type < b.type ? -1 : 1),
    ),
    mentions: addedMentions(scene, clusters),
  }
}

/** A demand or a threat without a time of its own was made when its words were said. */
function dateOfWords(
  { type, date, evidence, participants }: ExtractedEvent,
  statements: readonly ExtractedEvent[],
): EventDate | null {
  if (!WORDS.has(type) || date.edtf !== 'unknown') return null
  const actors = new Set(participants.map(({ actor }) => actor))
  const said = statements.find(
    (statement) =>
      statement.date.edtf !== 'unknown' &&
      actors.has(String(statement.attributes.speaker)) &&
      statement.evidence.some((a) => evidence.some((b) => a.start < b.end && b.start < a.end)),
  )
  return said ? { ...said.date, basis: 'inherited' } : null
}

/** "Russian airstrikes": the adjective that names who acts is no mention by itself. */
function addedMentions(scene: Scene, clusters: readonly Cluster[]): ActorMention[] {
  const known = new Set(scene.actors.mentions.map((mention) => `${mention.start}:${mention.id}`))
  const added = new Map<string, ActorMention>()
  for (const { mention } of clusters.flatMap(({ participants }) => participants)) {
    const key = `${mention.start}:${mention.id}`
    if (!known.has(key)) added.set(key, mention)
  }
  return [...added.values()]
}

/** Types whose words are spoken: they are a statement besides. */
const WORDS = new Set<EventType>(['request', 'threat', 'statement'])

/** Mere possibilities are no events, nor is what a "not" leaves out; what was called off is. */
function isTold({ realis, lexical, type }: Candidate): boolean {
  if (type === 'request' || type === 'threat')
    return realis === 'actual' || realis === 'ongoing' || realis === 'alleged'
  if (realis === 'hypothetical') return false
  return realis !== 'negated' || lexical
}

/** A heading alone, or a mention that says nothing of its own, makes no event. */
function isWorthTelling({ members }: Cluster): boolean {
  return members.some((member) => !member.headline && !member.generic)
}

function eventOf(scene: Scene, cluster: Cluster): ExtractedEvent {
  const first = bestTelling(cluster)
  const attribution = attributionAt(scene.attributions, first.trigger.start)
  const participants = distinctSides(cluster.participants).map(({ role, mention }) => ({
    role,
    actor: mention.id,
    mention: { start: mention.start, end: mention.end, text: mention.text },
  }))
  const realis: Realis = cluster.realis
  const date: EventDate = cluster.date ?? UNDATED
  return {
    type: cluster.type,
    trigger: first.trigger,
    evidence: evidenceOf(cluster),
    date: { ...date, precision: precisionOf(date.edtf) },
    participants,
    place: cluster.place ?? homePlace(scene, cluster),
    attributes: { ...cluster.attributes, ...actorAttributes(cluster.type, participants) },
    realis,
    assertedBy: attribution?.speaker ?? null,
    confidence: confidenceOf(cluster),
  }
}

/** The telling that says most: a verb before a noun, with participants and a date, the earlier one first. */
function bestTelling(cluster: Cluster): Candidate {
  const worth = (one: Candidate) =>
    (one.headline ? -4 : 0) +
    (one.generic ? -2 : 0) +
    (one.match.kind === 'verb' ? 1 : 0) +
    one.participants.length +
    (one.date ? 1 : 0) +
    (one.quotation < 0 ? 1 : 0)
  return cluster.members.reduce((best, one) => (worth(one) > worth(best) ? one : best))
}

function evidenceOf({ members }: Cluster): ExtractedEvent['evidence'] {
  const spans = new Map(members.map(({ evidence }) => [`${evidence.start}:${evidence.end}`, evidence]))
  return [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}
