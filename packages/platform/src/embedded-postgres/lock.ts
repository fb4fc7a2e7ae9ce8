import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './binaries.ts'

const FILE = 'launcher.pid'

/**
 * Makes this process the only one that starts Postgres in a folder.
 * The lock names a process by its number and its start, so that a number used again after a crash holds nothing.
 * @returns the function that releases it
 * @throws EmbeddedPostgresError naming the process that holds it
 */
export async function takeLock(home: string, dataDir: string): Promise<() => Promise<void>> {
  const file = join(home, FILE)
  const own = JSON.stringify({ pid: process.pid, started: await startOf(process.pid) })
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      await writeFile(file, own, { flag: 'wx' })
      return async () => {
        if ((await read(file)) === own) await rm(file, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = await holderOf(file)
    if (holder !== null) {
      throw new EmbeddedPostgresError(
        `${dataDir} is in use by process ${holder}. Stop that one first, or give this one a DATA_DIR of its own.`,
      )
    }
    await rm(file, { force: true })
  }
  throw new EmbeddedPostgresError(`The lock ${file} is taken again and again: is something starting in a loop?`)
}

async function holderOf(file: string): Promise<number | null> {
  const text = await read(file)
  if (text === null) return null
  const { pid, started } = parse(text)
  if (pid === null || !(await isAlive(pid)) || (await startOf(pid)) !== started) return null
  return pid
}

async function read(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null)
}

/** A lock that was cut off while written belongs to nobody. */
function parse(text: string): { pid: number | null; started: string | null } {
  try {
    const { pid, started } = JSON.parse(text) as { pid?: unknown; started?: unknown }
    return { pid: typeof pid === 'number' ? pid : null, started: typeof started === 'string' ? started : null }
  } catch {
    return { pid: null, started: null }
  }
}

/** False also of a process that has ended and only waits to be noticed by its parent, who may never look. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const state = (await statOf(pid))?.[0]
  return state !== 'Z' && state !== 'X'
}

/** Where the system tells when a process began, in ticks since boot; null elsewhere. */
async function startOf(pid: number): Promise<string | null> {
  return (await statOf(pid))?.[19] ?? null
}

/** What Linux says of a process behind its name (fields 3 and on of proc(5) stat); null elsewhere. */
async function statOf(pid: number): Promise<string[] | null> {
  const stat = await read(`/proc/${pid}/stat`)
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}
