import { Marked } from 'marked'

/** Whose examples are shown; what else a Host header may say is not repeated. */
const ORIGIN = /^https?:\/\/[\w.:[\]-]{1,255}$/
const EXAMPLE = 'http://127.0.0.1:8080'

/** The guide as a page, its examples with the address by which it was asked for. */
export function guidePage(markdown: string, origin: string): string {
  const text = ORIGIN.test(origin) ? markdown.replaceAll(EXAMPLE, origin) : markdown
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? 'Dateline'
  return page({ title, body: `<main class="page">${rendered(text)}</main>`, styles: [], scripts: ['guide.js'] })
}

/** Every operation, with a form to try it. */
export function referencePage(): string {
  return page({
    title: 'Dateline: the reference',
    body: '<nav><a href="/docs">Guide</a> · <a href="/openapi.json">openapi.json</a></nav><div id="reference"></div>',
    styles: ['swagger-ui.css'],
    scripts: ['swagger-ui-bundle.js', 'reference.js'],
  })
}

function rendered(text: string): string {
  const marked = new Marked({ async: false, gfm: true })
  marked.use({
    renderer: {
      heading({ tokens, depth, text: heading }) {
        const id = heading.toLowerCase().replaceAll(/[^\w]+/g, '-')
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      code({ text: code, lang = '' }) {
        const [language = ''] = lang.split(' ')
        return `<pre data-language="${escaped(language)}"><code>${escaped(code)}</code></pre>\n`
      },
    },
  })
  return marked.parse(text) as string
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

interface Page {
  title: string
  body: string
  styles: readonly string[]
  scripts: readonly string[]
}

function page({ title, body, styles, scripts }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
${[...styles, 'style.css'].map((name) => `<link rel="stylesheet" href="/docs/${name}">`).join('\n')}
${scripts.map((name) => `<script src="/docs/${name}" defer></script>`).join('\n')}
</head>
<body>
${body}
</body>
</html>
`
}
