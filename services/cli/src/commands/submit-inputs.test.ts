import { describe, expect, test } from 'vitest'
import { readInput, UnreadableInput } from './submit-inputs.ts'

const documents = (name: string, text: string, published?: string) => {
  const input = readInput(name, text, published)
  return input.kind === 'documents' ? input.items.map(({ name: told, document }) => [told, document]) : input.kind
}

describe('a file is read by its ending', () => {
  test('text: a first line that stands alone and is no sentence is the title', () => {
    expect(documents('a.txt', 'Strike in Lyon\n\nDrivers struck.\n\nMany did.\n', '2026-05-05')).toEqual([
      [
        'a.txt',
        {
          externalId: 'a.txt',
          title: 'Strike in Lyon',
          body: 'Drivers struck.\n\nMany did.\n',
          publishedAt: '2026-05-05',
        },
      ],
    ])
    expect(documents('a.txt', 'Drivers struck.\n\nMany did.')).toEqual([
      ['a.txt', { externalId: 'a.txt', body: 'Drivers struck.\n\nMany did.' }],
    ])
  })

  test.each([
    ['<meta property="article:published_time" content="2026-05-06T10:00:00Z">', '2026-05-06T10:00:00Z'],
    ["<meta content='2026-05-06' property='article:published_time'>", '2026-05-06'],
    [
      '<script type="application/ld+json">{"datePublished": "2026-05-06T10:00:00+02:00"}</script>',
      '2026-05-06T10:00:00+02:00',
    ],
    ['<time class="x" datetime="2026-05-06">6 May</time>', '2026-05-06'],
  ])('HTML: the date of publication as the page says it: %s', (html, publishedAt) => {
    expect(documents('a.html', html)).toEqual([['a.html', { externalId: 'a.html', html, publishedAt }]])
  })

  test('JSON: one, a list, a batch, a feed', () => {
    expect(documents('a.json', '{"body":"x","publishedAt":"2026-05-05"}')).toEqual([
      ['a.json', { body: 'x', publishedAt: '2026-05-05' }],
    ])
    const two = [
      ['a.json#0', { body: 'x' }],
      ['a.json#1', { body: 'y' }],
    ]
    expect(documents('a.json', '[{"body":"x"},{"body":"y"}]')).toEqual(two)
    expect(documents('a.json', '{"documents":[{"body":"x"},{"body":"y"}]}')).toEqual(two)
    expect(documents('a.json', '{"version":"https://jsonfeed.org/version/1.1","items":[]}')).toBe('feed')
  })

  test('NDJSON: as annotate takes it too, each line told by its number', () => {
    expect(documents('a.ndjson', '{"id":"1","source":"s","body":"x"}\n\n{"externalId":"2","body":"y"}\n')).toEqual([
      ['a.ndjson:1', { externalId: '1', body: 'x' }],
      ['a.ndjson:3', { externalId: '2', body: 'y' }],
    ])
  })

  test('and what is not as its ending says is told', () => {
    expect(() => documents('a.json', '{')).toThrow(UnreadableInput)
    expect(() => documents('a.ndjson', '{"body":"x"}\n[1]')).toThrow('a.ndjson:2: is no document but [1]')
  })
})

test.each([
  ['{"body":"x"}\n{"body":"y"}', 2],
  ['{\n"body": "x"\n}', 1],
  ['<?xml version="1.0"?>\n<rss version="2.0">', 'feed'],
  ['<feed xmlns="http://www.w3.org/2005/Atom">', 'feed'],
  ['<!doctype html><p>x</p>', 1],
  ['Plain words.', 1],
])('standard input is what it looks like: %s', (text, found) => {
  const read = documents('-', text)
  expect(typeof read === 'string' ? read : read.length).toBe(found)
})
