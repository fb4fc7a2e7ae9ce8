import type { Speech } from './speech.ts'
import type { Cluster } from './merge.ts'

/** The chance that an event is right, from what is known of it. The coefficients are fitted on development articles. */
export function confidenceOf(cluster: Cluster): number {
  const [first] = cluster.members
  if (!first) return 0
  const features = [
    1,
    cluster.members.length > 1 ? 1 : 0,
    cluster.members.some((member) => member.match.kind === 'verb') ? 1 : 0,
    Math.min(2, cluster.participants.length),
    cluster.date ? 1 : 0,
    cluster.place ? 1 : 0,
    cluster.members.every((member) => member.quotation >= 0) ? 1 : 0,
    cluster.realis === 'actual' || cluster.realis === 'ongoing' ? 1 : 0,
  ]
  const sum = features.reduce((total, value, at) => total + value * (COEFFICIENTS[at] ?? 0), 0)
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000
}

const COEFFICIENTS = [-0.6, 0.5, 0.2, 0.4, 0.6, 0.3, -0.8, 0.2]

/** The same for a statement. */
export function statementConfidence(speech: Speech): number {
  const features = [
    1,
    speech.quotes.length > 0 ? 1 : 0,
    speech.speaker.kind === 'person' ? 1 : 0,
    speech.speaker.via === 'pronoun' ? 1 : 0,
  ]
  const sum = features.reduce((total, value, at) => total + value * (STATEMENT_COEFFICIENTS[at] ?? 0), 0)
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000
}

const STATEMENT_COEFFICIENTS = [0.6, 0.9, 0.4, -0.2]
