import { createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPool, migrate, startEmbeddedPostgres } from '@dateline/platform'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers the URL of the run's Postgres and its migrated template, starting it when it is first asked for */
    postgresBroker: string
  }
}

export interface TestServer {
  url: string
  template: string
}

/**
 * One Postgres for a test run: embedded, in a temporary folder, or the one of TEST_DATABASE_URL (whose user may create
 * databases). It starts only when a test asks for a database, so that runs of pure tests do not wait for it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<{ server: TestServer; stop: () => Promise<void> }> | undefined
  const broker = createServer((_request, response) => {
    started ??= start()
    started.then(
      ({ server }) => response.end(JSON.stringify(server)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve))
  project.provide('postgresBroker', `http://127.0.0.1:${(broker.address() as AddressInfo).port}`)
  return async () => {
    broker.closeAllConnections()
    await new Promise((resolve) => broker.close(resolve))
    await (await started?.catch(() => undefined))?.stop()
  }
}

async function start(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL']
  const { url, stop } = given ? { url: given, stop: nothing } : await startTemporary()
  const template = `dateline_template_${process.pid}`
  await withClient(url, (client) => client.query(`CREATE DATABASE ${template}`))
  const pool = createPool({ url: withDatabase(url, template), max: 2 })
  await migrate(pool)
  await pool.end()
  return {
    server: { url, template },
    async stop() {
      if (given) await withClient(url, (client) => client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`))
      await stop()
    },
  }
}

async function nothing(): Promise<void> {}

async function startTemporary(): Promise<{ url: string; stop: (this: void) => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dateline-test-'))
  const postgres = await startEmbeddedPostgres({
    dataDir,
    initdbOptions: ['--no-sync'],
    // The run's data is thrown away: no need to wait for the disk. Tests of durability start a Postgres of their own.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  })
  return {
    url: postgres.url,
    async stop() {
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
