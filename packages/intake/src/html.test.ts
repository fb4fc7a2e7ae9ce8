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
  expect(page).toMatchObject({ title: 'Talks in Utopia end', byline: 'Jane Roe', lang: 'en-GB' })
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
