import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

/** A running Dateline, and how to leave it: one that was there already is left running. */
export interface RunningService {
  url: string
  stop(): Promise<void>
}

/** The service at `url` if one answers there, else one of our own from `main`, ready to serve. */
export async function reachService(url: string, main: string, say: (line: string) => void): Promise<RunningService> {
  if (await isReady(url)) return { url, stop: () => Promise.resolve() }
  say(`No service answers at ${url}: starting one.`)
  const child = spawn(process.execPath, [main], { stdio: ['ignore', 'ignore', 'pipe'] })
  const complaints: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk))
  for (let waited = 0; waited < 60_000; waited += 200) {
    if (await isReady(url)) return { url, stop: () => stop(child) }
    if (child.exitCode !== null) throw new Error(`the service did not start:\n${Buffer.concat(complaints).toString()}`)
    await sleep(200)
  }
  await stop(child)
  throw new Error(`the service did not answer at ${url} within a minute`)
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  )
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGINT')
  await once(child, 'exit')
}
