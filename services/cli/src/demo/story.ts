import { setTimeout as sleep } from 'node:timers/promises'
import { styleText } from 'node:util'
import type { Client } from '@dateline/client'
import type { DemoDocument } from './documents.ts'
import { renderStory } from './render-story.ts'
import { STORY_DOCUMENTS } from './story-documents.ts'

export interface StoryTelling {
  url: string
  client: Client
  /** With the admin key */
  admin: Client
  /** Submits a document, waits until it is read, and answers its id */
  submit: (document: DemoDocument) => Promise<string>
  say: (line: string) => void
  width: number
}

/** Where the toll stands that the demo corrects. */
const FIELD = 'attributes.fatalities'

/**
 * Tells one story by five documents, shows the one event that comes of them and where they disagree, and corrects the
 * toll. Answers addresses to open.
 */
export async function tellStory({ url, client, admin, submit, say, width }: StoryTelling): Promise<string[]> {
  say(`\n${styleText(['bold', 'underline'], `One story, ${STORY_DOCUMENTS.length} documents`)}\n`)
  const ids: string[] = []
  for (const document of STORY_DOCUMENTS) ids.push(await submit(document))
  const attacks = await client.get('/v1/timeline', { query: { document: ids[0], type: ['attack'] } })
  const id = attacks.data[0]?.id
  if (id === undefined) throw new Error('no attack came out of the reports of the story')

  const event = await client.get('/v1/events/{id}', { params: { id } })
  say(`\n${renderStory(event, width)}`)
  if (event.corrected) return [`${url}/v1/events/${id}`]
  const made = await admin.post('/v1/admin/corrections', {
    body: {
      kind: 'event.amend',
      eventId: id,
      set: { [FIELD]: { value: 16, qualifier: '=', unit: 'person' } },
      reason: 'The hospital of Jos has published the names of the dead.',
    },
  })
  say(`\nCorrection ${made.id} stands in the log at position ${made.position}.\n`)
  for (let waited = 0; waited < 10_000; waited += 50) {
    const corrected = await client.get('/v1/events/{id}', { params: { id } })
    if (corrected.corrected) {
      say(renderStory(corrected, width))
      return [
        `${url}/v1/events/${id}`,
        `${url}/v1/events/${id}/history`,
        `${url}/v1/events/${id}?asOf=${Number(made.position) - 1}`,
      ]
    }
    await sleep(50)
  }
  throw new Error(`the timeline has not read correction ${made.id} within ten seconds`)
}
