import type { EventDate, Span } from '@dateline/domain'
import type { ActorMention, Actors } from '../actors/types.ts'
import { isOpenInfinitive } from '../attribution/loose.ts'
import type { Act, AttributionMention, Stance } from '../attribution/types.ts'
import type { Candidate } from './candidates.ts'
import type { Scene } from './context.ts'
import { distinct, sentencesSaid, stateAt } from './targets.ts'
import { withConjuncts } from './tree.ts'
import { isBlow, isUttered } from './uttered.ts'

/** A speech act: what one speaker says on one occasion, by one cue or by several that follow each other. */
export interface Speech {
  speaker: ActorMention
  /** Conjoined speakers: "the EU and the US said" */
  others: ActorMention[]
  targets: ActorMention[]
  act: Act
  stance: Stance
  mode: 'verbatim' | 'partial' | 'paraphrase'
  quotes: Span[]
  venue: Span | null
  trigger: Span
  /** All that carries it: cues, sources, contents */
  spans: Span[]
  /** What is said */
  content: Span[]
  /** Where the first cue stands; the last sentence that the content reaches */
  sentence: number
  token: number | null
  last: number
  date: EventDate | null
}

/** The innermost attribution whose content holds an offset: who it is that says what stands there. */
export function attributionAt(attributions: readonly AttributionMention[], offset: number): AttributionMention | null {
  let best: AttributionMention | null = null
  let length = Infinity
  for (const attribution of attributions)
    for (const { start, end } of attribution.content)
      if (start <= offset && offset < end && end - start < length) {
        best = attribution
        length = end - start
      }
  return best
}

/** The mentions of a document by their actor, found once. */
const mentionsOf = (actors: Actors): ReadonlyMap<string, readonly ActorMention[]> => {
  const known = byActor.get(actors)
  if (known) return known
  const found = Map.groupBy(actors.mentions, ({ id }) => id)
  byActor.set(actors, found)
  return found
}
const byActor = new WeakMap<Actors, ReadonlyMap<string, readonly ActorMention[]>>()

function speakerOf(
  scene: Scene,
  { speaker, source, sourceSentence, sourceToken }: AttributionMention,
): ActorMention | null {
  const named = speaker === null ? [] : (mentionsOf(scene.actors).get(speaker) ?? [])
  const there = named.find((mention) => source && mention.start < source.end && source.start < mention.end)
  if (there ?? named[0]) return there ?? named[0] ?? null
  return sourceSentence === null || sourceToken === null ? null : scene.actors.actorOf(sourceSentence, sourceToken)
}

function lastSentence(scene: Scene, from: number, spans: readonly Span[]): number {
  const end = Math.max(...spans.map((span) => span.end))
  let at = from
  while ((scene.parsed.sentences[at + 1]?.start ?? Infinity) < end) at++
  return at
}

/** Who is told is no target: "told reporters", "told a news conference". */
const isAudience = (text: string): boolean =>
  /\b(?:reporters?|journalists?|conference|newspaper|audience|crowd|press)\b/i.test(text)

/** A speech act of its own out of an attribution; null where nobody that can be named speaks. */
export function speechOf(scene: Scene, attribution: AttributionMention): Speech | null {
  const { cue, source, content, act, stance, mode, quotes, venue, sentence, cueToken } = attribution
  if (!attribution.spoken || scene.parts[sentence] !== 'body' || !isUttered(scene, attribution)) return null
  const speaker = speakerOf(scene, attribution)
  const trigger = cue ?? source
  if (!speaker || speaker.kind === 'place' || !trigger || isPaper(scene, attribution, speaker)) return null
  // An outlet carries the words of others; only its own finding, a poll, is its word.
  if (speaker.media && !/\b(?:poll|survey)\b/i.test(source?.text ?? '')) return null
  const spans = [cue, source, ...content].filter((span) => span !== null)
  return {
    speaker,
    others: conjoined(scene, attribution, speaker),
    targets: addressed(scene, attribution, speaker),
    act,
    stance,
    mode,
    quotes: [...quotes],
    venue,
    trigger,
    spans,
    content: [...content],
    sentence,
    token: cueToken,
    last: lastSentence(scene, sentence, spans),
    date: null,
  }
}

/** The one that the cue names, and who is conjoined: "accused the bishop and the mayor of". */
function addressed(scene: Scene, { target }: AttributionMention, speaker: ActorMention): ActorMention[] {
  const tree = target && scene.trees[target.sentence]
  if (!target || !tree) return []
  const named = withConjuncts(tree, target.token).map(
    (at) => scene.actors.actorOf(target.sentence, at) ?? stateAt(scene, target.sentence, at),
  )
  return distinct(
    named.filter(
      (one) => one !== null && !one.media && one.id !== speaker.id && !isAudience(one.text),
    ) as ActorMention[],
  )
}

/** "Figures show", "the data suggest": numbers and papers speak for nobody that is named. */
function isPaper(scene: Scene, { sourceSentence, sourceToken }: AttributionMention, speaker: ActorMention): boolean {
  const head = sourceSentence === null ? undefined : scene.trees[sourceSentence]?.tokens[sourceToken ?? -1]
  return head !== undefined && PAPERS.has(head.lemma.toLowerCase()) && speaker.id.startsWith('group:')
}

const PAPERS = new Set('figure datum data statistic number result record document evidence photo footage'.split(' '))

function conjoined(
  scene: Scene,
  { source, sourceSentence, sourceToken }: AttributionMention,
  speaker: ActorMention,
): ActorMention[] {
  const tree = sourceSentence === null ? undefined : scene.trees[sourceSentence]
  if (!tree || sourceToken === null || !source) return []
  return (tree.children[sourceToken] ?? [])
    .filter((child) => child.deprel === 'conj')
    .map((child) => scene.actors.actorOf(tree.index, child.index))
    .filter((mention) => mention !== null && mention.id !== speaker.id && !mention.media) as ActorMention[]
}

/** "rejected the proposal": a speech act that a frame finds without reported words. */
export function speechOfFrame(scene: Scene, candidate: Candidate): Speech | null {
  const by = (role: string) => candidate.participants.filter((one) => one.role === role).map(({ mention }) => mention)
  const [speaker, ...others] = by('speaker')
  if (!speaker || speaker.media || candidate.headline || scene.parts[candidate.sentence] !== 'body') return null
  if (
    candidate.realis === 'hypothetical' ||
    candidate.realis === 'negated' ||
    candidate.realis === 'future' ||
    candidate.generic
  )
    return null
  const { tree, token } = candidate.match
  if (token.upos === 'VERB' && (isOpenInfinitive(tree.tokens, token) || isBlow(tree, token))) return null
  const { act, stance } = candidate.attributes as { act?: Act; stance?: Stance }
  return {
    speaker,
    others,
    targets: by('target'),
    act: act ?? 'comment',
    stance: stance ?? 'neutral',
    mode: 'paraphrase',
    quotes: [],
    venue: null,
    trigger: candidate.trigger,
    spans: [candidate.trigger],
    content: [],
    sentence: candidate.sentence,
    token: candidate.match.token.index,
    last: candidate.sentence,
    date: null,
  }
}

/**
 * Whether a speech act is the same as the one before: quotes of one speaker that follow each other in a paragraph, or
 * one cue within the words of the other ("accused …, saying").
 */
export function continues(scene: Scene, before: Speech, next: Speech): boolean {
  if (before.speaker.id !== next.speaker.id) return false
  const [a, b] = [scene.parsed.sentences[before.last], scene.parsed.sentences[next.sentence]]
  if (!a || !b || a.paragraph !== b.paragraph) return false
  if (before.quotes.length === 0 || next.quotes.length === 0) return false
  if (before.mode === 'partial' || next.mode === 'partial')
    return before.sentence === next.sentence && before.act === 'comment' && next.act === 'comment'
  return (sentencesSaid(scene, next)[0] ?? next.sentence) - before.last <= 1
}

const RANK = { verbatim: 2, partial: 1, paraphrase: 0 } as const

export function join(before: Speech, next: Speech): void {
  const fresh = (known: readonly ActorMention[], more: readonly ActorMention[]) =>
    more.filter((mention) => !known.some((one) => one.id === mention.id))
  before.others.push(...fresh(before.others, next.others))
  before.targets.push(...fresh(before.targets, next.targets))
  before.quotes.push(...next.quotes.filter((quote) => !before.quotes.some((known) => known.start === quote.start)))
  before.spans.push(...next.spans)
  before.content.push(...next.content)
  before.last = Math.max(before.last, next.last)
  before.venue ??= next.venue
  if (before.act === 'comment') before.act = next.act
  if (before.stance === 'neutral') before.stance = next.stance
  if (RANK[next.mode] > RANK[before.mode]) before.mode = next.mode
}
