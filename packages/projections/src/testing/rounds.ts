import type { Pool, PoolClient, Submittable } from 'pg'

/** A pool that counts how often its connections are asked something while they have nothing to answer. */
export function countingPool(pool: Pool): { pool: Pool; rounds: () => number } {
  let rounds = 0
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect()
    let waiting = 0
    return new Proxy(client, {
      get(target, name) {
        if (name !== 'query') {
          const value: unknown = Reflect.get(target, name, target)
          return typeof value === 'function' ? (value.bind(target) as unknown) : value
        }
        return (statement: string | Submittable, values?: unknown[]) => {
          if (waiting === 0) rounds += 1
          // A copy asks to be let in, and then brings its rows.
          if (typeof statement !== 'string' && 'submit' in statement) {
            rounds += 1
            return target.query(statement)
          }
          waiting += 1
          return target.query(statement, values).finally(() => (waiting -= 1))
        }
      },
    })
  }
  const counting = new Proxy(pool, {
    get: (target, name) => (name === 'connect' ? connect : (Reflect.get(target, name, target) as unknown)),
  })
  return { pool: counting, rounds: () => rounds }
}
