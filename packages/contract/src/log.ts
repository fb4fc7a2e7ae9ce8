import { z } from 'zod'
import { Id, Instant, Limit, listOf, Position, text } from './primitives.ts'

export const LogEntry = z
  .strictObject({
    position: Position,
    id: Id,
    stream: z
      .string()
      .meta({ description: 'The stream that it belongs to.', example: 'document-3n5m2kq0c8s4w1v7y6t9x2b0da' }),
    version: z.int().meta({ description: '1, 2, 3 … within the stream.', example: 2 }),
    type: z.string().meta({ description: 'What kind of entry it is.', example: 'document.submitted' }),
    schemaVersion: z.int().meta({ description: 'The version of its data’s shape.', example: 1 }),
    recordedAt: Instant.meta({ description: 'When the log learned it.' }),
    causationId: z.string().nullable().meta({ description: 'The entry that caused it.' }),
    correlationId: z.string().nullable().meta({ description: 'What it belongs together with.' }),
    data: z.unknown().meta({ description: 'What it says.' }),
    metadata: z.record(z.string(), z.unknown()).meta({ description: 'What else is known of it.' }),
  })
  .meta({ id: 'LogEntry', description: 'One record of the event log.' })

export const LogList = listOf('LogList', LogEntry, 'entries')

const Name = text(100)

export const LogQuery = z
  .strictObject({
    after: Position.optional().meta({ description: 'Entries after this position.', example: '0' }),
    type: z.array(Name).min(1).max(50).optional().meta({ description: 'Entries of this type; repeatable.' }),
    stream: text(300).optional().meta({ description: 'Entries of this stream.', example: 'document-3n5m2kq0' }),
    limit: Limit,
    cursor: z.string().max(2000).optional().meta({ description: '`page.next` of the page before.' }),
  })
  .meta({ description: 'Which entries.' })
