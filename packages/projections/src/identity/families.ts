import type { EventType } from '@dateline/domain'

/**
 * How events of a type are told apart.
 * - `rare`: a country has few of them: country and date say which.
 * - `person`: the one it happens to says which.
 * - `incident`: place and day say which; in one country there are many at once.
 * - `between`: the parties say which.
 * - `speech`: speaker and words say which.
 */
export type Telling = 'rare' | 'person' | 'incident' | 'between' | 'speech'

export interface Family {
  /** Types of one family are near enough for two reports of one event to differ in them */
  name: string
  telling: Telling
  /** The roles that say who it is about */
  principals: readonly string[]
  /** Attributes that two reports of one event do not differ in */
  fixed: readonly string[]
}

const family = (
  name: string,
  telling: Telling,
  principals: readonly string[],
  fixed: readonly string[] = [],
): Family => ({
  name,
  telling,
  principals,
  fixed,
})

const violence = ['perpetrator', 'target', 'victim', 'attacker', 'defender']

export const FAMILIES: Readonly<Record<EventType, Family>> = {
  election: family('election', 'rare', ['winner', 'loser'], ['kind', 'winner']),
  election_call: family('election_call', 'rare', ['caller'], ['kind', 'action']),
  election_observation: family('election_observation', 'rare', ['observer'], []),
  referendum: family('referendum', 'rare', ['organiser'], ['result']),
  inauguration: family('taking office', 'person', ['holder'], []),
  appointment: family('taking office', 'person', ['holder'], []),
  resignation: family('leaving office', 'person', ['holder'], []),
  dismissal: family('leaving office', 'person', ['holder'], []),
  coup: family('coup', 'rare', ['perpetrator', 'target'], []),
  protest: family('protest', 'incident', ['participants', 'target'], []),
  unrest: family('protest', 'incident', ['participants', 'target'], []),
  crackdown: family('crackdown', 'incident', ['actor', 'target'], ['means']),
  arrest: family('arrest', 'person', ['detainee'], []),
  legal_action: family('legal action', 'person', ['defendant'], ['stage']),
  internet_shutdown: family('internet shutdown', 'rare', ['perpetrator'], ['scope']),
  attack: family('violence', 'incident', violence, []),
  armed_conflict: family('violence', 'incident', violence, []),
  military_deployment: family('deployment', 'between', ['sender', 'force', 'host'], ['action']),
  territorial_control: family('territory', 'between', ['actor', 'loser'], ['mode', 'territory']),
  sanctions: family('sanctions', 'between', ['imposer', 'target'], ['status', 'kind']),
  diplomatic_meeting: family('meeting', 'between', ['party', 'host', 'guest'], []),
  agreement: family('agreement', 'between', ['party'], ['kind', 'status']),
  diplomatic_relations: family('relations', 'between', ['actor', 'target'], ['action']),
  aid: family('aid', 'between', ['donor', 'recipient'], ['kind']),
  arms_transfer: family('arms', 'between', ['seller', 'buyer'], ['status']),
  policy_change: family('policy', 'between', ['actor'], ['direction', 'instrument']),
  request: family('request', 'between', ['requester', 'recipient'], []),
  threat: family('threat', 'between', ['actor', 'target'], []),
  statement: family('statement', 'speech', ['speaker'], []),
  disaster: family('disaster', 'incident', [], ['kind']),
}

/** Who the event is about, each once. */
export function principalsOf(event: {
  type: EventType
  participants: readonly { role: string; actor: string | { id: string } }[]
}): readonly string[] {
  const { principals } = FAMILIES[event.type]
  const ids: string[] = []
  for (const { role, actor } of event.participants) {
    const id = typeof actor === 'string' ? actor : actor.id
    if (principals.includes(role) && !ids.includes(id)) ids.push(id)
  }
  return ids
}
