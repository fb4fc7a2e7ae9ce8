import { DocumentInput, Problem, Submitted } from '@dateline/contract'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/api.ts'
import { readFeed } from './feed.ts'

const read = (text: string, type?: string) => readFeed(Buffer.from(text), type)

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Utopian</title><link>https://utopian.example/</link><description>News</description>
<language>en-gb</language>
<item><title>Talks &amp; tea</title><link>/talks</link><guid isPermaLink="false">u-1</guid>
  <pubDate>Mon, 05 May 2025 08:00:00 +0200</pubDate><dc:creator>Jane Roe</dc:creator>
  <description>Short.</description>
  <content:encoded><![CDATA[<p>Ministers met.</p><p>They had tea &amp; left.</p>]]></content:encoded></item>
<item><title>Strike</title><guid>https://utopian.example/strike</guid><pubDate>6 May 2025 10:00 EST</pubDate>
  <description>Drivers &lt;b&gt;struck&lt;/b&gt;.</description></item>
<item><title>Undated</title><link>mailto:news@utopian.example</link><description>Somebody left.</description></item>
</channel></rss>`

describe('a feed is read as documents', () => {
  test('from RSS: content before summary, links from the channel’s, dates in any zone', () => {
    const items = read(RSS)
    expect(items).toEqual([
      {
        externalId: 'u-1',
        url: 'https://utopian.example/talks',
        title: 'Talks & tea',
        body: 'Ministers met.\n\nThey had tea & left.',
        publishedAt: '2025-05-05T06:00:00.000Z',
        lang: 'en-gb',
        authors: ['Jane Roe'],
      },
      {
        externalId: 'https://utopian.example/strike',
        url: 'https://utopian.example/strike',
        title: 'Strike',
        body: 'Drivers struck.',
        publishedAt: '2025-05-06T15:00:00.000Z',
        lang: 'en-gb',
      },
      { title: 'Undated', body: 'Somebody left.', lang: 'en-gb' },
    ])
    expect(items.map((item) => DocumentInput.safeParse(item).success)).toEqual([true, true, false])
  })

  test('from Atom: the publication before the update, the language of the entry, markup out of the title', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>L’Utopien</title><id>urn:l</id>
      <updated>2025-05-05T00:00:00Z</updated><author><name>Rédaction</name></author>
      <entry xml:lang="en"><id>urn:l:1</id><title type="html">A &lt;i&gt;coup&lt;/i&gt;</title>
        <published>2025-05-04T10:00:00+02:00</published><updated>2025-05-05T10:00:00Z</updated>
        <link rel="enclosure" href="https://l.example/1.mp3"/><link href="https://l.example/1"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Soldiers came.</p><p>They stayed.</p></div></content>
      </entry></feed>`
    expect(read(atom)).toEqual([
      {
        externalId: 'urn:l:1',
        url: 'https://l.example/1',
        title: 'A coup',
        body: 'Soldiers came.\n\nThey stayed.',
        publishedAt: '2025-05-04T08:00:00.000Z',
        lang: 'en',
        authors: ['Rédaction'],
      },
    ])
  })

  test('from JSON Feed: text before markup, and a number for an id', () => {
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'U',
      items: [
        { id: 7, content_text: 'It rained.\n\nA lot.', content_html: '<p>x</p>', date_published: '2025-05-05' },
        { id: 'b', content_html: '<p>It &lt;poured&gt;.</p>', date_published: '2025-05-05T09:00:00' },
      ],
    })
    expect(read(json)).toEqual([
      { externalId: '7', body: 'It rained.\n\nA lot.', publishedAt: '2025-05-05' },
      { externalId: 'b', body: 'It <poured>.', publishedAt: '2025-05-05T09:00:00.000Z' },
    ])
  })

  test('from RSS 1.0', () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://u.example"><title>U</title></channel>
      <item rdf:about="https://u.example/1"><title>T</title><link>https://u.example/1</link>
      <description>Words.</description><dc:date>2025-05-05</dc:date></item></rdf:RDF>`
    expect(read(rdf)).toEqual([
      {
        externalId: 'https://u.example/1',
        url: 'https://u.example/1',
        title: 'T',
        body: 'Words.',
        publishedAt: '2025-05-05',
      },
    ])
  })

  test('in the encoding that it declares', () => {
    const feed = (words: string, declaration = '') =>
      `${declaration}<rss version="2.0"><channel><title>U</title><item><description>${words}</description></item></channel></rss>`
    const latin = Buffer.from(feed('Unruhen in Zürich', '<?xml version="1.0" encoding="iso-8859-1"?>'), 'latin1')
    expect(readFeed(latin, 'application/rss+xml')).toEqual([{ body: 'Unruhen in Zürich' }])
    expect(readFeed(Buffer.from(feed('Zürich'), 'latin1'), 'text/xml; charset=windows-1252')).toEqual([
      { body: 'Zürich' },
    ])
    expect(() => readFeed(Buffer.from(feed('Zürich'), 'latin1'), undefined)).toThrow('not in the encoding')
    expect(() => read(feed('x'), 'text/xml; charset=klingon')).toThrow('not in the encoding')
  })

  test.each([
    ['', 'is no RSS, Atom or JSON feed'],
    ['<html><p>No</p></html>', 'is no RSS, Atom or JSON feed'],
    ['{"items":[]}', 'is no RSS, Atom or JSON feed'],
    ['<rss version="2.0"><channel><title>U</title></channel></rss>', 'is a feed without items'],
    [`<rss version="2.0"><channel>${'<item><title>x</title></item>'.repeat(501)}</channel></rss>`, 'holds 501 items'],
  ])('and %.20s is refused', (text, why) => {
    expect(() => read(text)).toThrow(why)
  })

  test('whatever entities it defines for itself are not expanded', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "${`&a${n || ''};`.repeat(10)}">`).join('')}]>
      <rss version="2.0"><channel><title>x</title><item><description>&a19;</description></item></channel></rss>`
    expect(JSON.stringify(read(bomb)).length).toBeLessThan(1000)
  })

  test('nested without end costs a refusal', () => {
    const deep = `<rss version="2.0"><channel><title>x</title><item><description>${'<a>'.repeat(200_000)}`
    expect(() => read(deep)).toThrow(/nested|well-formed/)
  })
})

describe('POST /v1/webhooks/{source}/feed', () => {
  let api: TestApi
  let secret: string
  beforeAll(async () => {
    api = await startTestApi({}, { project: false })
    const made = await api.access.createSource('utopian')
    secret = made.status === 'created' ? made.secret : ''
  })
  afterAll(() => api[Symbol.asyncDispose]())

  const send = (feed: string, id: string) => {
    const at = new Date()
    return api.request
      .post('/v1/webhooks/utopian/feed')
      .set('webhook-id', id)
      .set('webhook-timestamp', String(Math.floor(at.getTime() / 1000)))
      .set('webhook-signature', new Webhook(secret).sign(id, at, feed))
      .type('application/rss+xml')
      .send(feed)
  }

  test('takes what can be taken, names the rest, and knows an item again', async () => {
    const first = Submitted.parse((await send(RSS, 'one').expect(202)).body)
    expect(first.data.map(({ index, duplicate, revision }) => [index, duplicate, revision])).toEqual([
      [0, false, 1],
      [1, false, 1],
    ])
    expect(first.errors).toMatchObject([{ pointer: '/items/2/publishedAt' }])
    const again = Submitted.parse((await send(RSS.replace('struck', 'drove on'), 'two').expect(202)).body)
    expect(again.data.map(({ id, duplicate, revision }) => [id, duplicate, revision])).toEqual([
      [first.data[0]?.id, true, 1],
      [first.data[1]?.id, false, 2],
    ])
  })

  test('refuses a feed that was changed after it was signed', async () => {
    const { body } = await send(RSS, 'three').set('webhook-signature', 'v1,AAAA').expect(401)
    expect(Problem.parse(body).type).toBe('/problems/invalid-signature')
  })
})
