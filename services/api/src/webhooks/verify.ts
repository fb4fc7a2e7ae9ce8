import { ProblemError } from '@dateline/contract'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'

export const SIGNATURE_HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const

export type SignatureHeaders = Record<(typeof SIGNATURE_HEADERS)[number], string | undefined>

/** Checked in the place of the secret of a source that is not there, so that both take as long. */
const NOBODY = `whsec_${Buffer.alloc(24, 1).toString('base64')}`

/**
 * Verifies a delivery's signature over the bytes as they came, by any of the secrets that hold (Standard Webhooks,
 * HMAC-SHA256, five minutes). Throws the problem otherwise; whether there is such a source is not told.
 */
export function verifySignature(bytes: Buffer, headers: SignatureHeaders, secrets: readonly string[]): void {
  const missing = SIGNATURE_HEADERS.filter((name) => !headers[name])
  if (missing.length > 0)
    throw refused(`The delivery has no ${missing.join(', ')}: it has to be signed as Standard Webhooks has it.`)
  let reason = ''
  for (const secret of secrets.length > 0 ? secrets : [NOBODY]) {
    try {
      new Webhook(secret).verify(bytes, headers as Record<string, string>, { jsonParse: false })
      if (secrets.length > 0) return
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error
      reason = error.message
    }
  }
  throw refused(
    /timestamp/.test(reason)
      ? 'The timestamp is more than five minutes away from now: sign again, with the time of sending.'
      : 'No signature fits the body, the headers and a secret of the source: sign the very bytes that are sent.',
  )
}

function refused(detail: string): ProblemError {
  return new ProblemError('invalid-signature', detail)
}
