import { expect, test } from 'vitest'
import { readPage } from './html.ts'

const filler = 'The talks went on late into the night, and nobody would say how far they had come. '.repeat(8)

test('the article is found in its page, paragraphs apart, without what stands around it', () => {
  const page = readPage(`<!doctype html><html lang="en-GB"><head><title>Talks in Utopia end</title>
    <meta name="author" content="Jane Roe"><style>p { color: red }</style></head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
    <article><h1>Talks in Utopia end</h1>
    <p>Ministers&nbsp;of   Utopia &amp; Erewhon
       met on Monday. ${filler}</p>
    <figure><img src="a.jpg"><figcaption>A picture of a table</figcaption></figure>
    <p>They signed <b>nothing</b>.<br>They left. ${filler}</p></article>
    <footer>Copyright</footer><script>track()</script></body></html>`)
  const [first, second, ...more] = page.body.split('\n\n')
  expect(first).toMatch(/^Ministers of Utopia & Erewhon met on Monday\. The talks/)
  expect(second).toMatch(/^They signed nothing\.\nThey left\. The talks/)
  expect(more).toEqual([])
  expect(page).toMatchObject({ title: 'Talks in Utopia end', authors: ['Jane Roe'], lang: 'en-GB' })
})

test('what news sites put between paragraphs, into titles and around names is no part of the article', () => {
  const page =
    readPage(`<!doctype html><html lang="en"><head><title>Talks in Utopia end without a deal | The Utopian</title>
    <meta property="og:title" content="Talks in Utopia end without a deal | The Utopian">
    <meta property="og:site_name" content="The Utopian"></head><body><main><article>
    <h1>Talks in Utopia end without a deal</h1><p class="byline">By Jane Roe and John Doe</p>
    <p>Ministers met on Monday. ${filler}</p><div><p>Advertisement</p></div>
    <p>They signed nothing. ${filler}</p><p>Sign up for our weekly newsletter.</p>
    <p>They left at dawn. ${filler}</p></article></main></body></html>`)
  expect(page.body.split('\n\n').map((paragraph) => paragraph.split('.')[0])).toEqual([
    'Ministers met on Monday',
    'They signed nothing',
    'They left at dawn',
  ])
  expect(page).toMatchObject({ title: 'Talks in Utopia end without a deal', authors: ['Jane Roe', 'John Doe'] })
})

test('a fragment without a page around it is read as one', () => {
  expect(readPage('<p>Voters went to the polls.</p><p>Few of them.</p>').body).toBe(
    'Voters went to the polls.\n\nFew of them.',
  )
})

test('plain words in the place of markup are their own text', () => {
  expect(readPage('Voters went to the polls & came back.').body).toBe('Voters went to the polls & came back.')
})

test('markup without words has no text', () => {
  expect(readPage('<html><body><script>alert(1)</script><img src="x"></body></html>').body).toBe('')
})

test('nesting deeper than the stack costs neither the text nor the time', () => {
  const depth = 20_000
  expect(readPage('<div>'.repeat(depth) + 'Deep.' + '</div>'.repeat(depth)).body).toBe('Deep.')
})
