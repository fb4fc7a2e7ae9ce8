import type { Cluster } from './merge.ts'
import type { Speech } from './speech.ts'
import { EVENT_WEIGHTS, STATEMENT_WEIGHTS } from './weights.ts'

/** What is known of an event that tells how likely it is right; the first is constant. */
export function eventFeatures({ members, participants, date, place, realis }: Cluster): number[] {
  return [
    1,
    Math.log(members.length),
    members.some(({ match }) => match.kind === 'verb') ? 1 : 0,
    Math.min(2, participants.length),
    date?.basis === 'explicit' || date?.basis === 'relative' ? 1 : 0,
    place ? 1 : 0,
    members.every(({ quotation }) => quotation >= 0) ? 1 : 0,
    realis === 'actual' || realis === 'ongoing' ? 1 : 0,
    members.every(({ match }) => match.trigger.weak) ? 1 : 0,
    members.some(({ headline }) => headline) ? 1 : 0,
  ]
}

/** The same for a statement. */
export function statementFeatures({ quotes, speaker, targets, mode, act }: Speech): number[] {
  return [
    1,
    quotes.length > 0 ? 1 : 0,
    mode === 'verbatim' ? 1 : 0,
    speaker.kind === 'person' ? 1 : 0,
    speaker.via === 'name' || speaker.via === 'acronym' ? 1 : 0,
    targets.length > 0 ? 1 : 0,
    act === 'comment' ? 1 : 0,
  ]
}

/** The logistic of a weighted sum, to three places and never certain. */
function chance(features: readonly number[], weights: readonly number[]): number {
  const sum = features.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0)
  return Math.min(0.99, Math.max(0.01, Math.round(1000 / (1 + Math.exp(-sum))) / 1000))
}

/** The chance that an event is right. */
export const confidenceOf = (cluster: Cluster): number => chance(eventFeatures(cluster), EVENT_WEIGHTS)

/** The chance that a statement is right. */
export const statementConfidence = (speech: Speech): number => chance(statementFeatures(speech), STATEMENT_WEIGHTS)
