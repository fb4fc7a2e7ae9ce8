import { type Contender, emmett, ourLog, rawInserts } from './contenders.ts'

export interface Cell {
  waiting: number
  entries: number
  /** Appends a second, the median of the rounds, by contender */
  rates: Record<string, number>
}

const WAITING = [1, 8, 64]
const ENTRIES = [1, 20, 100]

/** Every contender in every round, in turns, so that what else the machine does meets them all alike. */
export async function benchAppends(
  url: string,
  rounds: number,
  milliseconds: number,
  tell: (what: string) => void,
): Promise<Cell[]> {
  const contenders: Contender[] = [await rawInserts(url), await emmett(url), ourLog(url)]
  const cells = WAITING.flatMap((waiting) => ENTRIES.map((entries) => ({ waiting, entries })))
  const rates = new Map<string, number[]>()
  for (let round = 0; round <= rounds; round++) {
    for (const [n, cell] of cells.entries()) {
      for (const contender of contenders) {
        const rate = await contender.run({ ...cell, milliseconds })
        // The first round warms up.
        if (round > 0) rates.set(keyOf(n, contender), [...(rates.get(keyOf(n, contender)) ?? []), rate])
      }
      tell(`appends, ${round * cells.length + n + 1} of ${(rounds + 1) * cells.length}`)
    }
    contenders.push(...contenders.splice(0, 1))
  }
  for (const contender of contenders) await contender.close()
  return cells.map((cell, n) => ({
    ...cell,
    rates: Object.fromEntries(contenders.map((one) => [one.name, median(rates.get(keyOf(n, one)) ?? [])])),
  }))
}

function keyOf(cell: number, { name }: Contender): string {
  return `${cell} ${name}`
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
