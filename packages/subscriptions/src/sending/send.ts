import type { Clock } from '@dateline/platform'
import type { Pool } from 'pg'
import type { Posted, Poster } from '../http/post.ts'
import { messageOf } from '../message.ts'
import { signatureHeaders } from '../sign.ts'
import { secretsOf } from '../store/secrets.ts'
import type { Attempt, Delivery } from '../types.ts'

export interface SendDeps {
  pool: Pool
  poster: Poster
  clock: Clock
}

/** Signs and posts it, once. Null: there is nobody to sign for any more, or `signal` has ended it. */
export async function send(
  { pool, poster, clock }: SendDeps,
  { id: subscription, url }: { id: string; url: string },
  { id, kind, createdAt }: Delivery,
  changes: readonly string[],
  signal?: AbortSignal,
): Promise<{ posted: Posted; attempt: Attempt } | null> {
  const secrets = await secretsOf(pool, subscription)
  if (secrets.length === 0) return null
  const body = messageOf({ subscription, kind, createdAt }, changes)
  const at = clock()
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Dateline-Webhooks',
    ...signatureHeaders(secrets, { id, at, body }),
  }
  const posted = await poster.post(url, headers, body, signal)
  if (posted === null) return null
  const { status, milliseconds, error, answer } = posted
  return { posted, attempt: { at: at.toISOString(), milliseconds, status, error, answer } }
}
