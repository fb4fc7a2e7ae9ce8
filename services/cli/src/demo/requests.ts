import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** What the service answered where it should not have: status, and its problem in words. */
export class RequestFailed extends Error {
  override name = 'RequestFailed'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** GET, or POST with a body; the answer's JSON. Throws `RequestFailed` with the problem's detail. */
export async function request<Answer>(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) })
  const text = await response.text()
  if (!response.ok)
    throw new RequestFailed(response.status, `${init.method ?? 'GET'} ${url}: ${response.status} ${text}`)
  return JSON.parse(text) as Answer
}

/** Submits documents through the webhook, signed by Standard Webhooks. */
export async function submitSigned(
  url: string,
  source: { name: string; secret: string },
  documents: readonly object[],
  now: Date,
): Promise<{ data: { id: string; duplicate: boolean }[] }> {
  const id = randomUUID()
  const body = JSON.stringify({ documents })
  return request(`${url}/v1/webhooks/${source.name}/documents`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(source.secret).sign(id, now, body),
    },
    body,
  })
}
