import { type Case, readCases, SUMS } from './cases.ts'
import { type Served, startContender } from './contenders.ts'
import { askSteadily } from './open-loop.ts'

/** Both answer it: a list of events, by one statement. */
const LIST = /^\/v1\/timeline\?|\/(timeline|statements)$/

/** Every kind of read at a steady rate, each by itself, of the API and of the limit: see `server.ts`. */
export async function measureReads(
  on: Served,
  { rate, seconds, named }: { rate: number; seconds: number; named: string },
): Promise<void> {
  const cases = (await readCases(on.pool, on.schema)).filter(({ name }) => name.includes(named))
  const api = await startContender('api', on)
  const limit = await startContender('limit', on)
  try {
    console.log(`${`${rate} requests/s`.padEnd(34)}limit p50      p99  API p50      p99  not 200`)
    for (const one of cases) {
      const paths = await Promise.all(one.paths.map((path) => pathOf(api.url, one, path)))
      const servers = paths.every((path) => LIST.test(path)) ? [limit, api] : [api]
      const figures = []
      for (const { url } of servers) {
        await warm(url, paths)
        figures.push(await askSteadily(url, paths, { rate, seconds }))
      }
      print(one.name, figures)
    }
    console.log('\none after the other')
    for (const { name, paths } of SUMS.filter((sum) => sum.name.includes(named))) {
      print(name, [await askSteadily(api.url, paths, { rate: 1, seconds: 5, connections: 1 })])
    }
    console.log()
  } finally {
    api.stop()
    limit.stop()
  }
}

/**
 * What is asked for the first time is read from the disk, and a connection that has not seen a statement parses and plans
 * it: as many at once as there are connections, so that each has.
 */
async function warm(url: string, paths: readonly string[]): Promise<void> {
  await askSteadily(url, paths, { rate: 40, seconds: Math.min(2.5, paths.length / 40) })
  const first = paths.slice(0, 1)
  for (let round = 0; round < 6; round += 1) await askSteadily(url, first, { rate: 10_000, seconds: 0.0016 })
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

function print(name: string, figures: readonly { p50: number; p99: number; failed: number }[]): void {
  const columns = figures.flatMap(({ p50, p99 }) => [p50, p99]).map((ms) => ms.toFixed(1).padStart(9))
  if (figures.length === 1) columns.unshift(''.padStart(18))
  const failed = figures.reduce((sum, figure) => sum + figure.failed, 0)
  console.log(`${name.padEnd(34)}${columns.join('')}${String(failed).padStart(9)}`)
}
