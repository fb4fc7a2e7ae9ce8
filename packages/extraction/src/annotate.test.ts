import { edtfBounds, type Annotation, type Span } from '@dateline/domain'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annotate } from './annotate.ts'

const read = (body: string, publishedAt: string | undefined = '2024-05-16') =>
  annotate({ id: 'doc', body, publishedAt })
const eventsIn = (body: string, type?: string) =>
  read(body).events.filter((event) => type === undefined || event.type === type)
const only = (body: string, type: string) => {
  const found = eventsIn(body, type)
  expect(found.map(({ trigger }) => trigger.text)).toHaveLength(1)
  return found[0] as Annotation['events'][number]
}

describe('one event is one entry', () => {
  test('mentions that say nothing against it join the event', () => {
    const { evidence } = only(
      'An earthquake killed 40 people in Nepal on Tuesday. The quake destroyed hundreds of houses. Rescuers said the earthquake was the worst in ten years.',
      'disaster',
    )
    expect(evidence.length).toBeGreaterThan(1)
  })

  test('another day is another event', () => {
    expect(
      eventsIn(
        'A bomb killed two soldiers in Mali on Monday. A bomb killed five soldiers in Mali on Tuesday.',
        'attack',
      ),
    ).toHaveLength(2)
  })

  test('another country is another event', () => {
    expect(eventsIn('Farmers protested in Poland. Farmers protested in Spain.', 'protest')).toHaveLength(2)
  })

  test('somebody else in the same post is another event', () => {
    expect(
      eventsIn(
        'Anna Novak was sworn in as president of Slovenia in 2022. Ivan Petrov was sworn in as president of Bulgaria in 2021.',
        'inauguration',
      ),
    ).toHaveLength(2)
  })

  test('a "second" one is another event', () => {
    expect(
      eventsIn('Gunmen attacked a village in Chad on Monday. A second attack hit a market.', 'attack').length,
    ).toBe(2)
  })
})

describe('dates', () => {
  test('are those of the clause, not of the reporting', () => {
    expect(
      only('Police said on Wednesday that three men were arrested in Lyon on Sunday.', 'arrest').date,
    ).toMatchObject({ edtf: '2024-05-12', precision: 'day' })
  })

  test('of a nominal are those before it', () => {
    expect(only('The 12 May election was won by Maria Lopez.', 'election').date.edtf).toBe('2024-05-12')
  })

  test('follow the preposition', () => {
    expect(only('The company sold missiles to Poland until March 2024.', 'arms_transfer').date.edtf).toBe('../2024-03')
  })

  test('are taken from the event that the sentence names', () => {
    const { date } = only(
      'Peru held an election on 12 May. Before the election, police arrested the mayor of Cusco.',
      'arrest',
    )
    expect(date).toMatchObject({ edtf: '../2024-05-12', basis: 'inherited' })
  })

  test('are unknown where the text gives none', () => {
    expect(only('The rebels captured the town of Bambari.', 'territorial_control').date).toEqual({
      edtf: 'unknown',
      precision: 'unknown',
      basis: 'none',
      expression: null,
    })
  })

  test('are not those of the date line', () => {
    const { date } = only(
      'LIMA, May 14 (Agency) - The interior minister of Peru resigned over the killings.',
      'resignation',
    )
    expect(date.edtf).not.toBe('2024-05-14')
  })

  test('without a publication date are those of the calendar only', () => {
    const events = annotate({
      id: 'doc',
      body: 'The army seized power in Niger on 26 July 2023. The president resigned on Monday.',
    }).events
    expect(events.map(({ date }) => date.edtf)).toEqual(expect.arrayContaining(['2023-07-26']))
    expect(events.every(({ date }) => !date.edtf.includes('2024'))).toBe(true)
  })
})

describe('realis', () => {
  test.each([
    ['The president of Kenya will visit Uganda on Monday.', 'diplomatic_meeting', 'future'],
    ['Unions plan a strike in Belgium on Monday.', 'protest', 'future'],
    ['The government cancelled talks with the rebels on Monday.', 'diplomatic_meeting', 'negated'],
    ['The opposition accused the army of killing ten farmers in Sudan.', 'attack', 'alleged'],
    ['Police arrested the mayor of Lima on Monday.', 'arrest', 'actual'],
    ['Rebels are attacking the town of Bambari.', 'attack', 'ongoing'],
    ['Lindqvist is to be sworn in on 24 August.', 'inauguration', 'future'],
    ['Amara Diallo is due to take office on July 28.', 'inauguration', 'future'],
    ['The Senate of Paraguay voted on Tuesday to remove President Ugarte from office.', 'dismissal', 'actual'],
  ])('%s', (body, type, realis) => {
    expect(only(body, type).realis).toBe(realis)
  })

  test.each([
    'The president may resign.',
    'If the government falls, the army will seize power.',
    'Activists called for an election.',
  ])('what is merely possible is no event: %s', (body) => {
    expect(
      eventsIn(body).filter(({ type, realis }) => type !== 'request' && type !== 'statement' && realis === 'actual'),
    ).toEqual([])
  })

  test('a claim has its claimant', () => {
    const body = 'Opposition groups in Chad accused the government of blocking the internet.'
    const claim = only(body, 'internet_shutdown')
    const statement = only(body, 'statement')
    expect(claim.realis).toBe('alleged')
    expect(claim.assertedBy).toBe(statement.attributes.speaker)
    expect(statement.attributes.act).toBe('accuse')
  })
})

describe('participants stand where the sentence puts them', () => {
  const roles = (body: string, type: string) =>
    only(body, type)
      .participants.map(({ role, mention }) => `${role}: ${mention.text}`)
      .toSorted()

  test('active and passive say the same', () => {
    expect(roles('Police arrested Juan Mora in Lima.', 'arrest')).toEqual(
      roles('Juan Mora was arrested by police in Lima.', 'arrest').map((role) => role.replace('police', 'Police')),
    )
  })

  test('a relative clause speaks of what it modifies', () => {
    expect(roles('Juan Mora, who was arrested in Lima on Monday, denied everything.', 'arrest')).toEqual([
      'detainee: Juan Mora',
    ])
  })

  test('a possessor owns what its noun does', () => {
    expect(roles("Russia's invasion of Ukraine began in February 2022.", 'armed_conflict')).toEqual([
      'attacker: Russia',
      'defender: Ukraine',
    ])
  })

  test('the object of an accusation is who does it', () => {
    expect(roles('The report accused Juan Mora of killing two miners in Peru.', 'attack')).toContain(
      'perpetrator: Juan Mora',
    )
  })
})

describe('attributes', () => {
  test.each([
    ['A bomb killed more than 230 people in Iraq.', { value: 230, qualifier: '>', unit: 'person' }],
    ['A bomb killed at least a dozen people in Iraq.', { value: 12, qualifier: '>=', unit: 'person' }],
    ['A bomb killed two women and one man in Iraq.', { value: 3, qualifier: '=', unit: 'person' }],
    ['A bomb killed nearly 1,200 people in Iraq.', { value: 1200, qualifier: '~', unit: 'person' }],
  ])('%s', (body, fatalities) => {
    expect(only(body, 'attack').attributes.fatalities).toEqual(fatalities)
  })

  test('deaths in riots are the riots’ and no attack', () => {
    const body = 'Forty people died in riots in Karachi on Monday.'
    expect(only(body, 'unrest').attributes.fatalities).toMatchObject({ value: 40 })
    expect(eventsIn(body, 'attack')).toEqual([])
  })
})

describe('what the page adds carries no event', () => {
  test.each([
    ['a byline', 'By Maria Lopez\n\nThe market was calm on Monday.'],
    ['a caption', 'The president resigned in 2013. (Photo: Agency/Getty)\n\nThe market was calm on Monday.'],
    [
      'a subscription',
      'The market was calm.\n\nSubscribe to our newsletter and read how protesters attacked the police on Monday.',
    ],
    ['a related article', 'The market was calm.\n\nRead more: Rebels attacked a village in Chad on Monday.'],
  ])('%s', (_, body) => {
    expect(eventsIn(body)).toEqual([])
  })

  test('an anniversary is not what it remembers', () => {
    expect(eventsIn('The mayor spoke on the anniversary of the protest march.', 'protest')).toEqual([])
  })

  test('a text in another language has names and dates but no events', () => {
    const body =
      'Le président du Pérou a démissionné lundi après les manifestations dans les rues de la capitale, a dit le ministre de la Justice.'
    expect(read(body).events).toEqual([])
    expect(read(body).attributions).toEqual([])
  })
})

const SENTENCES = [
  'Police arrested three men in Lyon on Sunday.',
  '“We will win,” said Maria Lopez, the mayor of Lima.',
  'Thousands of people protested in Santiago — and the government, which had raised fares, resigned.',
  'The U.S. imposed sanctions on Belarus; “unacceptable”, Minsk said.',
  'Ömer Şahin’s party lost the 12 May election.',
  '👩‍👩‍👧 marched through Zürich 🇨🇭.',
  'THE ARMY SEIZED POWER IN NIGER.',
  '"He said "she said "they left".',
  'مظاهرات في القاهرة',
  'Read more: subscribe!',
  '\u0000\u0007\u200f\u202e',
  '((( ... --- ,,, ;;;',
]
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...SENTENCES), fc.string({ unit: 'binary', maxLength: 30 })), { maxLength: 8 })
  .chain((parts) => fc.constantFrom(' ', '\n\n', '\n').map((joint) => parts.join(joint)))
const anyDate = fc.constantFrom(undefined, '2024-05-16', '1989-03-30T12:00:00Z', 'not a date')

function spansOf(annotation: Annotation): (Span | null)[] {
  return [
    ...annotation.sentences,
    ...annotation.timexes,
    ...annotation.mentions,
    ...annotation.attributions.flatMap(({ source, cue, content }) => [source, cue, ...content]),
    ...annotation.events.flatMap(({ trigger, evidence, date, participants }) => [
      trigger,
      ...evidence,
      date.expression,
      ...participants.map(({ mention }) => mention),
    ]),
  ]
}

describe('laws of the contract', () => {
  test('every span is verbatim, every actor has a mention, every date is EDTF, whatever the text', () => {
    fc.assert(
      fc.property(anyText, anyDate, (body, publishedAt) => {
        const annotation = annotate({ id: 'doc', body, publishedAt })
        const spans = spansOf(annotation).filter((span) => span !== null)
        expect(spans.map(({ start, end }) => body.slice(start, end))).toEqual(spans.map(({ text }) => text))
        const actors = new Set(annotation.mentions.map(({ id }) => id))
        for (const { participants, date, evidence, confidence, attributes } of annotation.events) {
          for (const { actor } of participants) expect(actors.has(actor)).toBe(true)
          expect(edtfBounds(date.edtf)).not.toBeNull()
          expect(evidence.length).toBeGreaterThan(0)
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThan(1)
          for (const quote of (attributes.quote as string[] | null | undefined) ?? []) expect(body).toContain(quote)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('the same text gives the same bytes', () => {
    fc.assert(
      fc.property(anyText, (body) => {
        expect(JSON.stringify(read(body))).toBe(JSON.stringify(read(body)))
      }),
      { numRuns: 40 },
    )
  })

  test('an empty text is an empty annotation', () => {
    expect(read('')).toMatchObject({ sentences: [], mentions: [], events: [] })
  })

  test('time grows with the text, not with its square', () => {
    const page = `${SENTENCES.slice(0, 5).join(' ')}\n\n`
    const seconds = (times: number) => {
      const body = page.repeat(times)
      const start = performance.now()
      read(body)
      return performance.now() - start
    }
    seconds(20)
    const [small, large] = [seconds(50), seconds(400)]
    expect(large / small).toBeLessThan(8 * 6)
  })
})

test('who accepts a resignation does not resign', () => {
  const [resignation] = eventsIn('President Ilze Berga accepted the resignation on Monday.').filter(
    ({ type }) => type === 'resignation',
  )
  expect(resignation?.participants ?? []).toEqual([])
})
