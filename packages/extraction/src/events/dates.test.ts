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
