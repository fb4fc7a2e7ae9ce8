import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { children, isRelation, parse, rootOf, span, type ParsedText, type Sentence, type Token } from './index.ts'

const only = (text: string): Sentence => parse(text).sentences[0]!
const find = (sentence: Sentence, word: string): Token => sentence.tokens.find((token) => token.text === word)!
/** The words in a relation to a word. */
const args = (sentence: Sentence, word: string, ...relations: string[]): string[] =>
  children(sentence, find(sentence, word).index, ...relations).map((token) => token.text)

function expectSound(text: string, { sentences, quotations, paragraphs }: ParsedText): void {
  let at = 0
  for (const sentence of sentences) {
    expect(sentence.start).toBeGreaterThanOrEqual(at)
    expect(sentence.tokens.length).toBeGreaterThan(0)
    expect(sentence.start).toBe(sentence.tokens[0]?.start)
    expect(sentence.end).toBe(sentence.tokens.at(-1)?.end)
    for (const [i, token] of sentence.tokens.entries()) {
      expect(token.index).toBe(i)
      expect(token.start).toBeGreaterThanOrEqual(at)
      expect(token.text).toBe(text.slice(token.start, token.end))
      expect(token.text).not.toBe('')
      at = token.end
      let steps = 0
      for (let up = token.head; up >= 0; up = sentence.tokens[up]?.head ?? -1) {
        expect(steps++).toBeLessThan(sentence.tokens.length)
      }
      expect(token.deprel === 'root').toBe(token.head === -1)
    }
    expect(sentence.tokens.filter((token) => token.head === -1)).toHaveLength(1)
    const paragraph = paragraphs[sentence.paragraph]!
    expect(sentence.start >= paragraph.start && sentence.end <= paragraph.end).toBe(true)
  }
  for (const { start, innerStart, innerEnd, end } of quotations) {
    expect(0 <= start && start <= innerStart && innerStart < innerEnd && innerEnd <= end && end <= text.length).toBe(
      true,
    )
  }
}

const pieces = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('the rebels ', 'said ', '"', '“', '”', "'", '‘', '’', '. ', '\n', '\n\n', '[', ']', '“We ', 'U.S. '),
  fc.constantFrom('OSLO, May 3 (AP) — ', '\u200f', '\u0000', '😀', 'e\u0301', '``', "''", '?" ', ', ', 'won’t ', '[3]'),
)

test('any text gives verbatim tokens in order, and one tree a sentence', () => {
  expect.hasAssertions()
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      expectSound(text, parse(text))
    }),
    { numRuns: 150 },
  )
})

test('the same text gives the same parse, whatever was read before', () => {
  const text = 'Two ministers resigned on Friday. “It was time,” one said.'
  const before = JSON.stringify(parse(text))
  parse('Something else entirely happened in Lomé 12,345 times.')
  expect(JSON.stringify(parse(text))).toBe(before)
})

test.each([
  ['Rebels attacked an army base near the border.', 'attacked', ['Rebels'], ['base']],
  ['The president of Ghana visited the new hospital on Tuesday.', 'visited', ['president'], ['hospital']],
  ['On Monday, parliament passed a law that bans plastic bags.', 'passed', ['parliament'], ['law']],
  ['The court, which sits in The Hague, sentenced the general to 20 years.', 'sentenced', ['court'], ['general']],
  ['Police have arrested three men and a woman.', 'arrested', ['Police'], ['men']],
])('subject and object of %j', (text, verb, subjects, objects) => {
  const sentence = only(text)
  expect(rootOf(sentence)?.text).toBe(verb)
  expect(args(sentence, verb, 'nsubj')).toEqual(subjects)
  expect(args(sentence, verb, 'obj')).toEqual(objects)
})

test('accents do not keep names from being names', () => {
  const sentence = only('On Friday the chancellor met Ömer Çelik in Türkiye.')
  expect(['Ömer', 'Çelik', 'Türkiye'].map((word) => find(sentence, word).upos)).toEqual(['PROPN', 'PROPN', 'PROPN'])
  expect(args(sentence, 'met', 'obj')).toHaveLength(1)
})

test('passives have passive subjects and agents', () => {
  const sentence = only('The ambassador was expelled by the government in June.')
  expect(args(sentence, 'expelled', 'nsubj:pass')).toEqual(['ambassador'])
  expect(args(sentence, 'expelled', 'obl:agent')).toEqual(['government'])
})

test.each([
  ['“We will rebuild the port,” she said.', 'said', 'she', 'rebuild'],
  ['"We will rebuild the port", said Ama Mensah, the mayor.', 'said', 'Ama', 'rebuild'],
  ['The mayor told reporters: "We will rebuild the port."', 'told', 'mayor', 'rebuild'],
])('speech is parsed apart from who says it: %j', (text, verb, speaker, said) => {
  const sentence = only(text)
  expect(rootOf(sentence)?.text).toBe(verb)
  expect(args(sentence, verb, 'nsubj')).toEqual([speaker])
  expect(find(sentence, said).head).toBe(find(sentence, verb).index)
  expect(args(sentence, said, 'nsubj')).toEqual(['We'])
})

test('speech in two pieces is one clause', () => {
  const sentence = only('“We will rebuild the port,” she said, “and we will do it soon.”')
  expect(rootOf(sentence)?.text).toBe('said')
  expect(isRelation(find(sentence, 'do'), 'conj')).toBe(true)
})

test('words in quotation marks that nobody says stay in their clause', () => {
  const sentence = only('The observers called the vote "a sad farce" and left.')
  expect(rootOf(sentence)?.text).toBe('called')
  expect(find(sentence, 'farce').head).toBe(find(sentence, 'called').index)
})

test('a dateline hangs from the sentence that it opens', () => {
  for (const line of [
    'OSLO, May 3 (Reuters) – ',
    'NEW DELHI (AP) — ',
    'ABUJA, Nigeria - ',
    'Nairobi, 12 March 2019 (AFP) – ',
  ]) {
    const sentence = only(`${line}Voters elected a new parliament.`)
    expect(rootOf(sentence)?.text).toBe('elected')
    expect(args(sentence, 'elected', 'nsubj')).toEqual(['Voters'])
    expect(args(sentence, 'elected', 'dep')).toHaveLength(1)
  }
})

test('brackets around an insertion do not change the tree', () => {
  const sentence = only('He praised [Aigul] Sadykova’s long career.[12]')
  expect(args(sentence, 'praised', 'obj')).toEqual(['career'])
  expect(span(sentence, find(sentence, 'career').index).start).toBe(sentence.tokens[3]?.start)
})

test('headings and bylines are sentences of their own', () => {
  const { sentences } = parse('Floods kill nine in Peru\n\nBy Rosa Quispe\n\nLima. Nine people died.')
  expect(sentences.map(({ tokens }) => tokens.map((token) => token.text).join(' '))).toEqual([
    'Floods kill nine in Peru',
    'By Rosa Quispe',
    'Lima .',
    'Nine people died .',
  ])
})

test('text in capitals is read as if it had none', () => {
  const sentence = only('THE GUERRILLAS ATTACKED THE TOWN LAST NIGHT AND KILLED TWO SOLDIERS.')
  expect(rootOf(sentence)?.text).toBe('ATTACKED')
  expect(args(sentence, 'ATTACKED', 'nsubj')).toEqual(['GUERRILLAS'])
  expect(args(sentence, 'KILLED', 'obj')).toEqual(['SOLDIERS'])
  expect(find(sentence, 'KILLED').lemma).toBe('kill')
})

test('an empty text has no sentences', () => {
  expect(parse('')).toEqual({ text: '', paragraphs: [], sentences: [], quotations: [] })
  expect(parse(' \n\n\u200f').sentences).toEqual([])
})

const seconds = (text: string): number => {
  const started = process.cpuUsage()
  parse(text)
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1e6
}

test.each([
  ['no punctuation', 'the troops went to the town '],
  ['quotation marks', '"We" \'go\' “now” ‘or’ '],
  ['marks that never close', '“‘"'],
  ['apostrophes', "'n "],
  ['brackets', '[ a '],
  ['one word', 'a'],
  ['full stops', '. '],
  ['blank lines', 'a\n\n'],
  ['at signs', 'a@'],
  ['capitals', 'U.S. MR. '],
])('time grows with the text and no faster: %s', (_, part) => {
  const small = part.repeat(Math.ceil(3_000 / part.length))
  parse(small)
  const once = Math.max(0.02, seconds(small), seconds(small))
  expect(seconds(small.repeat(8))).toBeLessThan(8 * once * 5)
})
