import { type Access, createAccess, type KeyScope } from '@dateline/access'
import { systemClock } from '@dateline/platform'
import { onDatabase } from '../database.ts'
import { columns, terminal } from '../terminal.ts'

/** `dateline keys`: the keys that hold. */
export function listKeys(): Promise<void> {
  return withAccess(async (access) => {
    const rows = (await access.listKeys()).map((key) => [
      key.id,
      key.name,
      key.scopes.join(','),
      key.createdAt.toISOString(),
      key.lastUsedAt?.toISOString() ?? 'never',
    ])
    terminal.say(columns([['id', 'name', 'scopes', 'made', 'last used'], ...rows]))
  })
}

/** `dateline keys create NAME --scope …`. */
export function createKey(name: string, scopes: readonly KeyScope[]): Promise<void> {
  return withAccess(async (access) => {
    const { id, key } = await access.createKey({ name, scopes })
    terminal.say(`${key}\n\nThis is key ${id}. It is kept as a hash: what you see now is not shown again.`)
  })
}

/** `dateline keys revoke ID`. */
export function revokeKey(id: string): Promise<void> {
  return withAccess(async (access) => {
    const result = await access.revokeKey(id)
    terminal.say(result === 'revoked' ? `Key ${id} holds no longer.` : `There is no key ${JSON.stringify(id)}.`)
    return result === 'revoked' ? 0 : 1
  })
}

function withAccess(work: (access: Access) => Promise<0 | 1 | void>): Promise<void> {
  return onDatabase(({ pool }) => work(createAccess({ pool, clock: systemClock })))
}
