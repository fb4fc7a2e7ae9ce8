import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPool, migrate, startEmbeddedPostgres } from '@dateline/platform'
import type { Pool } from 'pg'

export interface SoakServer extends AsyncDisposable {
  url: string
  pool: Pool
  /** `kill -9`, and up again on the same port */
  killAndRestart(): Promise<void>
}

/** A migrated Postgres that waits for the disk, as the one in service does. */
export async function startServer(): Promise<SoakServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dateline-soak-'))
  const options = { dataDir, port: await freePort() }
  let postgres = await startEmbeddedPostgres(options)
  const pool = createPool({ url: postgres.url, max: 24 })
  await migrate(pool)
  return {
    url: postgres.url,
    pool,
    async killAndRestart() {
      process.kill(postgres.pid, 'SIGKILL')
      await postgres.exited
      postgres = await startEmbeddedPostgres(options)
    },
    async [Symbol.asyncDispose]() {
      await pool.end()
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
