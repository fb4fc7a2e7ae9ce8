import { NoAnswer, RequestRefused, refusalOf } from './errors.ts'

export interface SendOptions {
  fetch: typeof fetch
  /** How often a request that may be repeated is tried again */
  retries: number
  /** Milliseconds that an answer may take; null: as long as it likes */
  timeout: number | null
}

/**
 * Sends a request and answers what is no error. One that may be `repeated` without harm is tried again where there is
 * no answer, or the service says that it is busy (429, 503): after the time that it names, or else a doubling one.
 */
export async function send(options: SendOptions, url: string, init: RequestInit, repeated: boolean): Promise<Response> {
  const what = `${init.method ?? 'GET'} ${url}`
  for (let tries = 0; ; tries += 1) {
    const failure = await attempt(options, url, init, what)
    if (failure instanceof Response) return failure
    const passing = failure instanceof NoAnswer || failure.status === 429 || failure.status === 503
    if (!repeated || !passing || tries >= options.retries) throw failure
    const told = failure instanceof RequestRefused ? failure.retryAfter : null
    await pause(Math.min(told === null ? 250 * 2 ** tries : told * 1000, LONGEST_MS), init.signal ?? undefined)
  }
}

/** A service that wants to be left alone for longer is told to whoever called. */
const LONGEST_MS = 60_000

async function attempt(
  { fetch, timeout }: SendOptions,
  url: string,
  init: RequestInit,
  what: string,
): Promise<Response | NoAnswer | RequestRefused> {
  const late = timeout === null ? null : AbortSignal.timeout(timeout)
  const signals = [init.signal, late].filter((signal) => signal != null)
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.any(signals) })
    return response.ok ? response : await refusalOf(what, response)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    return new NoAnswer(what, late?.aborted ? `no answer within ${timeout} ms` : `no answer (${reasonOf(cause)})`, {
      cause,
    })
  }
}

/** `fetch failed` says nothing; its cause does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? error.cause : undefined
  return (cause?.message ?? '') || (cause as { code?: string } | undefined)?.code || error.message
}

/** Rejects with the signal's reason if it is aborted. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted()
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', done)
  })
  signal?.throwIfAborted()
}
