import { expect, test } from 'vitest'
import { findParagraphs } from './paragraphs.ts'
import { findQuotations } from './quotations.ts'

const quotations = (text: string): [inside: string, depth: number][] =>
  findQuotations(text, findParagraphs(text)).map(({ innerStart, innerEnd, depth }) => [
    text.slice(innerStart, innerEnd),
    depth,
  ])

test.each<[text: string, inside: string[]]>([
  ['“Yes,” he said. “No.”', ['Yes,', 'No.']],
  ['"Yes," he said. "No."', ['Yes,', 'No.']],
  ["He called it a 'farce' and left.", ['farce']],
  ["The workers' pay, the miners' too, '68 and rock 'n' roll", []],
  ["It's O'Hara's, isn't it?", []],
  ['„Ja“ – «oui»', ['Ja', 'oui']],
  ['The 6" pipe', []],
  ["``Go,'' he said. ``Now.''", ['Go,', 'Now.']],
  ['He said “it works“ again.', ['it works']],
  ['("Never"), she said', ['Never']],
  ['""""', []],
  ['He said: "One. Two. Three." Then he left.', ['One. Two. Three.']],
  ['She said “it is', ['it is']],
])('finds the quotations of %j', (text, inside) => {
  expect(quotations(text).map(([quote]) => quote)).toEqual(inside)
})

test('a quotation in a quotation has a depth', () => {
  expect(quotations('“He told me ‘never’ twice,” she said.')).toEqual([
    ['He told me ‘never’ twice,', 0],
    ['never', 1],
  ])
  expect(quotations(`"He told me 'never' twice," she said.`).map(([, depth]) => depth)).toEqual([0, 1])
})

test('a quotation runs on over paragraphs that each open with a mark', () => {
  const text = '“One.\n\n“Two.\n\n“Three,” he said.\n\nFour “five”.'
  expect(quotations(text).map(([quote]) => quote)).toEqual(['One.\n\n“Two.\n\n“Three,', 'five'])
})

test('a quotation that is left open ends with its paragraph', () => {
  expect(quotations('He said "one.\n\nThe next day "two" came.').map(([quote]) => quote)).toEqual(['one.', 'two'])
})
