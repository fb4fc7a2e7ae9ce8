import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, createClient, type SigningSource } from '@dateline/client'
import { readConfiguration } from '@dateline/platform'
import type { Terminal } from '../terminal.ts'
import { deliver } from './submit-deliver.ts'
import { ENDINGS, type Input, readInput, UnreadableInput } from './submit-inputs.ts'

export interface SubmitOptions {
  source: string
  url?: string
  secretFile?: string
  published?: string
  wait: boolean
}

export interface SubmitDeps {
  stdin: AsyncIterable<Uint8Array>
  complain: (line: string) => void
  terminal: Terminal
}

/**
 * `dateline submit FILE|DIR|-…`: what is in the files to the service, through the signed webhook. What is wrong with one
 * document is told and the others go on; the same again is known again. Resolves to the exit status: 1 where anything
 * was refused.
 */
export async function submit(targets: readonly string[], options: SubmitOptions, deps: SubmitDeps): Promise<0 | 1> {
  const { host, port, dataDir } = readConfiguration()
  const source = await signingSource(options, dataDir)
  const client = createClient({ url: options.url ?? `http://${host}:${port}` })
  const files = (await Promise.all(targets.map(filesOf))).flat()
  if (files.length === 0) throw new Error(`there is nothing to submit in ${targets.join(', ')}`)

  const ids: string[] = []
  let known = 0
  let refused = 0
  const progress = deps.terminal.progress('submitting')
  const complain = (line: string) => {
    refused += 1
    deps.complain(line)
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  for (const file of files) {
    progress.update(done, total, file.name)
    const input = await inputOf(file, options.published, deps.stdin, complain)
    if (input) {
      for await (const delivered of deliver(client, source, input)) {
        ids.push(...delivered.taken.map(({ id }) => id))
        known += delivered.taken.filter(({ duplicate }) => duplicate).length
        delivered.refused.forEach(complain)
      }
    }
    done += file.bytes
    progress.update(done, total, `${ids.length} taken${refused > 0 ? `, ${refused} errors` : ''}`)
  }
  progress.stop()
  deps.terminal.say(
    `${ids.length} taken${known > 0 ? `, ${known} of them known before` : ''}; ${refused} ${refused === 1 ? 'error' : 'errors'}`,
  )
  const read = options.wait ? await waitFor(client, ids, deps) : true
  return refused === 0 && read ? 0 : 1
}

interface File {
  path: string
  /** As it is told, and by which its document is known */
  name: string
  bytes: number
}

async function filesOf(target: string): Promise<File[]> {
  if (target === '-') return [{ path: '-', name: '-', bytes: 1 }]
  const found = await stat(target).catch(() => null)
  if (!found) throw new Error(`there is no file or folder ${target}`)
  if (!found.isDirectory()) return [{ path: target, name: target, bytes: found.size }]
  const entries = await readdir(target, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && ENDINGS.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return Promise.all(
    paths.map(async (path) => ({ path, name: relative(target, path), bytes: (await stat(path)).size })),
  )
}

async function inputOf(
  { path, name }: File,
  published: string | undefined,
  stdin: AsyncIterable<Uint8Array>,
  complain: (line: string) => void,
): Promise<Input | null> {
  try {
    const bytes = path === '-' ? await allOf(stdin) : await readFile(path)
    return readInput(name, new TextDecoder('utf-8', { fatal: true }).decode(bytes), published)
  } catch (error) {
    if (error instanceof UnreadableInput) complain(error.message)
    else if (error instanceof TypeError) complain(`${name}: is not UTF-8`)
    else throw error
    return null
  }
}

async function allOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

async function signingSource({ source, secretFile }: SubmitOptions, dataDir: string): Promise<SigningSource> {
  if (secretFile !== undefined) return { name: source, secret: (await readFile(secretFile, 'utf8')).trim() }
  const file = join(dataDir, 'credentials.json')
  const credentials = existsSync(file)
    ? (JSON.parse(await readFile(file, 'utf8')) as { sources: Record<string, { secret: string } | undefined> })
    : { sources: {} }
  const secret = credentials.sources[source]?.secret
  if (secret !== undefined) return { name: source, secret }
  throw new Error(`the secret of the source ${source} is not in ${file}: name a file that holds it by --secret-file`)
}

/** Until all are read; tells those that failed. */
async function waitFor(client: Client, ids: readonly string[], { terminal, complain }: SubmitDeps): Promise<boolean> {
  const progress = terminal.progress('reading   ')
  let events = 0
  let failed = 0
  for (const [n, id] of [...new Set(ids)].entries()) {
    for (;;) {
      const document = await client.get('/v1/documents/{id}', { params: { id } })
      if (document.status === 'failed') {
        failed += 1
        complain(`${document.externalId ?? id}: was not read: ${document.error?.message ?? ''}`)
      }
      if (document.status === 'done') events += document.events.length
      if (!['queued', 'processing'].includes(document.status)) break
      progress.update(n, ids.length, `${events} events`)
      await sleep(200)
    }
    progress.update(n + 1, ids.length, `${events} events`)
  }
  progress.stop()
  terminal.say(`${events} events`)
  return failed === 0
}
