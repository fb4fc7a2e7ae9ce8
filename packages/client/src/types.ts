import type { Operation, OPERATIONS } from '@dateline/contract'
import type { z } from 'zod'

/** Types of paths, options and answers, all inferred from the schemas by which the service parses. Nothing runs. */
type Operations = (typeof OPERATIONS)[keyof typeof OPERATIONS]
type Method = Operation['method']

type OperationOf<M extends Method, Path extends string> = Extract<Operations, { method: M; path: Path }>

/** Paths that take the method, as the OpenAPI document writes them: `/v1/events/{id}`. */
export type PathOf<M extends Method> = Extract<Operations, { method: M }>['path']

/** Paths that answer JSON to GET: not the stream, and no page to look at. */
export type GetPath = Exclude<PathOf<'get'>, '/v1/stream'>

/** Paths that take JSON by POST; a delivery is signed, by `submit`. */
export type PostPath = Exclude<PathOf<'post'>, `/v1/webhooks/${string}`>

type ParamsOf<O> = O extends { params: infer S extends z.ZodType } ? { params: z.input<S> } : { params?: never }
type QueryOf<O> = O extends { query: infer S extends z.ZodType } ? { query?: z.input<S> } : { query?: never }
type BodyOf<O> = O extends { body: { schema: infer S extends z.ZodType; required: infer R } }
  ? R extends true
    ? { body: z.input<S> }
    : { body?: z.input<S> }
  : { body?: never }

/** One operation at a time: of many at once, each part of one would be crossed with those of all others. */
type OptionsOfEach<O> = O extends unknown ? ParamsOf<O> & QueryOf<O> & BodyOf<O> & { signal?: AbortSignal } : never

export type OptionsOf<M extends Method, Path extends string> = OptionsOfEach<OperationOf<M, Path>>

/** `options` may be left out where nothing in them is needed. */
export type Arguments<Options> = object extends Options ? [options?: Options] : [options: Options]

type SchemaOf<A> = A extends { schema: infer S extends z.ZodType } ? z.output<S> : undefined

/** What is answered on success. */
export type AnswerOf<M extends Method, Path extends string> =
  OperationOf<M, Path> extends { answers: infer A } ? SchemaOf<A[keyof A & (200 | 201 | 202 | 204)]> : never

/** Paths whose answer is a list in its envelope. */
export type ListPath = {
  [Path in GetPath]: AnswerOf<'get', Path> extends { page: unknown; data: unknown[] } ? Path : never
}[GetPath]

export type ItemOf<Path extends ListPath> =
  AnswerOf<'get', Path> extends { data: readonly (infer Item)[] } ? Item : never
