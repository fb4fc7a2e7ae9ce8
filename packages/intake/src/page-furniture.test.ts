import { describe, expect, test } from 'vitest'
import { authorsOf, titleOf, withoutFurniture } from './page-furniture.ts'

describe('lines that are no part of the report', () => {
  test.each([
    'Advertisement',
    'ADVERTISEMENT',
    '- Advertisement -',
    'Story continues below advertisement',
    'Article continues after this ad',
    'Skip past newsletter promotion',
    'after newsletter promotion',
    'Read more:',
    'Related stories',
    'Sign up for our daily newsletter and get the news of the day.',
    'Subscribe to the Utopia Briefing, our weekly email.',
    'Get the best of our reporting delivered every morning',
    'By signing up you agree to our terms of use.',
    'Share this article',
    '© 2021 The Utopian. All rights reserved.',
  ])('%s', (line) => {
    expect(withoutFurniture(`Voters chose.\n\n${line}\n\nThe count goes on.`)).toBe(
      'Voters chose.\n\nThe count goes on.',
    )
  })

  test.each([
    'Advertisement of the vacancy was ruled unlawful on Monday.',
    'Sign up, the minister told recruits in the capital.',
    'Read more books, the president said.',
    'More than 40 people died.',
    'Subscribe was the only word on the banner.',
    'Related charges against Berg were dropped.',
    'The government got the newsletters banned.',
  ])('but a sentence of the report stays: %s', (line) => {
    const body = `Voters chose.\n\n${line}`
    expect(withoutFurniture(body)).toBe(body)
  })

  test('and a page of nothing else keeps what it has', () => {
    expect(withoutFurniture('Advertisement')).toBe('Advertisement')
  })
})

describe('the title of a page', () => {
  const none = { headline: null, site: null }
  test.each([
    ['Talks in Utopia end | The Utopian', { headline: 'Talks in Utopia end', site: null }, 'Talks in Utopia end'],
    ['Talks in Utopia end - The Utopian', { headline: null, site: 'The Utopian' }, 'Talks in Utopia end'],
    ['Talks end – World – The Utopian', { headline: null, site: 'the utopian' }, 'Talks end – World'],
    ['Utopia - a country of talks', { headline: null, site: 'The Utopian' }, 'Utopia - a country of talks'],
    ['Talks end | World', { headline: 'Talks', site: null }, 'Talks end | World'],
    ['Post-war talks in Utopia', none, 'Post-war talks in Utopia'],
    ['The Utopian', { headline: null, site: 'The Utopian' }, 'The Utopian'],
  ])('%s', (title, page, expected) => {
    expect(titleOf(title, page)).toBe(expected)
  })
})

describe('a byline', () => {
  test.each([
    ['By Jane Roe', ['Jane Roe']],
    ['by: Jane Roe and John Doe', ['Jane Roe', 'John Doe']],
    ['Jane Roe, John Doe & Ana Silva | Published 3 May 2021', ['Jane Roe', 'John Doe', 'Ana Silva']],
    ['Written by Jane Roe, Senior Correspondent', ['Jane Roe']],
    ['Jane Roe - Updated Monday, 10:30', ['Jane Roe']],
    ['Jane Roe (Utopia City)', ['Jane Roe']],
    ['Anne-Marie O’Neill', ['Anne-Marie O’Neill']],
    ['https://social.example/jane.roe', []],
    ['3 May 2021', []],
    ['Staff reporter', []],
  ])('%s', (byline, expected) => {
    expect(authorsOf(byline)).toEqual(expected)
  })
})
