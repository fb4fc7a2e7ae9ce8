import { systemClock } from '@dateline/platform'
import { PROJECTIONS, projectionStatus } from '@dateline/projections'
import { listDeadLetters } from '@dateline/queue'
import { onDatabase } from '../database.ts'
import { terminal } from '../terminal.ts'
import { projectionTable } from './projections.ts'

const MOST_LETTERS = 200

/** `dateline status`: where the log, its projections and the dead letters stand. */
export function status(): Promise<void> {
  return onDatabase(async ({ pool, log }) => {
    const [head, standing, letters] = await Promise.all([
      log.head(),
      projectionStatus({ pool, log, projections: PROJECTIONS }, systemClock),
      listDeadLetters(pool, { limit: MOST_LETTERS }),
    ])
    terminal.say(`log at position ${head}\n`)
    terminal.say(projectionTable(standing))
    const count = letters.length === MOST_LETTERS ? `${MOST_LETTERS} or more` : String(letters.length)
    terminal.say(`\ndead letters: ${count}${letters.length > 0 ? ' (npx dateline dead-letters)' : ''}`)
  })
}
