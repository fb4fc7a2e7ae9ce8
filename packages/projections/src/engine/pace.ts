/** How long a page should take: long enough to be worth a transaction, short enough to be seen soon and to stop. */
const TARGET_MS = 400

/** Finds the page size that takes about the right time, between one and `most` entries. */
export function createPace({ most, now = () => performance.now() }: { most: number; now?: () => number }) {
  let limit = Math.min(most, 500)
  let rate: number | null = null
  return {
    /** Entries per second of late */
    perSecond: () => rate,
    async timed<T extends { status: string; entries?: number }>(page: (limit: number) => Promise<T>): Promise<T> {
      const began = now()
      const result = await page(limit)
      const ms = Math.max(1, now() - began)
      const entries = result.status === 'moved' ? (result.entries ?? 0) : 0
      if (entries > 0) {
        const newest = (entries / ms) * 1000
        rate = rate === null ? newest : rate * 0.8 + newest * 0.2
      }
      if (entries === limit && ms < TARGET_MS) limit = Math.min(most, Math.ceil(limit * 1.5))
      else if (ms > 2 * TARGET_MS) limit = Math.max(50, Math.ceil(limit / 2))
      return result
    },
  }
}
