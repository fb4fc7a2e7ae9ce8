import { afterAll, beforeAll, expect, test } from 'vitest'
import { ASTANA, KAZAKHSTAN } from '../testing/story.ts'
import { startTestApi, type TestApi } from '../testing/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api[Symbol.asyncDispose]())

interface ShownEvent {
  id: string
  title: string
  type: string
  date: { edtf: string }
  participants: { role: string; actor: { id: string; name: string } }[]
  attributes: Record<string, unknown>
  evidence: { documentId: string; quote: string }[]
  documents: number
  corrected?: { field: string; correctionId: string; reason: string }[]
}

async function correct(
  change: object,
  status = 201,
): Promise<{ id: string; position: string; change: Record<string, string> }> {
  const { body } = await api.request
    .post('/v1/admin/corrections')
    .set('authorization', `Bearer ${api.adminKey}`)
    .send({ reason: 'It is wrong.', ...change })
    .expect(status)
  await api.settled()
  return body as Awaited<ReturnType<typeof correct>>
}

async function get<Body>(path: string, status = 200): Promise<Body> {
  return (await api.request.get(path).redirects(0).expect(status)).body as Body
}

async function eventsOf(documentId: string): Promise<ShownEvent[]> {
  const { data } = await get<{ data: ShownEvent[] }>(`/v1/timeline?document=${documentId}&undated=include`)
  return data
}

let towns = 0

/** One explosion in a town of its own, told by documents of different sources, in words of their own. */
async function explosion(tolls: readonly number[]): Promise<{ documents: string[]; event: ShownEvent }> {
  towns += 1
  const name = `Town${towns}`
  const documents: string[] = []
  for (const [index, toll] of tolls.entries()) {
    documents.push(
      await api.tell({
        source: `source-${index}`,
        title: `Blast in ${name} ${index}`,
        publishedAt: '2022-11-21',
        events: [
          {
            type: 'attack',
            sentence: `A bomb killed ${toll} people in the market of ${name}, witness ${index} of them said.`,
            edtf: '2022-11-20',
            place: { id: `place:KZ/${name.toLowerCase()}`, name, country: 'KZ' },
            participants: [['perpetrator', `org:group-${towns}`]],
            attributes: { fatalities: { value: toll, qualifier: '=', unit: 'person' } },
          },
        ],
      }),
    )
  }
  await api.settled()
  const [event] = await eventsOf(documents[0] ?? '')
  if (!event) throw new Error('There is no explosion')
  return { documents, event }
}

test('an amended event says what was corrected, until that is taken back', async () => {
  const { event } = await explosion([12, 14])
  const before = await get<ShownEvent>(`/v1/events/${event.id}`)
  const set = {
    'attributes.fatalities': { value: 13, qualifier: '=', unit: 'person' },
    'date.edtf': '2022-11-19',
    place: ASTANA,
  }
  const { id, position } = await correct({
    kind: 'event.amend',
    eventId: event.id,
    set,
    reason: 'The ministry counted.',
  })
  const amended = await get<ShownEvent>(`/v1/events/${event.id}`)
  expect(amended).toMatchObject({
    attributes: { fatalities: { value: 13 } },
    date: { edtf: '2022-11-19' },
    disputed: [],
  })
  expect(amended.corrected).toContainEqual({ field: 'place', correctionId: id, reason: 'The ministry counted.' })
  const { data } = await get<{ data: ShownEvent[] }>('/v1/timeline?place=place:KZ/astana&from=2022-11-19&to=2022-11-19')
  expect(data.map((one) => one.id)).toContain(event.id)

  // As it was known then, and in its history.
  expect(await get(`/v1/events/${event.id}?asOf=${Number(position) - 1}`)).toEqual(before)
  const history = await get<{ data: { position: string; type: string }[] }>(`/v1/events/${event.id}/history`)
  expect(history.data).toContainEqual(expect.objectContaining({ position, type: 'correction.made' }))

  await correct({ kind: 'correction.undo', correctionId: id })
  expect(await get(`/v1/events/${event.id}`)).toEqual(before)
})

test('an amendment that the type does not know is refused with what it knows', async () => {
  const { event } = await explosion([1])
  const refused = async (set: object) =>
    (await correct({ kind: 'event.amend', eventId: event.id, set }, 409)) as unknown
  expect(await refused({ 'attributes.victims': 3 })).toMatchObject({
    detail: expect.stringContaining('fatalities') as string,
  })
  expect(await refused({ 'attributes.fatalities': 'three' })).toMatchObject({
    detail: expect.stringContaining('qualifier') as string,
  })
  expect(await refused({ title: 'x' })).toMatchObject({ detail: expect.stringContaining('date.edtf') as string })
})

test('a withdrawn event is gone with the reason, and its history stays', async () => {
  const { event } = await explosion([2])
  const { id } = await correct({ kind: 'event.withdraw', eventId: event.id, reason: 'It was an exercise.' })
  expect(await get(`/v1/events/${event.id}`, 410)).toMatchObject({ reason: 'It was an exercise.' })
  expect(await eventsOf(event.evidence[0]?.documentId ?? '')).toEqual([])
  await get(`/v1/events/${event.id}/history`)
  await correct({ kind: 'correction.undo', correctionId: id })
  expect(await get<ShownEvent>(`/v1/events/${event.id}`)).toMatchObject({ id: event.id })
})

test('a merged event leads to the other, which has the evidence of both', async () => {
  const [one, other] = [await explosion([3]), await explosion([4])]
  const { id } = await correct({ kind: 'event.merge', eventId: one.event.id, into: other.event.id })
  const moved = await api.request.get(`/v1/events/${one.event.id}`).redirects(0).expect(301)
  expect(moved.headers['location']).toBe(`/v1/events/${other.event.id}`)
  const merged = await get<ShownEvent>(`/v1/events/${other.event.id}`)
  expect(merged).toMatchObject({ documents: 2 })
  expect(merged.evidence.map(({ documentId }) => documentId).sort()).toEqual(
    [...one.documents, ...other.documents].sort(),
  )
  await correct({ kind: 'event.merge', eventId: one.event.id, into: other.event.id }, 409)
  await correct({ kind: 'correction.undo', correctionId: id })
  expect(await get<ShownEvent>(`/v1/events/${one.event.id}`)).toMatchObject({ documents: 1 })
  expect(await get<ShownEvent>(`/v1/events/${other.event.id}`)).toMatchObject({ documents: 1 })
})

test('a split event is two, each with its own documents', async () => {
  const { event, documents } = await explosion([5, 6, 5])
  const whole = await get<ShownEvent>(`/v1/events/${event.id}`)
  const leaving = whole.evidence.filter(({ documentId }) => documentId === documents[1])
  const { id, change } = await correct({ kind: 'event.split', eventId: event.id, evidence: leaving })
  expect(await get<ShownEvent>(`/v1/events/${change['newEventId']}`)).toMatchObject({
    documents: 1,
    attributes: { fatalities: { value: 6 } },
  })
  expect(await get<ShownEvent>(`/v1/events/${event.id}`)).toMatchObject({
    documents: 2,
    attributes: { fatalities: { value: 5 } },
  })
  await correct({ kind: 'event.split', eventId: event.id, documentIds: [documents[1]] }, 409)
  await correct({ kind: 'correction.undo', correctionId: id })
  expect(await get(`/v1/events/${event.id}`)).toEqual(whole)
  await get(`/v1/events/${change['newEventId']}`, 410)
})

test('actors are renamed, merged and told apart', async () => {
  const tell = async (externalId: string, holder: string) => {
    const sentence = `The parliament appointed ${holder} a minister, ${externalId}.`
    const document = await api.tell({
      externalId,
      events: [
        { type: 'appointment', sentence, edtf: '2022-11-01', participants: [['holder', holder]], place: KAZAKHSTAN },
      ],
    })
    await api.settled()
    return document
  }
  const [first] = [await tell('a1', 'person:a-serik'), await tell('a2', 'person:aidar-kenes')]
  const { id } = await correct({ kind: 'actor.merge', actorId: 'person:a-serik', into: 'person:aidar-kenes' })
  const moved = await api.request.get('/v1/actors/person:a-serik').redirects(0).expect(301)
  expect(moved.headers['location']).toContain('person%3Aaidar-kenes')
  const timeline = await get<{ data: ShownEvent[] }>('/v1/actors/person:aidar-kenes/timeline')
  expect(timeline.data).toHaveLength(2)

  await correct({ kind: 'actor.rename', actorId: 'person:aidar-kenes', name: 'Aidar Kenesuly' })
  expect(await get('/v1/actors/person:aidar-kenes')).toMatchObject({ name: 'Aidar Kenesuly' })
  const found = await get<{ data: { id: string }[] }>('/v1/actors?q=Kenesuly')
  expect(found.data.map((actor) => actor.id)).toContain('person:aidar-kenes')
  const renamed = await get<{ data: ShownEvent[] }>('/v1/actors/person:aidar-kenes/timeline')
  expect(renamed.data[0]?.participants[0]?.actor.name).toBe('Aidar Kenesuly')

  await correct({ kind: 'correction.undo', correctionId: id })
  expect(await get('/v1/actors/person:a-serik')).toMatchObject({ id: 'person:a-serik' })

  const { change } = await correct({
    kind: 'actor.split',
    actorId: 'person:a-serik',
    documentIds: [first],
    name: 'Askar Serik',
  })
  expect(await get(`/v1/actors/${change['newActorId']}`)).toMatchObject({ name: 'Askar Serik' })
})

test('a retracted document counts no longer, what others support stays, and it can be taken back', async () => {
  const { event, documents } = await explosion([7, 7])
  const alone = await explosion([8])
  const before = await get<ShownEvent>(`/v1/events/${event.id}`)
  const { id } = await correct({ kind: 'document.retract', documentId: documents[0] })
  expect(await get<ShownEvent>(`/v1/events/${event.id}`)).toMatchObject({ documents: 1 })
  expect(await get(`/v1/documents/${documents[0]}`)).toMatchObject({ status: 'retracted', events: [] })
  await correct({ kind: 'document.retract', documentId: alone.documents[0], reason: 'It was satire.' })
  expect(await get(`/v1/events/${alone.event.id}`, 410)).toMatchObject({
    reason: expect.stringContaining('It was satire.') as string,
  })
  await correct({ kind: 'correction.undo', correctionId: id })
  expect(await get(`/v1/events/${event.id}`)).toEqual(before)
})

test('an erased document leaves no word anywhere, and the log is whole', async () => {
  const { event, documents } = await explosion([21, 22])
  const words = 'witness 0 of them said'
  const { id } = await correct({ kind: 'document.erase', documentId: documents[0] })
  const { rows: tables } = await api.pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  )
  const left: string[] = []
  for (const { name } of tables) {
    const { rows } = await api.pool.query<{ row: string }>(
      `SELECT t::text AS row FROM ${name} t WHERE t::text LIKE '%Town${towns}%' AND t::text LIKE '%${words}%'`,
    )
    left.push(...rows.map(({ row }) => `${name}: ${row}`))
  }
  expect(left).toEqual([])
  expect(await get<ShownEvent>(`/v1/events/${event.id}`)).toMatchObject({ documents: 1 })
  expect(await get(`/v1/documents/${documents[0]}`)).toMatchObject({ status: 'retracted', title: null })
  expect((await api.log.verify()).problems).toEqual([])
  await correct({ kind: 'correction.undo', correctionId: id }, 409)
})

test('corrections are listed, the latest first, and walked', async () => {
  const admin = (path: string) => api.request.get(path).set('authorization', `Bearer ${api.adminKey}`).expect(200)
  const all = (await admin('/v1/admin/corrections?limit=200')).body as { data: { id: string }[] }
  const page = (await admin('/v1/admin/corrections?limit=2')).body as { data: { id: string }[]; page: { next: string } }
  const next = (await admin(`/v1/admin/corrections?limit=2&cursor=${page.page.next}`)).body as typeof page
  expect([...page.data, ...next.data]).toEqual(all.data.slice(0, 4))
})

test('an actor is shown as it was known then', async () => {
  const tell = (externalId: string, edtf: string) =>
    api.tell({
      externalId,
      events: [
        {
          type: 'resignation',
          sentence: `Dana Omar left an office in ${externalId}.`,
          edtf,
          participants: [['holder', 'person:dana-omar']],
          place: KAZAKHSTAN,
          attributes: { office: `minister ${externalId}` },
        },
      ],
    })
  await tell('o1', '2021-01-01')
  await api.settled()
  const path = '/v1/actors/person:dana-omar'
  const before = await get<object>(path)
  const position = String(await api.log.head())
  await tell('o2', '2022-02-02')
  await api.settled()
  expect(await get(path)).toMatchObject({ events: 2 })
  expect(await get(`${path}?asOf=${position}`)).toEqual(before)
  await get(`${path}?asOf=1`, 404)
  const list = await get<{ data: { id: string; events: number }[]; asOf: string }>(`/v1/actors?q=omar&asOf=${position}`)
  expect(list).toMatchObject({ asOf: position, data: [{ id: 'person:dana-omar', events: 1 }] })
})
