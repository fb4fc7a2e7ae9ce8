import { Command, Option } from 'commander'
import type { SubmitOptions } from './commands/submit.ts'
import { correctionCommands } from './correction-commands.ts'
import { subscriptionCommands } from './subscription-commands.ts'

/**
 * The command line of `dateline`. A command's module is loaded when the command runs, so that `annotate` does not load
 * a database client.
 */
export function createProgram(): Command {
  const program = new Command('dateline').description('News documents in, an event log, timelines out')
  annotateCommand(program)
  submitCommand(program)
  databaseCommands(program)
  keyCommands(program)
  deadLetterCommands(program)
  parkedCommands(program)
  correctionCommands(program)
  subscriptionCommands(program)
  program
    .command('demo')
    .description('submit a few reports to the running service, or to one of its own, and show what came of them')
    .action(async () => (await import('./commands/demo.ts')).demo())
  return program
}

function annotateCommand(program: Command): void {
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
      const streams = { input: process.stdin, output: process.stdout, errors: process.stderr }
      process.exitCode = await annotateLines(annotate, streams)
    })
}

function submitCommand(program: Command): void {
  program
    .command('submit <files...>')
    .description('text, HTML, JSON, NDJSON and feeds to the service, signed: files, folders, or - for standard input')
    .option('--source <name>', 'whose documents they are', 'demo')
    .option('--secret-file <file>', 'a file with the source’s webhook secret; otherwise from credentials.json')
    .option('--url <url>', 'where the service is; otherwise as HOST and PORT say')
    .option('--published <date>', 'when they were published, if they do not say it')
    .option('--wait', 'until all of them are read', false)
    .action(async (files: string[], options: SubmitOptions) => {
      const { submit } = await import('./commands/submit.ts')
      const { terminal } = await import('./terminal.ts')
      const complain = (line: string) => void process.stderr.write(`${line}\n`)
      process.exitCode = await submit(files, options, { stdin: process.stdin, complain, terminal })
    })
}

/** They work on the service's database, beside a running service or without one. */
function databaseCommands(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to the schema of this version')
    .action(async () => (await import('./commands/migrate.ts')).migrateDatabase())
  program
    .command('status')
    .description('where the log, its projections and the dead letters stand')
    .action(async () => (await import('./commands/status.ts')).status())
  program
    .command('verify')
    .description('prove the log whole, or say where it is not (exit status 1)')
    .action(async () => (await import('./commands/verify.ts')).verify())
  program
    .command('projections')
    .description('where the read tables stand')
    .action(async () => (await import('./commands/projections.ts')).projections())
  program
    .command('replay <projection>')
    .description('build a projection anew beside the one that serves, then switch over')
    .option('--dry-run', 'only say what would change', false)
    .option('--manual', 'wait for an operator before switching over', false)
    .action(async (name: string, options: { dryRun: boolean; manual: boolean }) =>
      (await import('./commands/replay.ts')).replay(name, options),
    )
  program
    .command('rollback <projection>')
    .description('let the tables that served before the last replay serve again')
    .action(async (name: string) => (await import('./commands/replay.ts')).rollBack(name))
}

function keyCommands(program: Command): void {
  const keys = program.command('keys').description('API keys: list (by default), create, revoke')
  keys
    .command('list', { isDefault: true })
    .description('the keys that hold')
    .action(async () => (await import('./commands/keys.ts')).listKeys())
  keys
    .command('create <name>')
    .description('make one; it is shown this once')
    .addOption(
      new Option('--scope <scopes...>', 'what it may do')
        .choices(['timelines:read', 'documents:write', 'admin'])
        .default(['timelines:read']),
    )
    .action(async (name: string, { scope }: { scope: ('timelines:read' | 'documents:write' | 'admin')[] }) =>
      (await import('./commands/keys.ts')).createKey(name, scope),
    )
  keys
    .command('revoke <id>')
    .description('let one hold no longer')
    .action(async (id: string) => (await import('./commands/keys.ts')).revokeKey(id))
}

function deadLetterCommands(program: Command): void {
  const letters = program
    .command('dead-letters')
    .description('jobs that were given up: list (by default), retry, discard')
  letters
    .command('list', { isDefault: true })
    .description('the open ones, the latest first, with why')
    .action(async () => (await import('./commands/dead-letters.ts')).list())
  letters
    .command('retry [id]')
    .description('try one again, or all')
    .action(async (id: string | undefined) => (await import('./commands/dead-letters.ts')).retry(id))
  letters
    .command('discard <id>')
    .description('close one without trying it again')
    .action(async (id: string) => (await import('./commands/dead-letters.ts')).discard(id))
}

function parkedCommands(program: Command): void {
  const parked = program
    .command('parked')
    .description('entries that the projector could not fold: list (by default), release, discard')
  parked
    .command('list', { isDefault: true })
    .description('what the read tables lack, the oldest first, with why')
    .action(async () => (await import('./commands/parked.ts')).listAll())
  parked
    .command('release <id>')
    .description('try one again, and then those that wait behind it')
    .action(async (id: string) => (await import('./commands/parked.ts')).release(id))
  parked
    .command('discard <id>')
    .description('leave one out for good, in replays too')
    .action(async (id: string) => (await import('./commands/parked.ts')).discard(id))
}
