import { type ActorFacts, documentStream } from '@dateline/domain'
import type { Append } from '@dateline/event-log'
import * as fc from 'fast-check'
import { annotation, as, type DocumentSketch, type EventSketch, place, submission } from './story.ts'

const people = ['person:ann-lee', 'person:bo-chan', 'person:cy-dov', 'country:RU', 'country:ZE', 'org:ze/police']
/** What the first two are called besides, by themselves or by others of their name. */
const names = [
  'person:a-lee',
  'person:lee',
  'person:anne-b-lee',
  'person:judge-bo-chan',
  'person:chan',
  'person:beau-chan',
]
const offices = [
  { office: 'president', of: 'country:RU' },
  { office: 'president', of: 'country:ZE' },
  { office: 'judge', of: null },
]
const places = [
  place('place:RU/streslau', 'Streslau'),
  place('country:RU', 'Ruritania'),
  place('place:ZE/zenda', 'Zenda'),
  null,
]
const quotes = [
  'we will not accept the result of this vote',
  'the result of this vote stands as it is',
  'we will not accept the result of this vote, and we shall go to court',
]

/** Events of few people, places and days, so that many are the same ones. */
const event: fc.Arbitrary<EventSketch> = fc
  .record({
    type: fc.constantFrom('election', 'attack', 'protest', 'unrest', 'statement', 'resignation', 'sanctions'),
    edtf: fc.constantFrom('2024-05-01', '2024-05-02', '2024-04-29/2024-05-05', '2024-05', '2024', 'unknown'),
    place: fc.constantFrom(...places),
    who: fc.subarray([...people, ...names], { maxLength: 3 }),
    number: fc.integer({ min: 1, max: 3 }),
    says: fc.integer({ min: 0, max: 5 }),
    realis: fc.constantFrom('actual', 'actual', 'alleged', 'future', 'negated'),
  })
  .map(({ type, edtf, place, who, number, says, realis }) => ({
    type,
    edtf,
    place,
    realis,
    participants: who.map((id, index) => as(ROLES[type]?.[index] ?? 'target', id)),
    ...(says > 3 ? { mentions: `Another sentence hints at it a ${says} time.` } : {}),
    says: `The report number ${says} of these days tells of it in so many words.`,
    attributes:
      type === 'statement'
        ? { act: 'reject', quote: [quotes[number - 1]] }
        : { fatalities: { value: number, qualifier: '=', unit: 'person' } },
  }))

/** What a document says of the persons that it names: an office each, or nothing. */
function factsOf(
  events: readonly EventSketch[],
  held: readonly ({ office: string; of: string | null } | null)[],
): ActorFacts[] {
  const named = new Set(events.flatMap(({ participants = [] }) => participants.map(({ actor }) => actor)))
  const persons = [...named].filter((id) => id.startsWith('person:'))
  return persons.flatMap((id, index) => {
    const office = held[index % held.length]
    return office ? [{ id, gender: null, country: null, offices: [office] }] : []
  })
}

const ROLES: Readonly<Record<string, string[]>> = {
  election: ['winner', 'loser'],
  attack: ['perpetrator', 'target'],
  protest: ['participants', 'target'],
  unrest: ['participants', 'target'],
  statement: ['speaker', 'target'],
  resignation: ['holder'],
  sanctions: ['imposer', 'target'],
}

/**
 * A history of few documents: submitted, revised, annotated, annotated again, failed; an append each. Told under
 * another number it is another log's.
 */
export const randomStory: fc.Arbitrary<(run: number) => Append[]> = fc
  .array(
    fc.record({
      document: fc.constantFrom('a', 'b', 'c', 'd'),
      act: fc.constantFrom('revise', 'annotate', 'annotate', 'annotate', 'fail'),
      events: fc.array(event, { maxLength: 4 }),
      offices: fc.array(fc.constantFrom(null, ...offices), { minLength: 3, maxLength: 3 }),
      text: fc.constantFrom('one text', 'another text'),
      day: fc.integer({ min: 3, max: 9 }),
    }),
    { minLength: 1, maxLength: 16 },
  )
  .map((steps) => (run) => {
    const revisions = new Map<string, number>()
    return steps.flatMap(({ document, act, events, offices, text, day }, index) => {
      const known = revisions.get(document) ?? 0
      const revision = act === 'revise' || known === 0 ? known + 1 : known
      revisions.set(document, revision)
      const sketch: DocumentSketch = {
        id: `${document}-${run}`,
        source: document === 'd' ? 'copier' : `source-${document}`,
        revision,
        text: `${text} ${revision}`,
        publishedAt: `2024-05-0${day}`,
        engine: `1.0.${index}`,
        events,
        actors: factsOf(events, offices),
      }
      const append = (entries: Append['entries']): Append => ({
        stream: documentStream(sketch.id),
        expected: 'any',
        entries,
      })
      const appends = revision > known ? [append([submission(sketch)])] : []
      if (act === 'fail') {
        const data = { documentId: sketch.id, revision, error: 'no', attempts: 3 }
        appends.push(append([{ id: `failed-${run}-${index}`, type: 'document.failed', schemaVersion: 1, data }]))
      } else if (act === 'annotate') appends.push(append(annotation(sketch)))
      return appends
    })
  })
