import { spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSender } from '@dateline/subscriptions'
import { silent } from '@dateline/test/support/silent.ts'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/api.ts'

let api: TestApi
let secret: string
let directory: string
beforeAll(async () => {
  api = await startTestApi()
  directory = mkdtempSync(join(tmpdir(), 'dateline-guide-'))
  const rotated = await api.access.rotateSource('demo')
  secret = rotated.status === 'rotated' ? rotated.secret : ''
  await api.tell({
    events: [
      {
        type: 'election',
        sentence: 'Miriam Chanda won the election.',
        edtf: '2026-08-13',
        place: { id: 'country:ZM', name: 'Zambia', country: 'ZM' },
        participants: [['winner', 'person:miriam-chanda']],
      },
    ],
  })
  await api.settled()
})
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true })
  await api[Symbol.asyncDispose]()
})

describe('the pages', () => {
  test('of the guide and the reference allow no script but the service’s own, and nothing from elsewhere', async () => {
    for (const path of ['/docs', '/docs/', '/docs/reference', '/docs/timeline.html?country=ZM']) {
      const { text, headers } = await api.request
        .get(path)
        .expect(200)
        .expect('content-type', /^text\/html/)
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';")
      expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\/(?!www\.(?:loc\.gov|standardwebhooks\.com))/)
      for (const [, file = ''] of text.matchAll(/(?:src|href)="(\/docs\/[\w.-]+)"/g))
        await api.request.get(file).expect(200)
    }
    await api.request.get('/').expect(302).expect('location', '/docs')
  })

  test('show examples with the address by which they were asked for, and nothing worse', async () => {
    const shown = await api.request.get('/docs').set('host', 'news.example:81')
    expect(shown.text).toContain('DATELINE_URL=http://news.example:81')
    const odd = await api.request.get('/docs').set('host', '"><script>alert(1)</script>')
    expect(odd.text).not.toContain('alert(1)')
  })

  test('are no way to other files', async () => {
    for (const path of ['/docs/..%2f..%2fpackage.json', '/docs/guide.md', '/docs/constructor', '/docs/routes.ts'])
      expect((await api.request.get(path)).status).toBe(404)
  })
})

/** Where an answer is data, a browser must not take it for a page. */
test('an answer of the interface may run and load nothing', async () => {
  const { headers } = await api.request.get('/v1/timeline').expect(200)
  expect(headers).toMatchObject({
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
})

interface Example {
  language: string
  /** Runs until it is told to end: it follows the stream, or receives webhooks */
  lasting: 'follow' | 'receive' | undefined
  code: string
  line: number
}

const guide = readFileSync(join(import.meta.dirname, 'guide.md'), 'utf8')
const examples: Example[] = [...guide.matchAll(/^```(bash|ts|python)(?: (follow|receive))?\n([^]*?)^```$/gm)]
  .map(({ 1: language = '', 2: lasting, 3: code = '', index }) => ({
    language,
    lasting: lasting as Example['lasting'],
    code,
    line: guide.slice(0, index).split('\n').length,
  }))
  .filter(({ code }) => !code.includes('credentials.json'))

const COMMANDS: Readonly<Record<string, { extension: string; command: string; args: string[] }>> = {
  bash: { extension: 'sh', command: 'bash', args: ['-e'] },
  ts: { extension: 'mts', command: process.execPath, args: ['--disable-warning=ExperimentalWarning'] },
  python: { extension: 'py', command: 'python3', args: [] },
}

const present = (command: string) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
const languages = new Map(Object.entries(COMMANDS).map(([name, { command }]) => [name, present(command)]))
for (const [language, there] of languages) if (!there) console.warn(`examples in ${language} are left out`)

describe('an example of the guide runs as it stands', () => {
  test('and there are some in each language', () => {
    expect(new Set(examples.map(({ language }) => language))).toEqual(new Set(['bash', 'ts', 'python']))
  })

  const here = examples.filter(({ language }) => languages.get(language))

  test.each(here.filter(({ lasting }) => lasting === undefined))('$language at line $line', async (example) => {
    const { child, said, complained, ended } = start(example)
    expect([await ended, complained()]).toEqual([0, ''])
    expect(child.exitCode).toBe(0)
    expect(said()).toMatch(/Zambia|Miriam|\/v1\/documents\/|election|whsec_/i)
    expect(said()).not.toContain('/problems/')
  })

  test.each(here.filter(({ lasting }) => lasting === 'follow'))(
    '$language at line $line, until it is told to end',
    async (example) => {
      const { child, said, ended } = start(example)
      await expect.poll(said, { timeout: 20_000 }).toMatch(/created|^id: \d+-\d+$/m)
      // With whatever the shell has started.
      process.kill(-child.pid!)
      await ended
    },
  )

  const receivers = here.filter(({ lasting }) => lasting === 'receive')
  test.each(receivers)('$language at line $line, which takes what is sent, and nothing forged', async (example) => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}/`
    const filters = { match: 'all' as const, realis: ['actual'], country: 'ZM' }
    const made = await api.subscriptions.create({ url, description: null, filters, from: 0n })
    if (made.status !== 'created') throw new Error(made.status)
    const { child, said, complained, ended } = start(example, { WEBHOOK_SECRET: made.secret, PORT: String(port) })
    await expect.poll(() => post(url, {}), { timeout: 20_000 }).toBe(401)
    const { pool, log } = api
    const sender = startSender({
      pool,
      log,
      logger: silent,
      clock: () => new Date(),
      newId: randomUUID,
      allowPrivate: true,
    })
    await expect.poll(said, { timeout: 20_000 }).toMatch(/^created .*Zambia/m)

    const at = new Date()
    const body = JSON.stringify({ type: 'timeline.changes', data: [{ change: 'withdrawn', eventId: 'twice' }] })
    const headers = (signature: string) => ({
      'webhook-id': 'one',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signature,
    })
    const signature = new Webhook(made.secret).sign('one', at, body)
    expect(await post(url, headers(`v1,${'A'.repeat(43)}=`), body)).toBe(401)
    expect(await post(url, headers(`v1,${'A'.repeat(43)}= ${signature}`), body)).toBe(204)
    expect(await post(url, headers(signature), body)).toBe(204)
    expect(said().match(/twice/g)).toHaveLength(1)
    expect(complained()).toBe('')
    await sender.stop()
    process.kill(-child.pid!)
    await ended
  })
})

async function post(url: string, headers: Record<string, string>, body = '{}'): Promise<number | null> {
  const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => null)
  return answer?.status ?? null
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

function start({ language, code, line }: Example, more: Record<string, string> = {}) {
  const { extension, command, args } = COMMANDS[language]!
  const file = join(directory, `example-${line}.${extension}`)
  writeFileSync(file, code)
  const env = {
    PATH: process.env['PATH'],
    DATELINE_URL: api.url,
    DATELINE_SECRET: secret,
    DATELINE_ADMIN_KEY: api.adminKey,
    PYTHONUNBUFFERED: '1',
    ...more,
  }
  const child = spawn(command, [...args, file], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let said = ''
  let complained = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text))
  return {
    child,
    said: () => said,
    /** Without curl's progress */
    complained: () => complained.replaceAll(/^.*(Total|Dload|--:--).*$\n?/gm, '').trim(),
    ended: new Promise<number | null>((resolve) => child.once('close', resolve)),
  }
}
