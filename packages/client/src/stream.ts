import type { Change } from '@dateline/contract'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { NoAnswer, RequestRefused } from './errors.ts'
import { pause, send, type SendOptions } from './send.ts'

export interface StreamOptions {
  /** Go on after this id, or after this position; otherwise the stream starts now */
  lastEventId?: string
  signal?: AbortSignal
  /** Told of each connection that broke; it is made anew all the same */
  onReconnect?: (error: Error) => void
}

/** What a stream tells: a change, or that what was received before does not go on (`id` is where it goes on now). */
export type StreamMessage =
  { kind: 'change'; id: string; change: Change } | { kind: 'resync'; id: string; reason: string }

/** A stream says something at least every 15 seconds; one that is silent for longer has lost its other end. */
const SILENCE_MS = 45_000

/**
 * Follows changes for ever, over broken connections, without loss or repeat: each new connection goes on after the
 * last id. Ends when `signal` is aborted; throws only what asking again cannot mend (a 4xx).
 */
export async function* followStream(
  options: SendOptions,
  url: string,
  headers: Readonly<Record<string, string>>,
  { lastEventId, signal, onReconnect }: StreamOptions,
): AsyncGenerator<StreamMessage, void, undefined> {
  let last = lastEventId
  for (let failures = 0; ; failures += 1) {
    if (signal?.aborted) return
    try {
      for await (const { id, event, data } of messages(options, url, headers, last, signal)) {
        failures = 0
        last = id
        if (event === 'resync') yield { kind: 'resync', id, reason: (JSON.parse(data) as { reason: string }).reason }
        else if (data !== '') yield { kind: 'change', id, change: JSON.parse(data) as Change }
      }
      onReconnect?.(new NoAnswer(`GET ${url}`, 'the stream ended'))
    } catch (error) {
      if (signal?.aborted) return
      if (error instanceof RequestRefused && error.status < 500 && error.status !== 429) throw error
      onReconnect?.(error instanceof Error ? error : new Error(String(error)))
    }
    await pause(Math.min(500 * 2 ** failures, 15_000), signal).catch(() => undefined)
  }
}

interface Message {
  id: string
  event: string
  data: string
}

/** The messages of one connection; an id that comes without data is a message with empty data. */
async function* messages(
  options: SendOptions,
  url: string,
  headers: Readonly<Record<string, string>>,
  last: string | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<Message, void, undefined> {
  const connection = new AbortController()
  const watch = silenceWatch(() => connection.abort(new NoAnswer(`GET ${url}`, 'the stream fell silent')))
  try {
    const response = await send(
      { ...options, retries: 0, timeout: null },
      url,
      {
        headers: { ...headers, ...(last === undefined ? {} : { 'last-event-id': last }) },
        signal: signal ? AbortSignal.any([signal, connection.signal]) : connection.signal,
      },
      false,
    )
    let id = last ?? ''
    let came: Message[] = []
    const parser = createParser({
      onId: (told) => {
        id = told
        came.push({ id, event: 'message', data: '' })
      },
      onEvent: ({ event = 'message', data }: EventSourceMessage) => came.push({ id, event, data }),
    })
    const decoder = new TextDecoder()
    for await (const part of response.body ?? []) {
      watch.heard()
      parser.feed(decoder.decode(part as Uint8Array, { stream: true }))
      const now = came
      came = []
      yield* now
    }
  } finally {
    watch.stop()
    connection.abort()
  }
}

function silenceWatch(silent: () => void): { heard(): void; stop(): void } {
  let timer = setTimeout(silent, SILENCE_MS)
  return {
    heard() {
      clearTimeout(timer)
      timer = setTimeout(silent, SILENCE_MS)
    },
    stop: () => clearTimeout(timer),
  }
}
