import type { ExtractedEvent } from '@dateline/domain'
import { describe, expect, test } from 'vitest'
import { annotate } from '../annotate.ts'

const eventsIn = (body: string): ExtractedEvent[] =>
  annotate({ id: 'test', body, publishedAt: '2022-11-28', lang: 'en' }).events

const statementsIn = (body: string): ExtractedEvent[] => eventsIn(body).filter(({ type }) => type === 'statement')

/** `role: words` of the participants of each statement. */
const sides = (body: string): string[] =>
  statementsIn(body).map(({ participants }) =>
    participants.map(({ role, mention }) => `${role}: ${mention.text}`).join(', '),
  )

describe('whom a statement is aimed at', () => {
  test.each([
    [
      'The army accused Bishop Anna Berg and Mayor Ola Lund of helping the rebels.',
      'speaker: The army, target: Anna Berg, target: Ola Lund',
    ],
    ['President Lund blamed the raid on Iran.', 'speaker: Lund, target: Iran'],
    ['President Lund urged Russia and Ukraine to talk.', 'speaker: Lund, target: Russia, target: Ukraine'],
    ['The plan was criticised by President Lund.', 'speaker: Lund'],
    ['Ola Lund was criticised by President Berg.', 'speaker: Berg, target: Ola Lund'],
    ['Ola Lund praised the decision by France to reopen the embassy.', 'speaker: Ola Lund, target: France'],
    ['Ola Lund lashed out at Iran.', 'speaker: Ola Lund, target: Iran'],
    ['Ola Lund condemned the killings in Kenya.', 'speaker: Ola Lund, target: Kenya'],
    ['Ola Lund said that France had meddled in the vote.', 'speaker: Ola Lund, target: France'],
    ['Ola Lund has voiced support for President Berg.', 'speaker: Ola Lund, target: Berg'],
    ["Iran's conduct is unacceptable, President Lund said.", 'speaker: Lund, target: Iran'],
    ['President Lund said that the raid was the shameful work of Iran.', 'speaker: Lund'],
    [
      '“The government of Norway should resign. It failed us,” Anna Berg told reporters.',
      'speaker: Anna Berg, target: The government',
    ],
  ])('%s', (body, expected) => {
    expect(sides(body)).toEqual([expected])
  })

  test('who hears it is no target', () => {
    expect(sides('Ola Lund told reporters that the road was open.')).toEqual(['speaker: Ola Lund'])
  })
})

describe('what is a statement', () => {
  test.each([
    ['Voters, however, appeared reluctant to criticise President Lund.'],
    ['Ola Lund attacked the town.'],
    ['Ola Lund discussed the plan with Anna Berg.'],
    ['Ola Lund believes that the road is open.'],
    ['Ola Lund is determined to open the road.'],
    ['Figures show that prices in Norway rose.'],
    ['Sales in Norway rose, compared to Chad.'],
    ['The ruling junta of Norway declared three days of mourning.'],
    ['Minor changes at several garrisons in Norway were announced.'],
  ])('%s is none', (body) => {
    expect(statementsIn(body)).toEqual([])
  })

  test('an accusation is the statement and the deed that is claimed', () => {
    const events = eventsIn('Kenya accused Chad of shelling two villages on Sunday.')
    expect(events.map(({ type, realis }) => `${type} ${realis}`)).toEqual(['statement actual', 'attack alleged'])
  })

  test('a demand told as an act is a request alone, with quoted words a statement besides', () => {
    const told = eventsIn('President Lund called on the army to leave the town.')
    expect(told.map(({ type }) => type)).toEqual(['request'])
    expect(told[0]?.participants.map(({ role, mention }) => `${role}: ${mention.text}`).sort()).toEqual([
      'recipient: the army',
      'requester: Lund',
    ])
    expect(eventsIn('Ola Lund demanded “free and fair” elections.').map(({ type }) => type)).toContain('statement')
  })

  test('quotations of one speaker that follow each other are one statement', () => {
    const body =
      '“We are friends,” President Lund said. “We have a treaty that will last. Our people know it,” he added.'
    expect(statementsIn(body).map(({ attributes }) => attributes.quote)).toEqual([
      ['We are friends,', 'We have a treaty that will last. Our people know it,'],
    ])
  })

  test('a name in marks is no quotation', () => {
    const [said] = statementsIn('Ola Lund said that the film “The Long Night” was banned.')
    expect(said?.attributes.quote).toBeNull()
  })
})
