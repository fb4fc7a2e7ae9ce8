import { z } from 'zod'

export const Live = z
  .strictObject({ status: z.literal('ok').meta({ description: 'The process turns over.' }) })
  .meta({ id: 'Live', description: 'The process turns over.' })

export const Ready = z
  .strictObject({
    status: z.enum(['ok', 'unavailable']).meta({ description: 'Whether it can serve.' }),
    checks: z
      .record(z.string(), z.enum(['ok', 'failed']))
      .meta({ description: 'What was looked at.', example: { database: 'ok' } }),
  })
  .meta({ id: 'Ready', description: 'Whether it can serve. Being behind is no reason not to.' })
