import { type Command, InvalidArgumentError } from 'commander'

/** What mends the log's meaning: corrections, and annotating again. */
export function correctionCommands(program: Command): void {
  const corrections = program
    .command('correct')
    .description('say what is wrong in what the log adds up to: list (by default), or one of the below')
  corrections
    .command('list', { isDefault: true })
    .description('the corrections that were made, the latest first')
    .action(async () => (await import('./commands/correct.ts')).listAll())

  const command = (usage: string, description: string) =>
    corrections
      .command(usage)
      .description(description)
      .requiredOption('--reason <text>', 'why, for whoever reads the history')
  const make = async (correction: Record<string, unknown>) =>
    (await import('./commands/correct.ts')).makeCorrection(correction)

  command('amend <event>', 'give an event other values')
    .requiredOption('--set <path=value...>', 'such as date.edtf=2022-11-20; attributes take JSON')
    .action(async (eventId: string, { set, reason }: { set: string[]; reason: string }) => {
      const { assignments } = await import('./commands/correct.ts')
      await make({ kind: 'event.amend', eventId, set: assignments(set), reason })
    })
  command('withdraw <event>', 'it did not happen, or is no event').action(
    (eventId: string, { reason }: { reason: string }) => make({ kind: 'event.withdraw', eventId, reason }),
  )
  command('merge <event> <into>', 'both are one event').action(
    (eventId: string, into: string, { reason }: { reason: string }) =>
      make({ kind: 'event.merge', eventId, into, reason }),
  )
  command('split <event> <documents...>', 'what these documents report is an event of its own').action(
    (eventId: string, documentIds: string[], { reason }: { reason: string }) =>
      make({ kind: 'event.split', eventId, documentIds, reason }),
  )
  command('merge-actor <actor> <into>', 'both are one actor').action(
    (actorId: string, into: string, { reason }: { reason: string }) =>
      make({ kind: 'actor.merge', actorId, into, reason }),
  )
  command('split-actor <actor> <documents...>', 'in these documents it is somebody else')
    .option('--name <name>', 'of the other one')
    .action((actorId: string, documentIds: string[], { name, reason }: { name?: string; reason: string }) =>
      make({ kind: 'actor.split', actorId, documentIds, name, reason }),
    )
  command('rename-actor <actor> <name>', 'it goes by another name').action(
    (actorId: string, name: string, { reason }: { reason: string }) =>
      make({ kind: 'actor.rename', actorId, name, reason }),
  )
  command('retract <document>', 'nothing that it says counts').action(
    (documentId: string, { reason }: { reason: string }) => make({ kind: 'document.retract', documentId, reason }),
  )
  command('erase <document>', 'its words are to be gone, for good').action(
    (documentId: string, { reason }: { reason: string }) => make({ kind: 'document.erase', documentId, reason }),
  )
  command('reprocess <document>', 'annotate it again, by a newer engine').action(
    (documentId: string, { reason }: { reason: string }) => make({ kind: 'document.reprocess', documentId, reason }),
  )
  command('undo <correction>', 'take an earlier correction back').action(
    (correctionId: string, { reason }: { reason: string }) => make({ kind: 'correction.undo', correctionId, reason }),
  )

  program
    .command('reprocess')
    .description('annotate again, on the queue, what another engine than this one annotated')
    .option('--dry-run', 'only say what would be different', false)
    .option('--rate <documents>', 'a second, at most', perSecond, 20)
    .action(async (options: { dryRun: boolean; rate: number }) =>
      (await import('./commands/reprocess.ts')).reprocess(options),
    )
}

function perSecond(given: string): number {
  const rate = Number(given)
  if (!(rate > 0 && rate <= 1000)) throw new InvalidArgumentError('a number above 0, up to 1000.')
  return rate
}
