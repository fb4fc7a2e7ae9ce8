/** What goes out with a delivery. */
export interface SignedDelivery {
  'webhook-id': string
  'webhook-timestamp': string
  'webhook-signature': string
}

/**
 * The headers that sign a delivery as Standard Webhooks has it: HMAC-SHA256 over `id.timestamp.body`, with the secret
 * after `whsec_` as Base64. `body` is the very text that is sent. By Web Crypto, so that it runs anywhere.
 */
export async function signDelivery(secret: string, id: string, at: Date, body: string): Promise<SignedDelivery> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, signed))
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${btoa(String.fromCharCode(...mac))}`,
  }
}

function bytesOf(secret: string): Uint8Array<ArrayBuffer> {
  const text = secret.startsWith('whsec_') ? secret.slice('whsec_'.length) : secret
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch (cause) {
    throw new TypeError('a webhook secret is `whsec_` and Base64', { cause })
  }
}
