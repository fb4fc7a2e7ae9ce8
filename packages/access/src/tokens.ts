import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * A key's text is `dk_<id>_<secret>`: the id finds its row, and the hash of the whole text is what is kept. A secret of
 * 256 random bits needs no slow hash: nobody guesses it.
 */
export interface NewToken {
  id: string
  token: string
  hash: Buffer
}

const TOKEN = /^dk_([0-9a-f]{16})_[\w-]{43}$/

export function newToken(): NewToken {
  const id = randomBytes(8).toString('hex')
  const token = `dk_${id}_${randomBytes(32).toString('base64url')}`
  return { id, token, hash: hashOf(token) }
}

/** The id of a key's text; null if it cannot be a key. */
export function tokenId(token: string): string | null {
  return TOKEN.exec(token)?.[1] ?? null
}

/** Compares in constant time. */
export function tokenMatches(token: string, hash: Buffer): boolean {
  const presented = hashOf(token)
  return presented.length === hash.length && timingSafeEqual(presented, hash)
}

/** A secret of Standard Webhooks: `whsec_` and 24 random bytes in base64. */
export function newWebhookSecret(): { id: string; secret: string } {
  return { id: randomBytes(8).toString('hex'), secret: `whsec_${randomBytes(24).toString('base64')}` }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
