import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Binaries, EmbeddedPostgresError } from './binaries.ts'
import { type Runner, giveTo } from './runner.ts'

export const USER = 'dateline'

/** `DATA_DIR/postgres` and what is in it. */
export interface Home {
  folder: string
  data: string
  password: string
  log: string
}

export function homeOf(dataDir: string): Home {
  const folder = join(dataDir, 'postgres')
  return {
    folder,
    data: join(folder, 'data'),
    password: join(folder, 'password'),
    log: join(folder, 'postgres.log'),
  }
}

/** Makes the folder: passable, so that another user may own the data within, but not to be listed. */
export async function makeHome(home: Home): Promise<void> {
  await mkdir(home.folder, { recursive: true })
  await chmod(home.folder, 0o711)
}

export async function readPassword(home: Home): Promise<string | null> {
  return readFile(home.password, 'utf8').catch(() => null)
}

/**
 * The cluster in `home.data`, made at the first time: UTF-8, the builtin locale (the same order of text on every
 * machine), passwords by SCRAM. Made aside and renamed when whole, so that a crash in between leaves nothing half made.
 * @returns the password of `USER`
 */
export async function ensureCluster(
  binaries: Binaries,
  runner: Runner,
  home: Home,
  initdbOptions: readonly string[] = [],
): Promise<string> {
  const version = await readFile(join(home.data, 'PG_VERSION'), 'utf8').catch(() => null)
  const kept = await readPassword(home)
  if (version !== null && kept !== null) {
    await giveTo(runner.owner, home.data)
    return kept
  }
  if (version !== null) {
    throw new EmbeddedPostgresError(
      `${home.data} holds a database, but ${home.password} with its password is gone: put the file back, or move the ` +
        'folder away to begin anew.',
    )
  }
  await rm(home.data, { recursive: true, force: true })
  for (const name of await readdir(home.folder)) {
    if (name.startsWith('new-')) await rm(join(home.folder, name), { recursive: true, force: true })
  }
  const aside = join(home.folder, `new-${process.pid}`)
  await mkdir(aside, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  const passwordForInitdb = `${aside}.password`
  await writeFile(passwordForInitdb, password, { mode: 0o600 })
  if (runner.owner !== null) {
    await chown(aside, runner.owner.uid, runner.owner.gid)
    await chown(passwordForInitdb, runner.owner.uid, runner.owner.gid)
  }
  await run(runner, binaries.initdb, [
    `--pgdata=${aside}`,
    `--username=${USER}`,
    `--pwfile=${passwordForInitdb}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...initdbOptions,
  ])
  await rm(passwordForInitdb)
  await writeFile(home.password, password, { mode: 0o600 })
  await rename(aside, home.data)
  return password
}

/** Postgres needs none of our environment, and `PGDATA` or `PGPORT` in it would mislead it. */
export const ENVIRONMENT: NodeJS.ProcessEnv =
  process.platform === 'win32' ? {} : { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' }

export async function run(runner: Runner, program: string, programArgs: readonly string[]): Promise<void> {
  const { command, args, options } = runner.wrap(program, programArgs)
  // Elsewhere than here: the current folder may be closed to the other user.
  const child = spawn(command, args, { ...options, cwd: '/', env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-4000)))
  }
  const code = await new Promise<number | string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', resolve)
  })
  if (code !== 0) throw new EmbeddedPostgresError(`${program} failed (${code}):\n${output.trim()}`)
}
