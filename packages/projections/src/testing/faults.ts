import type { Pool, PoolClient, Submittable } from 'pg'

/** What Postgres says when it ends a connection. */
class Crash extends Error {
  readonly code = '57P01'
}

/** A pool whose connections break, each at the statement that `breaks` says (0: at once); undefined: not at all. */
export function breakingPool(pool: Pool, breaks: () => number | undefined): Pool {
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect()
    const last = breaks()
    if (last === undefined) return client
    let statements = 0
    return new Proxy(client, {
      get(target, name) {
        if (name === 'release') return () => target.release(true)
        if (name !== 'query') return Reflect.get(target, name, target) as unknown
        return (statement: string | Submittable, values?: unknown[]) => {
          const crashes = statements >= last
          statements += 1
          if (typeof statement === 'string' || !('submit' in statement)) {
            return crashes ? Promise.reject(new Crash('terminating connection')) : target.query(statement, values)
          }
          if (crashes) throw new Crash('terminating connection')
          return target.query(statement)
        }
      },
    })
  }
  return new Proxy(pool, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target)
      if (name === 'connect') return connect
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}
