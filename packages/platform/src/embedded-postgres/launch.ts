import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, stat, truncate } from 'node:fs/promises'
import { createServer } from 'node:net'
import { resolve as absolute } from 'node:path'
import type { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { type Binaries, EmbeddedPostgresError, findBinaries } from './binaries.ts'
import { ENVIRONMENT, type Home, USER, ensureCluster, homeOf, makeHome, readPassword, run } from './cluster.ts'
import { takeLock } from './lock.ts'
import { readPostmaster, waitForOrphan } from './postmaster.ts'
import { type Runner, chooseRunner } from './runner.ts'

export { EmbeddedPostgresError } from './binaries.ts'

export interface EmbeddedPostgresOptions {
  dataDir: string
  /** Default: a free one, another at every start */
  port?: number | undefined
  /** Server settings beside the defaults: `{ fsync: 'off' }` */
  settings?: Readonly<Record<string, string>> | undefined
  /** Further options of initdb at the first start */
  initdbOptions?: readonly string[] | undefined
}

export interface EmbeddedPostgres {
  /** With user, password, port and database */
  url: string
  pid: number
  /** Resolves when Postgres is gone: stopped by `stop()` or, with `stopped` false, by itself */
  exited: Promise<{ stopped: boolean; reason: string }>
  /** Ends it cleanly; connections that are still open are cut. May be called twice. */
  stop(): Promise<void>
}

/**
 * Starts the Postgres kept under `dataDir`, making it at the first time. It listens on loopback only, on a free port.
 * It lives no longer than this process, however that ends.
 * @throws EmbeddedPostgresError that says what is in the way
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = absolute(options.dataDir)
  const home = homeOf(dataDir)
  const binaries = await findBinaries()
  await makeHome(home)
  const release = await takeLock(home.folder, dataDir)
  try {
    await waitForOrphan(home.data)
    const runner = await chooseRunner(binaries.postgres, home.folder)
    const password = await ensureCluster(binaries, runner, home, options.initdbOptions)
    const server = await startServer(binaries, runner, home, options)
    const exited = server.exited.then(async (end) => {
      await release()
      return end
    })
    await createDatabase(urlOf(server.port, password, 'postgres')).catch(async (error: unknown) => {
      await server.stop()
      throw error
    })
    return {
      url: urlOf(server.port, password, USER),
      pid: server.pid,
      exited,
      async stop() {
        await server.stop()
        await exited
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

/** The URL of the Postgres that another process runs under `dataDir` now; null: none is running. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | null> {
  const home = homeOf(absolute(dataDir))
  const postmaster = await readPostmaster(home.data)
  const password = await readPassword(home)
  if (!postmaster?.ready || password === null) return null
  const url = urlOf(postmaster.port, password, USER)
  // After a crash the file is left behind, and the port may be anybody's.
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    await client.end()
    return url
  } catch {
    return null
  }
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [USER])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${USER}`)
  } finally {
    await client.end()
  }
}

interface Server {
  port: number
  pid: number
  exited: EmbeddedPostgres['exited']
  stop(): Promise<void>
}

async function startServer(
  binaries: Binaries,
  runner: Runner,
  home: Home,
  { port: given, settings = {} }: EmbeddedPostgresOptions,
): Promise<Server> {
  if ((await sizeOf(home.log)) > LOG_SIZE) await truncate(home.log)
  for (let attempt = 1; ; attempt++) {
    const port = given ?? (await freePort())
    const began = await sizeOf(home.log)
    const server = await spawnServer(binaries, runner, home, { ...SETTINGS, port: String(port), ...settings })
    if (await becomesReady(server, home)) return { ...server, port }
    const said = (await readFile(home.log, 'utf8')).slice(began).trim()
    if (attempt < TRIES) {
      // Another program took the port in between.
      if (said.includes('could not create any TCP/IP sockets') && given === undefined) continue
      // The main process was killed, and its others have not noticed yet.
      if (said.includes('pre-existing shared memory block')) {
        await sleep(attempt * 50)
        continue
      }
    }
    throw new EmbeddedPostgresError(
      `Postgres did not start in ${home.data} (${(await server.exited).reason}):\n${said}`,
    )
  }
}

/** False: it ended instead. How long it takes is its own affair: after a crash it has to catch up. */
async function becomesReady(server: Pick<Server, 'exited' | 'pid'>, home: Home): Promise<boolean> {
  const ended = new AbortController()
  void server.exited.then(() => ended.abort())
  while (!ended.signal.aborted) {
    const postmaster = await readPostmaster(home.data)
    // The file may be left from one that was killed.
    if (postmaster?.ready && postmaster.pid === server.pid) return true
    await sleep(15, null, { signal: ended.signal }).catch(() => null)
  }
  return false
}

/** How often a start is tried whose obstacle goes away by itself. */
const TRIES = 20

/** Beyond this many bytes the server's log is begun anew at the next start. */
const LOG_SIZE = 10_000_000

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '120',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Our statements are short; compiling them costs more than running them.
  jit: 'off',
}

/**
 * The shell becomes Postgres, and leaves a watcher behind that reads a pipe which only we hold. We end it with a line;
 * an end without one means that we are gone, and Postgres has to go, too: asked at first, then at once (its log of
 * writes keeps what was acknowledged).
 */
const SUPERVISED = `
( (
  if ! read -r line <&3; then
    kill -INT $$ && sleep 0.5 && kill -QUIT $$
  fi
) </dev/null >/dev/null 2>&1 & )
exec "$@" 3<&-
`

async function spawnServer(
  binaries: Binaries,
  runner: Runner,
  home: Home,
  settings: Readonly<Record<string, string>>,
): Promise<Omit<Server, 'port'>> {
  const postgres = [binaries.postgres, '-D', home.data]
  for (const [name, value] of Object.entries(settings)) postgres.push('-c', `${name}=${value}`)
  const windows = process.platform === 'win32'
  const { command, args, options } = windows
    ? runner.wrap(postgres[0] ?? '', postgres.slice(1))
    : runner.wrap('/bin/sh', ['-c', SUPERVISED, 'sh', ...postgres])
  const log = await open(home.log, 'a', 0o600)
  const child = spawn(command, args, {
    ...options,
    cwd: '/',
    env: ENVIRONMENT,
    stdio: ['ignore', log.fd, log.fd, 'pipe'],
    // A process group of its own: Ctrl-C in the terminal is for us, and we stop Postgres when our work is done.
    detached: !windows,
    windowsHide: true,
  })
  const exited = endOf(child)
  await log.close()
  let stopping = false
  return {
    pid: child.pid ?? 0,
    exited: exited.then((reason) => ({ stopped: stopping, reason })),
    async stop() {
      stopping = true
      if (windows) await run(runner, binaries.pgCtl, ['stop', '-D', home.data, '-m', 'fast'])
      else child.kill('SIGINT')
      const patience = new AbortController()
      const gone = exited.finally(() => patience.abort())
      await Promise.race([gone, sleep(STOP_PATIENCE, null, { signal: patience.signal }).catch(() => null)])
      child.kill('SIGQUIT')
      await gone
    },
  }
}

/** Milliseconds after which a clean stop becomes an immediate one. */
const STOP_PATIENCE = 15_000

function endOf(child: ChildProcess): Promise<string> {
  const pipe = child.stdio[3] as Writable
  // Broken when the watcher is gone before us, which is nobody's trouble.
  pipe.on('error', () => undefined)
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => {
      pipe.end('ended\n')
      resolve(signal ?? `exit code ${code}`)
    })
  })
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}
