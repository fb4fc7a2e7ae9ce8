import { PerformanceObserver } from 'node:perf_hooks'
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** What is new is kept in so many bytes, where V8 takes eight times as many if it likes. */
const MOST_YOUNG = 16 * 2 ** 20

/**
 * For processes that fold long logs. Every page is much that is soon thrown away; left alone V8 lets the heap grow to
 * several times of what is in use. So the heap grows by a third between two collections, and its young generation, which
 * is in memory as a whole, no further than is of use: what outlives it is of the next pages anyhow.
 */
export function growHeapSlowly(): void {
  setFlagsFromString('--heap-growing-percent=30')
  let grows = true
  // V8 reads its limit of the young generation but once, at the start, but the factor by which it grows each time.
  const observer = new PerformanceObserver(() => {
    const mayGrow = youngSize() < MOST_YOUNG
    if (mayGrow === grows) return
    grows = mayGrow
    setFlagsFromString(`--semi-space-growth-factor=${grows ? 2 : 1}`)
  })
  observer.observe({ entryTypes: ['gc'] })
}

function youngSize(): number {
  return getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? 0
}
