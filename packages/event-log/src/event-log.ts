import type { Pool } from 'pg'
import { appendAll, encode } from './append.ts'
import { createAppender } from './appender.ts'
import { eraseEntries } from './erase.ts'
import { follow } from './follow.ts'
import { head, positionAt, streamVersion } from './head.ts'
import { find, read, readBackward, readStream } from './read.ts'
import { eraseText, getText, getTexts } from './texts.ts'
import type { EventLog } from './types.ts'
import { UPCASTS, type Upcast, createUpcaster } from './upcast.ts'
import { verify } from './verify.ts'
import { createWakeUp } from './wake-up.ts'

export interface EventLogOptions {
  /** On a migrated database */
  pool: Pool
  /** Default: those of the schemas that are known */
  upcasts?: readonly Upcast[] | undefined
}

/** The log in a Postgres database. One a process: appends are batched within it. */
export function createEventLog({ pool, upcasts = UPCASTS }: EventLogOptions): EventLog {
  const upcast = createUpcaster(upcasts)
  const wakeUp = createWakeUp(pool)
  const appender = createAppender(pool, wakeUp.appended)
  const log: EventLog = {
    append: appender.append,
    appendIn: (client, appends) => appendAll(client, appends.map(encode)),
    eraseIn: (client, entries) => eraseEntries(client, entries),
    read: (query, db = pool) => read(db, upcast, query),
    readBackward: (query, db = pool) => readBackward(db, upcast, query),
    readStream: (stream, query, db = pool) => readStream(db, upcast, stream, query),
    find: (id, db = pool) => find(db, upcast, id),
    streamVersion: (stream, db = pool) => streamVersion(db, stream),
    head: (db = pool) => head(db),
    positionAt: (instant, db = pool) => positionAt(db, instant),
    follow: (options) => follow(log, options),
    waitBeyond: wakeUp.waitBeyond,
    wake: wakeUp.wake,
    texts: {
      get: (hash, db = pool) => getText(db, hash),
      getMany: (hashes, db = pool) => getTexts(db, hashes),
      erase: (hash, db = pool) => eraseText(db, hash),
    },
    verify: (options) => verify(pool, options),
    async close() {
      await appender.idle()
      await wakeUp.close()
    },
  }
  return log
}
