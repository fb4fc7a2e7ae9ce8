import type { Token } from '@dateline/english'
import { fold } from '../knowledge/fold.ts'
import { wordSet } from '../knowledge/words.ts'
import { prepositionOf } from './phrases.ts'
import type { View } from './view.ts'

/** Where the name of a country or a city stands: does its government act, or is it where things happen? */
export type Standing = 'actor' | 'place'

const AT_A_PLACE =
  wordSet(`in at near inside outside around across throughout into within onto through toward towards off
  over along beyond above under opposite via amid`)
const BETWEEN_PARTIES = wordSet('with against by between among versus vs despite')
const MOTION =
  wordSet(`go come travel fly return arrive move head flee send deploy dispatch bring take drive sail walk march
  cross withdraw pull depart leave visit trip journey flight route road way access tour escape migrate emigrate deport
  extradite evacuate ship transport carry spread extend back drop rush hurry invite relocate exile export import route
  north south east west kilometer kilometre mile km close next border refugee migrant train bus ferry plane convoy`)
const REACHED =
  wordSet(`visit leave enter reach hit strike cross flee tour bomb shell surround besiege capture seize occupy
  storm control hold retake rock shake batter devastate inhabit circle overlook bypass near approach attack invade
  liberate overrun quit populate`)
const BEING = wordSet('be lie sit stand stretch see witness become remain have experience suffer celebrate bear wake')
const LOCATIVE_NOUNS =
  wordSet(`city town village capital outskirt outskirts north south east west center centre suburb part area
  region province district street road border coast area portion half resident inhabitant university bank bishop archbishop
  mayor people map rest heart edge port side northwest northeast southeast southwest neighbourhood neighborhood`)
const PAIRING = wordSet(
  'tie relation relationship link talk pact deal agreement alliance partnership war conflict border',
)

/** Standing of a country's name. Most uses that name no place of action count as the state. */
export function standingOfCountry(view: View, from: number, head: number): Standing {
  const { token, prepositon } = governed(view, from, head)
  const above = token ? view.tokens[token.head] : undefined
  if (AT_A_PLACE.has(prepositon)) return 'place'
  if (prepositon === 'to' || prepositon === 'from') return above && MOTION.has(fold(above.lemma)) ? 'place' : 'actor'
  if (prepositon === 'of') return above && LOCATIVE_NOUNS.has(fold(above.lemma)) ? 'place' : 'actor'
  if (token?.deprel === 'obj' && above && REACHED_PLACES.has(fold(above.lemma))) return 'place'
  return 'actor'
}
const REACHED_PLACES = wordSet('visit leave enter reach cross flee tour rock shake devastate hit')

/** Standing of a city that is a seat of government: a place unless something that governments do is said of it. */
export function standingOfCity(view: View, from: number, head: number): Standing {
  const { token, prepositon } = governed(view, from, head)
  if (!token) return 'place'
  const above = view.tokens[token.head]
  const next = view.tokens[head + 1]
  if (token.deprel === 'compound' || token.deprel === 'amod' || token.deprel === 'appos') return 'place'
  if (BETWEEN_PARTIES.has(prepositon))
    return prepositon === 'by' && above && LOCATIVE_NOUNS.has(above.lemma) ? 'place' : 'actor'
  if (
    prepositon === 'to' ||
    prepositon === 'from' ||
    prepositon === 'of' ||
    prepositon === 'on' ||
    prepositon === 'for'
  )
    return above && (PAIRING.has(fold(above.lemma)) || SIDES.has(fold(above.lemma))) ? 'actor' : 'place'
  if (prepositon) return 'place'
  if (next?.xpos === 'POS') return above && LOCATIVE_NOUNS.has(fold(above.lemma)) ? 'place' : possessor(above)
  if (token.deprel.startsWith('nsubj') && token.deprel !== 'nsubj:pass' && above)
    return above.upos === 'VERB' && !BEING.has(above.lemma) ? 'actor' : 'place'
  if (token.deprel === 'nsubj:pass')
    return above && /^(?:accuse|ask|urge|warn|tell|blame|criticize|criticise)$/u.test(above.lemma) ? 'actor' : 'place'
  // Before its verb and without preposition it is the subject, whatever the parser made of it.
  const isBeforeVerb =
    above?.upos === 'VERB' && head < above.index && /^(?:VERB|AUX|CCONJ|ADV)$/u.test(next?.upos ?? '')
  if (isBeforeVerb) return BEING.has(above.lemma) ? 'place' : 'actor'
  if (token.deprel === 'obj' || token.deprel === 'iobj')
    return above && !REACHED.has(above.lemma) && TARGETED.has(above.lemma) ? 'actor' : 'place'
  return 'place'
}
const SIDES = wordSet(
  'close closer aid ally pressure sanction demand message reply response support warning threat hostility',
)
const TARGETED =
  wordSet(`accuse urge tell warn ask blame criticize criticise condemn help support pressure anger persuade
  convince force press call thank assure threaten irritate alarm reassure push invite`)

function possessor(owned: Token | undefined): Standing {
  return owned &&
    /^(?:street|airport|mayor|university|suburb|skyline|port|stadium|museum|population|metro|subway|square|zoo)$/u.test(
      owned.lemma,
    )
    ? 'place'
    : 'actor'
}

/** The token whose relation counts: of a later conjunct or an apposition, the first one's. */
function governed(view: View, from: number, head: number): { token: Token | undefined; prepositon: string } {
  let token = view.tokens[head]
  let prepositon = prepositionOf(view, from, head)
  for (
    let steps = 0;
    steps < 5 && token && !prepositon && (token.deprel === 'conj' || token.deprel === 'appos');
    steps++
  ) {
    const above: Token | undefined = view.tokens[token.head]
    if (!above) break
    token = above
    prepositon = prepositionOf(view, above.index, above.index)
  }
  return { token, prepositon }
}
