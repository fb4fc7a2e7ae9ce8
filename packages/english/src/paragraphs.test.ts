import { expect, test } from 'vitest'
import { findParagraphs, linesOf } from './paragraphs.ts'

const paragraphs = (text: string): string[] => findParagraphs(text).map(({ start, end }) => text.slice(start, end))
const lines = (text: string): string[] =>
  findParagraphs(text).flatMap((paragraph) => linesOf(text, paragraph).map(({ start, end }) => text.slice(start, end)))

test('paragraphs are the blocks between blank lines', () => {
  expect(paragraphs('\n\nOne.\r\n\r\n Two\nlines. \n \n\nThree.\u2029Four.')).toEqual([
    'One.',
    'Two\nlines.',
    'Three.',
    'Four.',
  ])
  expect(paragraphs(' \n ')).toEqual([])
})

test('lines are paragraphs in a text without blank lines', () => {
  expect(paragraphs('A heading\nA sentence.\nAnother.')).toEqual(['A heading', 'A sentence.', 'Another.'])
})

test('wrapped lines stay together, a line that stops short ends', () => {
  const wrapped =
    'The council of the harbour town met on Monday to\nspeak about the bridge that the flood had carried\naway in spring.\n' +
    'A second meeting was set for the week after, when\nthe engineers will have seen what is left of it.'
  expect(lines(wrapped)).toHaveLength(2)
  expect(lines(`First.\n\n${wrapped}`)).toHaveLength(3)
})

test('unwrapped lines of a block stand for themselves', () => {
  expect(
    lines('Block.\n\nBy Ann Reporter\nThe minister resigned on Tuesday after a long night of talks in the capital.'),
  ).toEqual([
    'Block.',
    'By Ann Reporter',
    'The minister resigned on Tuesday after a long night of talks in the capital.',
  ])
})
