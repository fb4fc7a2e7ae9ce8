import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../../services/standalone/bin/serve.js')

export interface ServiceProcess {
  url: string
  pid: number
  dataDir: string
  adminKey: string
  /** Secret of the source `demo` */
  secret: string
  /** What it wrote on standard error so far */
  log(): string
  /** Resolves when it is gone: exit code, or null after a signal */
  end(signal: 'SIGINT' | 'SIGKILL'): Promise<number | null>
}

/** The standalone service in a process of its own, as `npm start` runs it, on a free port; resolves when it serves. */
export async function startService(dataDir: string, env: Record<string, string> = {}): Promise<ServiceProcess> {
  const inherited = Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  )
  const child = spawn(process.execPath, [MAIN], {
    env: { ...inherited, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const url = await servedUrl(child, () => errors)
  const credentials = JSON.parse(readFileSync(join(dataDir, 'credentials.json'), 'utf8')) as {
    adminKey: string
    sources: { demo: { secret: string } }
  }
  return {
    url,
    pid: child.pid!,
    dataDir,
    adminKey: credentials.adminKey,
    secret: credentials.sources.demo.secret,
    log: () => errors,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal)
        await once(child, 'exit')
      }
      return child.exitCode
    },
  }
}

function servedUrl(child: ChildProcess, errors: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const url = /serves on (http:\/\/\S+)/.exec(said)?.[1]
      if (url) resolve(url)
    })
    child.once('exit', (code) =>
      reject(new Error(`the service ended with ${code} before it served:\n${said}${errors()}`)),
    )
  })
}
