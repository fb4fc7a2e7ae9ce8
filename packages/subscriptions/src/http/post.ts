import { Agent, type IncomingMessage, request as requestHttp } from 'node:http'
import { Agent as SecureAgent, request as requestHttps } from 'node:https'
import type { Clock } from '@dateline/platform'
import { checkedLookup, ForbiddenTargetError, targetOf, type TargetRules } from './target.ts'

export interface Posted {
  /** Of HTTP; null: there was no answer */
  status: number | null
  milliseconds: number
  /** What went wrong, in words; null: it was taken */
  error: string | null
  /** How the answer begins */
  answer: string | null
  /** Milliseconds that the endpoint asks to be left alone for */
  retryAfter: number | null
}

export interface Poster {
  /**
   * Sends it once; never rejects. Redirects are not followed: whoever answers one is told of as having failed. Null:
   * `signal` ended it, so that nobody knows whether it was taken.
   */
  post(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal?: AbortSignal,
  ): Promise<Posted | null>
  /** Ends connections that are kept for the next delivery. */
  close(): void
}

/** Bytes of an answer that are kept; and that are read, so that the connection may serve again. */
const KEPT = 1_000
const READ = 64 * 1024

/** How long a connection is kept open for the next delivery, in milliseconds. */
const IDLE_MS = 10_000

export interface PosterParts extends TargetRules {
  /** Milliseconds for look-up, connection and answer together */
  timeout: number
  clock: Clock
}

/** Sends to checked addresses only. */
export function createPoster({ timeout, clock, ...rules }: PosterParts): Poster {
  const agents = {
    'http:': new Agent({ keepAlive: true, timeout: IDLE_MS }),
    'https:': new SecureAgent({ keepAlive: true, timeout: IDLE_MS }),
  }

  async function post(
    text: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal: AbortSignal = NEVER,
  ): Promise<Posted | null> {
    const started = performance.now()
    const late = AbortSignal.timeout(timeout)
    let answered: IncomingMessage | undefined
    try {
      const url = targetOf(text, rules)
      const either = AbortSignal.any([signal, late])
      const send = (agent: Agent | false) =>
        exchange(url, { agent, headers, body, signal: either, lookup: checkedLookup(url.protocol, rules) })
      answered = await send(agents[url.protocol as keyof typeof agents]).catch((error: unknown) => {
        // The endpoint closed a connection that was kept while this came: it has not read it.
        if (error instanceof StaleConnectionError) return send(false)
        throw error
      })
    } catch (error) {
      if (signal.aborted) return null
      const milliseconds = Math.round(performance.now() - started)
      const said = late.aborted ? `no answer within ${timeout / 1000} s` : messageOf(error)
      return { status: null, milliseconds, error: said, answer: null, retryAfter: null }
    }
    const milliseconds = Math.round(performance.now() - started)
    const status = answered.statusCode ?? 0
    return {
      status,
      milliseconds,
      error: errorOf(status, answered.headers.location),
      answer: await beginningOf(answered),
      retryAfter: retryAfterOf(answered.headers['retry-after'], clock()),
    }
  }

  return {
    post,
    close() {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}

const NEVER = new AbortController().signal

class StaleConnectionError extends Error {}

interface Exchange {
  agent: Agent | false
  headers: Readonly<Record<string, string>>
  body: string
  signal: AbortSignal
  lookup: ReturnType<typeof checkedLookup>
}

function exchange(url: URL, { headers, body, ...options }: Exchange): Promise<IncomingMessage> {
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    ...options,
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), 'accept-encoding': 'identity' },
  })
  return new Promise((resolve, reject) => {
    request.once('response', resolve)
    request.on('error', (error: NodeJS.ErrnoException) => {
      const stale = request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
      reject(stale ? new StaleConnectionError(error.message, { cause: error }) : error)
    })
    request.end(body)
  })
}

/** The answer as far as it is kept. One that goes on and on, or that never ends, is cut off: its head has said it all. */
async function beginningOf(answered: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let kept = 0
  let read = 0
  try {
    for await (const part of answered as AsyncIterable<Buffer>) {
      if (kept < KEPT) parts.push(part.subarray(0, KEPT - kept))
      kept = Math.min(KEPT, kept + part.length)
      read += part.length
      if (read > READ) break
    }
  } catch {
    // It broke off, or was late: what has come is told.
  }
  // Postgres takes no NUL in a text.
  const text = Buffer.concat(parts).toString('utf8').replaceAll('\0', '\uFFFD')
  return text === '' ? null : text
}

function errorOf(status: number, location: string | undefined): string | null {
  if (status >= 200 && status < 300) return null
  if (status < 300 || status >= 400) return `answered ${status}`
  const where = location === undefined ? '' : ` to ${location.slice(0, 200)}`
  return `answered ${status}, a redirect${where}, which is not followed`
}

/** Seconds, or a date of HTTP (RFC 9110 section 10.2.3). */
function retryAfterOf(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000
  // `Date.parse` takes much that is no date of HTTP.
  const at = /^[A-Z][a-z]+, /.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime())
}

function messageOf(error: unknown): string {
  if (error instanceof ForbiddenTargetError) return error.message
  // Of several addresses that were tried, the first one's.
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0])
  return error instanceof Error ? error.message : 'could not be sent'
}
