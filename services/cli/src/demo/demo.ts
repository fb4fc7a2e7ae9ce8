import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { styleText } from 'node:util'
import { type Client, createClient, RequestRefused } from '@dateline/client'
import { DEMO_DOCUMENTS } from './documents.ts'
import { renderActor, renderTimeline } from './render.ts'
import { reachService } from './service.ts'

export interface DemoOptions {
  /** Where the service is, or will be */
  url: string
  dataDir: string
  /** The file that runs the service when none answers */
  main: string
  now: () => Date
  say: (line: string) => void
  /** Columns of the terminal */
  width: number
}

interface Credentials {
  adminKey: string
  sources: Record<string, { secret: string }>
}

/**
 * Submits the demo's reports through the signed webhook, waits until they are read, and prints the timeline and one
 * actor's page, with the URLs to open. Uses the service that runs, or starts one for as long as it needs it.
 */
export async function runDemo(options: DemoOptions): Promise<void> {
  const { say, width } = options
  const service = await reachService(options.url, options.main, say)
  try {
    const { url } = service
    const client = createClient({ url, now: options.now })
    const secrets = await sourceSecrets(url, options.dataDir)
    say(styleText('bold', `Submitting ${DEMO_DOCUMENTS.length} reports to ${url}`))
    for (const { source, ...document } of DEMO_DOCUMENTS) {
      const answer = await client.submit({ name: source, secret: secrets[source] }, document)
      const { id, duplicate } = answer.data[0]!
      const { status, events } = await untilRead(client, id)
      const mark = status === 'done' ? styleText('green', '✓') : styleText('red', '✗')
      say(
        `  ${mark} ${document.title.padEnd(46)} ${source.padEnd(9)} ${status}, ${events.length} events${duplicate ? ', known already' : ''}`,
      )
    }

    const query = { from: '2026-08', to: '2026-12', realis: [...EVERY_REALIS], limit: 200 }
    const timeline = await client.get('/v1/timeline', { query })
    say(`\n${styleText(['bold', 'underline'], `The timeline: ${timeline.data.length} events`)}\n`)
    say(renderTimeline(timeline.data, width))

    const found = await client.get('/v1/actors', { query: { q: HERO } })
    const id = found.data[0]?.id
    if (id === undefined) throw new Error(`nobody called ${HERO} came out of the reports`)
    const actor = await client.get('/v1/actors/{id}', { params: { id } })
    const statements = await client.get('/v1/actors/{id}/statements', { params: { id } })
    say(`\n${styleText(['bold', 'underline'], 'One actor')}\n`)
    say(renderActor(actor, statements.data, width))

    const timelineUrl = `${url}/v1/timeline?from=${query.from}&to=${query.to}&realis=${EVERY_REALIS.join(',')}&limit=200`
    const actorUrl = `${url}/v1/actors/${encodeURIComponent(id)}`
    say(`\n${styleText(['bold', 'underline'], 'To open')}\n`)
    for (const link of [timelineUrl, actorUrl, `${actorUrl}/timeline`, `${url}/v1/log?limit=20`]) say(`  ${link}`)
  } finally {
    await service.stop()
  }
}

const EVERY_REALIS = ['actual', 'ongoing', 'alleged', 'future', 'negated'] as const

/** Whose page the demo shows. */
const HERO = 'Miriam Chanda'

/** The secret of `demo` as the first start wrote it; `demo-wire` is made, or given a new secret, with the admin key. */
async function sourceSecrets(url: string, dataDir: string): Promise<Record<'demo' | 'demo-wire', string>> {
  const file = join(dataDir, 'credentials.json')
  if (!existsSync(file))
    throw new Error(`${file} is not there: run the demo where the service runs, or set DATA_DIR to the service's`)
  const { adminKey, sources } = JSON.parse(readFileSync(file, 'utf8')) as Credentials
  const admin = createClient({ url, key: adminKey })
  const made = await admin.post('/v1/admin/sources', { body: { name: 'demo-wire' } }).catch((error: unknown) => {
    if (!(error instanceof RequestRefused) || error.status !== 409) throw error
    return admin.post('/v1/admin/sources/{name}/rotate', { params: { name: 'demo-wire' } })
  })
  const demo = sources['demo']?.secret
  if (demo === undefined) throw new Error(`${file} has no source "demo"`)
  return { demo, 'demo-wire': made.secret }
}

async function untilRead(client: Client, id: string) {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const found = await client.get('/v1/documents/{id}', { params: { id } }).catch((error: unknown) => {
      if (error instanceof RequestRefused && error.status === 404) return null
      throw error
    })
    if (found && ['done', 'failed'].includes(found.status)) return found
    await sleep(100)
  }
  throw new Error(`document ${id} was not read within a minute: see /v1/documents/${id}`)
}
