import { createPageReader } from '@dateline/projections'
import cors from 'cors'
import express, { type Express } from 'express'
import helmet, { type HelmetOptions } from 'helmet'
import { actorRoutes } from './actors/routes.ts'
import { accessRoutes } from './admin/access-routes.ts'
import { correctionRoutes } from './admin/correction-routes.ts'
import { deadLetterRoutes } from './admin/dead-letter-routes.ts'
import { projectionRoutes } from './admin/projection-routes.ts'
import { changeRoutes } from './changes/routes.ts'
import type { ApiDeps } from './deps.ts'
import { docsRoutes } from './docs/routes.ts'
import { documentRoutes } from './documents/routes.ts'
import { eventRoutes } from './events/routes.ts'
import { healthRoutes } from './health/routes.ts'
import { authenticate } from './http/authenticate.ts'
import { answerWholeWithoutEtag } from './http/etag.ts'
import { formatSuffix } from './http/formats.ts'
import { limitRate } from './http/limits.ts'
import { notFound, problems } from './http/problems.ts'
import { requestId } from './http/request-id.ts'
import { createRoutes } from './http/route.ts'
import { createFeed } from './live/feed.ts'
import { liveRoutes } from './live/routes.ts'
import { logRoutes } from './log/routes.ts'
import { openApiRoutes } from './openapi/routes.ts'
import { subscriptionRoutes } from './subscriptions/routes.ts'
import { timelineRoutes } from './timeline/routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'

export type { ApiDeps } from './deps.ts'
export { serve, type ServedApi } from './server.ts'

/** Of the connections that reads run on: a query that takes longer than this is given up, with a 503. */
export const READ_SETTINGS = '-c statement_timeout=10000 -c idle_in_transaction_session_timeout=30000'

/** An answer is data: a browser that shows it as a page runs and loads nothing. The pages under `/docs` have their own. */
const HEADERS: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  },
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  frameguard: { action: 'deny' },
}

/** What a browser may read of an answer. */
const EXPOSED = ['ETag', 'Link', 'Location', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id']

/**
 * The whole interface as an express app, made of what it is given, none of which it closes. Told `close` (as `serve`
 * does), it ends its streams.
 */
export function createApi(deps: ApiDeps): Express {
  const { configuration } = deps
  const app = express()
  app
    .disable('x-powered-by')
    .disable('etag')
    .set('query parser', false)
    .set('trust proxy', configuration.trustedProxies)
  answerWholeWithoutEtag(app)
  app.use(requestId, helmet(HEADERS))
  if (configuration.corsOrigins.length > 0) app.use(cors(corsOptions(configuration.corsOrigins)))

  app.use(docsRoutes(), formatSuffix)

  const service = createRoutes(deps)
  healthRoutes(service, deps)
  openApiRoutes(service, deps)
  app.use(service.router)

  const feed = createFeed(deps)
  app.once('close', () => feed.close())

  const reads = { ...deps, pages: createPageReader(deps.pool) }
  const routes = createRoutes(deps)
  webhookRoutes(routes, deps)
  timelineRoutes(routes, reads)
  eventRoutes(routes, reads)
  changeRoutes(routes, reads)
  liveRoutes(routes, { ...deps, feed })
  actorRoutes(routes, reads)
  documentRoutes(routes, reads)
  logRoutes(routes, deps)
  accessRoutes(routes, deps)
  projectionRoutes(routes, deps)
  deadLetterRoutes(routes, deps)
  correctionRoutes(routes, deps)
  subscriptionRoutes(routes, deps)
  app.use(authenticate(deps.access), limitRate(configuration.rateLimitPerMinute), routes.router)

  return app.use(notFound).use(problems(deps.logger))
}

function corsOptions(origins: readonly string[]): cors.CorsOptions {
  return {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
    exposedHeaders: EXPOSED,
    maxAge: 600,
  }
}
