import { z } from 'zod'
import { Id } from './primitives.ts'

/** The most documents of one delivery. */
export const MAX_DOCUMENTS = 100
/** The most items of one feed. */
export const MAX_ITEMS = 500
/** What a feed may call itself; which one it is, is seen from the body. */
export const FEED_TYPES = ['application/rss+xml', 'application/atom+xml', 'application/xml', 'application/feed+json']
/** The most bytes of one delivery. */
export const MAX_BYTES = 10 * 1024 * 1024

const Taken = z
  .strictObject({
    id: Id,
    status: z.string().meta({ description: 'Where the document stands.', example: 'queued' }),
    duplicate: z
      .boolean()
      .meta({ description: 'The same text or the same delivery was taken before.', example: false }),
    revision: z.int().meta({ description: 'Which revision of the document it is.', example: 1 }),
    index: z.int().optional().meta({ description: 'Which document of the batch it is, from 0.' }),
    href: z.string().meta({ description: 'Where to ask for it.', example: '/v1/documents/3n5m2kq0c8s4w1v7y6t9x2b0da' }),
  })
  .meta({ id: 'TakenDocument', description: 'A document that was taken.' })

export const Submitted = z
  .strictObject({
    data: z.array(Taken).meta({ description: 'The documents that were taken; they are durable in the log.' }),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().meta({ description: 'A JSON Pointer.', example: '/documents/3/publishedAt' }),
          message: z.string().meta({ description: 'What is wrong there.' }),
        }),
      )
      .optional()
      .meta({ description: 'What was not taken, of a batch.' }),
  })
  .meta({ id: 'Submitted', description: 'What a delivery brought.' })

export const WebhookHeaders = z
  .object({
    'webhook-id': z
      .string()
      .meta({ description: 'The delivery’s id: again, it is answered the same.', example: 'msg_01' }),
    'webhook-timestamp': z.string().meta({ description: 'Seconds since 1970.', example: '1669626000' }),
    'webhook-signature': z
      .string()
      .meta({ description: '`v1,<base64 HMAC-SHA256>`, several separated by spaces.', example: 'v1,K5oZfz…' }),
  })
  .meta({ description: 'Standard Webhooks.' })
