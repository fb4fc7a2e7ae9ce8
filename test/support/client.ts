import { randomUUID } from 'node:crypto'
import { signDelivery } from '@dateline/client'

/** Requests as bare as can be, so that a test sees whatever comes back; it may also sign them wrong. */
export interface Answer<Body = unknown> {
  status: number
  headers: Headers
  body: Body
}

export async function get<Body>(url: string, headers: Record<string, string> = {}): Promise<Answer<Body>> {
  return answerOf(await fetch(url, { headers }))
}

export interface SignOptions {
  source?: string
  id?: string
  /** Seconds since 1970 */
  timestamp?: number
  /** In place of the right one */
  signature?: string
}

/** POST to the webhook, signed as Standard Webhooks has it. */
export async function deliver<Body>(
  service: { url: string; secret: string },
  payload: unknown,
  { source = 'demo', id = randomUUID(), timestamp = Math.floor(Date.now() / 1000), signature }: SignOptions = {},
): Promise<Answer<Body>> {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const signed = await signDelivery(service.secret, id, new Date(timestamp * 1000), body)
  return answerOf(
    await fetch(`${service.url}/v1/webhooks/${source}/documents`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...signed,
        ...(signature === undefined ? {} : { 'webhook-signature': signature }),
      },
      body,
    }),
  )
}

async function answerOf<Body>(response: Response): Promise<Answer<Body>> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: (text === '' ? null : JSON.parse(text)) as Body }
}

/** Asks again and again until `done` holds of the answer; the last answer, or an error after the time. */
export async function until<Result>(
  ask: () => Promise<Result>,
  done: (result: Result) => boolean,
  seconds = 30,
): Promise<Result> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const result = await ask()
    if (done(result)) return result
    if (Date.now() > deadline)
      throw new Error(`not within ${seconds} s; last: ${JSON.stringify(result).slice(0, 2000)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
