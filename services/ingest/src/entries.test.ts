import type { ActorRef, Annotation, DocumentSubmitted, EventReported, ExtractedEvent, Mention } from '@dateline/domain'
import type { Entry, NewEntry } from '@dateline/event-log'
import { describe, expect, test } from 'vitest'
import { entriesOf } from './entries.ts'

const body = 'The Ministry of Roads of Ruritania said on Monday that Ada Voss resigned. Voss, it added, left at once.'

function span(text: string, from = 0) {
  const start = body.indexOf(text, from)
  return { start, end: start + text.length, text }
}

function mention(
  text: string,
  kind: Mention['kind'],
  id: string,
  name: string,
  via: Mention['via'],
  from = 0,
): Mention {
  return { ...span(text, from), kind, id, name, via }
}

const resignation: ExtractedEvent = {
  type: 'resignation',
  trigger: span('resigned'),
  evidence: [span('Ada Voss resigned')],
  date: { edtf: '2024-03-04', precision: 'day', basis: 'relative', expression: span('Monday') },
  participants: [{ role: 'holder', actor: 'person:ada-voss', mention: span('Ada Voss') }],
  place: { id: 'country:RU', name: 'Ruritania', country: 'RU' },
  attributes: { office: 'minister', holder: 'person:ada-voss' },
  realis: 'alleged',
  assertedBy: 'org:roads',
  confidence: 0.9,
}

const annotation: Annotation = {
  id: 'd1',
  engine: { name: 'dateline', version: '1.0.0' },
  sentences: [{ start: 0, end: 73, text: body.slice(0, 73) }],
  timexes: [{ ...span('Monday'), kind: 'DATE', value: '2024-03-04', edtf: '2024-03-04' }],
  mentions: [
    mention('The Ministry of Roads', 'organization', 'org:roads', 'Ministry of Roads', 'name'),
    mention('Ruritania', 'place', 'country:RU', 'Ruritania', 'name'),
    mention('Ada Voss', 'person', 'person:ada-voss', 'Ada Voss', 'name'),
    mention('Voss', 'person', 'person:ada-voss', 'Ada Voss', 'alias', 73),
    mention('it', 'organization', 'org:roads', 'Ministry of Roads', 'pronoun', 73),
  ],
  attributions: [
    {
      source: span('The Ministry of Roads'),
      cue: null,
      content: [span('Ada Voss resigned')],
      speaker: 'org:roads',
      mode: 'paraphrase',
    },
  ],
  events: [resignation, { ...resignation, assertedBy: null, attributes: { by: 'country:RU' }, type: 'dismissal' }],
}

const submitted: Entry<DocumentSubmitted> = {
  position: 7n,
  id: 'submitted-1',
  stream: 'document-d1',
  version: 1,
  type: 'document.submitted',
  schemaVersion: 1,
  recordedAt: new Date(0),
  causationId: null,
  correlationId: 'delivery-1',
  data: {
    documentId: 'd1',
    revision: 2,
    source: 'wire',
    externalId: null,
    url: null,
    title: null,
    textHash: 'h',
    textLength: body.length,
    publishedAt: '2024-03-05',
    lang: 'en',
    authors: [],
  },
  metadata: {},
}

describe('the entries of an annotation', () => {
  test('are the annotation followed by one entry an event, typed by the event', () => {
    const entries = entriesOf(annotation, submitted)
    expect(entries.map((entry) => entry.type)).toEqual(['document.annotated', 'resignation', 'dismissal'])
    expect(entries[0]?.data).toMatchObject({ documentId: 'd1', revision: 2, engine: annotation.engine, events: 2 })
    expect(entries[2]?.data).toMatchObject({ documentId: 'd1', revision: 2, ordinal: 1, type: 'dismissal' })
  })

  test('have the same ids for the same document, revision, engine and ordinal, and others for any other', () => {
    const ids = (of: Annotation, revision = 2) =>
      entriesOf(of, { ...submitted, data: { ...submitted.data, revision } }).map((entry) => entry.id)
    const first = ids(annotation)
    expect(ids(annotation)).toEqual(first)
    expect(
      new Set([...first, ...ids(annotation, 3), ...ids({ ...annotation, engine: { name: 'dateline', version: '2' } })])
        .size,
    ).toBe(9)
  })

  test('hold offsets instead of the text, which the log has once', () => {
    const [annotated] = entriesOf(annotation, submitted)
    expect(annotated?.data).toMatchObject({
      sentences: [[0, 73]],
      attributions: [{ source: [0, 21], cue: null, speaker: 'org:roads' }],
    })
    expect(JSON.stringify(annotated?.data)).not.toContain('resigned')
  })

  test('say what caused them', () => {
    const [annotated, event] = entriesOf(annotation, submitted)
    expect(annotated).toMatchObject({ causationId: 'submitted-1', correlationId: 'delivery-1' })
    expect(event).toMatchObject({ causationId: annotated?.id, correlationId: 'delivery-1' })
  })
})

function actorsIn(entry: NewEntry | undefined): ActorRef[] {
  return (entry?.data as EventReported | undefined)?.actors ?? []
}

describe('the actors of an event', () => {
  const actorsOf = (index: number) => actorsIn(entriesOf(annotation, submitted)[index])

  test('are participants and who asserts it, each once, with the names that the document calls them by', () => {
    expect(actorsOf(1)).toEqual([
      { id: 'person:ada-voss', kind: 'person', name: 'Ada Voss', aliases: ['Ada Voss', 'Voss'] },
      { id: 'org:roads', kind: 'organization', name: 'Ministry of Roads', aliases: ['The Ministry of Roads'] },
    ])
  })

  test('include attributes that are actors; a country that is mentioned as a place acts as its government', () => {
    expect(actorsOf(2)).toContainEqual({
      id: 'country:RU',
      kind: 'government',
      name: 'Ruritania',
      aliases: ['Ruritania'],
    })
  })

  test('leave out what a statement is about when that is a topic in words', () => {
    const statement: ExtractedEvent = {
      ...resignation,
      type: 'statement',
      attributes: { about: 'roads: the state of them' },
    }
    const [, event] = entriesOf({ ...annotation, events: [statement] }, submitted)
    expect(actorsIn(event).map(({ id }) => id)).toEqual(['person:ada-voss', 'org:roads'])
  })
})
