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

  test.each([
    ['The union accused the army of shelling the town.', 'The union | accused | shelling the town'],
    ['The minister denied the report and said the vote was fair.', 'The minister | said | the vote was fair'],
    ['The officer, the police said, was not armed.', 'the police | said | The officer … was not armed'],
    ['The army said last month that it had left.', 'The army | said | that it had left'],
    ['“We will not buy,” the paper quoted Berg as saying.', 'Berg | quoted | “We will not buy,”'],
    ['The groups were quick to praise the decision.', 'The groups | praise | the decision'],
    ['The minister is concerned that prices will rise.', 'The minister | concerned | that prices will rise'],
    ['The miners said the shaft was safe, but the owner has closed it.', 'The miners | said | the shaft was safe'],
    ['The unions condemned the new law, which takes effect in May.', 'The unions | condemned | the new law'],
    ['The mayor refused to sign the treaty.', 'The mayor | refused | to sign the treaty'],
    ['Farmers oppose the new dam.', 'Farmers | oppose | the new dam'],
    ['In a talk on the “Morning Hour,” she said the port had closed.', 'she | said | the port had closed'],
    ['“We are tired.” — Anna Berg', 'Anna Berg | — | “We are tired.”'],
    ['The minister says Anna Berg is lying about the tax.', 'The minister | says | Anna Berg is lying about the tax'],
    [
      'Most of her voters believe fraud and waste are common.',
      'Most of her voters | believe | fraud and waste are common',
    ],
    ['The ministers have not said when they will meet.', 'The ministers | said | when they will meet'],
    ['The union plans to march, according to an aide.', 'an aide | according to | The union plans to march'],
    ['The sale was announced by the ministry.', 'the ministry | announced | The sale'],
    ['He proposed cutting the tax.', 'He | proposed | cutting the tax'],
    ['The army warned state health officials to leave.', 'The army | warned | state health officials to leave'],
    ['“We lost,” said Ola Lund, the judge who led the inquiry.', 'Ola Lund, the judge | said | “We lost,”'],
    ['Lund, a lawyer, said the shaft was safe.', 'Lund, a lawyer | said | the shaft was safe'],
    ['The mayor said:\n\n“We are tired. We go home.”', 'The mayor | said | “We are tired. We go home.”'],
    ['The mayor added:\n\nWe are tired.', 'The mayor | added | We are tired.'],
    ['The judge praised the work but had to stop it.', 'The judge | praised | the work'],
    ['Human Rights Watch said that the army had left.', 'Human Rights Watch | said | that the army had left'],
    ['Ola Lund put it bluntly: “We lost.”', 'Ola Lund | put | “We lost.”'],
    ['Ola Lund ruled out a snap vote.', 'Ola Lund | ruled | a snap vote'],
    ['Many judges resent the law that lawyers say weakened the courts.', 'lawyers | say | weakened the courts'],
    ['Ola Lund called half of the voters “fools.”', 'Ola Lund | called | half of the voters “fools.”'],
    ['Ola Lund called her vote for the war a mistake.', 'Ola Lund | called | her vote for the war a mistake'],
    ['The judge rejected the request, saying the law was clear.', 'The judge | rejected | the request'],
    ['The judge rejected the request, saying the law was clear.', 'The judge | saying | the law was clear'],
    ['The mayor is determined to sign the law.', 'The mayor | determined | to sign the law'],
    ['Many regret his decision to leave.', 'his | decision | to leave'],
  ])('%s', (text, expected) => {
    expect(lines(text)).toContain(expected)
  })

  test('a quotation that runs on in its sentence has no cue behind it', () => {
    expect(lines('The mayor said that “a bomb” had gone off.')).toEqual([
      'The mayor | said | that “a bomb” had gone off',
    ])
  })

  test('the turns of an interview are attributed by their labels, headings are not', () => {
    expect(lines('BERG: We are ready.\n\nKHAN: So are we.\n\nBERG: Good.')).toEqual([
      'BERG | : | We are ready',
      'KHAN | : | So are we',
      'BERG | : | Good',
    ])
    expect(lines('UPDATE: The road is open again.')).toEqual([])
  })

  test('the venue ends where what is said begins', () => {
    const [said] = find('Lund told The Baltic Times that she was greatly relieved at the number of votes.')
    expect(said?.venue?.text).toBe('The Baltic Times')
  })

  test('who is told is the target, an outlet or a statement is the venue', () => {
    const [court] = find('The man told the court that he was ill.')
    expect(court?.target?.span.text).toBe('court')
    const [statement] = find('The ministry said in a statement that the road was open.')
    expect(statement?.venue?.text).toBe('a statement')
  })

  test('calls, warnings and accusations are acts of their own', () => {
    const acts = (text: string): (string | undefined)[] => find(text).map(({ act }) => act)
    expect(acts('The union called for new elections.')).toEqual(['urge'])
    expect(acts('The union warned that prices would rise.')).toEqual(['warn'])
    expect(acts('The union expressed concern about the vote.')).toEqual(['concern'])
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

describe('bad input', () => {
  test.each([
    ['marks', '" '],
    ['quotations that never end', '“We won '],
    ['quotations that never begin', 'he said ” that '],
    ['one sentence without end', '“We won,” he said, and '],
  ])('%s cost little', (_, piece) => {
    const time = (count: number): number => {
      const parsed = parse(piece.repeat(count), model)
      const actors = findActors(parsed, {})
      const began = performance.now()
      findAttributions(parsed, actors)
      return performance.now() - began
    }
    time(500)
    expect(time(8000)).toBeLessThan(40 * Math.max(time(1000), 50))
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
