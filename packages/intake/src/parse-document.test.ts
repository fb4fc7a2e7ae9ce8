import { describe, expect, test } from 'vitest'
import { parseDocument } from './parse-document.ts'

const good = { body: 'Voters went to the polls.', publishedAt: '2022-11-28' }

test('what is needed is a text and when it was published', () => {
  expect(parseDocument(good)).toEqual({
    ok: true,
    document: {
      externalId: null,
      url: null,
      title: null,
      body: 'Voters went to the polls.',
      textHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      publishedAt: '2022-11-28',
      lang: null,
      authors: [],
    },
  })
})

describe('what does not parse is told by pointer', () => {
  test.each([
    ['nothing', null, ''],
    ['a list', [], ''],
    ['no date', { body: 'Words.' }, '/publishedAt'],
    ['a day that is not', { ...good, publishedAt: '2022-02-30' }, '/publishedAt'],
    ['a local time', { ...good, publishedAt: '2022-11-28T09:00:00' }, '/publishedAt'],
    ['no text', { publishedAt: '2022-11-28' }, '/body'],
    ['a blank text', { ...good, body: ' \n ' }, '/body'],
    ['a page without words', { publishedAt: '2022-11-28', html: '<img>' }, '/html'],
    ['another address', { ...good, url: 'ftp://files.example/' }, '/url'],
    ['authors that are no list', { ...good, authors: 'A. Writer' }, '/authors'],
    ['an unknown field', { ...good, publisedAt: '2022-11-28' }, '/publisedAt'],
  ])('%s', (_name, input, pointer) => {
    expect(parseDocument(input)).toEqual({
      ok: false,
      errors: [{ pointer, message: expect.any(String) as unknown }],
    })
  })
})

test('everything that is wrong is told at once', () => {
  const result = parseDocument({ url: 'nowhere', lang: '?' })
  expect(result.ok ? [] : result.errors.map(({ pointer }) => pointer)).toEqual(['/url', '/publishedAt', '/lang'])
})

test('null is as good as left out', () => {
  expect(parseDocument({ ...good, url: null, title: null, html: null, authors: null })).toEqual(parseDocument(good))
})

test('the plain text is taken where there is a page, too', () => {
  const result = parseDocument({ ...good, html: '<p>Something else.</p>' })
  expect(result.ok && result.document.body).toBe(good.body)
})

test('the page fills in what was not said', () => {
  const html = `<html lang="en"><head><title>A headline</title><meta name="author" content="By Jane Roe"></head>
    <body><article><p>${'Words in a row, and more of them. '.repeat(30)}</p></article></body></html>`
  const result = parseDocument({ html, publishedAt: '2022-11-28' })
  expect(result.ok && result.document).toMatchObject({ title: 'A headline', lang: 'en', authors: ['Jane Roe'] })
  const said = parseDocument({ html, publishedAt: '2022-11-28', title: 'Said', lang: 'en-US', authors: ['Me'] })
  expect(said.ok && said.document).toMatchObject({ title: 'Said', lang: 'en-US', authors: ['Me'] })
})
