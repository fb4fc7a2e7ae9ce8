import { randomUUID } from 'node:crypto'
import { LiveFilters, periodIssue, readQuery } from '@dateline/contract'
import type { EventLog } from '@dateline/event-log'
import { systemClock } from '@dateline/platform'
import { createSubscriptions, type Delivery, type Subscriptions } from '@dateline/subscriptions'
import type { z } from 'zod'
import { onDatabase } from '../database.ts'
import { columns, terminal } from '../terminal.ts'

/** `dateline subscriptions`: who is told of changes, and how that goes. */
export function list(): Promise<void> {
  return withSubscriptions(async (subscriptions) => {
    const rows = (await subscriptions.list({ after: 0n, limit: 1_000 })).map((one) => [
      one.id,
      one.pausedBecause === null ? one.state : `paused (${one.pausedBecause})`,
      String(one.position),
      String(one.deadLetters),
      one.failingSince === null ? '' : one.failingSince.toISOString(),
      one.url,
      textOf(one.filters),
    ])
    if (rows.length === 0) terminal.say('Nobody is told of changes.')
    else terminal.say(columns([['id', 'state', 'told up to', 'dead', 'failing since', 'url', 'filters'], ...rows]))
  })
}

/** `dateline subscriptions create URL --filter country=KZ … --from POSITION`. */
export function create(url: string, options: { filter: string[]; from?: string; description?: string }): Promise<void> {
  const filters = filtersOf(options.filter)
  if (filters === null) return Promise.resolve()
  return withSubscriptions(async (subscriptions) => {
    const from = options.from === undefined ? null : BigInt(options.from)
    const description = options.description ?? null
    const made = await subscriptions.create({ url, description, filters, from })
    if (made.status === 'created') {
      terminal.say(`${made.secret}\n\nThis is the secret of ${made.subscription.id}. It is not shown again.`)
      return 0
    }
    terminal.say(made.status === 'forbidden' ? `The URL ${made.reason}.` : REFUSED[made.status])
    return 1
  })
}

const REFUSED = {
  tooMany: 'There are as many subscriptions as there may be.',
  unavailable: 'There are no read tables yet: start the service, and try again.',
} as const

export interface EditOptions {
  url?: string
  /** False: none; left out: as they are. So for the description */
  filter?: string[] | false
  description?: string | false
}

/** `dateline subscriptions edit ID --url URL --filter country=KZ … | --no-filter --description TEXT`. */
export function edit(id: string, { url, filter, description }: EditOptions): Promise<void> {
  if (url === undefined && filter === undefined && description === undefined) {
    terminal.say('Say what shall be different: --url, --filter or --no-filter, --description or --no-description.')
    process.exitCode = 1
    return Promise.resolve()
  }
  const filters = filter === undefined ? undefined : filtersOf(filter || [])
  if (filters === null) return Promise.resolve()
  return withSubscriptions(async (subscriptions) => {
    const edited = await subscriptions.edit(id, {
      url,
      filters,
      description: description === false ? null : description,
    })
    if (edited.status !== 'forbidden') return done(id, edited.status === 'edited', 'is changed')
    terminal.say(`The URL ${edited.reason}.`)
    return 1
  })
}

/** As they are given on the command line. Null: they do not parse, which was said. */
function filtersOf(given: readonly string[]): z.output<typeof LiveFilters> | null {
  const filters = readQuery(LiveFilters, new URLSearchParams(given.join('&')))
  const issue = filters.ok ? periodIssue(filters.value, '/query') : null
  if (filters.ok && !issue) return filters.value
  const wrong = issue ? [issue] : filters.ok ? [] : filters.errors
  for (const { pointer, message } of wrong) terminal.say(`${pointer.replace('/query/', '')} ${message}`)
  process.exitCode = 1
  return null
}

/** As they would be given: `type=election,protest country=KZ`. */
function textOf(filters: object): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined)
  return given.map(([name, value]) => `${name}=${String(value)}`).join(' ')
}

/** `dateline subscriptions remove ID`. */
export function remove(id: string): Promise<void> {
  return withSubscriptions(async (subscriptions) =>
    done(id, (await subscriptions.remove(id)) === 'removed', 'is removed, with its deliveries'),
  )
}

/** `dateline subscriptions pause|resume ID`. */
export function turn(id: string, how: 'pause' | 'resume'): Promise<void> {
  return withSubscriptions(async (subscriptions) =>
    done(id, (await subscriptions[how](id)) !== 'unknown', how === 'pause' ? 'is paused' : 'is active'),
  )
}

/** `dateline subscriptions rotate ID`. */
export function rotate(id: string): Promise<void> {
  return withSubscriptions(async (subscriptions) => {
    const rotated = await subscriptions.rotate(id)
    if (rotated.status === 'unknown') return done(id, false, '')
    const until = rotated.previousExpiresAt.toISOString()
    terminal.say(
      `${rotated.secret}\n\nIt is not shown again. Deliveries are signed by the one before too, until ${until}.`,
    )
    return 0
  })
}

/** `dateline subscriptions replay ID --from POSITION`. */
export function replay(id: string, from: string): Promise<void> {
  return withSubscriptions(async (subscriptions, log) => {
    const head = await log.head()
    if (BigInt(from) > head + 1n) {
      terminal.say(`The log has come to position ${head}: nothing can be sent from ${from} on.`)
      return 1
    }
    return done(id, (await subscriptions.replay(id, BigInt(from))) === 'replaying', `is told anew from ${from} on`)
  })
}

/** `dateline subscriptions test ID`. */
export function sendTest(id: string): Promise<void> {
  return withSubscriptions(async (subscriptions) => {
    const delivery = await subscriptions.test(id)
    if (!delivery) return done(id, false, '')
    terminal.say(lineOf(delivery))
    return delivery.state === 'delivered' ? 0 : 1
  })
}

/** `dateline subscriptions deliveries ID`: the latest ones. */
export function deliveries(id: string): Promise<void> {
  return withSubscriptions(async (subscriptions) => {
    const found = await subscriptions.deliveries(id, { limit: 50 })
    if (!found) return done(id, false, '')
    if (found.length === 0) terminal.say('Nothing was sent yet.')
    for (const delivery of found) terminal.say(lineOf(delivery))
    return 0
  })
}

/** `dateline subscriptions retry ID DELIVERY`. */
export function retry(id: string, deliveryId: string): Promise<void> {
  return withSubscriptions(async (subscriptions) => {
    const retried = await subscriptions.retry(id, deliveryId)
    if (retried.status === 'tried') {
      terminal.say(lineOf(retried.delivery))
      return retried.delivery.state === 'dead' ? 1 : 0
    }
    terminal.say(
      retried.status === 'unknown' ? 'There is no such delivery.' : `The delivery is ${retried.state}, not dead.`,
    )
    return 1
  })
}

function lineOf({ id, state, changes, createdAt, attempts }: Delivery): string {
  const last = attempts.at(-1)
  const said = last ? `\n    ${last.error ?? `answered ${last.status}`}, ${last.milliseconds} ms` : ''
  return `${createdAt.toISOString()}  ${state}  ${changes} changes, ${attempts.length} attempts  ${id}${said}`
}

function done(id: string, known: boolean, what: string): 0 | 1 {
  terminal.say(known ? `Subscription ${id} ${what}.` : `There is no subscription ${JSON.stringify(id)}.`)
  return known ? 0 : 1
}

function withSubscriptions(
  work: (subscriptions: Subscriptions, log: EventLog) => Promise<0 | 1 | void>,
): Promise<void> {
  return onDatabase(async ({ pool, log, configuration: { webhooksAllowPrivate } }) => {
    const subscriptions = createSubscriptions({
      pool,
      clock: systemClock,
      newId: randomUUID,
      allowPrivate: webhooksAllowPrivate,
    })
    try {
      return await work(subscriptions, log)
    } finally {
      subscriptions.close()
    }
  })
}
