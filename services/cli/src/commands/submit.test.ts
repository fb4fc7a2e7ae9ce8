import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServiceProcess, startService } from '@dateline/test/support/service.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder: string
let service: ServiceProcess
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-submit-'))
  service = await startService(join(folder, 'data'))
})
afterAll(async () => {
  await service.end('SIGINT')
  await rm(folder, { recursive: true, force: true })
})

const MAIN = join(import.meta.dirname, '../../bin/dateline.js')

async function dateline(args: string[], input = ''): Promise<{ code: number | null; out: string; err: string }> {
  const env = { PATH: process.env['PATH'], DATA_DIR: service.dataDir, PORT: new URL(service.url).port }
  const child = spawn(process.execPath, [MAIN, ...args], { env })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, err }
}

const FEED = `<rss version="2.0"><channel><title>U</title>
  <item><guid>1</guid><pubDate>Tue, 05 May 2026 08:00:00 GMT</pubDate><description>Kenya voted on Monday.</description></item>
  <item><guid>2</guid><description>It is undated.</description></item></channel></rss>`

test('submits a folder, tells what is wrong by file and field, and knows it all again', async () => {
  const articles = join(folder, 'articles')
  await mkdir(join(articles, 'inner'), { recursive: true })
  await writeFile(join(articles, 'a.txt'), 'Strike in Lyon\n\nBus drivers in Lyon went on strike on Monday.\n')
  await writeFile(
    join(articles, 'inner', 'b.json'),
    '{"body":"France and Kenya signed a treaty on Monday.","publishedAt":"2026-05-06","langue":"en"}',
  )
  await writeFile(join(articles, 'inner', 'c.rss'), FEED)
  await writeFile(join(articles, 'd.json'), '{')
  await writeFile(join(articles, 'notes.md'), 'is not looked at')

  const first = await dateline(['submit', articles, '--wait'])
  expect(first.err.split('\n').filter((line) => line.includes(': '))).toEqual([
    expect.stringMatching(/^a\.txt: publishedAt is required/),
    expect.stringMatching(/^d\.json: is not JSON/),
    expect.stringMatching(/^inner\/b\.json: langue is not known here; there are: externalId/),
    expect.stringMatching(/^inner\/c\.rss: item 2: publishedAt is required/),
  ])
  expect(first).toMatchObject({ code: 1, out: expect.stringMatching(/^1 taken; 4 errors\n\d+ events\n$/) as unknown })

  const dated = await dateline([
    'submit',
    join(articles, 'a.txt'),
    join(articles, 'inner', 'c.rss'),
    '--published',
    '2026-05-05',
  ])
  expect(dated).toMatchObject({ code: 1, out: '2 taken, 1 of them known before; 1 error\n' })
})

test('takes standard input, and says what it needs', async () => {
  const line = '{"id":"x","body":"Peru’s president resigned on Monday.","publishedAt":"2026-05-06"}\n'
  expect(await dateline(['submit', '-'], line)).toEqual({ code: 0, out: '1 taken; 0 errors\n', err: '' })
  expect(await dateline(['submit', '-'], line)).toMatchObject({
    code: 0,
    out: '1 taken, 1 of them known before; 0 errors\n',
  })
  expect(await dateline(['submit', 'nowhere'])).toMatchObject({ code: 1, err: 'there is no file or folder nowhere\n' })
  const other = await dateline(['submit', '-', '--source', 'other'], line)
  expect(other.err).toMatch(/^the secret of the source other is not in .*credentials\.json: name a file/)
})
