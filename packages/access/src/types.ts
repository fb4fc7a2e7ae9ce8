import type { SCOPES } from '@dateline/contract'
import type { ActFilter } from './acts/list-acts.ts'

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
  /** Until when it holds yet, once another one has taken its place */
  expiresAt: Date | null
}

export type RotatedKey =
  | {
      status: 'rotated'
      id: string
      name: string
      scopes: KeyScope[]
      createdAt: Date
      key: string
      previousExpiresAt: Date
    }
  /** It ends already */
  | { status: 'rotated before' }
  | { status: 'unknown' }

/** Something that was asked for with an admin key. */
export interface NewAct {
  by: { keyId: string; name: string }
  /** The operation */
  action: string
  /** On what: the parameters of its path */
  target: object
  /** What was sent with it, without secrets */
  detail?: unknown
  requestId: string
  address: string
}

export interface Act extends Required<NewAct> {
  id: string
  at: Date
  /** What was answered; null while it goes on, or if it broke off */
  status: number | null
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
  /** The key before holds until `previousExpiresAt` */
  rotateKey(id: string): Promise<RotatedKey>
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
  /** To be noted before it is done; answers the act's id */
  noteAct(act: NewAct): Promise<string>
  settleAct(id: string, status: number): Promise<void>
  /** The latest first */
  listActs(filter: ActFilter): Promise<Act[]>
}

/** Has the scope, or the one above all. */
export function hasScope(principal: Principal, scope: KeyScope): boolean {
  return principal.scopes.includes(scope) || principal.scopes.includes('admin')
}
