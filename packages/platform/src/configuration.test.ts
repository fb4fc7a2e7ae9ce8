import { isAbsolute } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfiguration } from './configuration.ts'

test('nothing has to be set', () => {
  const { dataDir, ...rest } = readConfiguration({})
  expect(isAbsolute(dataDir) && dataDir.endsWith('.dateline')).toBe(true)
  expect(rest).toMatchObject({
    databaseUrl: undefined,
    redisUrl: undefined,
    host: '127.0.0.1',
    port: 8080,
    readAuth: 'open',
    rateLimitPerMinute: 6000,
    corsOrigins: [],
    logLevel: 'info',
    webhooksAllowPrivate: false,
  })
})

test('what is set is taken, and what is empty is not set', () => {
  expect(
    readConfiguration({
      DATABASE_URL: 'postgres://me:secret@db.example:5432/news',
      REDIS_URL: '',
      PORT: '0',
      CORS_ORIGINS: 'https://a.example, http://localhost:3000',
      READ_AUTH: 'required',
      WEBHOOKS_ALLOW_PRIVATE: 'true',
      PATH: '/bin',
    }),
  ).toMatchObject({
    databaseUrl: 'postgres://me:secret@db.example:5432/news',
    redisUrl: undefined,
    port: 0,
    corsOrigins: ['https://a.example', 'http://localhost:3000'],
    readAuth: 'required',
    webhooksAllowPrivate: true,
  })
})

describe('a bad value is named, with what would be right', () => {
  test.each([
    [{ PORT: '80a' }, 'PORT: is not a whole number from 0 to 65535; the default is 8080'],
    [{ PORT: '65536' }, 'PORT: is not a whole number from 0 to 65535; the default is 8080'],
    [{ RATE_LIMIT_PER_MINUTE: '-1' }, 'RATE_LIMIT_PER_MINUTE: is not a whole number from 0 to'],
    [{ READ_AUTH: 'yes' }, 'READ_AUTH: is not one of open, required; the default is open'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: is not one of fatal, error, warn'],
    [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL: is not such a URL; it looks like redis://host:6379'],
    [{ CORS_ORIGINS: 'a.example' }, 'CORS_ORIGINS: is no list of origins; give them separated by commas'],
    [{ WEBHOOKS_ALLOW_PRIVATE: '1' }, 'WEBHOOKS_ALLOW_PRIVATE: is not one of true, false; the default is false'],
    [{ HOST: 'two words' }, 'HOST: is not an address'],
  ])('%j', (env, message) => {
    expect(() => readConfiguration(env)).toThrow(message)
  })

  test('all of them at once, and a password never', () => {
    const read = () => readConfiguration({ DATABASE_URL: 'mysql://me:secret@db', PORT: 'x' })
    expect(read).toThrow(/DATABASE_URL: .*\nPORT: /)
    expect(read).not.toThrow('secret')
  })
})
