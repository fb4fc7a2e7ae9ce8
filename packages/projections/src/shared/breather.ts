import { setImmediate } from 'node:timers/promises'

/** How long memory is worked on before sockets get their turn, in milliseconds. */
const TURN_MS = 4

/**
 * Long work in memory calls it now and then: the connection that writes meanwhile gets to send its next statement, and
 * Postgres does not stand still.
 */
export function createBreather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < TURN_MS) return
    await setImmediate()
    since = performance.now()
  }
}
