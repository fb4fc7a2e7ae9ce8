import {
  ConfigurationError,
  createLogger,
  EmbeddedPostgresError,
  onShutdown,
  readConfiguration,
  systemClock,
} from '@dateline/platform'
import manifest from '../package.json' with { type: 'json' }
import { composeStandalone } from './compose.ts'

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
  const expected = error instanceof ConfigurationError || error instanceof EmbeddedPostgresError || isPortTaken(error)
  console.error(expected ? `Dateline cannot start.\n${(error as Error).message}` : error)
  process.exitCode = 1
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
}
