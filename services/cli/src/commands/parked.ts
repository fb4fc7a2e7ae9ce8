import { discardParked, listParked, type ParkedResult, releaseParked } from '@dateline/projections'
import { onDatabase } from '../database.ts'
import { terminal } from '../terminal.ts'

const PAGE = 200

/** `dateline parked`: the entries that the serving tables lack, oldest first, with why. */
export function listAll(): Promise<void> {
  return onDatabase(async ({ pool }) => {
    let after = '0'
    for (;;) {
      const page = await listParked(pool, { after, limit: PAGE })
      if (page.length === 0 && after === '0') terminal.say('No parked entries.')
      for (const { id, position, type, stream, state, error, attempts, parkedAt } of page) {
        terminal.say(`${id}  ${parkedAt.toISOString()}  ${type} at position ${position} of ${stream}`)
        terminal.say(
          state === 'parked' ? `    failed, tried ${times(attempts)}: ${error ?? ''}` : `    ${WAITS[state]}`,
        )
        after = id
      }
      if (page.length < PAGE) return
    }
  })
}

const WAITS = {
  behind: 'waits behind an earlier entry of its stream',
  released: 'released: the projector tries it again',
}

const times = (attempts: number) => (attempts === 1 ? 'once' : `${attempts} times`)

/** `dateline parked release ID`: the projector tries it again, and then those behind it. */
export function release(id: string): Promise<void> {
  return onDatabase(async ({ pool }) => answer(id, await releaseParked(pool, id), 'is tried again'))
}

/** `dateline parked discard ID`: it is left out for good, in replays too. */
export function discard(id: string): Promise<void> {
  return onDatabase(async ({ pool }) => answer(id, await discardParked(pool, id), 'is discarded'))
}

function answer(id: string, result: ParkedResult, done: string): 0 | 1 {
  if (result.status === 'done') terminal.say(`Parked entry ${id} ${done}.`)
  else if (result.status === 'behind')
    terminal.say(`Parked entry ${id} waits behind ${result.first}: release or discard that one first.`)
  else terminal.say(`There is no parked entry ${JSON.stringify(id)}.`)
  return result.status === 'done' ? 0 : 1
}
