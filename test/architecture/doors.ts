import { parseSync } from 'oxc-parser'

/** A source file of the project: path from its root with `/`, and its text. */
export interface SourceFile {
  path: string
  source: string
}

export interface Breach {
  path: string
  rule: string
  found: string
}

/** Rooms that do no I/O and read no clock. Their build and training scripts are tools beside them. */
const PURE = ['domain', 'english', 'extraction', 'formats', 'contract']

/** The one place of a pure room that may touch a file: data that cannot be an ES module. */
const LOADERS = new Set(['packages/english/src/model.ts'])

const IO_MODULES =
  /^node:(fs|net|http|https|http2|dns|tls|dgram|child_process|worker_threads|cluster|os|timers)(\/|$)|^(pg|bullmq|ioredis|express|kysely|pino)$/

export const isTest = (path: string) => path.endsWith('.test.ts') || path.includes('/src/testing/')
const isTool = (path: string) => /\/src\/(?:.*\/)?(train|build)\//.test(path)

/** What of the doors in docs/architecture.md these files break. */
export function breaches(files: readonly SourceFile[]): Breach[] {
  return files.filter((file) => !isTest(file.path)).flatMap(breachesOf)
}

function breachesOf({ path, source }: SourceFile): Breach[] {
  const room = path.split('/').slice(0, 2).join('/')
  const [kind, name = ''] = room.split('/')
  const imports = importsOf(path, source)
  const code = withoutComments(path, source)
  const found: Breach[] = []
  const breach = (rule: string, what: string) => found.push({ path, rule, found: what })

  for (const specifier of imports) {
    const target = roomOf(path, specifier)
    if (target === null || target === room) continue
    if (kind === 'packages' && target.startsWith('services/')) breach('no package imports a service', specifier)
    if (kind === 'services' && target.startsWith('services/') && name !== 'standalone')
      breach('no service imports another', specifier)
    if (specifier.startsWith('.')) breach('rooms are entered by their public face', specifier)
  }

  if (kind === 'packages' && PURE.includes(name) && !isTool(path)) {
    if (!LOADERS.has(path))
      for (const specifier of imports) if (IO_MODULES.test(specifier)) breach('pure rooms do no I/O', specifier)
    for (const match of code.matchAll(/\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.now\(/g))
      breach('pure rooms read no clock and no chance', match[0])
  }

  if (name !== 'platform' && !isTool(path) && /\bprocess\.env\b/.test(code))
    breach('only platform reads process.env', 'process.env')

  for (const match of code.matchAll(/\b(?:insert\s+into|update|delete\s+from|truncate(?:\s+table)?)\s+log\./gi))
    if (room !== 'packages/event-log') breach('only event-log writes entries', match[0])

  for (const match of code.matchAll(/\b(?:insert\s+into|delete\s+from)\s+\$\{[^}]*schema[^}]*\}\./gi))
    if (room !== 'packages/projections') breach('only projections writes read tables', match[0])

  if (room === 'services/api')
    for (const match of code.matchAll(/\b(?:insert\s+into|delete\s+from|truncate)\s+\w/gi))
      breach('the API reads', match[0])
  return found
}

/** Every module that a file names: static, type-only, re-exported and dynamic with a literal. */
export function importsOf(path: string, source: string): string[] {
  const { module } = parseSync(path, source)
  return [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.flatMap((one) => {
      const text = source.slice(one.moduleRequest.start, one.moduleRequest.end)
      return /^(['"]).*\1$/.test(text) ? [text.slice(1, -1)] : []
    }),
  ]
}

function roomOf(path: string, specifier: string): string | null {
  const internal = /^@dateline\/([\w-]+)/.exec(specifier)
  if (internal) return SERVICES.has(internal[1]!) ? `services/${internal[1]}` : `packages/${internal[1]}`
  if (!specifier.startsWith('.')) return null
  const parts = path.split('/').slice(0, -1)
  for (const step of specifier.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.slice(0, 2).join('/')
}

const SERVICES = new Set(['standalone', 'api', 'ingest', 'projector', 'cli'])

function withoutComments(path: string, source: string): string {
  let code = source
  for (const { start, end } of parseSync(path, source).comments)
    code = code.slice(0, start) + ' '.repeat(end - start) + code.slice(end)
  return code
}
