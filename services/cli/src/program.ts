import { fileURLToPath } from 'node:url'
import { Command } from 'commander'

/** The command line of `dateline`. Each command loads what it needs when it runs, so that `annotate` stays light. */
export function createProgram(): Command {
  const program = new Command('dateline').description('News documents in, an event log, timelines out')
  program
    .command('annotate')
    .description('documents as NDJSON on standard input, one annotation a line on standard output')
    .option('--show <file>', 'print one article in the terminal with everything that was found in it')
    .option('--published <date>', 'with --show: the publication date, if the file does not say it')
    .action(async (options: { show?: string; published?: string }) => {
      const { annotate } = await import('@dateline/extraction')
      if (options.show !== undefined) {
        const { showFile } = await import('./commands/show.ts')
        process.exitCode = showFile(annotate, options.show, options.published, process.stdout)
        return
      }
      const { annotateLines } = await import('./commands/annotate.ts')
      process.exitCode = await annotateLines(annotate, {
        input: process.stdin,
        output: process.stdout,
        errors: process.stderr,
      })
    })
  program
    .command('demo')
    .description('submit a few reports to the running service, or to one of its own, and show what came of them')
    .action(async () => {
      const { readConfiguration, systemClock } = await import('@dateline/platform')
      const { runDemo } = await import('./demo/demo.ts')
      const configuration = readConfiguration()
      await runDemo({
        url: `http://${configuration.host}:${configuration.port}`,
        dataDir: configuration.dataDir,
        main: fileURLToPath(new URL('../../standalone/src/main.ts', import.meta.url)),
        now: systemClock,
        say: (line) => console.log(line),
        width: Math.min(process.stdout.columns ?? 100, 120),
      })
    })
  return program
}
