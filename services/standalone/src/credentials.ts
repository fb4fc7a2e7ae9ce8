import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Access } from '@dateline/access'
import { z } from 'zod'

const credentialsFile = z.object({
  adminKey: z.string(),
  sources: z.record(z.string(), z.object({ secret: z.string() })),
})

export type Credentials = z.infer<typeof credentialsFile>

/**
 * The admin key and the source `demo` of this data folder, from `credentials.json`; made at the first start, and again
 * where the file is gone, does not parse, or belongs to another database. Only the owner may read the file.
 */
export async function ensureCredentials(access: Access, dataDir: string): Promise<{ file: string; made: boolean }> {
  const file = join(dataDir, 'credentials.json')
  const known = await readCredentials(file)
  if (known && (await hold(access, known))) return { file, made: false }

  const { key } = await access.createKey({ name: 'first start', scopes: ['admin'] })
  const credentials: Credentials = { adminKey: key, sources: { demo: { secret: await secretOf(access, 'demo') } } }
  await writeFile(`${file}.new`, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
  return { file, made: true }
}

async function readCredentials(file: string): Promise<Credentials | null> {
  try {
    return credentialsFile.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}

async function hold(access: Access, { adminKey, sources }: Credentials): Promise<boolean> {
  const [principal, secrets] = await Promise.all([access.authenticate(adminKey), access.secretsOf('demo')])
  return principal !== null && secrets.includes(sources['demo']?.secret ?? '')
}

/** A source's secret is shown once, so one whose secret was lost gets another. */
async function secretOf(access: Access, name: string): Promise<string> {
  const created = await access.createSource(name)
  if (created.status === 'created') return created.secret
  const rotated = await access.rotateSource(name)
  if (rotated.status === 'rotated') return rotated.secret
  return secretOf(access, name)
}
