import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedPostgresError } from './binaries.ts'
import { isAlive } from './lock.ts'

export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

/** What `postmaster.pid` says, line by line (src/include/utils/pidfile.h); null: none runs here. */
export async function readPostmaster(data: string): Promise<Postmaster | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** How long a Postgres whose launcher is gone may take to end by itself before it is told to, and until we give up. */
const PATIENCE = { tell: 3_000, giveUp: 30_000 }

/** After a launcher was killed its Postgres is about to end; a new one has to wait for that. */
export async function waitForOrphan(data: string): Promise<void> {
  const began = Date.now()
  let told = false
  for (;;) {
    const orphan = await readPostmaster(data)
    if (orphan === null || !(await isAlive(orphan.pid)) || !(await isPostgres(orphan.pid))) return
    const waited = Date.now() - began
    if (waited > PATIENCE.giveUp) {
      throw new EmbeddedPostgresError(`${data} is in use by the Postgres process ${orphan.pid}, which does not end.`)
    }
    if (waited > PATIENCE.tell && !told) {
      told = true
      process.kill(orphan.pid, 'SIGINT')
    }
    await sleep(25)
  }
}

/** The number may have been given to another program since. Where the system does not tell, it is taken for Postgres. */
async function isPostgres(pid: number): Promise<boolean> {
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'postgres')
  return name.trim() === 'postgres'
}
