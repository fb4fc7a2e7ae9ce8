import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface SoakProcess {
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
  /** It ended without being told to */
  failed(): string | null
}

/** A Node process of one of the files here; `line` hears what it says on standard output. */
export function startProcess(
  file: string,
  args: readonly string[],
  line: (said: string) => void = () => {},
): SoakProcess {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  let killed = false
  let rest = ''
  let errors = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const one of lines) line(one)
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-2_000)))
  const ended = () => child.exitCode !== null || child.signalCode !== null
  return {
    async kill(signal) {
      killed = true
      child.kill(signal)
      await exited
    },
    failed: () => (ended() && !killed ? `${file} ended with ${child.exitCode ?? child.signalCode}: ${errors}` : null),
  }
}
