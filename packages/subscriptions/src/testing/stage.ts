import { randomUUID } from 'node:crypto'
import { derivedId, type DocumentAnnotated, documentStream, type EventReported, textHash } from '@dateline/domain'
import { createEventLog, type EventLog } from '@dateline/event-log'
import { type Filters, listChanges, positions, PROJECTIONS, readSnapshot, startProjector } from '@dateline/projections'
import { createTestDatabase } from '@dateline/test/support/postgres.ts'
import { silent } from '@dateline/test/support/silent.ts'
import type { Pool } from 'pg'
import { type Sender, startSender } from '../sending/sender.ts'
import type { SenderSettings } from '../settings.ts'
import { createSubscriptions, type Subscriptions } from '../subscriptions.ts'
import type { Subscription } from '../types.ts'

export interface Stage extends AsyncDisposable {
  pool: Pool
  url: string
  log: EventLog
  subscriptions: Subscriptions
  /** Each of these documents reports a protest of its own; resolves when the read tables show them. */
  tell(...documents: string[]): Promise<void>
  /** Where the next entry goes */
  next(): Promise<bigint>
  /** `position-n` of every change in the feed from a position on */
  feed(from: bigint): Promise<string[]>
  /** A sender with short pauses; ended with the stage */
  send(settings?: Partial<SenderSettings>): Sender
  subscribe(
    url: string,
    more?: { filters?: Partial<Filters>; from?: bigint },
  ): Promise<Subscription & { secret: string }>
}

const QUICK: Partial<SenderSettings> = { firstPause: 20, growth: 1, jitter: 0, timeout: 2_000, lease: 4_000 }

/** A database with a log, a projector and subscriptions. */
export async function setStage(): Promise<Stage> {
  const database = await createTestDatabase(16)
  const { pool } = database
  const log = createEventLog({ pool })
  const projector = startProjector({ pool, log, projections: PROJECTIONS, logger: silent })
  const common = { pool, clock: () => new Date(), newId: randomUUID, allowPrivate: true }
  const subscriptions = createSubscriptions(common)
  const senders: Sender[] = []

  const settled = async () => {
    const head = await log.head()
    for (;;) {
      const { timeline } = await positions(pool)
      if (timeline && timeline.position >= head) return
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  await settled()

  return {
    pool,
    url: database.url,
    log,
    subscriptions,
    async tell(...documents) {
      for (const document of documents) await report(log, document)
      await settled()
    },
    next: async () => (await log.head()) + 1n,
    feed: (from) =>
      readSnapshot(pool, async ({ client, builds }) => {
        const { rows } = await listChanges({ client, schema: builds['timeline']!.schema }, from - 1n, 100_000)
        return rows.map(({ position, n }) => `${position}-${n}`)
      }),
    send(settings) {
      const sender = startSender({ ...common, log, logger: silent, settings: { ...QUICK, ...settings } })
      senders.push(sender)
      return sender
    },
    async subscribe(url, { filters = {}, from } = {}) {
      const made = await subscriptions.create({
        url,
        description: null,
        filters: { match: 'all', realis: ['actual', 'ongoing'], ...filters },
        from: from ?? null,
      })
      if (made.status !== 'created') throw new Error(JSON.stringify(made))
      return { ...made.subscription, secret: made.secret }
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(senders.map((sender) => sender.stop()))
      subscriptions.close()
      await projector.stop()
      await log.close()
      await database.drop()
    },
  }
}

/** A document and its annotation, as intake and the ingest worker append them. */
async function report(log: EventLog, name: string): Promise<void> {
  const documentId = derivedId('told', name)
  const text = `A strike began in ${name}.`
  const span = { start: 0, end: text.length, text }
  const common = { documentId, revision: 1 }
  const annotated: DocumentAnnotated = {
    ...common,
    engine: { name: 'told', version: '1.0.0' },
    sentences: [[0, text.length]],
    timexes: [],
    mentions: [],
    attributions: [],
    events: 1,
  }
  const event: EventReported = {
    ...common,
    type: 'protest',
    trigger: span,
    evidence: [span],
    date: { edtf: '2022-11-20', precision: 'day', basis: 'explicit', expression: null },
    participants: [],
    place: { id: `place:KZ/${name}`, name, country: 'KZ' },
    attributes: {},
    realis: 'actual',
    assertedBy: null,
    confidence: 0.9,
    ordinal: 0,
    actors: [],
  }
  const entry = (type: string, data: unknown) => ({ id: derivedId(name, type), type, schemaVersion: 1, data })
  const submitted = {
    ...common,
    source: 'demo',
    externalId: name,
    url: null,
    title: null,
    textHash: textHash(text),
    textLength: text.length,
    publishedAt: '2022-11-28',
    lang: 'en',
    authors: [],
  }
  await log.append({
    stream: documentStream(documentId),
    expected: 'none',
    entries: [entry('document.submitted', submitted), entry('document.annotated', annotated), entry('protest', event)],
  })
}
