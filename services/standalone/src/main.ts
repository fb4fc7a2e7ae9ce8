import {
  ConfigurationError,
  createLogger,
  EmbeddedPostgresError,
  onShutdown,
  readConfiguration,
  systemClock,
} from '@dateline/platform'
import { growHeapSlowly } from '@dateline/projections'
import manifest from '../package.json' with { type: 'json' }
import { composeStandalone } from './compose.ts'

// It makes the read tables too.
growHeapSlowly()
try {
  const configuration = readConfiguration()
  const logger = createLogger(configuration, 'dateline')
  const service = await composeStandalone({ configuration, logger, clock: systemClock, version: manifest.version })
  const end = onShutdown(logger, () => service.close())
  console.log(`Dateline serves on ${service.url}`)
  console.log(
    `  data         ${configuration.databaseUrl === undefined ? configuration.dataDir : 'in the Postgres of DATABASE_URL'}`,
  )
  console.log(`  credentials  ${service.credentials.file}${service.credentials.made ? ' (made now)' : ''}`)
  console.log(`  try          npm run demo    curl '${service.url}/v1/timeline'`)
  const reason = await service.lost
  logger.fatal({ reason }, 'the embedded Postgres is gone')
  process.exitCode = 1
  end()
} catch (error) {
  const reason = expected(error)
  console.error(reason === null ? error : `Dateline cannot start.\n${reason}`)
  process.exitCode = 1
}

/** What a person can do something about, in words; null for anything else. */
function expected(error: unknown): string | null {
  if (error instanceof ConfigurationError || error instanceof EmbeddedPostgresError) return error.message
  if (!(error instanceof Error) || !('code' in error)) return null
  if (error.code === 'EADDRINUSE') return `${error.message}\nEnd what listens there, or set PORT to another port.`
  return error.code === 'EACCES' ? `${error.message}\nSet PORT to a port that you may open, such as 8080.` : null
}
