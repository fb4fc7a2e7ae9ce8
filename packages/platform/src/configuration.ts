import { resolve } from 'node:path'
import { z } from 'zod'

export interface Configuration {
  /** Postgres of one's own; undefined: the embedded one under `dataDir` */
  databaseUrl: string | undefined
  /** Connections of one process's pool */
  databasePoolSize: number
  /** The queue's Redis; undefined: the queue lives in Postgres */
  redisUrl: string | undefined
  host: string
  /** 0: any free one */
  port: number
  /** Where a process without an interface says that it lives; undefined: nowhere */
  healthPort: number | undefined
  /** Absolute */
  dataDir: string
  /** `required`: reading needs a key, too */
  readAuth: 'open' | 'required'
  /** By key or address; 0: no limit */
  rateLimitPerMinute: number
  /** Empty: no other origin may; `*`: any */
  corsOrigins: string[]
  /** How many proxies in front of the service are trusted to tell the client's address */
  trustedProxies: number
  logLevel: (typeof LOG_LEVELS)[number]
  /** Documents that one ingest process annotates at once */
  ingestConcurrency: number
  /** Webhooks may go to private networks and loopback, and there without TLS */
  webhooksAllowPrivate: boolean
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** The environment does not parse: each line of the message names a variable, what is wrong and what would be right. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

/** Reads the environment, once; nobody else does. Unknown variables are none of ours, empty ones count as not set. */
export function readConfiguration(env: NodeJS.ProcessEnv = process.env): Configuration {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const parsed = schema.safeParse(set)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigurationError(lines.join('\n'))
  }
  const found = parsed.data
  return {
    databaseUrl: found.DATABASE_URL,
    databasePoolSize: found.DATABASE_POOL_SIZE,
    redisUrl: found.REDIS_URL,
    host: found.HOST,
    port: found.PORT,
    healthPort: found.HEALTH_PORT,
    dataDir: resolve(found.DATA_DIR),
    readAuth: found.READ_AUTH,
    rateLimitPerMinute: found.RATE_LIMIT_PER_MINUTE,
    corsOrigins: found.CORS_ORIGINS,
    trustedProxies: found.TRUSTED_PROXIES,
    logLevel: found.LOG_LEVEL,
    ingestConcurrency: found.INGEST_CONCURRENCY,
    webhooksAllowPrivate: found.WEBHOOKS_ALLOW_PRIVATE === 'true',
  }
}

const schema = z.object({
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database').optional(),
  DATABASE_POOL_SIZE: wholeNumber(2, 1000, 16),
  REDIS_URL: url(['redis:', 'rediss:'], 'redis://host:6379').optional(),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, 'is not an address; give a name or an address to listen on, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535, 8080),
  HEALTH_PORT: integer(1, 65_535, 'is not a port; give one from 1 to 65535').optional(),
  DATA_DIR: z.string().default('.dateline'),
  READ_AUTH: oneOf(['open', 'required'], 'open'),
  RATE_LIMIT_PER_MINUTE: wholeNumber(0, 100_000_000, 6000),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((origin) => origin.trim())
        .filter((origin) => origin !== ''),
    )
    .refine((origins) => origins.every(isOrigin), {
      error: 'is no list of origins; give them separated by commas, such as https://a.example,https://b.example, or *',
    }),
  TRUSTED_PROXIES: wholeNumber(0, 100, 0),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'info'),
  INGEST_CONCURRENCY: wholeNumber(1, 256, 4),
  WEBHOOKS_ALLOW_PRIVATE: oneOf(['true', 'false'], 'false'),
})

function wholeNumber(least: number, most: number, otherwise: number) {
  const message = `is not a whole number from ${least} to ${most}; the default is ${otherwise}`
  return integer(least, most, message).default(otherwise)
}

function integer(least: number, most: number, message: string) {
  return z
    .string()
    .trim()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: message })
}

function oneOf<const Words extends readonly [string, ...string[]]>(words: Words, otherwise: Words[number]) {
  return z.enum(words, { error: `is not one of ${words.join(', ')}; the default is ${otherwise}` }).default(otherwise)
}

/** The value itself is not repeated in the message: it may hold a password. */
function url(protocols: readonly string[], example: string) {
  return z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `is not such a URL; it looks like ${example}`,
  })
}

function isOrigin(text: string): boolean {
  return text === '*' || (URL.canParse(text) && new URL(text).origin === text)
}
