import { parseEdtf } from '@dateline/domain'
import { loadModel, parse } from '@dateline/english'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTimexes, withPreposition, type TimexMention } from './timexes.ts'

const model = loadModel()
/** A Wednesday. */
const PUBLISHED = '2021-06-16'

const find = (text: string, publishedAt: string | undefined = PUBLISHED): TimexMention[] =>
  findTimexes(parse(text, model), publishedAt)

const values = (text: string, publishedAt?: string): string[] =>
  find(text, publishedAt).map((timex) => `${timex.text} = ${timex.value}`)

const edtfs = (text: string): (string | null)[] => find(text).map((timex) => timex.edtf)

describe('calendar dates', () => {
  test.each([
    ['The treaty was signed on March 3, 1998 in Oslo.', 'March 3, 1998 = 1998-03-03'],
    ['The treaty was signed on 3 March 1998 in Oslo.', '3 March 1998 = 1998-03-03'],
    ['The treaty was signed on the 3rd of March 1998.', 'the 3rd of March 1998 = 1998-03-03'],
    ['The treaty was signed on Tuesday, 3 March 1998.', 'Tuesday, 3 March 1998 = 1998-03-03'],
    ['LIMA, 12 SEP 91 -- THE TREATY WAS SIGNED.', '12 SEP 91 = 1991-09-12'],
    ['The log says 1998-03-03 on each page.', '1998-03-03 = 1998-03-03'],
    ['The ministry resigned in March 1998.', 'March 1998 = 1998-03'],
    ['The ministry resigned in Sept. 1998.', 'Sept. 1998 = 1998-09'],
    ['The ministry resigned in 1998.', '1998 = 1998'],
    ['The party won the 1998 elections.', '1998 = 1998'],
    ['The ministry resigned in the spring of 1998.', 'spring of 1998 = 1998-SP'],
    ['Output fell in the third quarter of 1998.', 'the third quarter of 1998 = 1998-Q3'],
    ['The ministry resigned in late 1998.', 'late 1998 = 1998'],
    ['The border was closed in the 1990s.', 'the 1990s = 199'],
    ['The border was closed in the early 1990s.', 'the early 1990s = 199'],
    ['The border was drawn in the 19th century.', 'the 19th century = 18'],
    ['The ceasefire took effect on Christmas Eve 1998.', 'Christmas Eve 1998 = 1998-12-24'],
    ['Voters went to the polls on Easter Sunday 2019.', 'Easter Sunday 2019 = 2019-04-21'],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual([expected])
  })

  test('a year at the end of a pair belongs to both dates', () => {
    expect(values('The talks ran between November and February 2019.')).toEqual([
      'November = 2018-11',
      'February 2019 = 2019-02',
    ])
  })

  test('a month or day without a year is the last one, the next one where the verb looks ahead', () => {
    expect(values('The minister resigned in August.')).toEqual(['August = 2020-08'])
    expect(values('The court will rule in August.')).toEqual(['August = 2021-08'])
    expect(values('The minister resigned on May 3.')).toEqual(['May 3 = 2021-05-03'])
    expect(values('The minister resigned on December 3.')).toEqual(['December 3 = 2020-12-03'])
    expect(values('An election is scheduled for December 3.')).toEqual(['December 3 = 2021-12-03'])
  })
})

describe('a day that is a name', () => {
  test('the attacks of September 11 are of 2001, another September 11 is not', () => {
    expect(values('Security grew after the Sept. 11 attacks. The law was passed before 9/11.')).toEqual([
      'Sept. 11 = 2001-09-11',
      '9/11 = 2001-09-11',
    ])
    expect(values('The vote was held on September 11.')).toEqual(['September 11 = 2020-09-11'])
    expect(values('He scored 9/11 in the test.')).toEqual([])
  })
})

describe('the time that a text is at', () => {
  test('the "today" of a quotation is not that of its writer', () => {
    expect(values('The palace was hit on June 2. "They tried to kill me today," he said that day.')).toEqual([
      'June 2 = 2021-06-02',
      'today = 2021-06-16',
      'that day = 2021-06-02',
    ])
  })

  test('a present that goes on from a past does not look ahead', () => {
    expect(edtfs('The town was calm but broken windows bear witness to riots overnight.')).toEqual([
      '2021-06-15/2021-06-16',
    ])
  })

  test('the eve of something in a month is in the past of its verb', () => {
    expect(values('She was forced to step down on the eve of the congress in March.')).toEqual(['March = 2021-03'])
  })
})

describe('relative dates', () => {
  test.each([
    ['The envoy arrived today.', 'today = 2021-06-16'],
    ['The envoy arrived yesterday morning.', 'yesterday morning = 2021-06-15TMO'],
    ['The envoy arrived last night.', 'last night = 2021-06-15TNI'],
    ['The envoy arrived the day before yesterday.', 'the day before yesterday = 2021-06-14'],
    ['The envoy arrived on Friday.', 'Friday = 2021-06-11'],
    ['The envoy arrived on Wednesday.', 'Wednesday = 2021-06-16'],
    ['The envoy will arrive on Friday.', 'Friday = 2021-06-18'],
    ['The envoy is expected to arrive on Friday.', 'Friday = 2021-06-18'],
    ['The envoy arrived last week.', 'last week = 2021-W23'],
    ['The envoy will return next month.', 'next month = 2021-07'],
    ['The envoy arrived three days ago.', 'three days ago = 2021-06-13'],
    ['The envoy arrived two weeks ago.', 'two weeks ago = 2021-06-02'],
    ['The envoy arrived ten years ago.', 'ten years ago = 2011'],
    ['The envoy arrived over the weekend.', 'the weekend = 2021-W23-WE'],
    ['The envoy arrived earlier this year.', 'earlier this year = 2021'],
    ['The envoy arrived at the end of last year.', 'the end of last year = 2020'],
    ['The envoy arrived in October last year.', 'October last year = 2020-10'],
    ['The envoy arrived last October.', 'last October = 2020-10'],
    ['The envoy arrived in the last week of May.', 'the last week of May = 2021-W21'],
    ['The envoy arrived at 5.30 p.m. on Friday.', 'Friday = 2021-06-11'],
    ['The envoy arrived at 5:30 p.m. on Friday.', 'at 5:30 p.m. on Friday = 2021-06-11T17:30'],
    ['The curfew began at 1800 (2300 GMT).', '1800 = 2021-06-16T18:00'],
    ['The minister was absent in the wake of Friday morning’s raid.', 'Friday morning = 2021-06-11TMO'],
    ['Exports rose in the first quarter.', 'the first quarter = 2021-Q1'],
  ])('%s', (text, expected) => {
    expect(values(text)).toContain(expected)
  })

  test('the text itself is an anchor', () => {
    expect(
      values('Rebels took the town on March 3, 1998. They left it two days later. The next day the army came.'),
    ).toEqual(['March 3, 1998 = 1998-03-03', 'two days later = 1998-03-05', 'The next day = 1998-03-06'])
    expect(values('The bank was robbed in May 1998. That month three shops were robbed.')).toEqual([
      'May 1998 = 1998-05',
      'That month = 1998-05',
    ])
  })

  test('what lies ahead of the verb is future though the verb is past', () => {
    expect(values('Thousands rallied ahead of a vote on Friday.')).toEqual(['Friday = 2021-06-18'])
    expect(values('The shops stayed shut until Friday.')).toEqual(['Friday = 2021-06-18'])
  })

  test('nothing is anchored where the document has no date', () => {
    const found = findTimexes(
      parse('The envoy arrived on Friday, a week after the talks of 3 May 1998.', model),
      undefined,
    )
    expect(found.map(({ value, edtf }) => [value, edtf])).toEqual([
      ['XXXX-WXX-5', 'unknown'],
      ['P1W', null],
      ['1998-05-03', '1998-05-03'],
    ])
  })
})

describe('durations, sets, vague references', () => {
  test.each([
    ['The siege lasted two and a half years.', 'two and a half years = P2.5Y'],
    ['The siege lasted for several weeks.', 'several weeks = PXW'],
    ['They fought for decades.', 'decades = PXY'],
    ['He got a five-year term.', 'five-year = P5Y'],
    ['He waited half an hour.', 'half an hour = PT30M'],
    ['Over the past three years the party lost members.', 'the past three years = P3Y'],
    ['They meet every Monday.', 'every Monday = XXXX-WXX-1'],
    ['The annual report was late.', 'annual = P1Y'],
    ['The state earns $3 billion a year.', 'a year = P1Y'],
    ['The party has grown recently.', 'recently = PAST_REF'],
    ['The party has grown in recent months.', 'recent months = PAST_REF'],
    ['The party may split in the near future.', 'the near future = FUTURE_REF'],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual([expected])
  })
})

describe('no dates', () => {
  test.each([
    'He may resign, and protesters march through the streets.',
    'May told the house that she would stay.',
    'Thousands joined the march for a second time.',
    'The 25-year-old student and a man aged 31 years old were held.',
    'The team won 3:16 after a penalty.',
    'At least 1,200 people and 2000 soldiers died.',
    'They fled in a Boeing 1998 carrying 30 passengers.',
    'The fall of the government pleased the Sunday Times.',
    'The last second of the game decided it.',
    'April Jones and August Miller sat on the bench.',
    'The spring is dry, said the farmer.',
    'She took the second place, a minute detail.',
    'The 26 October Movement split.',
  ])('%s', (text) => {
    expect(values(text)).toEqual([])
  })
})

describe('EDTF', () => {
  test.each([
    ['They met last week.', '2021-06-07/2021-06-13'],
    ['They met at the weekend.', '2021-06-12/2021-06-13'],
    ['They met in early March.', '2021-03-01/2021-03-10'],
    ['They met in late 2019.', '2019-09/2019-12'],
    ['They met in the 1990s.', '199X'],
    ['They met in the first quarter of 2020.', '2020-01/2020-03'],
    ['They met in the winter of 2019.', '2019-24'],
    ['They met earlier this month.', '2021-06-01/2021-06-16'],
    ['They met three years ago.', '2018~'],
    ['They met on May 3-5.', '2021-05-03/2021-05-05'],
    ['Shots were heard overnight.', '2021-06-15/2021-06-16'],
    ['They met recently.', 'unknown'],
    ['They met for two days.', null],
  ])('%s', (text, expected) => {
    expect(edtfs(text)).toEqual([expected])
  })

  test('a preposition opens one side', () => {
    expect(withPreposition('2021-06', 'until')).toBe('../2021-06')
    expect(withPreposition('2021-06-07/2021-06-13', 'since')).toBe('2021-06-07/..')
    expect(withPreposition('2021-06', 'in')).toBe('2021-06')
    expect(withPreposition('unknown', 'since')).toBe('unknown')
  })
})

describe('laws', () => {
  const words = fc.constantFrom(
    ...'the last next May March 3 31 2020 1990s Friday week of , . - early two days ago p.m. 5:30 century first " \n\n é 😀 every until 99999999999 a'.split(
      ' ',
    ),
  )
  const text = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' '))

  test('every span is verbatim, in order, apart, with tokens of its sentence and EDTF that can be read', () => {
    const holds = (body: string): boolean => {
      const parsed = parse(body, model)
      const found = findTimexes(parsed, PUBLISHED)
      return found.every((timex, i) => {
        const isVerbatim = body.slice(timex.start, timex.end) === timex.text && timex.text !== ''
        const isApart = timex.start >= (found[i - 1]?.end ?? 0)
        const isPlaced = (parsed.sentences[timex.sentence]?.tokens.length ?? -1) >= timex.to && timex.from <= timex.to
        const hasEdtf =
          timex.kind === 'DATE' || timex.kind === 'TIME' ? parseEdtf(timex.edtf ?? '') !== null : timex.edtf === null
        return isVerbatim && isApart && isPlaced && hasEdtf
      })
    }
    const failure = fc.check(fc.property(fc.oneof(text, fc.string()), holds), { numRuns: 500 })
    expect(failure.counterexample).toBeNull()
  })

  test('the same text gives the same dates', () => {
    const body = 'Talks began on Friday and end next week, two years after the 2019 summit.'
    expect(find(body)).toEqual(find(body))
  })
})
