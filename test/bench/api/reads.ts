import { type Case, readCases, SUMS } from './cases.ts'
import { type Served, startContender } from './contenders.ts'
import { askSteadily } from './open-loop.ts'

/** Every kind of read at a steady rate, each by itself. */
export async function measureReads(
  on: Served,
  { rate, seconds, named }: { rate: number; seconds: number; named: string },
): Promise<void> {
  const cases = (await readCases(on.pool, on.schema)).filter(({ name }) => name.includes(named))
  const api = await startContender('api', on)
  try {
    console.log(`${`${rate} requests/s`.padEnd(34)}   p50 ms   p99 ms  not 200`)
    for (const one of cases) {
      const paths = await Promise.all(one.paths.map((path) => pathOf(api.url, one, path)))
      // What is asked for the first time is read from the disk.
      await askSteadily(api.url, paths, { rate: 20, seconds: Math.min(5, paths.length / 20) })
      print(one.name, await askSteadily(api.url, paths, { rate, seconds }))
    }
    console.log('\none after the other')
    for (const { name, paths } of SUMS.filter((sum) => sum.name.includes(named))) {
      print(name, await askSteadily(api.url, paths, { rate: 1, seconds: 5, connections: 1 }))
    }
    console.log()
  } finally {
    api.stop()
  }
}

/** A cursor is bound to its query: the one to the second page, with another place in the order. */
async function pathOf(url: string, { behind }: Case, path: string): Promise<string> {
  if (behind === undefined) return path
  const first = (await (await fetch(`${url}${path}`)).json()) as { page: { next: string | null } }
  if (first.page.next === null) return path
  const cursor = JSON.parse(Buffer.from(first.page.next, 'base64url').toString()) as unknown[]
  cursor[3] = [behind, '8']
  return `${path}&cursor=${Buffer.from(JSON.stringify(cursor)).toString('base64url')}`
}

function print(name: string, { p50, p99, failed }: { p50: number; p99: number; failed: number }): void {
  console.log(
    `${name.padEnd(34)}${p50.toFixed(1).padStart(9)}${p99.toFixed(1).padStart(9)}${String(failed).padStart(9)}`,
  )
}
