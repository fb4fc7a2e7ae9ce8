import type { EventReported } from '@dateline/domain'
import { describe, expect, it } from 'vitest'
import { annotation, as, type EventSketch, place } from '../testing/story.ts'
import { mergeReports } from '../timeline/merge.ts'
import { type Report, reportOf } from '../timeline/report.ts'
import { identify } from './identify.ts'
import { enteredKeys, soughtKeys } from './keys.ts'
import { score } from './score.ts'

let documents = 0

/** The report of a document of its own, published on 2024-05-06. */
function report(sketch: EventSketch, documentId = `doc-${(documents += 1)}`): Report {
  const [, entry] = annotation({ id: documentId, events: [sketch] })
  return reportOf(
    {
      position: BigInt((documents += 1)),
      id: `entry-${documents}`,
      stream: `document-${documentId}`,
      version: 2,
      type: sketch.type,
      schemaVersion: 1,
      recordedAt: new Date(0),
      causationId: null,
      correlationId: null,
      data: entry?.data as EventReported,
      metadata: {},
    },
    {
      documentId,
      revision: 1,
      annotation: String(documents),
      source: documentId,
      url: null,
      title: null,
      published: '2024-05-06',
      textHash: documentId,
      engine: 'test 1',
      country: null,
      sketch: null,
      names: [],
    },
  )
}

/** Whether two reports, one after the other, are found to be one event; also by the keys, without which none is found. */
function same(first: EventSketch, second: EventSketch): boolean {
  const [known, arriving] = [report(first), report(second)]
  const event = { id: 'event', reports: [known], merged: mergeReports([known]), createdAt: known.position }
  const { eventId } = identify(arriving, [event])
  const found = soughtKeys(arriving).some((key) => enteredKeys(known).includes(key))
  return found && eventId === 'event'
}

const ruritania = place('country:RU', 'Ruritania')
const streslau = place('place:RU/streslau', 'Streslau')
const hentzau = place('place:RU/hentzau', 'Hentzau')
const vote: EventSketch = {
  type: 'election',
  edtf: '2024-05-05',
  place: ruritania,
  attributes: { kind: 'presidential' },
  says: 'They voted.',
}
const bomb: EventSketch = { type: 'attack', edtf: '2024-05-04', place: streslau, says: 'A bomb went off.' }
const named = (actor: string, says: string): EventSketch => ({
  type: 'appointment',
  edtf: '2024-05-04',
  place: ruritania,
  participants: [as('holder', actor)],
  says,
})
const words = 'we will not accept the result of this vote whatever they may say'
const said = (quote: string, speaker = 'person:jane-doe'): EventSketch => ({
  type: 'statement',
  edtf: 'unknown',
  participants: [as('speaker', speaker)],
  attributes: { quote: [quote], act: 'reject' },
  says: `Doe said: "${quote}"`,
})

/** The speaker's words in those of the reporter. */
const told = (content: string, edtf = '2024-05-04'): EventSketch => ({
  type: 'statement',
  edtf,
  participants: [as('speaker', 'person:jane-doe')],
  attributes: { quote: null, act: 'comment' },
  says: `Doe said that ${content}.`,
})
const court: EventSketch = {
  type: 'legal_action',
  edtf: '2024-05-04',
  place: streslau,
  attributes: { stage: 'sentence' },
}

describe('two reports are one event', () => {
  it.each<[string, EventSketch, EventSketch]>([
    ['an election of one country on one day', vote, { ...vote, says: 'The poll is over.' }],
    [
      'an election dated by the week and by the day',
      vote,
      { ...vote, edtf: '2024-04-29/2024-05-05', says: 'Last week they voted.' },
    ],
    ['an election dated by the month, told first', { ...vote, edtf: '2024-05', says: 'In May they vote.' }, vote],
    ['an election planned, then held', { ...vote, realis: 'future', says: 'They will vote.' }, vote],
    ['a bomb in one town on one day', bomb, { ...bomb, says: 'An explosion shook the market.' }],
    ['an attack that one calls a battle', bomb, { ...bomb, type: 'armed_conflict', says: 'Fighting broke out.' }],
    [
      'an appointment and the inauguration of one person',
      named('person:jane-doe', 'Doe was named.'),
      { ...named('person:jane-doe', 'Doe took office.'), type: 'inauguration' },
    ],
    [
      'few words of one speaker on one day, of which neither quotes',
      told('the ferry would sail'),
      { ...told('the ferry will sail again'), edtf: '2024-05-04' },
    ],
    [
      'words of one speaker on one day, of which one quotes',
      { ...said('Nobody will stop the ferry from sailing to Hentzau'), edtf: '2024-05-04' },
      told('the ferry would sail'),
    ],
    [
      'a sentence on a man, and one on him by his office',
      { ...court, participants: [as('defendant', 'person:jane-doe')], says: 'A court in Streslau jailed Jane Doe.' },
      { ...court, says: 'The banker was jailed by a court in Streslau.' },
    ],
    ['a statement that one quotes half of', said(words), said('accept the result of this vote whatever they may say')],
    [
      'what is told in the same sentence, undated',
      { ...bomb, edtf: 'unknown', place: ruritania, says: 'The bomb tore through the crowded market hall.' },
      { ...bomb, edtf: 'unknown', place: ruritania, says: 'The bomb tore through the crowded market hall.' },
    ],
    [
      'a meeting of the same parties on one day',
      {
        type: 'diplomatic_meeting',
        edtf: '2024-05-04',
        participants: [as('party', 'country:RU'), as('party', 'country:ZE')],
        says: 'They met.',
      },
      {
        type: 'diplomatic_meeting',
        edtf: '2024-05-04',
        participants: [as('host', 'country:RU'), as('guest', 'country:ZE')],
        says: 'He received her.',
      },
    ],
  ])('%s', (_, first, second) => {
    expect(same(first, second)).toBe(true)
  })
})

describe('two reports are two events', () => {
  it.each<[string, EventSketch, EventSketch]>([
    ['elections of one country on two days', vote, { ...vote, edtf: '2024-05-12' }],
    ['elections of two kinds on one day', vote, { ...vote, attributes: { kind: 'local' } }],
    ['elections of two countries', vote, { ...vote, place: place('country:ZE', 'Zenda') }],
    ['an election that was held and one that was not', vote, { ...vote, realis: 'negated' }],
    ['bombs in two towns of one country on one day', bomb, { ...bomb, place: hentzau }],
    [
      'attacks of which only the country and the day are the same',
      { ...bomb, place: ruritania },
      { ...bomb, place: ruritania, says: 'Shots were fired at a patrol near the border.' },
    ],
    ['bombs in one town on two days', bomb, { ...bomb, edtf: '2024-05-03' }],
    ['bombs of which one is dated by its year', bomb, { ...bomb, edtf: '2024', says: 'There were bombs in the town.' }],
    [
      'appointments of two persons on one day',
      named('person:jane-doe', 'Doe was named.'),
      named('person:john-roe', 'Roe was named.'),
    ],
    ['statements of two speakers in the same words', said(words), said(words, 'person:john-roe')],
    [
      'statements of one speaker in other words',
      said(words),
      said('the economy is growing faster than anybody had expected this year'),
    ],
    ['few words of one speaker on two days', told('the ferry would sail'), told('the ferry will sail', '2024-05-02')],
    ['words on two matters on one day', told('the ferry would sail'), told('the mines would close')],
    [
      'sentences of two persons, of whom one was not recognised',
      { ...court, participants: [as('defendant', 'person:jane-doe')], says: 'A court in Streslau jailed Jane Doe.' },
      { ...court, says: 'Rupert Roe, a banker, was jailed by a court in Streslau.' },
    ],
    ['statements that share only a short phrase', said('the result'), said('the result')],
    [
      'sanctions imposed and lifted',
      {
        type: 'sanctions',
        participants: [as('imposer', 'country:RU'), as('target', 'country:ZE')],
        attributes: { status: 'imposed' },
        says: 'One.',
      },
      {
        type: 'sanctions',
        participants: [as('imposer', 'country:RU'), as('target', 'country:ZE')],
        attributes: { status: 'lifted' },
        says: 'Two.',
      },
    ],
    [
      'two policies of one government on one day',
      {
        type: 'policy_change',
        place: ruritania,
        participants: [as('actor', 'country:RU')],
        says: 'It raised the price of bread.',
      },
      {
        type: 'policy_change',
        place: ruritania,
        participants: [as('actor', 'country:RU')],
        says: 'It closed all schools until further notice.',
      },
    ],
  ])('%s', (_, first, second) => {
    expect(same(first, second)).toBe(false)
  })

  it('because one document tells them apart', () => {
    const [known, arriving] = [report(bomb, 'one'), report(bomb, 'one')]
    const other = { ...arriving, by: known.by }
    const event = { id: 'event', reports: [known], merged: mergeReports([known]), createdAt: 1n }
    expect(identify(other, [event])).toMatchObject({ eventId: null })
  })
})

it('puts nobody with those whom one report names beside him', () => {
  const sentence = (says: string, ...names: string[]) =>
    report({ ...court, participants: names.map((name) => as('defendant', name)), says })
  const reports = [
    sentence('A court in Streslau jailed Jane Doe.', 'person:jane-doe'),
    sentence('A court in Streslau jailed Jane Doe and Rupert Roe.', 'person:jane-doe', 'person:rupert-roe'),
  ]
  const event = { id: 'event', reports, merged: mergeReports(reports), createdAt: 1n }
  const arriving = sentence('A court in Streslau jailed Rupert Roe.', 'person:rupert-roe')
  expect(identify(arriving, [event]).eventId).toBeNull()
})

it('does not chain undated reports, each near to the one before, into an event of months', () => {
  const told = (daysLater: number, edtf: string) => {
    const one = report({ ...bomb, edtf })
    return { ...one, publishedAt: one.publishedAt + daysLater * 86_400_000 }
  }
  const reports = [told(0, '2024-05-04'), told(10, 'unknown'), told(20, 'unknown')]
  const event = (known: Report[]) => ({ id: 'event', reports: known, merged: mergeReports(known), createdAt: 1n })
  expect(identify(reports[1]!, [event(reports.slice(0, 1))]).eventId).toBe('event')
  expect(identify(reports[2]!, [event(reports.slice(0, 2))]).eventId).toBeNull()
  // Where none says when it happened, the first one counts.
  const undated = [told(0, 'unknown'), told(10, 'unknown'), told(20, 'unknown')]
  expect(identify(undated[1]!, [event(undated.slice(0, 1))]).eventId).toBe('event')
  expect(identify(undated[2]!, [event(undated.slice(0, 2))]).eventId).toBeNull()
})

it('does not take the towns of one name in two countries for one place', () => {
  const says = 'An explosion shook the market of Streslau.'
  const [known, arriving] = [
    report({ ...bomb, says }),
    report({ ...bomb, place: place('place:ZE/streslau', 'Streslau'), says }),
  ]
  const { reasons } = score(arriving, { reports: [known], merged: mergeReports([known]) })
  expect(reasons).toContain('another country (-3)')
  expect(reasons.filter((reason) => reason.startsWith('the places agree'))).toEqual([])
})

it('says why', () => {
  const [known, arriving] = [report(bomb), report({ ...bomb, says: 'An explosion shook the market.' })]
  const event = { id: 'event', reports: [known], merged: mergeReports([known]), createdAt: 1n }
  expect(identify(arriving, [event]).score.reasons).toEqual(['the dates agree (2)', 'the places agree (3)'])
})

it('says of which events like it a first report is not', () => {
  const candidate = (id: string, sketch: EventSketch, createdAt: bigint) => {
    const known = report(sketch)
    return { id, reports: [known], merged: mergeReports([known]), createdAt }
  }
  const candidates = [
    candidate('a vote', vote, 1n),
    candidate('far away', { ...bomb, place: hentzau, says: 'A bomb went off in the harbour of Hentzau.' }, 2n),
    candidate('long ago', { ...bomb, edtf: '2024-03-01', says: 'Shots were heard.' }, 3n),
  ]
  const arriving = report({ ...bomb, says: 'A bomb went off in the harbour of Streslau.' })
  const { eventId, refused } = identify(arriving, candidates)
  expect(eventId).toBeNull()
  expect(refused).toEqual([
    { eventId: 'far away', because: 'another place' },
    { eventId: 'long ago', because: 'another date' },
  ])
  expect(identify(arriving, candidates.toReversed()).refused).toEqual(refused)
})

it('takes the oldest of events that fit equally', () => {
  const [younger, older, arriving] = [report(bomb), report(bomb), report({ ...bomb, says: 'An explosion.' })]
  const candidate = (id: string, known: Report, createdAt: bigint) => ({
    id,
    reports: [known],
    merged: mergeReports([known]),
    createdAt,
  })
  const candidates = [candidate('younger', younger, 9n), candidate('older', older, 3n)]
  expect(identify(arriving, candidates).eventId).toBe('older')
  expect(identify(arriving, candidates.toReversed()).eventId).toBe('older')
})
