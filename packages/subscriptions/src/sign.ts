import { createHmac, randomBytes } from 'node:crypto'

/** A secret of Standard Webhooks: `whsec_` and 24 random bytes in Base64. */
export function newSecret(): { id: string; secret: string } {
  return { id: randomBytes(8).toString('hex'), secret: `whsec_${randomBytes(24).toString('base64')}` }
}

/**
 * The headers of Standard Webhooks (https://www.standardwebhooks.com): HMAC-SHA256 over `id.timestamp.body`. Signed by
 * every secret, so that a receiver may change over from one to the next whenever it likes.
 */
export function signatureHeaders(
  secrets: readonly string[],
  { id, at, body }: { id: string; at: Date; body: string },
): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000)
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  }
}
