import type { Pool } from 'pg'
import type { SourceRecord } from '../types.ts'

export async function listSources(pool: Pool, now: Date): Promise<SourceRecord[]> {
  const { rows } = await pool.query<{
    name: string
    createdAt: Date
    lastUsedAt: Date | null
    id: string | null
    secretCreatedAt: Date
    expiresAt: Date | null
  }>(
    `select s.name, s.created_at as "createdAt", s.last_used_at as "lastUsedAt",
            c.id, c.created_at as "secretCreatedAt", c.expires_at as "expiresAt"
     from access.sources s
     left join access.source_secrets c on c.source = s.name and (c.expires_at is null or c.expires_at > $1)
     order by s.name, c.expires_at desc nulls first`,
    [now],
  )
  const sources = new Map<string, SourceRecord>()
  for (const { name, createdAt, lastUsedAt, id, secretCreatedAt, expiresAt } of rows) {
    const source = sources.get(name) ?? { name, createdAt, lastUsedAt, secrets: [] }
    if (id !== null) source.secrets.push({ id, createdAt: secretCreatedAt, expiresAt })
    sources.set(name, source)
  }
  return [...sources.values()]
}
