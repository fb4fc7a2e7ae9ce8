import { expect } from 'vitest'
import type { Receiver } from '@dateline/test/support/receiver.ts'

let number = 0
/** Names of towns that nothing has happened in yet */
export const towns = (count: number) => Array.from({ length: count }, () => `town-${(number += 1)}`)

export const distinct = (values: readonly string[]) => [...new Set(values)]

/** For `expect.poll` */
export const soon = { timeout: 25_000, interval: 20 }

/** Waits until an endpoint was told these changes, `position-n` each, in this order, and no others. */
export async function told(receiver: Receiver, changes: readonly string[]): Promise<void> {
  await expect.poll(() => distinct(receiver.changes()), soon).toEqual(changes)
}
