import { type Logger, pino, stdTimeFunctions } from 'pino'
import type { Configuration } from './configuration.ts'

export type { Logger }

/** JSON lines on standard error, so that standard output stays a command's own. */
export function createLogger({ logLevel }: Pick<Configuration, 'logLevel'>, service: string): Logger {
  return pino(
    {
      level: logLevel,
      base: { service },
      timestamp: stdTimeFunctions.isoTime,
      redact: ['req.headers.authorization', 'req.headers.cookie', 'req.headers["webhook-signature"]'],
    },
    process.stderr,
  )
}
