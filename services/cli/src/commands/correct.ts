import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { issuesOf, NewCorrection } from '@dateline/contract'
import { correct, listCorrections } from '@dateline/corrections'
import type { CorrectionMade } from '@dateline/domain'
import { onDatabase } from '../database.ts'
import { terminal } from '../terminal.ts'

const PAGE = 200

/** `dateline correct …`: makes one correction, in the name of whoever is logged in here. */
export async function makeCorrection(request: Record<string, unknown>): Promise<void> {
  const parsed = NewCorrection.safeParse(request)
  if (!parsed.success) {
    for (const { pointer, message } of issuesOf(parsed.error)) terminal.say(`${pointer || 'The correction'} ${message}`)
    process.exitCode = 1
    return
  }
  await onDatabase(async ({ pool, log }) => {
    const author = { id: 'cli', name: userInfo().username }
    const result = await correct({ pool, log, newId: randomUUID }, parsed.data, author)
    if (result.status !== 'made') {
      terminal.say(result.message)
      return 1
    }
    const { id, position, data } = result.entry
    terminal.say(`Correction ${id} stands at position ${position}.${consequenceOf(data)}`)
    return 0
  })
}

function consequenceOf({ change }: CorrectionMade): string {
  if (change.kind === 'event.split') return `\nThe new event is ${change.newEventId}.`
  if (change.kind === 'actor.split') return `\nThe new actor is ${change.newActorId}.`
  if (change.kind === 'document.erase')
    return `\n${change.entries.length} entries and ${change.texts.length} texts have lost their words.`
  return ''
}

/** `dateline correct list`: the corrections that were made, the latest first. */
export function listAll(): Promise<void> {
  return onDatabase(async ({ log }) => {
    let before: bigint | undefined
    for (;;) {
      const page = await listCorrections(log, { before, limit: PAGE })
      if (page.length === 0 && before === undefined) terminal.say('No corrections.')
      for (const { id, position, recordedAt, data } of page) {
        terminal.say(`${id}  ${recordedAt.toISOString()}  ${data.author.name}: ${inWords(data)}`)
        terminal.say(`    ${data.reason}`)
        before = position
      }
      if (page.length < PAGE) return
    }
  })
}

function inWords({ change: { kind, ...rest } }: CorrectionMade): string {
  const values = Object.entries(rest).map(([name, value]) => `${name}=${short(value)}`)
  return [kind, ...values].join(' ')
}

function short(value: unknown): string {
  if (Array.isArray(value) && value.length > 3) return `[${value.length}]`
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** `path=value` as given on the command line; the value is JSON, or a text as it is. */
export function assignments(given: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    given.map((one) => {
      const equals = one.indexOf('=')
      if (equals < 1) return [one, undefined]
      const path = one.slice(0, equals)
      const text = one.slice(equals + 1)
      // A year is a number in JSON, but here it is a date.
      return [path, path === 'date.edtf' ? text : jsonOrText(text)]
    }),
  )
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
