import type { Entry, EventLog, FollowOptions } from './types.ts'

const PAGE = 1_000

/** Pages without end; the next is read only when it is asked for, so a slow reader slows nobody else. */
export async function* follow(
  log: Pick<EventLog, 'read' | 'head' | 'waitBeyond'>,
  { after, signal, pageSize = PAGE, types }: FollowOptions,
): AsyncGenerator<Entry[], void> {
  let position = after
  while (!signal.aborted) {
    // Where only some types are wanted, an empty page says that up to here there is none of them.
    const head = types === undefined ? position : await log.head()
    const page = await log.read({ after: position, limit: pageSize, types })
    const last = page.at(-1)
    if (last !== undefined) {
      yield page
      position = last.position
      continue
    }
    if (head > position) position = head
    await log.waitBeyond(position, signal)
  }
}
