import { Pool, types } from 'pg'
import type { Logger } from './logging.ts'

export interface PoolOptions {
  url: string
  /** Connections at most; default 16 */
  max?: number | undefined
  /** Shown in `pg_stat_activity` */
  name?: string | undefined
  /** Server settings of every connection: `-c search_path=bullmq,public` */
  settings?: string | undefined
  /** Told of idle connections that break; they are replaced by themselves */
  logger?: Logger | undefined
}

/**
 * A pool whose `int8` are bigints, `timestamptz` are Dates and `date`s are `YYYY-MM-DD` strings (a `date` has no time
 * zone, and a Date would give it one). Set per pool: pg's process-wide parsers stay as they are.
 */
export function createPool({ url, max = 16, name = 'dateline', settings, logger }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: name,
    ...(settings === undefined ? {} : { options: settings }),
    types: { getTypeParser },
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
  })
  pool.on('error', (error) => logger?.warn({ err: error }, 'an idle database connection broke'))
  // A connection that breaks while it is checked out tells whoever waits for its query, and says so in an event besides,
  // which would end the process if nobody heard it.
  pool.on('connect', (client) =>
    client.on('error', (error) => logger?.warn({ err: error }, 'a database connection broke')),
  )
  return pool
}

/** pg's declarations know only some of the types that it parses. */
const builtin: { getTypeParser(oid: number, format?: string): (text: string) => unknown } = types
const textArray = builtin.getTypeParser(1009) as (text: string) => (string | null)[]

const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  // int8, int8[]
  20: BigInt,
  1016: (text) => textArray(text).map((item) => (item === null ? null : BigInt(item))),
  // date, date[]
  1082: (text) => text,
  1182: textArray,
}

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return (format === 'binary' ? undefined : PARSERS[oid]) ?? builtin.getTypeParser(oid, format)
}
