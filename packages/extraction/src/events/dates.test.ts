import { describe, expect, test } from 'vitest'
import { annotate } from '../annotate.ts'

const events = (body: string, type: string, publishedAt = '2024-05-16') =>
  annotate({ id: 'doc', body, publishedAt }).events.filter((event) => event.type === type)
const dateOf = (body: string, type: string, publishedAt?: string) =>
  events(body, type, publishedAt).map(({ date }) => date.edtf)

describe('what a time expression dates', () => {
  test('a clause with "when" is of the time that it stands behind', () => {
    expect(
      dateOf('It was the worst loss of the army since 2019, when gunmen killed eleven soldiers in Niger.', 'attack'),
    ).toEqual(['2019'])
  })

  test('what is reported in a week is of that week, where nothing else is said', () => {
    expect(
      dateOf('The fighting drew closer last week, when the army confirmed that a bomb had killed a colonel.', 'attack'),
    ).toEqual(['2024-05-06/2024-05-12'])
  })

  test('what was reported on a day is not therefore of that day', () => {
    expect(
      dateOf('The talks stalled on Tuesday, when the army confirmed that a bomb had killed a colonel.', 'attack'),
    ).not.toContain('2024-05-14')
  })

  test('a bare day behind the noun of an event is its date too', () => {
    expect(
      dateOf('During a rally Monday, the former governor said the levy is causing prices to rise.', 'protest'),
    ).toEqual(['2024-05-13'])
  })

  test('a time that opens a second clause is of that clause', () => {
    expect(
      dateOf(
        'The suit was filed in Oslo, but on 3 March 2021 the two companies signed an agreement in Bergen.',
        'agreement',
      ),
    ).toEqual(['2021-03-03'])
  })

  test('"from … to …" is one stretch of time', () => {
    expect(dateOf('The junta arrested hundreds of teachers from 2015 to 2018.', 'arrest')).toEqual(['2015/2018'])
  })

  test('what is told as after something dated is on that side of it', () => {
    expect(
      dateOf('Maria Lindqvist became chief of the army after the collapse of the old regime in 1991.', 'appointment'),
    ).toEqual(['1991/..'])
  })

  test('a day before the main verb is of the clause that it ends', () => {
    expect(dateOf('The fire that destroyed the old mill on Tuesday took two lives.', 'disaster')).toEqual([
      '2024-05-14',
    ])
  })

  test('a noun behind "after" that the parser cuts off from its verb is dated by it', () => {
    expect(
      dateOf('A brewery in Derby has been wholly gutted after a fire broke out there on Friday evening.', 'disaster'),
    ).toEqual(['2024-05-10'])
  })

  test('the one day of a sentence is of its main clause', () => {
    expect(
      dateOf(
        'A warship patrolling the Gulf of Aden on Thursday foiled an attack by pirates on merchant ships.',
        'attack',
      ),
    ).toEqual(['2024-05-16'])
  })

  test('the day of a charge is not that of the deed', () => {
    expect(dateOf('A Leeds man was charged Saturday with one count of murder, police said.', 'attack')).not.toContain(
      '2024-05-11',
    )
  })

  test('a feast that says what kind of party it is gives no date', () => {
    expect(
      dateOf('A gunman attacked guests at a hotel Christmas ball on Friday, wounding two people.', 'attack'),
    ).toEqual(['2024-05-10'])
  })

  test('the deadliest or fifth one "since" a time is of another time', () => {
    expect(
      dateOf('Marines boarded a trawler, seizing nine pirates in the fifth raid since March.', 'arrest'),
    ).not.toContain('2024-03/..')
  })

  test('"before midnight" is on that day', () => {
    expect(dateOf('On May 12, police searched the port. He was arrested shortly before midnight.', 'arrest')).toEqual([
      '2024-05-12',
    ])
  })

  test('what has happened is not dated from a day that is still to come', () => {
    const [first] = dateOf(
      'Last week, the rebels met the mediators in Doha, where they named the delegates to the talks, which are scheduled to begin on 20 May.',
      'diplomatic_meeting',
    )
    expect(first).toBe('2024-05-06/2024-05-12')
  })

  test('a named event that is still to come is a future one', () => {
    const [election] = events('The outcome of the Nov. 5 presidential election could be pivotal.', 'election')
    expect(election).toMatchObject({ realis: 'future', date: { edtf: '2024-11-05' } })
  })
})

describe('what tense says', () => {
  test('the perfect of the verb that carries a noun says that it was done by publication', () => {
    expect(dateOf('The town is calm. Two attacks on the army have been carried out so far.', 'attack')).toEqual([
      '../2024-05-16',
    ])
  })

  test('"may have" is no perfect', () => {
    expect(dateOf('The town is calm. An attack may have killed two soldiers.', 'attack')).not.toContain('../2024-05-16')
  })
})

describe('when undated words were said', () => {
  const said = (body: string) => dateOf(body, 'statement', '2024-05-16')
  const TODAY = 'A court in Riga sentenced the mayor on Thursday.'

  test('in the present tense, on the day that the report is of', () => {
    expect(said(`${TODAY} Lawyers say the case is weak.`)).toEqual(['2024-05-16'])
  })

  test('not at all, where a clause tells of what they always say', () => {
    expect(
      said('A court in Riga sentenced the mayor on Thursday. He fought the law, which many judges say is weak.'),
    ).not.toContain('2024-05-16')
  })

  test('in the perfect, since the event that the report is about', () => {
    const [first] = said(
      'Gunmen killed nine people in Sidon on May 12. The president has promised to rebuild the town.',
    )
    expect(first).toBe('2024-05-12/2024-05-16')
  })

  test('in the perfect of the first line, as the news', () => {
    expect(said('The central bank has announced that it will keep its rates. Inflation is low.')).toEqual([
      '2024-05-16',
    ])
  })

  test('in the perfect of a report of the day, at some time before', () => {
    expect(said(`${TODAY} The Greens have said that the case is weak.`)).toEqual(['../2024-05-16'])
  })

  test('in the pluperfect, before the event', () => {
    const [first] = said(
      'Voters in Moravia went to the polls on Sunday to elect a president. The Greens had urged people to stay at home.',
    )
    expect(first).toBe('../2024-05-12')
  })

  test('about an event that is their object, since that event', () => {
    const [first] = said(
      'The cabinet met on Thursday. Troops clashed with rebels near Kidal on 12 May. The defence minister, Amadou Ba, described the clash as an accident.',
    )
    expect(first).toBe('2024-05-12/2024-05-16')
  })
})

describe('news of the first line', () => {
  test('is of the day on which it was said', () => {
    expect(
      dateOf(
        'The government has approved the sale of 40 tanks to Ghana, the ministry said on Tuesday.',
        'arms_transfer',
      ),
    ).toEqual(['2024-05-14'])
  })

  test('what a vote brings about is of its day', () => {
    expect(dateOf('The assembly voted on Tuesday to remove President Ana Ruiz from office.', 'dismissal')).toEqual([
      '2024-05-14',
    ])
  })
})

describe('dates by other events', () => {
  test('a consequence is of the time of its cause, however it is joined', () => {
    expect(
      dateOf('In April, gunmen killed six guards at a depot in Aden, prompting Saudi airstrikes.', 'attack').at(-1),
    ).toBe('2024-04')
  })

  test('what is done because of something dated is done after it', () => {
    expect(
      dateOf(
        'The union imposed sanctions on Belarus due to the crackdown in Minsk in March. It is not over.',
        'sanctions',
      ),
    ).toEqual(['2024-03-01/2024-05-16'])
  })

  test('those who have been held over riots were held since they began', () => {
    expect(
      dateOf('Riots broke out in Lagos on May 11. More than 300 people have been arrested over the riots.', 'arrest'),
    ).toEqual(['2024-05-11/2024-05-16'])
  })

  test('"earlier this year" is narrowed by what followed it', () => {
    expect(
      dateOf(
        'Protests spread in Quito in January. Soldiers came to the city during the protests against high prices after the lifting of subsidies on fuel earlier this year.',
        'policy_change',
      ),
    ).toEqual(['2024-01-01/2024-01-31'])
  })

  test('what is still going on has gone on since it began', () => {
    expect(
      dateOf('Riots broke out in Lagos on May 11. Small groups of youths are still rioting at night.', 'unrest'),
    ).toContain('2024-05-11/2024-05-16')
  })

  test('a war that is still raging has been raging by publication', () => {
    expect(dateOf('With the war still raging in Sudan, grain is scarce.', 'armed_conflict')).toEqual(['../2024-05-16'])
  })

  test('what a paragraph tells between two dated events was between them', () => {
    const text =
      'The rebels met the minister in Bogota in January. They signed an agreement on the lists. Last week the rebels met the president in Cali.'
    expect(dateOf(text, 'agreement')).toEqual(['2024-01-01/2024-05-12'])
    expect(dateOf(text.replaceAll('. ', '.\n\n'), 'agreement')).toEqual(['unknown'])
  })
})
