/** What a contender is asked to do: keep `waiting` appends of `entries` entries each in flight for a while. */
export interface Load {
  waiting: number
  entries: number
  milliseconds: number
}

/** Appends `entries` new entries to a new stream. `name` is new at every call. */
export type AppendOnce = (name: string, entries: number, caller: number) => Promise<unknown>

let run = 0

/** @returns appends a second */
export async function measure(append: AppendOnce, { waiting, entries, milliseconds }: Load): Promise<number> {
  const prefix = `${process.pid}-${++run}`
  const began = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: waiting }, async (_, caller) => {
      for (let n = 0; performance.now() - began < milliseconds; n++) {
        await append(`${prefix}-${caller}-${n}`, entries, caller)
        done++
      }
    }),
  )
  return (done * 1000) / (performance.now() - began)
}

/** An event as small reports have it: some four hundred bytes of JSON. */
export function payload(n: number): Record<string, unknown> {
  return {
    type: 'election',
    trigger: { start: 12 + n, end: 15 + n, text: 'won' },
    evidence: [{ start: 0, end: 72, text: 'Ada Example won the presidential election in Utopia on May 4, they said.' }],
    date: { edtf: '2031-05-04', precision: 'day', basis: 'explicit' },
    participants: [{ role: 'winner', actor: 'person:ada-example' }],
    attributes: { kind: 'presidential', turnout: n % 100 },
    realis: 'actual',
    confidence: 0.91,
  }
}
