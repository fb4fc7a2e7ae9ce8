import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { breaches, importsOf, isTest } from './doors.ts'

const root = join(import.meta.dirname, '../..')

async function sources() {
  const files = []
  for await (const path of glob('{packages,services}/*/src/**/*.ts', { cwd: root }))
    files.push({ path: path.replaceAll('\\', '/'), source: readFileSync(join(root, path), 'utf8') })
  return files
}

test('the rooms keep their doors', async () => {
  expect(breaches(await sources())).toEqual([])
})

test('a room declares every package that it imports', async () => {
  const missing = []
  for (const { path, source } of await sources()) {
    if (isTest(path)) continue
    const room = path.split('/').slice(0, 2).join('/')
    const manifest = JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8')) as Record<string, object>
    const declared = { ...manifest['dependencies'], ...manifest['optionalDependencies'] }
    for (const specifier of importsOf(path, source)) {
      const name = /^(@[\w-]+\/[\w.-]+|[a-z][\w.-]*)(?:\/|$)/.exec(specifier)?.[1]
      if (name && !/\/src\/(?:.*\/)?(train|build)\//.test(path) && !Object.hasOwn(declared, name))
        missing.push(`${path}: ${name}`)
    }
  }
  expect(missing).toEqual([])
})

test.each([
  ['packages/intake/src/a.ts', "import { x } from '@dateline/api'", 'no package imports a service'],
  ['services/ingest/src/a.ts', "export { x } from '@dateline/projector'", 'no service imports another'],
  [
    'packages/intake/src/a.ts',
    "import type { x } from '../../queue/src/y.ts'",
    'rooms are entered by their public face',
  ],
  ['packages/extraction/src/a.ts', "import { readFileSync } from 'node:fs'", 'pure rooms do no I/O'],
  ['packages/domain/src/a.ts', 'export const now = () => Date.now()', 'pure rooms read no clock and no chance'],
  ['services/api/src/a.ts', 'export const port = process.env.PORT', 'only platform reads process.env'],
  [
    'packages/intake/src/a.ts',
    'export const sql = `insert into log.entries values (1)`',
    'only event-log writes entries',
  ],
  ['services/api/src/a.ts', 'export const sql = `insert into access.keys values (1)`', 'the API reads'],
])('a planted breach in %s is found: %s', (path, source, rule) => {
  expect(breaches([{ path, source }]).map((breach) => breach.rule)).toContain(rule)
})

test('standalone may compose the services, and a comment breaks no door', () => {
  const source = "// process.env, Date.now()\nimport { createApi } from '@dateline/api'\nexport const a = createApi"
  expect(breaches([{ path: 'services/standalone/src/a.ts', source }])).toEqual([])
})
