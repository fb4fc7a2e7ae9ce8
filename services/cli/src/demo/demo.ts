import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { styleText } from 'node:util'
import { type Client, createClient, RequestRefused } from '@dateline/client'
import { DEMO_DOCUMENTS, type DemoDocument } from './documents.ts'
import { renderActor, renderTimeline } from './render.ts'
import { reachService } from './service.ts'
import { tellStory } from './story.ts'

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
    const { adminKey, secrets } = await credentialsOf(url, options.dataDir)
    say(styleText('bold', `Submitting ${DEMO_DOCUMENTS.length} reports to ${url}`))
    const submit = async ({ source, ...document }: DemoDocument) => {
      const answer = await client.submit({ name: source, secret: secrets[source] }, document)
      const { id, duplicate, revision } = answer.data[0]!
      const { status, events } = await untilRead(client, id, revision)
      const mark = status === 'done' ? styleText('green', '✓') : styleText('red', '✗')
      say(
        `  ${mark} ${document.title.padEnd(46)} ${source.padEnd(9)} ${status}, ${events.length} events${duplicate ? ', known already' : ''}`,
      )
      return id
    }
    for (const document of DEMO_DOCUMENTS) await submit(document)

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

    const admin = createClient({ url, key: adminKey })
    const storyUrl = await tellStory({ url, client, admin, submit, say, width })

    const timelineUrl = `${url}/v1/timeline?from=${query.from}&to=${query.to}&realis=${EVERY_REALIS.join(',')}&limit=200`
    const actorUrl = `${url}/v1/actors/${encodeURIComponent(id)}`
    say(`\n${styleText(['bold', 'underline'], 'To open')}\n`)
    for (const link of [
      timelineUrl,
      actorUrl,
      `${actorUrl}/timeline`,
      ...storyUrl,
      `${url}/v1/log?limit=20`,
      `${url}/docs`,
    ])
      say(`  ${link}`)
  } finally {
    await service.stop()
  }
}

const EVERY_REALIS = ['actual', 'ongoing', 'alleged', 'future', 'negated'] as const

/** Whose page the demo shows. */
const HERO = 'Miriam Chanda'

type Secrets = Record<DemoDocument['source'], string>

/** The secret of `demo` as the first start wrote it; other sources are made, or given new secrets, with the admin key. */
async function credentialsOf(url: string, dataDir: string): Promise<{ adminKey: string; secrets: Secrets }> {
  const file = join(dataDir, 'credentials.json')
  if (!existsSync(file))
    throw new Error(`${file} is not there: run the demo where the service runs, or set DATA_DIR to the service's`)
  const { adminKey, sources } = JSON.parse(readFileSync(file, 'utf8')) as Credentials
  const admin = createClient({ url, key: adminKey })
  const make = async (name: string) => {
    const made = await admin.post('/v1/admin/sources', { body: { name } }).catch((error: unknown) => {
      if (!(error instanceof RequestRefused) || error.status !== 409) throw error
      return admin.post('/v1/admin/sources/{name}/rotate', { params: { name } })
    })
    return made.secret
  }
  const demo = sources['demo']?.secret
  if (demo === undefined) throw new Error(`${file} has no source "demo"`)
  return { adminKey, secrets: { demo, 'demo-wire': await make('demo-wire'), 'demo-daily': await make('demo-daily') } }
}

async function untilRead(client: Client, id: string, revision: number) {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const found = await client.get('/v1/documents/{id}', { params: { id } }).catch((error: unknown) => {
      if (error instanceof RequestRefused && error.status === 404) return null
      throw error
    })
    const newest = found?.revisions.at(-1)?.revision ?? 0
    if (found && newest >= revision && ['done', 'failed'].includes(found.status)) return found
    await sleep(100)
  }
  throw new Error(`document ${id} was not read within a minute: see /v1/documents/${id}`)
}
