import { expect, test } from 'vitest'
import { LONGEST_SENTENCE, splitSentences } from './sentences.ts'
import { tokenize } from './tokenize.ts'

const split = (text: string): string[] =>
  splitSentences(tokenize(text)).map((tokens) => text.slice(tokens[0]?.start, tokens.at(-1)?.end))

test.each([
  [['Dr. A. K. Osei met Gen. Park in St. Louis.', 'They talked.']],
  [['It was agreed in the U.S.', 'The talks went on.']],
  [['The U.S. Senate voted.', 'Nobody left.']],
  [['He left on Sept. 4 with No. 7 vs. No. 8.', 'She stayed.']],
  [['“Go!”', 'The crowd went.']],
  [['"Will they go?" Mensah asked.', 'Nobody knew.']],
  [['"We will go. ', 'We must."'].map((part) => part.trim())],
  [['It rose 3.5 percent.', '"Enough," she said.']],
  [['He came ... and went.', 'She saw.[4]', 'They left.']],
  [['Prices at Acme Inc. fell.', 'Others rose.']],
  [['Why?', 'Because.', 'Really?!', 'Yes…', 'No.']],
])('splits %j', (sentences) => {
  expect(split(sentences.join(' '))).toEqual(sentences)
})

test('cuts a text without punctuation into sentences of bounded length', () => {
  const found = splitSentences(tokenize('word '.repeat(1000)))
  expect(found.flat()).toHaveLength(1000)
  expect(Math.max(...found.map((tokens) => tokens.length))).toBe(LONGEST_SENTENCE)
})
