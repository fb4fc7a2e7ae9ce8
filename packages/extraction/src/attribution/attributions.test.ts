import { loadModel, parse } from '@dateline/english'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findActors } from '../actors/actors.ts'
import { findAttributions } from './attributions.ts'
import type { AttributionMention } from './types.ts'

const model = loadModel()

function find(text: string): AttributionMention[] {
  const parsed = parse(text, model)
  return findAttributions(parsed, findActors(parsed, {}))
}

/** `source | cue | content` of each attribution. */
const lines = (text: string): string[] =>
  find(text).map(({ source, cue, content }) =>
    [source?.text ?? '-', cue?.text ?? '-', content.map((span) => span.text).join(' … ')].join(' | '),
  )

describe('who said what', () => {
  test.each([
    ['“We will win the vote,” the minister said.', 'the minister | said | “We will win the vote,”'],
    ['"We will win the vote," said Anna Berg.', 'Anna Berg | said | "We will win the vote,"'],
    ['The minister said that the vote was fair.', 'The minister | said | that the vote was fair'],
    ['The minister said the vote was fair.', 'The minister | said | the vote was fair'],
    ['The vote was fair, the minister said.', 'the minister | said | The vote was fair'],
    ['The minister told reporters on Friday that the vote was fair.', 'The minister | told | that the vote was fair'],
    ['According to the ministry, ten soldiers died.', 'the ministry | According to | ten soldiers died'],
    ['Ten soldiers died, according to the ministry.', 'the ministry | according to | Ten soldiers died'],
    ['The union condemned the attack.', 'The union | condemned | the attack'],
    ['The president vowed to punish the rebels.', 'The president | vowed | to punish the rebels'],
    ['The union urged the army to leave.', 'The union | urged | the army to leave'],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual([expected])
  })

  test('a quotation goes on behind its cue and over the sentences of its paragraph', () => {
    expect(lines('“It is late,” the judge said, “and we are tired.” “Go home.”')).toEqual([
      'the judge | said | “It is late,” … “and we are tired.” … “Go home.”',
    ])
  })

  test('words about time and place before a clause are no content', () => {
    expect(lines('On Monday, the judge spoke.')).toEqual([])
    expect(lines('However, the judge left.')).toEqual([])
  })

  test('the quotes are the text between the marks', () => {
    const [first] = find('The judge called the law “a disgrace” and left.')
    expect(first?.quotes.map((quote) => quote.text)).toEqual(['a disgrace'])
    expect(first?.mode).toBe('partial')
  })
})

describe('laws', () => {
  const words = fc.constantFrom(
    ...'said told “ ” " the minister that , . : according to claim he who ’ \n\n é 😀 not urged him to leave We won'.split(
      ' ',
    ),
  )
  const text = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' '))

  test('every span is verbatim and the same text gives the same attributions', () => {
    const holds = (body: string): boolean => {
      const found = find(body)
      const spans = found.flatMap((one) => [one.source, one.cue, ...one.content, ...one.quotes, one.venue])
      const isVerbatim = spans.every((span) => span === null || body.slice(span.start, span.end) === span.text)
      return isVerbatim && JSON.stringify(found) === JSON.stringify(find(body))
    }
    const failure = fc.check(fc.property(fc.oneof(text, fc.string()), holds), { numRuns: 300 })
    expect(failure.counterexample).toBeNull()
  })
})
