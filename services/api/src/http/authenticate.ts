import { hasScope, type Access, type KeyScope, type Principal } from '@dateline/access'
import { ProblemError } from '@dateline/contract'
import type { Request, RequestHandler, Response } from 'express'

interface Identity {
  principal: Principal | null
  /** Credentials were shown that do not hold */
  refused: boolean
}

/** Finds out who asks. Nothing is refused here: what needs no key does not mind a bad one. */
export function authenticate(access: Access): RequestHandler {
  return async (request, response, next) => {
    const header = request.get('authorization')
    const token = header === undefined ? null : (/^Bearer +([\x21-\x7e]{1,200})$/i.exec(header)?.[1] ?? '')
    const principal = token === null ? null : await access.authenticate(token)
    identities.set(response, { principal, refused: token !== null && principal === null })
    next()
  }
}

const identities = new WeakMap<Response, Identity>()

export function principalOf(response: Response): Principal | null {
  return identities.get(response)?.principal ?? null
}

/** Throws unless the request may do what needs the scope; `optional`: without any credentials, too. */
export function requireScope(request: Request, scope: KeyScope, optional: boolean): void {
  const { principal, refused } = identities.get(request.res as Response) ?? { principal: null, refused: false }
  if (principal !== null) {
    if (optional || hasScope(principal, scope)) return
    throw new ProblemError('forbidden', `The key needs the scope ${scope}; it has ${principal.scopes.join(', ')}.`, {
      headers: { 'WWW-Authenticate': `Bearer realm="dateline", error="insufficient_scope", scope="${scope}"` },
    })
  }
  if (refused) {
    throw new ProblemError('unauthenticated', 'The key is not known or was revoked.', {
      headers: { 'WWW-Authenticate': 'Bearer realm="dateline", error="invalid_token"' },
    })
  }
  if (optional) return
  throw new ProblemError('unauthenticated', `This needs \`Authorization: Bearer <key>\` with the scope ${scope}.`, {
    headers: { 'WWW-Authenticate': 'Bearer realm="dateline"' },
  })
}
