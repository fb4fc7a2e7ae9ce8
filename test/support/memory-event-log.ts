import type { Append, AppendResult, Entry, EventLog, StoredText } from '@dateline/event-log'

/** What any implementation of the log promises, wherever it keeps its entries. */
export type LogContract = Omit<EventLog, 'appendIn' | 'eraseIn' | 'verify'>

/** The log in a few arrays: for tests, and as the model that the one in Postgres is compared with. */
export function createMemoryEventLog(now: () => Date = () => new Date()): LogContract {
  const entries: Entry[] = []
  const byId = new Map<string, Entry>()
  const texts = new Map<string, StoredText>()
  const waiters = new Set<() => void>()

  const streamOf = (stream: string) => entries.filter((entry) => entry.stream === stream)
  const wanted = (types: readonly string[] | undefined) => (entry: Entry) =>
    types === undefined || types.includes(entry.type)

  function judge({ stream, expected, entries: given }: Append): AppendResult | null {
    const version = streamOf(stream).length
    const known = given.flatMap(({ id }) => byId.get(id) ?? [])
    if (known.length === given.length && known.every((entry) => entry.stream === stream)) {
      const last = Math.max(...known.map((entry) => entry.version))
      return { status: 'duplicate', positions: known.map(({ position }) => position), version: last }
    }
    const met =
      expected === 'any' || (expected === 'exists' ? version > 0 : version === (expected === 'none' ? 0 : expected))
    return known.length > 0 || !met ? { status: 'conflict', actual: version } : null
  }

  function append(given: Append): AppendResult {
    const refused = judge(given)
    if (refused !== null) return refused
    const version = streamOf(given.stream).length
    const recordedAt = new Date(Math.max(now().getTime(), entries.at(-1)?.recordedAt.getTime() ?? 0))
    const added = given.entries.map((entry, index): Entry => ({
      position: BigInt(entries.length + index + 1),
      id: entry.id,
      stream: given.stream,
      version: version + index + 1,
      type: entry.type,
      schemaVersion: entry.schemaVersion,
      recordedAt,
      causationId: entry.causationId ?? null,
      correlationId: entry.correlationId ?? null,
      // As it comes back from a database.
      data: JSON.parse(JSON.stringify(entry.data)) as unknown,
      metadata: entry.metadata ?? {},
    }))
    for (const { hash, body } of given.texts ?? []) if (!texts.has(hash)) texts.set(hash, { status: 'found', body })
    for (const entry of added) byId.set(entry.id, entry)
    entries.push(...added)
    for (const wake of waiters) wake()
    return { status: 'appended', positions: added.map(({ position }) => position), version: version + added.length }
  }

  const log: LogContract = {
    append: async (given) => append(given),
    read: async ({ after, limit, types }) => entries.slice(Number(after)).filter(wanted(types)).slice(0, limit),
    readBackward: async ({ before, limit, types }) =>
      entries
        .filter(({ position }) => before === undefined || position < before)
        .filter(wanted(types))
        .reverse()
        .slice(0, limit),
    readStream: async (stream, { after = 0, limit } = {}) => streamOf(stream).slice(after, limit && after + limit),
    find: (id) => Promise.resolve(byId.get(id) ?? null),
    streamVersion: async (stream) => streamOf(stream).length,
    head: async () => BigInt(entries.length),
    positionAt: async (instant) => entries.findLast((entry) => entry.recordedAt <= instant)?.position ?? 0n,
    async *follow({ after, signal, pageSize = 1000, types }) {
      let position = after
      while (!signal.aborted) {
        const head = BigInt(entries.length)
        const page = await log.read({ after: position, limit: pageSize, types })
        if (page.length > 0) yield page
        else await log.waitBeyond(head, signal)
        position = page.at(-1)?.position ?? (head > position ? head : position)
      }
    },
    waitBeyond: (position, signal) =>
      new Promise((resolve) => {
        if (BigInt(entries.length) > position || signal?.aborted) return resolve()
        const done = () => {
          waiters.delete(done)
          resolve()
        }
        waiters.add(done)
        signal?.addEventListener('abort', done, { once: true })
      }),
    wake() {
      for (const wake of waiters) wake()
    },
    texts: {
      get: async (hash) => texts.get(hash) ?? { status: 'missing' },
      getMany: async (hashes) =>
        new Map(
          hashes.flatMap((hash) => {
            const text = texts.get(hash)
            return text?.status === 'found' ? [[hash, text.body] as const] : []
          }),
        ),
      async erase(hash) {
        if (!texts.has(hash)) return false
        texts.set(hash, { status: 'erased', erasedAt: now() })
        return true
      },
    },
    async close() {
      log.wake()
    },
  }
  return log
}
