import { OpenAPIRegistry, OpenApiGeneratorV31, type ResponseConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { OPERATIONS } from './operations.ts'
import { problemsOf, type Answer, type Operation } from './operations/operation.ts'
import { Problem, PROBLEMS } from './problems.ts'
import { WebhookMessage } from './subscriptions.ts'

/** The OpenAPI 3.1 document of the whole interface, made from the schemas that parse its requests. */
export function openApiDocument(version: string): object {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key with the scope, as `Authorization: Bearer <key>`.',
  })
  registry.registerComponent('securitySchemes', 'signature', {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description:
      'Standard Webhooks: HMAC-SHA256 over `<webhook-id>.<webhook-timestamp>.<body>` with the source’s secret.',
  })
  for (const [operationId, operation] of Object.entries<Operation>(OPERATIONS))
    register(registry, operationId, operation)
  registerWebhook(registry)
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Dateline',
      version,
      description: 'Typed, dated, attributed events from news documents, with the words that prove them.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This service.' }],
  })
}

function register(registry: OpenAPIRegistry, operationId: string, operation: Operation): void {
  registry.registerPath({
    method: operation.method,
    path: operation.path,
    operationId,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.description === undefined ? {} : { description: operation.description }),
    security: SECURITY[operation.access],
    request: {
      ...(operation.params ? { params: operation.params } : {}),
      ...(operation.query ? { query: operation.query } : {}),
      ...(operation.headers ? { headers: operation.headers } : {}),
      ...(operation.body
        ? {
            body: {
              description: operation.body.description,
              required: operation.body.required,
              content: mediaTypes(operation.body),
            },
          }
        : {}),
    },
    responses: responsesOf(operation),
  })
}

/** What the service itself sends, to whoever has subscribed. */
function registerWebhook(registry: OpenAPIRegistry): void {
  const header = (description: string) => z.string().meta({ description })
  registry.registerWebhook({
    method: 'post',
    path: 'timelineChanges',
    operationId: 'receiveChanges',
    tags: [OPERATIONS.createSubscription.tag],
    summary: 'Changes, posted to a subscription’s URL',
    description: OPERATIONS.createSubscription.description,
    request: {
      headers: z.object({
        'webhook-id': header('Of the delivery: the same for every attempt.'),
        'webhook-timestamp': header('Of the attempt, in seconds since 1970.'),
        'webhook-signature': header('By each secret that signs, separated by spaces: `v1,<base64>`.'),
      }),
      body: {
        description: 'What has changed.',
        required: true,
        content: { 'application/json': { schema: WebhookMessage } },
      },
    },
    responses: {
      '2XX': { description: 'It is taken.' },
      410: { description: 'Nobody is there any more: the subscription is paused.' },
    },
  })
}

function mediaTypes({ contentTypes = ['application/json'], schema }: NonNullable<Operation['body']>) {
  return Object.fromEntries(contentTypes.map((type) => [type, { schema }]))
}

const SECURITY: Readonly<Record<Operation['access'], Record<string, string[]>[]>> = {
  open: [],
  read: [{}, { key: ['timelines:read'] }],
  signed: [{ signature: [] }, { key: ['documents:write'] }],
  admin: [{ key: ['admin'] }],
}

function responsesOf(operation: Operation): Record<string, ResponseConfig> {
  const responses: Record<string, ResponseConfig> = {}
  for (const [status, answer] of Object.entries(operation.answers)) responses[status] = responseOf(answer)
  const byStatus = Map.groupBy(problemsOf(operation), (name) => PROBLEMS[name].status)
  for (const [status, names] of byStatus) {
    const described = names.map((name) => `${PROBLEMS[name].title} (\`/problems/${name}\`).`).join(' ')
    const there = responses[status]
    const content = { 'application/problem+json': { schema: Problem as z.ZodType } }
    responses[status] = there
      ? { ...there, description: `${there.description} ${described}`, content: { ...there.content, ...content } }
      : { description: described, content }
  }
  return responses
}

function responseOf(answer: Answer): ResponseConfig {
  return {
    description: answer.description,
    ...(answer.schema ? { content: contentOf(answer, answer.schema) } : {}),
    ...(answer.headers
      ? {
          headers: Object.fromEntries(
            Object.entries(answer.headers).map(([name, description]) => [
              name,
              { description, schema: { type: 'string' as const } },
            ]),
          ),
        }
      : {}),
  }
}

function contentOf({ contentType = 'application/json', formats = {} }: Answer, schema: z.ZodType) {
  const others = Object.values(formats).map((mediaType) => [mediaType, { schema: { type: 'string' as const } }])
  return { [contentType]: { schema }, ...(Object.fromEntries(others) as Record<string, object>) }
}
