import type { SCOPES } from '@dateline/contract'

export type KeyScope = (typeof SCOPES)[number]

/** Who a request comes from. */
export interface Principal {
  keyId: string
  name: string
  scopes: KeyScope[]
}

export interface KeyRecord {
  id: string
  name: string
  scopes: KeyScope[]
  createdAt: Date
  /** To the minute */
  lastUsedAt: Date | null
}

export interface SourceRecord {
  name: string
  createdAt: Date
  /** To the minute */
  lastUsedAt: Date | null
  /** Those that hold, the newest first */
  secrets: { id: string; createdAt: Date; expiresAt: Date | null }[]
}

/** Keys and sources. What is secret is answered once, when it is made. */
export interface Access {
  /** Who the key belongs to; null: it does not hold */
  authenticate(token: string): Promise<Principal | null>
  createKey(key: { name: string; scopes: readonly KeyScope[] }): Promise<KeyRecord & { key: string }>
  /** Those that hold, the oldest first */
  listKeys(): Promise<KeyRecord[]>
  revokeKey(id: string): Promise<'revoked' | 'unknown'>
  createSource(name: string): Promise<{ status: 'created'; createdAt: Date; secret: string } | { status: 'exists' }>
  listSources(): Promise<SourceRecord[]>
  /** The secret before holds until `previousExpiresAt` */
  rotateSource(
    name: string,
  ): Promise<{ status: 'rotated'; secret: string; previousExpiresAt: Date } | { status: 'unknown' }>
  deleteSource(name: string): Promise<'deleted' | 'unknown'>
  /** The secrets that a delivery of this source may be signed with now; empty: there is no such source */
  secretsOf(name: string): Promise<string[]>
  /** Notes that the source delivered, at most once a minute */
  touchSource(name: string): Promise<void>
}

/** Has the scope, or the one above all. */
export function hasScope(principal: Principal, scope: KeyScope): boolean {
  return principal.scopes.includes(scope) || principal.scopes.includes('admin')
}
