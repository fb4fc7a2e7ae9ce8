import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenize } from './tokenize.ts'

const texts = (text: string): string[] => tokenize(text).map((token) => token.text)

test.each([
  ["They won't stop.", ['They', 'wo', "n't", 'stop', '.']],
  ["Chad's rebels can't", ['Chad', "'s", 'rebels', 'ca', "n't"]],
  ['I’ve said we’ll go', ['I', '’ve', 'said', 'we', '’ll', 'go']],
  ["the workers' demands", ['the', 'workers', "'", 'demands']],
  ["rock'n'roll and O'Brien", ["rock'n'roll", 'and', "O'Brien"]],
  ['a well-known pro-Moscow co-founder', ['a', 'well', '-', 'known', 'pro-Moscow', 'co-founder']],
  ['the run-off after a cease-fire', ['the', 'run-off', 'after', 'a', 'cease-fire']],
  ['cannot', ['can', 'not']],
  ['$1.5bn, 12,000 troops, 40%', ['$', '1.5', 'bn', ',', '12,000', 'troops', ',', '40', '%']],
  ['at 7:30am on 2019-04-02', ['at', '7:30', 'am', 'on', '2019-04-02']],
  ['the 1980s and 21st', ['the', '1980s', 'and', '21st']],
  ['Mr. J. F. Okoro of the U.S. Senate', ['Mr.', 'J.', 'F.', 'Okoro', 'of', 'the', 'U.S.', 'Senate']],
  ['J.F. Okoro, a.m., Ph.D.', ['J.F.', 'Okoro', ',', 'a.m.', ',', 'Ph.D.']],
  ['No. 10 said no.', ['No.', '10', 'said', 'no', '.']],
  ['[Aigul] said (again)', ['[', 'Aigul', ']', 'said', '(', 'again', ')']],
  [
    'see https://example.org/a?b=1, or x.y@example.org.',
    ['see', 'https://example.org/a?b=1', ',', 'or', 'x.y@example.org', '.'],
  ],
  ['Well... really?!', ['Well', '...', 'really', '?!']],
  ['AT&T and @minister #vote', ['AT&T', 'and', '@minister', '#vote']],
])('cuts %j', (text, expected) => {
  expect(texts(text)).toEqual(expected)
})

test('keeps accents, combining marks, emoji and marks that show nothing whole', () => {
  expect(texts('Ömer Çelik in Türkiye')).toEqual(['Ömer', 'Çelik', 'in', 'Türkiye'])
  expect(texts('Zoe\u0308 na\u00efve')).toEqual(['Zoe\u0308', 'na\u00efve'])
  expect(texts('ok 👩‍👧‍👦 🇫🇷 👍🏽!')).toEqual(['ok', '👩‍👧‍👦', '🇫🇷', '👍🏽', '!'])
  expect(texts('Tel\u00adAviv \u200fsaid\u200f.')).toEqual(['Tel\u00adAviv', 'said\u200f', '.'])
  expect(texts('\u0000a\u0007b\u0000')).toEqual(['a', 'b'])
})

test('leaves an apostrophe that is a quotation mark alone', () => {
  expect(tokenize("'yes'", 0, 5, (at) => at === 0 || at === 4).map((token) => token.text)).toEqual(["'", 'yes', "'"])
})

const textish = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('U.S. ', "n't", ' "', '’s ', '\n', '3.5%', 'x@y.zz', '[7]'),
    ),
  )
  .map((parts) => parts.join(''))

test('tokens are verbatim, in order, without overlap, and lose nothing but blanks', () => {
  fc.assert(
    fc.property(textish, (text) => {
      let at = 0
      for (const token of tokenize(text)) {
        expect(token.start).toBeGreaterThanOrEqual(at)
        expect(token.end).toBeGreaterThan(token.start)
        expect(token.text).toBe(text.slice(token.start, token.end))
        expect(text.slice(at, token.start)).not.toMatch(/[\p{L}\p{N}]/u)
        at = token.end
      }
      expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u)
    }),
  )
})
