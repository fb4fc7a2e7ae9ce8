import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { correct } from '@dateline/corrections'
import { annotate, ENGINE } from '@dateline/extraction'
import { type OpenDatabase, onDatabase } from '../database.ts'
import { annotatedOtherwise, countOtherwise, isAskedFor } from '../reprocess/documents.ts'
import { createReport, reportText } from '../reprocess/report.ts'
import { terminal } from '../terminal.ts'

export interface ReprocessOptions {
  dryRun: boolean
  /** Documents a second */
  rate: number
}

const NOW = `${ENGINE.name} ${ENGINE.version}`

/**
 * `dateline reprocess`: every document whose events are from another engine than this one's is annotated again, on the
 * queue, by the running service. May be stopped and run again.
 */
export function reprocess({ dryRun, rate }: ReprocessOptions): Promise<void> {
  return onDatabase(async (database) => {
    const total = await countOtherwise(database.pool, NOW)
    if (total === 0) {
      terminal.say(`Every document was annotated by ${NOW}.`)
      return 0
    }
    return dryRun ? compare(database, total) : askAgain(database, total, rate)
  })
}

async function compare({ pool, log }: OpenDatabase, total: number): Promise<0> {
  const report = createReport()
  const bar = terminal.progress('compare')
  for await (const document of annotatedOtherwise({ pool, log }, NOW)) {
    report.add(document, annotate(document.source).events)
    bar.update(report.documents, total)
  }
  bar.stop()
  terminal.say(reportText(report, NOW))
  return 0
}

async function askAgain({ pool, log }: OpenDatabase, total: number, rate: number): Promise<0> {
  const author = { id: 'cli', name: userInfo().username }
  const bar = terminal.progress('reprocess')
  const began = performance.now()
  let asked = 0
  for await (const { source } of annotatedOtherwise({ pool, log }, NOW)) {
    if (await isAskedFor(log, source.id)) continue
    const reason = `It was annotated by another engine than ${NOW}`
    await correct(
      { pool, log, newId: randomUUID },
      { kind: 'document.reprocess', documentId: source.id, reason },
      author,
    )
    asked += 1
    await sleep(Math.max(0, began + (asked * 1000) / rate - performance.now()))
    bar.update(total - (await countOtherwise(pool, NOW)), total, `${asked} asked for`)
  }
  bar.stop()
  const left = await countOtherwise(pool, NOW)
  terminal.say(`${asked} documents are to be annotated again by ${NOW}; ${left} of ${total} are not done yet.`)
  return 0
}
