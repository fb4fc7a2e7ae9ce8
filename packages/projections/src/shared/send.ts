import { type ClientBase, Pool, type QueryConfig } from 'pg'

type Statement = () => Promise<unknown>
type Answers<T extends readonly Statement[]> = { -readonly [K in keyof T]: Awaited<ReturnType<T[K]>> }

/**
 * Connections like those of the pool that pipeline. They are never given up for being idle, so that they keep what they
 * know of the tables. `COPY` they cannot do. The caller ends it.
 */
export function pipeliningPool(pool: Pool, max: number): Pool {
  const pipelining = new Pool({ ...pool.options, pipeline: true, max, idleTimeoutMillis: 0 })
  // Whoever asks next gets a new one.
  pipelining.on('error', () => undefined)
  return pipelining
}

/** Whether the connection takes statements before it has answered those before. */
export function pipelines(client: ClientBase): boolean {
  return 'pipeline' in client && client.pipeline === true
}

/**
 * Sends statements of which none needs another's answer, in this order: where the connection pipelines all at once, so
 * that they cost one round trip. The first that fails is thrown; within a transaction those behind it fail too.
 */
export async function send<const T extends readonly Statement[]>(
  client: ClientBase,
  statements: T,
): Promise<Answers<T>> {
  if (pipelines(client)) return (await Promise.all(statements.map((statement) => statement()))) as Answers<T>
  const answers: unknown[] = []
  for (const statement of statements) answers.push(await statement())
  return answers as Answers<T>
}

/**
 * A statement that is prepared where the connection pipelines: there it comes often, and planning it costs more than to
 * run it. Where tables are being filled it is planned anew, since what is best for them changes as they grow.
 */
export function prepared(client: ClientBase, name: string, text: string, values: readonly unknown[]): QueryConfig {
  return { ...(pipelines(client) && { name }), text, values: [...values] }
}
