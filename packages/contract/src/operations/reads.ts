import { z } from 'zod'
import { Actor, ActorList, ActorQuery, ActorsQuery, StatementList } from '../actors.ts'
import { AnnotationView, Document } from '../documents.ts'
import {
  CountList,
  CountsQuery,
  EventInFull,
  EventList,
  EventQuery,
  HistoryList,
  PageQuery,
  TimelineQuery,
  LastEventId,
  StreamQuery,
} from '../events.ts'
import { ChangeList, ChangesQuery } from '../changes.ts'
import { LogList, LogQuery } from '../log.ts'
import { ActorId, Id } from '../primitives.ts'
import { EVENT_FORMATS, LIST_HEADERS, NOT_MODIFIED, READ_HEADERS, type Operation } from './operation.ts'

const FORMATS_TOLD = `Also as ${Object.keys(EVENT_FORMATS)
  .map((suffix) => `\`.${suffix}\``)
  .join(', ')}: by this suffix of the path, or by \`Accept\`.`
const EVENTS = {
  description: 'A page of events.',
  schema: EventList,
  headers: LIST_HEADERS,
  formats: EVENT_FORMATS,
}
const MOVED = { description: 'It was merged into another one: see `Location`.', headers: { Location: 'That one.' } }

export const readOperations = {
  listTimeline: {
    method: 'get',
    path: '/v1/timeline',
    tag: 'Timeline',
    summary: 'Events by event date',
    description: 'Every event once, however many documents report it, with its best piece of evidence. ' + FORMATS_TOLD,
    access: 'read',
    query: TimelineQuery,
    answers: { 200: EVENTS, 304: NOT_MODIFIED },
    problems: ['invalid-request', 'invalid-cursor', 'not-acceptable'],
  },
  countTimeline: {
    method: 'get',
    path: '/v1/timeline/counts',
    tag: 'Timeline',
    summary: 'How many events by interval and type',
    description: 'Only intervals that have events. An event counts in the interval where its date begins.',
    access: 'read',
    query: CountsQuery,
    answers: { 200: { description: 'Counts.', schema: CountList, headers: LIST_HEADERS }, 304: NOT_MODIFIED },
    problems: ['invalid-request', 'invalid-cursor'],
  },
  getEvent: {
    method: 'get',
    path: '/v1/events/{id}',
    tag: 'Timeline',
    summary: 'One event with all of its evidence',
    access: 'read',
    params: z.object({ id: Id }),
    query: EventQuery,
    answers: {
      200: { description: 'The event.', schema: EventInFull, headers: READ_HEADERS },
      301: MOVED,
      304: NOT_MODIFIED,
    },
    problems: ['invalid-request', 'not-found', 'gone'],
  },
  getEventHistory: {
    method: 'get',
    path: '/v1/events/{id}/history',
    tag: 'Timeline',
    summary: 'The log entries that made an event',
    description: 'In the order of the log, with engine and version; it stays when the event is merged or withdrawn.',
    access: 'read',
    params: z.object({ id: Id }),
    query: PageQuery,
    answers: { 200: { description: 'Entries.', schema: HistoryList, headers: LIST_HEADERS }, 304: NOT_MODIFIED },
    problems: ['invalid-request', 'invalid-cursor', 'not-found'],
  },
  listActors: {
    method: 'get',
    path: '/v1/actors',
    tag: 'Actors',
    summary: 'Find actors by name, kind and country',
    description: 'With `q` the best match first: beginnings of names, then names that are like it. Otherwise by name.',
    access: 'read',
    query: ActorsQuery,
    answers: { 200: { description: 'A page of actors.', schema: ActorList, headers: LIST_HEADERS }, 304: NOT_MODIFIED },
    problems: ['invalid-request', 'invalid-cursor'],
  },
  getActor: {
    method: 'get',
    path: '/v1/actors/{id}',
    tag: 'Actors',
    summary: 'One actor: names, offices, counts, company',
    access: 'read',
    params: z.object({ id: ActorId }),
    query: ActorQuery,
    answers: {
      200: { description: 'The actor.', schema: Actor, headers: READ_HEADERS },
      301: MOVED,
      304: NOT_MODIFIED,
    },
    problems: ['invalid-request', 'not-found'],
  },
  listActorTimeline: {
    method: 'get',
    path: '/v1/actors/{id}/timeline',
    tag: 'Actors',
    summary: 'The events that an actor takes part in',
    description: FORMATS_TOLD,
    access: 'read',
    params: z.object({ id: ActorId }),
    query: TimelineQuery,
    answers: { 200: EVENTS, 304: NOT_MODIFIED },
    problems: ['invalid-request', 'invalid-cursor', 'not-found', 'not-acceptable'],
  },
  listActorStatements: {
    method: 'get',
    path: '/v1/actors/{id}/statements',
    tag: 'Actors',
    summary: 'What an actor said',
    access: 'read',
    params: z.object({ id: ActorId }),
    query: TimelineQuery,
    answers: { 200: { description: 'Statements.', schema: StatementList, headers: LIST_HEADERS }, 304: NOT_MODIFIED },
    problems: ['invalid-request', 'invalid-cursor', 'not-found'],
  },
  getDocument: {
    method: 'get',
    path: '/v1/documents/{id}',
    tag: 'Documents',
    summary: 'A document and what became of it',
    access: 'read',
    params: z.object({ id: Id }),
    query: z.strictObject({}),
    answers: { 200: { description: 'The document.', schema: Document, headers: READ_HEADERS }, 304: NOT_MODIFIED },
    problems: ['invalid-request', 'not-found'],
  },
  getAnnotation: {
    method: 'get',
    path: '/v1/documents/{id}/annotation',
    tag: 'Documents',
    summary: 'The text with every span of its annotation',
    description: 'The newest annotation there is. 404 while there is none, 410 when the text was erased.',
    access: 'read',
    params: z.object({ id: Id }),
    query: z.strictObject({}),
    answers: {
      200: { description: 'The annotation.', schema: AnnotationView, headers: READ_HEADERS },
      304: NOT_MODIFIED,
    },
    problems: ['invalid-request', 'not-found', 'gone'],
  },
  listChanges: {
    method: 'get',
    path: '/v1/changes',
    tag: 'Timeline',
    summary: 'What has become of events since a position',
    description:
      'In the order of the log, nothing left out: an event created, updated, merged or withdrawn, as it is then. A page ' +
      'never ends between two changes by one entry, so the last `position`, or `asOf` at the end, can be remembered and ' +
      'gone on `after`.',
    access: 'read',
    query: ChangesQuery,
    answers: {
      200: { description: 'A page of changes.', schema: ChangeList, headers: LIST_HEADERS },
      304: NOT_MODIFIED,
    },
    problems: ['invalid-request', 'invalid-cursor'],
  },
  openStream: {
    method: 'get',
    path: '/v1/stream',
    tag: 'Timeline',
    summary: 'Changes of the timeline as they come',
    description:
      'Server-Sent Events: each is a change as `/v1/changes` has it, with the id `<position>-<n>`. An event that does not ' +
      'match the filters any more is told once more, with `matches: false`. `Last-Event-ID` (or `lastEventId`) goes on after an id, or after a ' +
      'position, without loss or repeat; without it the stream starts now. Comments are heartbeats. `event: resync` says ' +
      'that what was received does not go on: the position is not of this log, or the events were identified anew.',
    access: 'read',
    query: StreamQuery,
    headers: z.object({
      'last-event-id': LastEventId.optional(),
    }),
    answers: {
      200: {
        description: 'The stream.',
        schema: z.string().meta({ description: 'Server-Sent Events, each with a change as JSON.' }),
        contentType: 'text/event-stream',
      },
    },
    problems: ['invalid-request'],
  },
  readLog: {
    method: 'get',
    path: '/v1/log',
    tag: 'Log',
    summary: 'The raw entries of the event log',
    description: 'Ascending. Remember the last position and ask for what comes after it.',
    access: 'read',
    query: LogQuery,
    answers: { 200: { description: 'A page of entries.', schema: LogList, headers: LIST_HEADERS }, 304: NOT_MODIFIED },
    problems: ['invalid-request', 'invalid-cursor'],
  },
} as const satisfies Record<string, Operation>
