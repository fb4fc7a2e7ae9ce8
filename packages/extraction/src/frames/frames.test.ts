import { EVENT_TYPES, isEventType, ONTOLOGY } from '@dateline/domain'
import { describe, expect, test } from 'vitest'
import { annotate } from '../annotate.ts'
import { FRAMES } from './all.ts'

const typesIn = (body: string) =>
  annotate({ id: 'doc', body, publishedAt: '2024-05-16' })
    .events.filter(({ type }) => type !== 'statement')
    .map(({ type }) => type)

describe('frames are sound', () => {
  test('each type has one', () => {
    expect(FRAMES.map(({ type }) => type).toSorted()).toEqual(EVENT_TYPES.toSorted())
  })

  test.each(FRAMES.map((frame) => [frame.type, frame] as const))(
    '%s has the roles and attributes of the ontology',
    (type, frame) => {
      const { roles, attributes } = ONTOLOGY[type]
      const triggers = [...(frame.verbs ?? []), ...(frame.nouns ?? []), ...(frame.adjectives ?? [])]
      expect(triggers.length).toBeGreaterThan(2)
      for (const role of [frame.roles, ...triggers.map((trigger) => trigger.roles ?? {})].flatMap(Object.keys))
        expect(roles).toContain(role)
      const named = [...triggers.map((trigger) => trigger.attributes ?? {}), frame.values ?? {}].flatMap(Object.keys)
      for (const name of named) expect(Object.keys(attributes)).toContain(name)
    },
  )
})

/** Sentences written for the test: the type on the left is told by each on the right. */
const TOLD: Record<string, string[]> = {
  election: [
    'Maria Lopez won the presidential election in Ecuador on Sunday.',
    'Voters in Ghana re-elected President Kofi Mensah on Sunday.',
  ],
  election_call: [
    'The prime minister of Spain called a snap election on Monday.',
    'The government of Mali postponed the presidential election on Tuesday.',
  ],
  election_observation: [
    'The African Union sent 40 observers to monitor the election in Togo.',
    'The European Union monitored the vote in Kenya.',
  ],
  referendum: [
    'Switzerland held a referendum on Sunday.',
    'Voters in Ireland approved the change in a referendum on Friday.',
  ],
  inauguration: [
    'Anna Novak was sworn in as president of Slovenia on Monday.',
    'The new president of Chile took office on Friday.',
  ],
  appointment: [
    'The king appointed Omar Haddad prime minister on Monday.',
    'President Silva named Pedro Costa as finance minister.',
  ],
  resignation: ['The prime minister of Nepal resigned on Monday.', 'The mayor of Lima stepped down on Friday.'],
  dismissal: [
    'President Kabore sacked his defence minister on Tuesday.',
    'Lawmakers impeached President Ruiz on Thursday.',
  ],
  coup: [
    'Soldiers seized power in a coup in Niger on Wednesday.',
    'The army overthrew the government of Guinea in a coup.',
  ],
  protest: ['Thousands of people protested in Santiago on Sunday.', 'Teachers went on strike in Tunisia on Monday.'],
  unrest: ['Rioters looted shops in Port Moresby on Wednesday.', 'Protesters clashed with police in Dhaka on Friday.'],
  crackdown: [
    'Police fired tear gas at protesters in Nairobi on Tuesday.',
    'The government of Ecuador declared a state of emergency on Monday.',
  ],
  arrest: [
    'Police arrested three journalists in Minsk on Monday.',
    'A former minister was detained in Lusaka on Friday.',
  ],
  legal_action: [
    'A court sentenced the former president to six years in prison.',
    'Prosecutors charged the mayor with corruption on Monday.',
    'The mayor was given a six-year sentence on Monday.',
    'A judge sent the banker Ana Rey to prison for six months.',
    'A judge gave the banker a prison term of two years.',
  ],
  internet_shutdown: [
    'The government of Senegal blocked access to the internet on Monday.',
    'Authorities shut down the internet in Sudan.',
    'Ghana was without internet on Monday.',
    'Chad lost its internet connection on Friday.',
  ],
  attack: [
    'Gunmen killed 12 people in an attack on a village in Nigeria on Saturday.',
    'A suicide bomber blew himself up at a market in Kabul.',
  ],
  armed_conflict: [
    'Russian troops invaded Ukraine in February 2022.',
    'Government forces fought rebels near Goma on Monday.',
  ],
  military_deployment: ['France sent troops to Chad on Monday.', 'The United States withdrew its soldiers from Niger.'],
  territorial_control: ['Rebels captured the town of Bambari on Friday.', 'Russia annexed Crimea in 2014.'],
  sanctions: [
    'The European Union imposed sanctions on Belarus on Monday.',
    'Washington lifted sanctions on Sudan.',
    'Chad was hit with sanctions by Ghana on Monday.',
  ],
  diplomatic_meeting: [
    'The president of Kenya met the president of Uganda in Kampala on Monday.',
    'President Macron visited Morocco on Tuesday.',
  ],
  agreement: [
    'Ethiopia and Somalia signed an agreement in Ankara on Wednesday.',
    'The two sides agreed to a ceasefire on Friday.',
  ],
  diplomatic_relations: [
    'Poland expelled three Russian diplomats on Monday.',
    'Nicaragua broke diplomatic relations with Ecuador.',
  ],
  aid: [
    'Japan sent 20 tonnes of relief supplies to Vanuatu on Monday.',
    'The International Monetary Fund approved a loan to Ghana.',
  ],
  arms_transfer: ['Germany delivered tanks to Ukraine in March.', 'South Korea sold missiles to Poland.'],
  policy_change: [
    'Parliament passed a law on Thursday.',
    'The central bank of Turkey raised interest rates on Thursday.',
  ],
  request: [
    'The government of Haiti asked the United Nations for help.',
    'Opposition groups demanded the release of prisoners.',
  ],
  threat: ['North Korea threatened to attack the South on Monday.', 'The militia threatened the government with war.'],
  disaster: [
    'An earthquake killed 40 people in Nepal on Friday.',
    'A ferry sank off the coast of Indonesia on Sunday.',
  ],
}

const cases = Object.entries(TOLD).flatMap(([type, bodies]) => bodies.map((body) => [type, body] as const))

test.each(cases)('%s: %s', (type, body) => {
  expect(typesIn(body)).toContain(type)
})

test('every type but statements has its sentences', () => {
  expect(Object.keys(TOLD).filter(isEventType).toSorted()).toEqual(
    EVENT_TYPES.filter((type) => type !== 'statement').toSorted(),
  )
})

/** Words of the frames in other senses, in general or not done. */
test.each([
  ['election', 'An election is a vote by which people choose who governs them.'],
  ['election', 'Real Madrid won the final in London on Saturday.'],
  ['election_call', 'A reporter called the election commission on Monday.'],
  ['inauguration', 'The witness was sworn to secrecy by the lawyers.'],
  ['resignation', 'She accepted the news with resignation.'],
  ['dismissal', 'The rebels fired missiles at the airport of Aden.'],
  ['protest', 'The study demonstrated that sleep helps memory.'],
  ['protest', 'The army carried out an air strike near the border.'],
  ['unrest', 'The two coaches clashed over tactics in training.'],
  ['arrest', 'He died of a cardiac arrest at home.'],
  ['legal_action', 'The battery was charged in an hour.'],
  ['attack', 'She suffered a heart attack at work.'],
  ['attack', 'The film was shot in Iceland last summer.'],
  ['attack', 'Lawmakers killed the bill in committee.'],
  ['armed_conflict', 'He lost his battle with cancer at 61.'],
  ['military_deployment', 'Please call in advance to reserve a table.'],
  ['diplomatic_meeting', 'The factory met its production targets in May.'],
  ['agreement', 'Analysts agreed that growth would slow.'],
  ['aid', 'The charity was given a poor rating.'],
  ['crackdown', 'The committee dispersed after lunch.'],
  ['disaster', 'Shares crashed in London on Monday.'],
  ['territorial_control', 'The photograph captured the mood of the city.'],
])('no %s in: %s', (type, body) => {
  expect(typesIn(body)).not.toContain(type)
})

test('the dead of a crash are no victims of an attack, whatever the verb', () => {
  const types = typesIn('Pan Ocean Flight 302 crashed near Lagos on Sunday, killing all 157 people on board.')
  expect(types).toContain('disaster')
  expect(types).not.toContain('attack')
})

test('a disaster is told of though the parser took its noun for a part of a name', () => {
  expect(typesIn('A magnitude 7.8 earthquake struck Nepal on Saturday, killing more than 2,000 people.')).toContain(
    'disaster',
  )
})
