import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Router, type Response } from 'express'
import { guidePage, referencePage } from './pages.ts'

/** Nothing is fetched from elsewhere, and no script is in the page. The reference sets styles of elements. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const HERE = import.meta.dirname
const SWAGGER = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')))

/** What is served, from where. */
const FILES: Readonly<Record<string, string>> = {
  'style.css': join(HERE, 'style.css'),
  'guide.js': join(HERE, 'guide.js'),
  'reference.js': join(HERE, 'reference.js'),
  'timeline.html': join(HERE, 'timeline.html'),
  'timeline.js': join(HERE, 'timeline.js'),
  'swagger-ui.css': join(SWAGGER, 'swagger-ui.css'),
  'swagger-ui-bundle.js': join(SWAGGER, 'swagger-ui-bundle.js'),
}

/** Pages for people: a guide, the reference, an example. Served whole from here. */
export function docsRoutes(): Router {
  const router = Router({ strict: false })
  let guide: Promise<string> | undefined

  router.use('/docs', (_request, response, next) => {
    response.set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-cache' })
    next()
  })
  router.get('/', (_request, response) => response.redirect(302, '/docs'))
  router.get('/docs', async (request, response) => {
    guide ??= readFile(join(HERE, 'guide.md'), 'utf8')
    sendPage(response, guidePage(await guide, `${request.protocol}://${request.get('host') ?? ''}`))
  })
  router.get('/docs/reference', (_request, response) => sendPage(response, referencePage()))
  router.get('/docs/:file', (request, response, next) => {
    const file = Object.hasOwn(FILES, request.params.file) ? FILES[request.params.file] : undefined
    if (file === undefined) return next()
    response.sendFile(file, { etag: true, lastModified: true, cacheControl: false })
  })
  return router
}

function sendPage(response: Response, html: string): void {
  response.type('text/html').send(html)
}
