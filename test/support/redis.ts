import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TestRedis {
  url: string
  /** Kills it and starts it again on what it had written. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/**
 * Whether tests on Redis can run here: `redis-server` is on the path, or could be installed (root on Debian). Where it
 * cannot be had they are left out, and the run says so; under `CI=true` that is an error instead.
 */
export function redisAvailable(): boolean {
  available ??= findRedis()
  return available
}

/** A Redis of its own on a free loopback port, set as a queue needs it: noeviction, append-only. */
export async function startRedis(): Promise<TestRedis> {
  if (!redisAvailable()) throw new Error('there is no redis-server; ask redisAvailable() first')
  const directory = await mkdtemp(join(tmpdir(), 'dateline-redis-'))
  const port = await freePort()
  const settings = { port, bind: '127.0.0.1', dir: directory, save: '', appendonly: 'yes', appendfsync: 'everysec' }
  const args = Object.entries({ ...settings, 'maxmemory-policy': 'noeviction' }).flatMap(([name, value]) => [
    `--${name}`,
    String(value),
  ])
  let server = await launch(args, port)
  return {
    url: `redis://127.0.0.1:${port}`,
    async restart() {
      await kill(server)
      server = await launch(args, port)
    },
    async stop() {
      await kill(server)
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function launch(args: string[], port: number): Promise<ChildProcess> {
  const server = spawn(SERVER, args, { stdio: 'ignore' })
  await untilReachable(port, () => server.exitCode !== null)
  return server
}

async function kill(server: ChildProcess): Promise<void> {
  const exited = once(server, 'exit')
  server.kill('SIGKILL')
  await exited
}

const SERVER = 'redis-server'

let available: boolean | undefined

function findRedis(): boolean {
  if (works(SERVER, ['--version'])) return true
  const root = process.getuid?.() === 0
  if (root && works('apt-get', ['--version'])) {
    const quiet = ['-qq', '-o', 'DPkg::Lock::Timeout=60']
    works('apt-get', [...quiet, 'update'])
    works('apt-get', [...quiet, 'install', '-y', '--no-install-recommends', 'redis-server'])
    if (works(SERVER, ['--version'])) return true
  }
  const message = 'redis-server was not found and could not be installed: the tests on Redis are left out'
  if (process.env['CI'] === 'true') throw new Error(message)
  console.warn(message)
  return false
}

function works(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    return true
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function untilReachable(port: number, ended: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (ended()) throw new Error('redis-server ended at once')
    if (await reachable(port)) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('redis-server did not come up')
}

function reachable(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
