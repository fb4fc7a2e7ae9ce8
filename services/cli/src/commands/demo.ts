import { fileURLToPath } from 'node:url'
import { readConfiguration, systemClock } from '@dateline/platform'
import { runDemo } from '../demo/demo.ts'
import { terminal } from '../terminal.ts'

/** `dateline demo`. */
export async function demo(): Promise<void> {
  const { host, port, dataDir } = readConfiguration()
  await runDemo({
    url: `http://${host}:${port}`,
    dataDir,
    main: fileURLToPath(new URL('../../../standalone/bin/serve.js', import.meta.url)),
    now: systemClock,
    say: terminal.say,
    width: Math.min(process.stdout.columns ?? 100, 120),
  })
}
