import type { Principal } from '@dateline/access'
import type { Operation, QuerySchema } from '@dateline/contract'
import type { Request, Response } from 'express'
import type { z } from 'zod'

/** A request that was let in and parsed. */
export interface Call<O extends Operation = Operation> {
  params: O extends { params: infer Schema extends z.ZodObject } ? z.infer<Schema> : object
  query: O extends { query: infer Schema extends QuerySchema } ? z.infer<Schema> : object
  body: O extends { body: { schema: infer Schema extends z.ZodType } } ? z.infer<Schema> : undefined
  principal: Principal | null
  request: Request
  response: Response
}

/** Answers it, by the response that it carries. */
export type Handler<O extends Operation> = (call: Call<O>) => Promise<void> | void
