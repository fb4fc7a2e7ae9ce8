import type { Verification } from '@dateline/event-log'
import { onDatabase } from '../database.ts'
import { terminal } from '../terminal.ts'

/** `dateline verify`: proves the log whole (exit status 0), or says where it is not (1). */
export function verify(): Promise<void> {
  return onDatabase(async ({ log }) => {
    const bar = terminal.progress('verifying')
    const result = await log.verify({ onProgress: (done, total) => bar.update(Number(done), Number(total)) })
    bar.stop()
    terminal.say(reportOf(result))
    return result.problems.length === 0 ? 0 : 1
  })
}

export function reportOf({ through, digest, problems }: Verification): string {
  if (problems.length === 0)
    return `The log is whole: ${through} entries, positions and streams dense, every digest and text as it was.\ndigest ${digest}`
  const many =
    problems.length >= 100
      ? 'the first 100 problems'
      : problems.length === 1
        ? '1 problem'
        : `${problems.length} problems`
  return [
    `The log is not whole: ${many} in ${through} entries.`,
    ...problems.map(
      ({ position, kind, message }) => `  ${position === null ? 'log' : `position ${position}`}  ${kind}: ${message}`,
    ),
  ].join('\n')
}
