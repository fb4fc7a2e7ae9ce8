import { hasScope } from '@dateline/access'
import { MAX_BYTES, OPERATIONS, ProblemError } from '@dateline/contract'
import { submitDocuments } from '@dateline/intake'
import type { Request } from 'express'
import type { ApiDeps } from '../deps.ts'
import { bytesOf, parseJson, rawBody } from '../http/body.ts'
import type { Call } from '../http/call.ts'
import type { Routes } from '../http/route.ts'
import { answerOf, readDelivery } from './delivery.ts'
import { readFeed } from './feed.ts'
import { SIGNATURE_HEADERS, type SignatureHeaders, verifySignature } from './verify.ts'

type Deps = Pick<ApiDeps, 'pool' | 'log' | 'access'>

/** What a delivery’s id may be, at most, in characters. */
const MAX_ID = 256

/** Takes deliveries: their size is checked first, then the signature, then the form, then the documents. */
export function webhookRoutes(routes: Routes, deps: Deps): void {
  routes.add(
    OPERATIONS.submitDocuments,
    (call) =>
      take(deps, call, call.params.source, (bytes) => {
        const { documents, batch } = readDelivery(parseJson(bytes))
        return { documents, list: batch ? 'documents' : null }
      }),
    [rawBody(MAX_BYTES)],
  )
  routes.add(
    OPERATIONS.submitFeed,
    (call) =>
      take(deps, call, call.params.source, (bytes) => ({
        documents: readFeed(bytes, call.request.get('content-type')),
        list: 'items',
      })),
    [rawBody(MAX_BYTES)],
  )
}

interface Read {
  documents: readonly unknown[]
  list: 'documents' | 'items' | null
}

async function take(deps: Deps, call: Call, source: string, read: (bytes: Buffer) => Read): Promise<void> {
  const bytes = bytesOf(call.request.body)
  const deliveryId = await admit(deps, call, source, bytes)
  const { documents, list } = read(bytes)
  const submission = await submitDocuments(deps, { source, deliveryId, documents })
  if (submission.status === 'deliveryConflict')
    throw new ProblemError('delivery-conflict', `The delivery ${deliveryId} was made before with another body.`)
  const answer = answerOf(submission.results, list)
  await deps.access.touchSource(source)
  call.response.status(202).set('Cache-Control', 'no-store').json(answer)
}

/** Lets a delivery in by its signature, or unsigned by a key with the scope `documents:write`; answers its id. */
async function admit({ access }: Deps, call: Call, source: string, bytes: Buffer): Promise<string | undefined> {
  const headers = signatureHeaders(call.request)
  const secrets = await access.secretsOf(source)
  const signed = headers['webhook-signature'] !== undefined
  if (!signed && call.principal) {
    if (!hasScope(call.principal, 'documents:write'))
      throw new ProblemError('forbidden', 'The key needs the scope documents:write.')
    if (secrets.length === 0) throw new ProblemError('not-found', 'There is no source of that name.')
  } else verifySignature(bytes, headers, secrets)
  const id = headers['webhook-id']
  if (id !== undefined && id.length > MAX_ID) {
    throw new ProblemError('invalid-request', `The header webhook-id may have ${MAX_ID} characters at most.`)
  }
  return id
}

function signatureHeaders(request: Request): SignatureHeaders {
  return Object.fromEntries(SIGNATURE_HEADERS.map((name) => [name, request.get(name)])) as SignatureHeaders
}
