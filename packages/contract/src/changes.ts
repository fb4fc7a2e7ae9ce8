import { z } from 'zod'
import { Event } from './events.ts'
import { CursorText, Id, Limit, listOf, orNull, Position } from './primitives.ts'

export const Change = z
  .strictObject({
    position: Position,
    n: z.int().meta({ description: 'Which of the changes by one entry it is, from 0.', example: 0 }),
    change: z
      .enum(['created', 'updated', 'merged', 'withdrawn'])
      .meta({ description: 'What has become of the event.', example: 'updated' }),
    eventId: Id.meta({ description: 'The event.' }),
    event: orNull(Event).meta({ description: 'The event as it is then; null once merged or withdrawn.' }),
    into: Id.nullable().meta({ description: 'The event that a merged one is part of.' }),
    reason: z.string().nullable().meta({ description: 'Why it was merged or withdrawn.' }),
    matches: z
      .literal(false)
      .optional()
      .meta({ description: 'Of a stream: the event matched the filters before and does so no more.' }),
  })
  .meta({ id: 'Change', description: 'Something that has become of an event.' })

export type Change = z.infer<typeof Change>

export const ChangeList = listOf('ChangeList', Change, 'changes')

export type ChangeList = z.infer<typeof ChangeList>

export const ChangesQuery = z
  .strictObject({
    after: Position.optional().meta({ description: 'Changes by entries after this position.', example: '0' }),
    limit: Limit,
    cursor: CursorText.optional(),
  })
  .meta({ description: 'Which changes.' })
