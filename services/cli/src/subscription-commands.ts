import { type Command, InvalidArgumentError } from 'commander'
import type { EditOptions } from './commands/subscriptions.ts'

/** Who is told of changes by webhook. */
export function subscriptionCommands(program: Command): void {
  const subscriptions = program
    .command('subscriptions')
    .description('who is told of changes by webhook: list (by default), or one of the below')
  const load = () => import('./commands/subscriptions.ts')

  subscriptions
    .command('list', { isDefault: true })
    .description('the subscriptions, and how they go')
    .action(async () => (await load()).list())
  subscriptions
    .command('create <url>')
    .description('send changes there; the secret is shown this once')
    .option(
      '--filter <name=value...>',
      'which events, as the timeline is filtered: country=KZ type=election,protest',
      [],
    )
    .option('--from <position>', 'begin with the changes by this entry; 0 for all there is', position)
    .option('--description <text>', 'what it is for')
    .action(async (url: string, options: { filter: string[]; from?: string; description?: string }) =>
      (await load()).create(url, options),
    )
  subscriptions
    .command('edit <id>')
    .description('change what is given, and leave the rest as it is')
    .option('--url <url>', 'send changes there instead')
    .option('--filter <name=value...>', 'which events, in place of all the filters that there were')
    .option('--no-filter', 'all that happened')
    .option('--description <text>', 'what it is for')
    .option('--no-description', 'take the description away')
    .action(async (id: string, options: EditOptions) => (await load()).edit(id, options))
  for (const how of ['pause', 'resume'] as const) {
    subscriptions
      .command(`${how} <id>`)
      .description(how === 'pause' ? 'send nothing for now' : 'send again, from where it stands')
      .action(async (id: string) => (await load()).turn(id, how))
  }
  subscriptions
    .command('test <id>')
    .description('send a test now, and say what came of it')
    .action(async (id: string) => (await load()).sendTest(id))
  subscriptions
    .command('deliveries <id>')
    .description('what was sent lately, and what the endpoint said')
    .action(async (id: string) => (await load()).deliveries(id))
  subscriptions
    .command('retry <id> <delivery>')
    .description('send a dead letter now')
    .action(async (id: string, delivery: string) => (await load()).retry(id, delivery))
  subscriptions
    .command('replay <id>')
    .description('send again from a position on')
    .requiredOption('--from <position>', 'of the first entry whose changes are sent', position)
    .action(async (id: string, { from }: { from: string }) => (await load()).replay(id, from))
  subscriptions
    .command('rotate <id>')
    .description('make a new secret; the one before signs too for a day')
    .action(async (id: string) => (await load()).rotate(id))
  subscriptions
    .command('remove <id>')
    .description('end one, with its deliveries')
    .action(async (id: string) => (await load()).remove(id))
}

function position(given: string): string {
  if (!/^\d{1,18}$/.test(given)) throw new InvalidArgumentError('a position of the log: digits.')
  return given
}
