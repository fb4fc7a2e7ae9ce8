import { type SpawnOptions, spawnSync } from 'node:child_process'
import { lchown, readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './binaries.ts'

/**
 * As whom Postgres runs. It refuses root, so under root it is another user of the machine; where that user cannot reach
 * the binaries or the data (a checkout below a folder that is closed to others) it is root under another number, or
 * another number with root's right to pass folders.
 */
export interface Runner {
  /** Who must own the data; null: whoever runs us */
  owner: { uid: number; gid: number } | null
  /** The command line and options that run a program so */
  wrap(command: string, args: readonly string[]): { command: string; args: string[]; options: SpawnOptions }
}

const direct: Runner = {
  owner: null,
  wrap: (command, args) => ({ command, args: [...args], options: {} }),
}

/** Users that are there on common systems, who own nothing of value. */
const USERS = ['postgres', 'node', 'nobody']

/** @param program a program and @param folder a folder that must be reachable */
export async function chooseRunner(program: string, folder: string): Promise<Runner> {
  if (process.getuid?.() !== 0) return direct
  const user = await findUser()
  const tried: string[] = []
  for (const [name, runner] of [
    [`as the user ${user.name}`, asUser(user)],
    ['in a user namespace (unshare)', inNamespace(user)],
    ['with the capability to pass folders (setpriv)', withCapability(user)],
  ] as const) {
    if (reaches(runner, program, folder)) return runner
    tried.push(name)
  }
  throw new EmbeddedPostgresError(
    `Postgres does not run as root, and ${program} or ${folder} cannot be reached otherwise; tried ${tried.join(', ')}. ` +
      `Start as another user, or move the checkout and DATA_DIR to folders that the user ${user.name} can reach, or set ` +
      'DATABASE_URL.',
  )
}

interface User {
  name: string
  uid: number
  gid: number
}

async function findUser(): Promise<User> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const users = passwd.split('\n').map((line) => line.split(':'))
  for (const name of USERS) {
    const found = users.find((fields) => fields[0] === name)
    if (found) return { name, uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new EmbeddedPostgresError(
    `Postgres does not run as root, and none of the users ${USERS.join(', ')} exists: start as another user, add one ` +
      'of these (useradd --system postgres), or set DATABASE_URL.',
  )
}

function asUser({ uid, gid }: User): Runner {
  return {
    owner: { uid, gid },
    wrap: (command, args) => ({ command, args: [...args], options: { uid, gid } }),
  }
}

/** Root outside, the user's number inside: files stay root's. */
function inNamespace({ uid, gid }: User): Runner {
  return {
    owner: { uid: 0, gid: 0 },
    wrap: (command, args) => ({
      command: 'unshare',
      args: ['--user', `--map-user=${uid}`, `--map-group=${gid}`, command, ...args],
      options: {},
    }),
  }
}

/** For containers, where user namespaces are closed but root has this capability. */
function withCapability({ uid, gid }: User): Runner {
  const capability = '+dac_override'
  return {
    owner: { uid, gid },
    wrap: (command, args) => ({
      command: 'setpriv',
      args: [
        `--reuid=${uid}`,
        `--regid=${gid}`,
        '--clear-groups',
        `--inh-caps=${capability}`,
        `--ambient-caps=${capability}`,
        command,
        ...args,
      ],
      options: {},
    }),
  }
}

function reaches(runner: Runner, program: string, folder: string): boolean {
  const test = '"$1" --version >/dev/null && cd "$2"'
  const { command, args, options } = runner.wrap('/bin/sh', ['-c', test, 'sh', program, folder])
  return spawnSync(command, args, { ...options, cwd: '/', stdio: 'ignore' }).status === 0
}

/** Gives a folder and all below it to the runner's owner, where it is not already. */
export async function giveTo(owner: Runner['owner'], folder: string): Promise<void> {
  if (owner === null) return
  const now = await stat(folder)
  if (now.uid === owner.uid && now.gid === owner.gid) return
  const below = await readdir(folder, { recursive: true })
  // The folder itself last: given away halfway, it is taken up again at the next start.
  for (const name of [...below, '.']) await lchown(join(folder, name), owner.uid, owner.gid)
}
